// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/socket.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// Where to listen: a numeric IPv4 or IPv6 address with a port (0: any free one), or the path of a unix
/// datagram socket.
struct Endpoint {
    enum class Kind : std::uint8_t { Inet, Inet6, Unix };
    Kind kind = Kind::Inet;
    std::string host; ///< numeric address without brackets; the path of a unix socket
    std::uint16_t port = 0;

    /// "127.0.0.1:8125", "localhost:8125", "[::1]:8125", "/run/app/statsd.sock", "unix:statsd.sock"; none for
    /// anything else.
    [[nodiscard]] static std::optional<Endpoint> fromText(std::string_view text);
    /// As fromText() takes it.
    [[nodiscard]] std::string text() const;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// An address of the operating system.
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;

    /// None when `host` is no numeric address, or the path is empty or too long for a socket.
    [[nodiscard]] static std::optional<SocketAddress> of(const Endpoint &endpoint);
    /// The address a socket is bound to.
    [[nodiscard]] static SocketAddress local(int fd);
    [[nodiscard]] std::uint16_t port() const noexcept;
    [[nodiscard]] const sockaddr *get() const noexcept
    {
        return reinterpret_cast<const sockaddr *>(&storage);
    }
};

/// Numeric text of a sender's address: "127.0.0.1:40112", "[::1]:40112", the path of a unix socket, empty
/// when the sender has none.
[[nodiscard]] std::string peerText(const sockaddr *address, socklen_t size);

} // namespace metriscope::net
