// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/sockets/processes.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace metriscope::net
{

namespace fs = std::filesystem;

std::string Process::text() const
{
    return pid == 0 ? std::string() : name + " (" + std::to_string(pid) + ')';
}

Process processOf(int pid)
{
    const fs::path folder = fs::path("/proc") / std::to_string(pid);
    Process process{pid, 0, {}};
    std::ifstream comm(folder / "comm");
    std::getline(comm, process.name);
    std::ifstream file(folder / "stat");
    std::string text;
    std::getline(file, text);
    const std::size_t name = text.rfind(')'); // the name before it may hold anything
    if (name != std::string::npos) {
        std::istringstream rest(text.substr(name + 1));
        std::string state;
        rest >> state >> process.parent;
    }
    return process;
}

std::vector<int> childrenOf(int pid)
{
    std::vector<int> children;
    std::error_code error;
    for (fs::directory_iterator it("/proc", error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        int child = 0;
        const auto [rest, bad] = std::from_chars(name.data(), name.data() + name.size(), child);
        if (bad == std::errc{} && rest == name.data() + name.size() && processOf(child).parent == pid)
            children.push_back(child);
    }
    return children;
}

std::optional<std::string> startVariable(int pid, std::string_view name)
{
    std::ifstream file(fs::path("/proc") / std::to_string(pid) / "environ");
    for (std::string entry; std::getline(file, entry, '\0');) {
        if (entry.size() > name.size() && entry.starts_with(name) && entry[name.size()] == '=')
            return entry.substr(name.size() + 1);
    }
    return std::nullopt;
}

} // namespace metriscope::net
