// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/streamclients.h"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <cerrno>
#include <utility>

namespace metriscope::net
{
namespace
{

constexpr std::size_t ReadBytes = std::size_t{64} * 1024;
constexpr int AcceptedAtOnce = 256; ///< then the datagrams have their turn

FileDescriptor reserve()
{
    return FileDescriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
}

} // namespace

StreamClients::StreamClients(int epollFd, std::uint64_t tag, std::size_t limit, LineIntake &intake,
                             IngestCounts &counts, Tap *tap)
    : m_epollFd(epollFd), m_tag(tag), m_limit(limit), m_intake(intake), m_counts(counts), m_tap(tap),
      m_buffer(std::make_unique_for_overwrite<char[]>(ReadBytes)), m_reserve(reserve())
{
}

void StreamClients::acceptFrom(int listener)
{
    for (int i = 0; i < AcceptedAtOnce; ++i) {
        sockaddr_in6 peer{};
        socklen_t size = sizeof peer;
        FileDescriptor fd(
            ::accept4(listener, reinterpret_cast<sockaddr *>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (fd)
            admit(std::move(fd), peer, size);
        else if (errno == EMFILE || errno == ENFILE)
            refuseForWantOfDescriptors(listener);
        else if (errno != ECONNABORTED && errno != EINTR)
            return;
    }
}

void StreamClients::admit(FileDescriptor fd, const sockaddr_in6 &peer, socklen_t peerSize)
{
    const bool full = m_clients.size() - m_freePlaces.size() >= m_limit;
    if (full) {
        ++m_counts.refusedConnections;
        return;
    }
    if (m_freePlaces.empty()) {
        m_freePlaces.push_back(m_clients.size());
        m_clients.emplace_back();
    }
    const std::size_t place = m_freePlaces.back();
    const int on = 1; // finds out about clients whose machine went away
    ::setsockopt(fd.get(), SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    epoll_event event{EPOLLIN, {.u64 = m_tag + place}};
    if (::epoll_ctl(m_epollFd, EPOLL_CTL_ADD, fd.get(), &event) != 0) {
        ++m_counts.refusedConnections;
        return;
    }
    m_freePlaces.pop_back();
    m_clients[place] = std::make_unique<Client>(Client{std::move(fd), {}, peer, peerSize});
    ++m_counts.connections;
}

/// Otherwise the client would wait in the backlog for ever, and wake us all the time.
void StreamClients::refuseForWantOfDescriptors(int listener)
{
    m_reserve.reset();
    FileDescriptor refused(::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC));
    if (refused)
        ++m_counts.refusedConnections;
    refused.reset(); // before its number is taken again
    m_reserve = reserve();
}

bool StreamClients::readFrom(std::size_t place)
{
    Client &client = *m_clients[place];
    const ssize_t size = ::recv(client.fd.get(), m_buffer.get(), ReadBytes, MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return false;
    if (size <= 0) {
        leave(place);
        return false;
    }
    const std::string_view bytes(m_buffer.get(), static_cast<std::size_t>(size));
    const std::uint64_t oversized = client.framer.oversized();
    m_counts.bytes += bytes.size();
    const bool tapped = m_tap != nullptr && m_tap->isOn();
    client.framer.feed(bytes, [&](std::string_view line) {
        if (tapped)
            showToTap(client, line);
        m_intake.takeLine(line, client.linePeer());
        const bool isKeptByFramer = line.data() < bytes.data() || line.data() >= bytes.data() + bytes.size();
        if (isKeptByFramer)
            m_intake.settle();
    });
    for (std::uint64_t i = oversized; i < client.framer.oversized(); ++i)
        m_intake.refuseOversized({}, client.linePeer());
    m_intake.settle();
    flushToTap(client);
    return bytes.size() == ReadBytes;
}

/// Whole lines, as many to a packet as fit: where the network cut the stream says nothing about them.
void StreamClients::showToTap(const Client &client, std::string_view line)
{
    if (m_tapped.size() + line.size() >= Tap::MaxPayload)
        flushToTap(client);
    m_tapped.append(line).push_back('\n');
}

void StreamClients::flushToTap(const Client &client)
{
    if (m_tapped.empty())
        return;
    m_tap->offer(PacketProtocol::Tcp, client.linePeer().address, SocketAddress::local(client.fd.get()).get(),
                 m_tapped);
    m_tapped.clear();
}

void StreamClients::leave(std::size_t place)
{
    Client &client = *m_clients[place];
    if (const std::string_view tail = client.framer.tail(); !tail.empty()) {
        if (m_tap != nullptr && m_tap->isOn()) {
            m_tapped = tail;
            flushToTap(client);
        }
        m_intake.takeTail(tail, client.linePeer());
        m_intake.settle();
    }
    m_clients[place].reset(); // closing takes it out of the epoll set
    m_freePlaces.push_back(place);
}

} // namespace metriscope::net
