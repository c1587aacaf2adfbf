// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/sockets/endpoint.h"
#include "netlayer/sockets/filedescriptor.h"

#include <sys/socket.h>

#include <cstdint>
#include <string>
#include <string_view>

/// A client's socket on loopback, blocking.
class TestSocket final
{
public:
    [[nodiscard]] static TestSocket udp(const std::string &host, std::uint16_t port)
    {
        return connected(inet(host, port), SOCK_DGRAM);
    }
    [[nodiscard]] static TestSocket tcp(const std::string &host, std::uint16_t port)
    {
        return connected(inet(host, port), SOCK_STREAM);
    }
    [[nodiscard]] static TestSocket local(const std::string &path)
    {
        return connected({metriscope::net::Endpoint::Kind::Unix, path, 0}, SOCK_DGRAM);
    }

    /// True when all of it went out.
    bool send(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(m_fd.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void close() { m_fd.reset(); }
    [[nodiscard]] int fd() const { return m_fd.get(); }
    [[nodiscard]] bool isConnected() const { return static_cast<bool>(m_fd); }

private:
    [[nodiscard]] static metriscope::net::Endpoint inet(const std::string &host, std::uint16_t port)
    {
        using metriscope::net::Endpoint;
        return {host.find(':') == std::string::npos ? Endpoint::Kind::Inet : Endpoint::Kind::Inet6, host,
                port};
    }
    [[nodiscard]] static TestSocket connected(const metriscope::net::Endpoint &endpoint, int type)
    {
        TestSocket socket;
        const auto address = metriscope::net::SocketAddress::of(endpoint);
        metriscope::net::FileDescriptor fd(::socket(address->get()->sa_family, type | SOCK_CLOEXEC, 0));
        if (::connect(fd.get(), address->get(), address->size) == 0)
            socket.m_fd = std::move(fd);
        return socket;
    }

    metriscope::net::FileDescriptor m_fd;
};
