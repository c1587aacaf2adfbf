// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/sockets/endpoint.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstring>

namespace metriscope::net
{
namespace
{

constexpr std::string_view UnixPrefix = "unix:";

bool isNumeric(int family, const std::string &host)
{
    std::array<std::byte, sizeof(in6_addr)> address;
    return ::inet_pton(family, host.c_str(), address.data()) == 1;
}

template <typename Address>
Address viewed(const sockaddr *address, socklen_t size)
{
    Address copy{};
    std::memcpy(&copy, address, std::min<std::size_t>(size, sizeof copy));
    return copy;
}

template <typename Address>
SocketAddress stored(const Address &address, std::size_t size = sizeof(Address))
{
    SocketAddress result;
    std::memcpy(&result.storage, &address, sizeof address);
    result.size = static_cast<socklen_t>(size);
    return result;
}

} // namespace

std::optional<Endpoint> Endpoint::fromText(std::string_view text)
{
    if (text.starts_with('/') || text.starts_with(UnixPrefix)) {
        if (text.starts_with(UnixPrefix))
            text.remove_prefix(UnixPrefix.size());
        Endpoint endpoint{Kind::Unix, std::string(text), 0};
        return SocketAddress::of(endpoint) ? std::optional(endpoint) : std::nullopt;
    }
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    Endpoint endpoint;
    const std::string_view port = text.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), endpoint.port);
    if (error != std::errc{} || end != port.data() + port.size())
        return std::nullopt;
    std::string_view host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        endpoint.kind = Kind::Inet6;
        host = host.substr(1, host.size() - 2);
    }
    endpoint.host = host == "localhost" ? "127.0.0.1" : std::string(host);
    return SocketAddress::of(endpoint) ? std::optional(endpoint) : std::nullopt;
}

std::string Endpoint::text() const
{
    switch (kind) {
    case Kind::Inet:
        return host + ':' + std::to_string(port);
    case Kind::Inet6:
        return '[' + host + "]:" + std::to_string(port);
    case Kind::Unix:
        break;
    }
    return host.starts_with('/') ? host : std::string(UnixPrefix) + host;
}

std::optional<SocketAddress> SocketAddress::of(const Endpoint &endpoint)
{
    switch (endpoint.kind) {
    case Endpoint::Kind::Inet: {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_port = htons(endpoint.port);
        if (!isNumeric(AF_INET, endpoint.host))
            return std::nullopt;
        ::inet_pton(AF_INET, endpoint.host.c_str(), &in.sin_addr);
        return stored(in);
    }
    case Endpoint::Kind::Inet6: {
        sockaddr_in6 in{};
        in.sin6_family = AF_INET6;
        in.sin6_port = htons(endpoint.port);
        if (!isNumeric(AF_INET6, endpoint.host))
            return std::nullopt;
        ::inet_pton(AF_INET6, endpoint.host.c_str(), &in.sin6_addr);
        return stored(in);
    }
    case Endpoint::Kind::Unix:
        break;
    }
    sockaddr_un un{};
    un.sun_family = AF_UNIX;
    if (endpoint.host.empty() || endpoint.host.size() >= sizeof un.sun_path ||
        endpoint.host.find('\0') != std::string::npos)
        return std::nullopt;
    std::ranges::copy(endpoint.host, un.sun_path);
    return stored(un, offsetof(sockaddr_un, sun_path) + endpoint.host.size() + 1);
}

SocketAddress SocketAddress::local(int fd)
{
    SocketAddress address;
    address.size = sizeof address.storage;
    if (::getsockname(fd, reinterpret_cast<sockaddr *>(&address.storage), &address.size) != 0)
        address.size = 0;
    return address;
}

std::uint16_t SocketAddress::port() const noexcept
{
    if (storage.ss_family == AF_INET)
        return ntohs(viewed<sockaddr_in>(get(), size).sin_port);
    if (storage.ss_family == AF_INET6)
        return ntohs(viewed<sockaddr_in6>(get(), size).sin6_port);
    return 0;
}

std::string peerText(const sockaddr *address, socklen_t size)
{
    if (size < sizeof(sa_family_t))
        return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address->sa_family == AF_INET) {
        const auto in = viewed<sockaddr_in>(address, size);
        ::inet_ntop(AF_INET, &in.sin_addr, text.data(), text.size());
        return std::string(text.data()) + ':' + std::to_string(ntohs(in.sin_port));
    }
    if (address->sa_family == AF_INET6) {
        const auto in = viewed<sockaddr_in6>(address, size);
        ::inet_ntop(AF_INET6, &in.sin6_addr, text.data(), text.size());
        return '[' + std::string(text.data()) + "]:" + std::to_string(ntohs(in.sin6_port));
    }
    if (address->sa_family == AF_UNIX && size > offsetof(sockaddr_un, sun_path)) {
        const auto un = viewed<sockaddr_un>(address, size);
        return std::string(un.sun_path, ::strnlen(un.sun_path, size - offsetof(sockaddr_un, sun_path)));
    }
    return {};
}

} // namespace metriscope::net
