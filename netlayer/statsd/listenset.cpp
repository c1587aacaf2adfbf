// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/listenset.h"

#include "netlayer/sockets/tcplistener.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace metriscope::net
{
namespace
{

constexpr int TriesForFreePort = 32;
using Failure = std::optional<ListenFailure>;

void enable(int fd, int level, int option)
{
    const int on = 1;
    ::setsockopt(fd, level, option, &on, sizeof on);
}

/// Asks beyond rmem_max first, which needs a capability; returns what was granted, without the kernel's
/// doubling for its own bookkeeping.
std::size_t enlargeBuffer(int fd, int bytes)
{
    if (::setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes) != 0)
        ::setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
    int granted = 0;
    socklen_t size = sizeof granted;
    ::getsockopt(fd, SOL_SOCKET, SO_RCVBUF, &granted, &size);
    return static_cast<std::size_t>(granted) / 2;
}

/// A socket file without a process behind it is left from a crash and may go.
bool isStale(const SocketAddress &address)
{
    const FileDescriptor probe(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    return ::connect(probe.get(), address.get(), address.size) != 0 && errno == ECONNREFUSED;
}

class Opener final
{
public:
    explicit Opener(const ReceiverConfig &config) : m_config(config) {}

    [[nodiscard]] Failure openAll();
    [[nodiscard]] ListenSet take() { return std::move(m_set); }

private:
    [[nodiscard]] Failure open(Endpoint endpoint);
    [[nodiscard]] Failure bindTo(Endpoint &endpoint, Transport transport);

    const ReceiverConfig &m_config;
    ListenSet m_set;
    std::uint16_t m_freePort = 0; ///< what the kernel chose for the first port 0
};

Failure Opener::openAll()
{
    Failure absent;
    for (const Endpoint &endpoint : m_config.endpoints) {
        Failure failure = open(endpoint);
        if (!failure)
            continue;
        const bool noFamily = failure->error == EAFNOSUPPORT ||
                              (failure->error == EADDRNOTAVAIL && endpoint.kind == Endpoint::Kind::Inet6);
        if (!noFamily)
            return failure;
        absent = failure;
        m_set.absent.push_back(endpoint.text() + ": " + std::generic_category().message(failure->error));
    }
    return m_set.sockets.empty() ? absent : std::nullopt;
}

Failure Opener::open(Endpoint endpoint)
{
    if (endpoint.kind == Endpoint::Kind::Unix) {
        if (Failure failure = bindTo(endpoint, Transport::UnixDatagram))
            return failure;
    } else {
        if (endpoint.port == 0)
            endpoint.port = m_freePort;
        const bool wantsFreePort = endpoint.port == 0;
        if (m_config.udp) {
            if (Failure failure = bindTo(endpoint, Transport::Udp))
                return failure;
        }
        if (m_config.tcp) {
            if (Failure failure = bindTo(endpoint, Transport::Tcp))
                return failure;
        }
        if (wantsFreePort)
            m_freePort = endpoint.port;
    }
    m_set.endpoints.push_back(std::move(endpoint));
    return {};
}

Failure Opener::bindTo(Endpoint &endpoint, Transport transport)
{
    const auto failed = [&](int error) { return ListenFailure{error, endpoint, transport}; };
    if (transport == Transport::Tcp) {
        auto listening = listenTcp(endpoint);
        if (!listening)
            return failed(listening.error());
        m_set.sockets.push_back({*std::move(listening), transport, {}});
        return {};
    }
    const std::optional<SocketAddress> address = SocketAddress::of(endpoint);
    if (!address)
        return failed(EINVAL);
    FileDescriptor fd(::socket(address->get()->sa_family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!fd)
        return failed(errno);
    if (endpoint.kind == Endpoint::Kind::Inet6)
        enable(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY);
    if (transport == Transport::Udp)
        enable(fd.get(), SOL_SOCKET, SO_RXQ_OVFL);
    if (transport == Transport::UnixDatagram) {
        struct stat found {
        };
        if (::lstat(endpoint.host.c_str(), &found) == 0 && S_ISSOCK(found.st_mode) && isStale(*address))
            ::unlink(endpoint.host.c_str());
    }
    if (::bind(fd.get(), address->get(), address->size) != 0)
        return failed(errno);
    ListenSocket socket{std::move(fd), transport};
    if (transport == Transport::UnixDatagram)
        socket.file.emplace(endpoint.host);
    else
        endpoint.port = SocketAddress::local(socket.fd.get()).port();
    const std::size_t granted = enlargeBuffer(socket.fd.get(), m_config.receiveBuffer);
    m_set.receiveBuffer = m_set.receiveBuffer == 0 ? granted : std::min(granted, m_set.receiveBuffer);
    m_set.sockets.push_back(std::move(socket));
    return {};
}

} // namespace

SocketFile::SocketFile(std::string path) : m_path(std::move(path))
{
    struct stat found {
    };
    if (::lstat(m_path.c_str(), &found) != 0)
        return;
    m_inode = found.st_ino;
    m_device = found.st_dev;
}

SocketFile::SocketFile(SocketFile &&other) noexcept
    : m_path(std::exchange(other.m_path, {})), m_inode(other.m_inode), m_device(other.m_device)
{
}

SocketFile::~SocketFile()
{
    struct stat found {
    };
    if (!m_path.empty() && ::lstat(m_path.c_str(), &found) == 0 && found.st_ino == m_inode &&
        found.st_dev == m_device)
        ::unlink(m_path.c_str());
}

Result<ListenSet, ListenFailure> openListenSet(const ReceiverConfig &config)
{
    const bool wantsFreePort = std::ranges::any_of(config.endpoints, [](const Endpoint &endpoint) {
        return endpoint.kind != Endpoint::Kind::Unix && endpoint.port == 0;
    });
    for (int left = wantsFreePort ? TriesForFreePort : 1;; --left) {
        Opener opener(config);
        const Failure failure = opener.openAll();
        if (!failure)
            return opener.take();
        // A port that is free for UDP on IPv4 may be taken for TCP or on IPv6.
        if (failure->error != EADDRINUSE || left == 1)
            return *failure;
    }
}

} // namespace metriscope::net
