// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/reqsocket.h"

#include "netlayer/packets/tap.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace metriscope::net
{
namespace
{

constexpr std::size_t ReadBytes = std::size_t{64} * 1024, ShownBytes = 60;

} // namespace

ReqSocket::ReqSocket(const Endpoint &peer, std::size_t mostReply, Tap *tap)
    : m_mostReply(mostReply), m_tap(tap), m_peer(ZmtpSocket::Req, m_out, mostReply)
{
    const auto address = SocketAddress::of(peer);
    if (!address) {
        end(SourceError::AddressInvalid);
        return;
    }
    m_theirs = *address;
    m_fd =
        FileDescriptor(::socket(m_theirs.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (::connect(m_fd.get(), m_theirs.get(), m_theirs.size) != 0 && errno != EINPROGRESS)
        connectFailed(errno);
}

void ReqSocket::end(SourceError error, std::string detail)
{
    m_error = error;
    m_detail = std::move(detail);
    m_fd.reset();
    m_in = {};
}

void ReqSocket::connectFailed(int error)
{
    switch (error) {
    case ECONNREFUSED:
    case ENOENT: // no such socket file
        return end(SourceError::Refused);
    case ENETUNREACH:
    case EHOSTUNREACH:
    case EADDRNOTAVAIL:
        return end(SourceError::Unreachable);
    case ETIMEDOUT:
        return end(SourceError::TimedOut);
    default:
        return end(SourceError::SystemError, std::generic_category().message(error));
    }
}

void ReqSocket::ask(std::string_view request)
{
    std::string frames;
    appendZmtpFrame(frames, {}, true);
    appendZmtpFrame(frames, request, false);
    offer(frames, true);
    m_out += frames;
    m_asked = true;
    m_reply.reset();
    write();
}

void ReqSocket::advance()
{
    if (hasEnded() || !isConnected())
        return;
    write();
    if (!hasEnded() && m_out.empty()) // who does not take our answers to its pings is not read either
        read();
    if (!hasEnded())
        write();
}

bool ReqSocket::isConnected()
{
    if (m_connected)
        return true;
    int error = 0;
    socklen_t size = sizeof error;
    sockaddr_storage peer{};
    socklen_t peerSize = sizeof peer;
    ::getsockopt(m_fd.get(), SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
        connectFailed(error);
    else
        m_connected = ::getpeername(m_fd.get(), reinterpret_cast<sockaddr *>(&peer), &peerSize) == 0;
    return m_connected;
}

void ReqSocket::write()
{
    if (m_out.empty())
        return;
    const ssize_t sent = ::send(m_fd.get(), m_out.data(), m_out.size(), MSG_NOSIGNAL);
    if (sent > 0)
        m_out.erase(0, static_cast<std::size_t>(sent));
    else if (errno != EAGAIN && errno != EINTR)
        end(m_peer.isOpen() ? SourceError::NoReply : SourceError::NotZmq);
}

void ReqSocket::read()
{
    std::array<char, ReadBytes> buffer;
    const ssize_t size = ::recv(m_fd.get(), buffer.data(), buffer.size(), 0);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (size <= 0) // one that hangs up on our greeting is no ZeroMQ
        return end(m_peer.isOpen() ? SourceError::NoReply : SourceError::NotZmq);
    m_in.append(buffer.data(), static_cast<std::size_t>(size));
    const std::size_t taken = m_peer.take(m_in, m_out, [this](const ZmtpPeer::Message &message) {
        take(message);
        return !hasEnded();
    });
    if (hasEnded())
        return;
    m_in.erase(0, taken);
    if (m_in.empty())
        m_in = {}; // of a long answer nothing stays
    if (m_peer.issue() == ZmtpPeer::Issue::WrongSocket)
        end(SourceError::WrongSocket, std::string(zmtpSocketName(m_peer.socket())));
    else if (m_peer.issue() != ZmtpPeer::Issue::None)
        end(SourceError::NotZmq);
    else if (m_peer.isDiscarding())
        end(SourceError::TooLarge, std::to_string(m_mostReply));
}

/// An empty frame, then the answer. Whatever nobody asked for is let go.
void ReqSocket::take(const ZmtpPeer::Message &message)
{
    if (message.oversized)
        return end(SourceError::TooLarge, std::to_string(m_mostReply));
    offer(message.bytes, false);
    if (!std::exchange(m_asked, false))
        return;
    if (message.count < 2 || !message.frames[0].empty())
        return end(SourceError::BadAnswer, std::string(message.bytes.substr(0, ShownBytes)));
    m_reply = message.frames[1];
}

void ReqSocket::offer(std::string_view frames, bool request) const
{
    if (m_tap == nullptr || !m_tap->isOn())
        return;
    const SocketAddress ours = SocketAddress::local(m_fd.get());
    m_tap->offer(PacketProtocol::Zmq, (request ? ours : m_theirs).get(), (request ? m_theirs : ours).get(),
                 frames);
}

} // namespace metriscope::net
