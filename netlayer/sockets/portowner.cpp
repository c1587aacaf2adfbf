// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/sockets/portowner.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string_view>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cstring>

namespace metriscope::net
{
namespace
{

namespace fs = std::filesystem;
using Inode = std::uint64_t;

constexpr std::string_view Listening = "0A"; ///< TCP_LISTEN in /proc/net/tcp

std::vector<std::string> words(const std::string &line)
{
    std::istringstream stream(line);
    std::vector<std::string> result;
    for (std::string word; stream >> word;)
        result.push_back(std::move(word));
    return result;
}

template <typename Integer>
std::optional<Integer> number(std::string_view text, int base = 10)
{
    Integer value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// As /proc/net writes an address: 32-bit words in the byte order of the machine, in hexadecimal.
std::string procAddress(const Endpoint &endpoint)
{
    std::array<std::uint32_t, 4> parts{};
    const bool six = endpoint.kind == Endpoint::Kind::Inet6;
    ::inet_pton(six ? AF_INET6 : AF_INET, endpoint.host.c_str(), parts.data());
    std::string text;
    for (std::size_t i = 0; i < (six ? 4U : 1U); ++i) {
        std::array<char, 8> digits;
        digits.fill('0');
        std::array<char, 8> raw{};
        const auto end = std::to_chars(raw.data(), raw.data() + raw.size(), parts[i], 16).ptr;
        std::copy(raw.data(), end, digits.end() - (end - raw.data()));
        text.append(digits.data(), digits.size());
    }
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
    return text;
}

/// Sockets of one /proc/net table that keep us from listening at the endpoint.
void collectInet(const char *table, bool tcp, const Endpoint &endpoint, std::vector<Inode> &inodes)
{
    const std::string wanted = procAddress(endpoint);
    const auto isAny = [](std::string_view address) {
        return address.find_first_not_of('0') == std::string_view::npos;
    };
    std::ifstream file(table);
    std::string line;
    std::getline(file, line); // headings
    while (std::getline(file, line)) {
        const std::vector<std::string> fields = words(line);
        if (fields.size() < 10 || (tcp && fields[3] != Listening))
            continue;
        const std::size_t colon = fields[1].find(':');
        if (colon == std::string::npos)
            continue;
        const std::string_view address = std::string_view(fields[1]).substr(0, colon);
        const auto port = number<std::uint16_t>(std::string_view(fields[1]).substr(colon + 1), 16);
        const auto inode = number<Inode>(fields[9]);
        if (port == endpoint.port && inode && (address == wanted || isAny(address) || isAny(wanted)))
            inodes.push_back(*inode);
    }
}

void collectUnix(const Endpoint &endpoint, std::vector<Inode> &inodes)
{
    std::ifstream file("/proc/net/unix");
    std::string line;
    while (std::getline(file, line)) {
        const std::vector<std::string> fields = words(line);
        if (fields.size() < 8 || !line.ends_with(' ' + endpoint.host))
            continue;
        if (const auto inode = number<Inode>(fields[6]))
            inodes.push_back(*inode);
    }
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

} // namespace

std::string PortOwner::text() const
{
    return pid == 0 ? std::string() : name + " (" + std::to_string(pid) + ')';
}

PortOwner findPortOwner(Transport transport, const Endpoint &endpoint)
{
    std::vector<Inode> inodes;
    if (transport == Transport::UnixDatagram) {
        collectUnix(endpoint, inodes);
    } else { // a socket on [::] may hold the IPv4 port as well
        const bool tcp = transport == Transport::Tcp;
        collectInet(tcp ? "/proc/net/tcp" : "/proc/net/udp", tcp, endpoint, inodes);
        collectInet(tcp ? "/proc/net/tcp6" : "/proc/net/udp6", tcp, endpoint, inodes);
    }
    std::vector<std::string> sockets;
    for (const Inode inode : inodes)
        sockets.push_back("socket:[" + std::to_string(inode) + ']');
    if (sockets.empty())
        return {};

    std::error_code error;
    for (fs::directory_iterator it("/proc", error), end; !error && it != end; it.increment(error)) {
        const auto pid = number<int>(it->path().filename().string());
        if (!pid || !holdsOneOf(it->path() / "fd", sockets))
            continue;
        PortOwner owner{{}, *pid};
        std::ifstream comm(it->path() / "comm");
        std::getline(comm, owner.name);
        return owner;
    }
    return {};
}

} // namespace metriscope::net
