// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/sockets/kernelsockets.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace metriscope::net
{
namespace
{

namespace fs = std::filesystem;

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

/// "0100007F:1FBD": 32-bit words in the byte order of the machine, then the port, in hexadecimal.
std::optional<Endpoint> endpointOf(std::string_view text)
{
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string_view address = text.substr(0, colon);
    const auto port = number<std::uint16_t>(text.substr(std::min(colon + 1, text.size())), 16);
    if (!port || (address.size() != 8 && address.size() != 32))
        return std::nullopt;
    std::array<std::uint32_t, 4> parts{};
    for (std::size_t i = 0; i < address.size() / 8; ++i) {
        const auto part = number<std::uint32_t>(address.substr(i * 8, 8), 16);
        if (!part)
            return std::nullopt;
        parts[i] = *part;
    }
    const bool six = address.size() == 32;
    std::array<char, INET6_ADDRSTRLEN> host{};
    ::inet_ntop(six ? AF_INET6 : AF_INET, parts.data(), host.data(), host.size());
    return Endpoint{six ? Endpoint::Kind::Inet6 : Endpoint::Kind::Inet, host.data(), *port};
}

void readInet(const char *table, bool tcp, std::vector<KernelSocket> &sockets)
{
    constexpr std::string_view Listening = "0A"; // TCP_LISTEN
    std::ifstream file(table);
    std::string line;
    std::getline(file, line); // headings
    while (std::getline(file, line)) {
        const std::vector<std::string> fields = words(line);
        if (fields.size() < 10 || (tcp && fields[3] != Listening))
            continue;
        const auto local = endpointOf(fields[1]);
        const auto inode = number<std::uint64_t>(fields[9]);
        if (local && inode)
            sockets.push_back({*local, *inode, number<std::uint64_t>(fields.back()).value_or(0)});
    }
}

void readUnix(std::vector<KernelSocket> &sockets)
{
    std::ifstream file("/proc/net/unix");
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const std::vector<std::string> fields = words(line);
        const auto inode = fields.size() < 8 ? std::nullopt : number<std::uint64_t>(fields[6]);
        if (inode) // a path may hold blanks: it is all behind the inode
            sockets.push_back(
                {{Endpoint::Kind::Unix, line.substr(line.find(fields[6]) + fields[6].size() + 1), 0},
                 *inode,
                 0});
    }
}

/// One spelling for each address: "::1" of "0:0:0:0:0:0:0:1".
std::string canonicalHost(const Endpoint &endpoint)
{
    const int family = endpoint.kind == Endpoint::Kind::Inet6 ? AF_INET6 : AF_INET;
    std::array<char, sizeof(in6_addr)> bytes{};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (endpoint.kind == Endpoint::Kind::Unix ||
        ::inet_pton(family, endpoint.host.c_str(), bytes.data()) != 1)
        return endpoint.host;
    return ::inet_ntop(family, bytes.data(), text.data(), text.size());
}

bool isAny(std::string_view host)
{
    return host == "0.0.0.0" || host == "::";
}

std::optional<std::uint64_t> socketOf(const fs::path &descriptor)
{
    constexpr std::string_view Head = "socket:[";
    std::error_code unreadable;
    const std::string target = fs::read_symlink(descriptor, unreadable).string();
    if (unreadable || !target.starts_with(Head) || !target.ends_with(']'))
        return std::nullopt;
    return number<std::uint64_t>(
        std::string_view(target).substr(Head.size(), target.size() - Head.size() - 1));
}

} // namespace

std::vector<KernelSocket> kernelSockets(Transport transport)
{
    std::vector<KernelSocket> sockets;
    switch (transport) {
    case Transport::Udp:
        readInet("/proc/net/udp", false, sockets);
        readInet("/proc/net/udp6", false, sockets);
        break;
    case Transport::Tcp:
        readInet("/proc/net/tcp", true, sockets);
        readInet("/proc/net/tcp6", true, sockets);
        break;
    case Transport::UnixDatagram:
        readUnix(sockets);
        break;
    }
    return sockets;
}

bool meets(const KernelSocket &socket, const Endpoint &wanted)
{
    const std::string host = canonicalHost(wanted);
    return socket.local.port == wanted.port &&
           (socket.local.host == host || isAny(socket.local.host) || isAny(host));
}

std::vector<SocketHolding> holdersOf(std::span<const std::uint64_t> inodes)
{
    std::vector<SocketHolding> holdings;
    if (inodes.empty())
        return holdings;
    std::error_code error;
    for (fs::directory_iterator it("/proc", error), end; !error && it != end; it.increment(error)) {
        const auto pid = number<int>(it->path().filename().string());
        if (!pid)
            continue;
        std::error_code hidden;
        for (fs::directory_iterator fd(it->path() / "fd", hidden), last; !hidden && fd != last;
             fd.increment(hidden)) {
            const auto inode = socketOf(fd->path());
            if (inode && std::ranges::find(inodes, *inode) != inodes.end())
                holdings.push_back({*inode, processOf(*pid)});
        }
    }
    std::ranges::sort(holdings, {}, [](const SocketHolding &each) { return each.holder.pid; });
    return holdings;
}

} // namespace metriscope::net
