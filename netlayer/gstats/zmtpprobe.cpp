// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/zmtpprobe.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace metriscope::net
{

ZmtpProbe::ZmtpProbe(const Endpoint &peer, ZmtpSocket ours) : m_peer(ours, m_out)
{
    const auto address = SocketAddress::of(peer);
    if (!address) {
        finish(SourceError::AddressInvalid);
        return;
    }
    m_fd = FileDescriptor(::socket(address->get()->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (::connect(m_fd.get(), address->get(), address->size) != 0 && errno != EINPROGRESS)
        connectFailed(errno);
}

void ZmtpProbe::finish(SourceError error, std::string detail)
{
    m_error = error;
    m_detail = std::move(detail);
    m_done = true;
    m_fd.reset();
}

void ZmtpProbe::giveUp() noexcept
{
    if (!m_done)
        finish(SourceError::TimedOut);
}

void ZmtpProbe::connectFailed(int error)
{
    switch (error) {
    case ECONNREFUSED:
    case ENOENT: // no such socket file
        return finish(SourceError::Refused);
    case ENETUNREACH:
    case EHOSTUNREACH:
    case EADDRNOTAVAIL:
        return finish(SourceError::Unreachable);
    case ETIMEDOUT:
        return finish(SourceError::TimedOut);
    default:
        return finish(SourceError::SystemError, std::generic_category().message(error));
    }
}

void ZmtpProbe::advance()
{
    if (m_done)
        return;
    if (!m_connected) {
        int error = 0;
        socklen_t size = sizeof error;
        sockaddr_storage peer{};
        socklen_t peerSize = sizeof peer;
        ::getsockopt(m_fd.get(), SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0)
            return connectFailed(error);
        if (::getpeername(m_fd.get(), reinterpret_cast<sockaddr *>(&peer), &peerSize) != 0)
            return; // not yet
        m_connected = true;
    }
    write();
    if (!m_done)
        read();
    if (!m_done)
        write();
}

void ZmtpProbe::write()
{
    if (m_out.empty())
        return;
    const ssize_t sent = ::send(m_fd.get(), m_out.data(), m_out.size(), MSG_NOSIGNAL);
    if (sent > 0)
        m_out.erase(0, static_cast<std::size_t>(sent));
    else if (errno != EAGAIN && errno != EINTR)
        finish(SourceError::NotZmq);
}

void ZmtpProbe::read()
{
    std::array<char, 1024> buffer;
    const ssize_t size = ::recv(m_fd.get(), buffer.data(), buffer.size(), 0);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (size <= 0)
        return finish(SourceError::NotZmq); // listens, but hangs up on a ZeroMQ greeting
    m_in.append(buffer.data(), static_cast<std::size_t>(size));
    m_in.erase(0, m_peer.take(m_in, m_out, [](const ZmtpPeer::Message &) { return true; }));
    if (m_peer.issue() == ZmtpPeer::Issue::WrongSocket)
        finish(SourceError::WrongSocket, std::string(zmtpSocketName(m_peer.socket())));
    else if (m_peer.issue() != ZmtpPeer::Issue::None)
        finish(SourceError::NotZmq);
    else if (m_peer.isOpen())
        finish(SourceError::None);
}

} // namespace metriscope::net
