// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/sockettable.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

namespace metriscope::net
{

namespace
{

namespace fs = std::filesystem;

struct SocketRow {
    std::string address; ///< as the kernel writes it, in hexadecimal
    std::uint16_t port = 0;
    bool listening = false;
    std::uint64_t inode = 0, drops = 0;
};

template <typename Integer>
std::optional<Integer> number(std::string_view text, int base = 10)
{
    Integer value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::vector<SocketRow> rowsOf(const char *table)
{
    constexpr std::string_view Listening = "0A";
    std::vector<SocketRow> rows;
    std::ifstream file(table);
    std::string line;
    std::getline(file, line); // headings
    while (std::getline(file, line)) {
        std::istringstream stream(line);
        std::vector<std::string> words;
        for (std::string word; stream >> word;)
            words.push_back(std::move(word));
        const std::size_t colon = words.size() < 10 ? std::string::npos : words[1].find(':');
        if (colon == std::string::npos)
            continue;
        const auto port = number<std::uint16_t>(std::string_view(words[1]).substr(colon + 1), 16);
        const auto inode = number<std::uint64_t>(words[9]);
        if (port && inode)
            rows.push_back({words[1].substr(0, colon), *port, words[3] == Listening, *inode,
                            number<std::uint64_t>(words.back()).value_or(0)});
    }
    return rows;
}

/// As /proc/net writes it: words of 32 bits in the machine's byte order.
std::string kernelAddress(const Endpoint &endpoint)
{
    std::array<std::uint32_t, 4> parts{};
    const bool six = endpoint.kind == Endpoint::Kind::Inet6;
    ::inet_pton(six ? AF_INET6 : AF_INET, endpoint.host.c_str(), parts.data());
    std::string text;
    for (std::size_t i = 0; i < (six ? 4U : 1U); ++i) {
        std::array<char, 9> digits{};
        std::snprintf(digits.data(), digits.size(), "%08X", parts[i]);
        text += digits.data();
    }
    return text;
}

bool isAny(const std::string &address)
{
    return address.find_first_not_of('0') == std::string::npos;
}

bool holdsOneOf(const fs::path &descriptors, const std::vector<std::string> &sockets)
{
    std::error_code error;
    for (fs::directory_iterator it(descriptors, error), end; !error && it != end; it.increment(error)) {
        std::error_code unreadable;
        const std::string target = fs::read_symlink(it->path(), unreadable).string();
        if (!unreadable && std::ranges::find(sockets, target) != sockets.end())
            return true;
    }
    return false;
}

int parentOf(const fs::path &process)
{
    std::ifstream file(process / "stat");
    std::string text;
    std::getline(file, text);
    const std::size_t name = text.rfind(')'); // the name before it may hold anything
    if (name == std::string::npos)
        return 0;
    std::istringstream rest(text.substr(name + 1));
    std::string state;
    int parent = 0;
    rest >> state >> parent;
    return parent;
}

} // namespace

std::uint64_t droppedDatagrams(const Endpoint &endpoint)
{
    if (endpoint.kind == Endpoint::Kind::Unix)
        return 0;
    const std::string wanted = kernelAddress(endpoint);
    std::uint64_t drops = 0;
    for (const SocketRow &row :
         rowsOf(endpoint.kind == Endpoint::Kind::Inet6 ? "/proc/net/udp6" : "/proc/net/udp")) {
        if (row.port == endpoint.port && row.address == wanted)
            drops += row.drops;
    }
    return drops;
}

std::vector<SocketHolder> holdersOfListener(const Endpoint &endpoint)
{
    const std::string wanted = kernelAddress(endpoint);
    std::vector<std::string> sockets;
    for (const char *table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        for (const SocketRow &row : rowsOf(table)) {
            if (row.listening && row.port == endpoint.port && (row.address == wanted || isAny(row.address)))
                sockets.push_back("socket:[" + std::to_string(row.inode) + ']');
        }
    }
    std::vector<SocketHolder> holders;
    if (sockets.empty())
        return holders;
    std::error_code error;
    for (fs::directory_iterator it("/proc", error), end; !error && it != end; it.increment(error)) {
        const auto pid = number<int>(it->path().filename().string());
        if (!pid || !holdsOneOf(it->path() / "fd", sockets))
            continue;
        SocketHolder holder{*pid, parentOf(it->path()), {}};
        std::ifstream comm(it->path() / "comm");
        std::getline(comm, holder.name);
        holders.push_back(std::move(holder));
    }
    std::ranges::sort(holders, {}, &SocketHolder::pid);
    return holders;
}

std::int64_t largestReceiveBuffer()
{
    std::ifstream file("/proc/sys/net/core/rmem_max");
    std::int64_t bytes = 0;
    file >> bytes;
    return bytes;
}

} // namespace metriscope::net
