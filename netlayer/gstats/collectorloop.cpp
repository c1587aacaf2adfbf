// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/collectorloop.h"

#include "netlayer/packets/tap.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <span>
#include <thread>
#include <utility>

namespace metriscope::net
{
namespace
{

constexpr std::size_t ReadBytes = std::size_t{256} * 1024, ControlReadBytes = 4096;
constexpr int EventsAtOnce = 256, AcceptedAtOnce = 256;
constexpr std::chrono::microseconds Nap{1000};
constexpr std::chrono::seconds HandshakeTime{10}, SweepInterval{1};
/// Answers that peers do not fetch; who makes them more is hung up on.
constexpr std::size_t MostWaiting = std::size_t{64} << 20;

// What an event of the epoll set belongs to: a listener, a connection, the eventfd.
constexpr std::uint64_t ConnectionTag = std::uint64_t{1} << 32U, WakeTag = std::uint64_t{1} << 33U;
constexpr std::size_t PushListener = 0, ControlListener = 1;

FileDescriptor reserve()
{
    return FileDescriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
}

} // namespace

CollectorLoop::CollectorLoop(const CollectorConfig &config, Sockets sockets, CollectorDesk &desk, Tap *tap)
    : m_config(config), m_listeners(std::move(sockets)), m_desk(desk), m_tap(tap),
      m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      m_reserve(reserve()), m_buffer(std::make_unique_for_overwrite<char[]>(ReadBytes))
{
    (void)watch(EPOLL_CTL_ADD, m_wake.get(), WakeTag, false);
    (void)watch(EPOLL_CTL_ADD, m_listeners.push.get(), PushListener, false);
    (void)watch(EPOLL_CTL_ADD, m_listeners.control.get(), ControlListener, false);
}

/// While it waits to write, nothing is read: one answer at a time.
bool CollectorLoop::watch(int operation, int fd, std::uint64_t tag, bool write) const
{
    epoll_event event{write ? std::uint32_t{EPOLLOUT} : std::uint32_t{EPOLLIN}, {.u64 = tag}};
    return ::epoll_ctl(m_epoll.get(), operation, fd, &event) == 0;
}

void CollectorLoop::watchWriting(std::size_t place, bool blocked)
{
    Connection &connection = *m_connections[place];
    if (std::exchange(connection.blocked, blocked) != blocked)
        (void)watch(EPOLL_CTL_MOD, connection.fd.get(), ConnectionTag + place, blocked);
}

void CollectorLoop::wake() const
{
    ::eventfd_write(m_wake.get(), 1);
}

void CollectorLoop::run(const std::stop_token &stop)
{
    Round round = Round::Idle;
    while (!stop.stop_requested() && !m_quit) {
        const bool watchful = m_shaking > 0; // somebody may never say what it is
        const int idle = watchful ? static_cast<int>(Millis{SweepInterval}.count()) : -1;
        round = serve(round == Round::Idle ? idle : 0);
        if (m_shaking > 0)
            dropSilent(Clock::now());
        if (round == Round::Some)
            std::this_thread::sleep_for(Nap);
    }
    m_connections.clear();
    m_listeners = {}; // who sent QUIT sees us gone, whenever the other threads get round to it
}

CollectorLoop::Round CollectorLoop::serve(int timeout)
{
    std::array<epoll_event, EventsAtOnce> events;
    const int count = ::epoll_wait(m_epoll.get(), events.data(), EventsAtOnce, timeout);
    Round round = Round::Idle;
    for (int i = 0; i < count && !m_quit; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        const std::uint64_t tag = event.data.u64;
        if (tag == WakeTag) {
            eventfd_t ignored = 0;
            ::eventfd_read(m_wake.get(), &ignored);
        } else if (tag < ConnectionTag) {
            acceptFrom(tag);
            round = std::max(round, Round::Some);
        } else if ((event.events & EPOLLOUT) != 0) {
            flush(tag - ConnectionTag);
        } else {
            round = std::max(round, readFrom(tag - ConnectionTag));
        }
    }
    return count == EventsAtOnce ? Round::Full : round;
}

void CollectorLoop::acceptFrom(std::size_t listener)
{
    const bool control = listener == ControlListener;
    const int from = control ? m_listeners.control.get() : m_listeners.push.get();
    for (int i = 0; i < AcceptedAtOnce; ++i) {
        SocketAddress address;
        address.size = sizeof address.storage;
        FileDescriptor fd(::accept4(from, reinterpret_cast<sockaddr *>(&address.storage), &address.size,
                                    SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (fd)
            admit(std::move(fd), address, control);
        else if (errno == EMFILE || errno == ENFILE)
            refuseForWantOfDescriptors(from);
        else if (errno != ECONNABORTED && errno != EINTR)
            return;
    }
}

void CollectorLoop::admit(FileDescriptor fd, const SocketAddress &address, bool control)
{
    if (m_connections.size() - m_freePlaces.size() >= m_config.maxConnections) {
        CollectorDesk::Shift(m_desk).refusedPeer();
        return;
    }
    if (m_freePlaces.empty()) {
        m_freePlaces.push_back(m_connections.size());
        m_connections.emplace_back();
    }
    const std::size_t place = m_freePlaces.back();
    const int on = 1;
    ::setsockopt(fd.get(), SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on); // its machine may have gone away
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (!watch(EPOLL_CTL_ADD, fd.get(), ConnectionTag + place, false)) {
        CollectorDesk::Shift(m_desk).refusedPeer();
        return;
    }
    m_freePlaces.pop_back();
    m_connections[place] = std::make_unique<Connection>(std::move(fd), control, Clock::now());
    m_connections[place]->address = address;
    ++m_shaking;
    flush(place);
}

/// Otherwise the peer would wait in the backlog for ever, and wake us all the time.
void CollectorLoop::refuseForWantOfDescriptors(int listener)
{
    m_reserve.reset();
    FileDescriptor refused(::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC));
    if (refused)
        CollectorDesk::Shift(m_desk).refusedPeer();
    refused.reset(); // before its number is taken again
    m_reserve = reserve();
}

CollectorLoop::Round CollectorLoop::readFrom(std::size_t place)
{
    if (!m_connections[place])
        return Round::Idle; // it left in this very round
    Connection &connection = *m_connections[place];
    const std::size_t most = connection.control ? ControlReadBytes : ReadBytes;
    const ssize_t size = ::recv(connection.fd.get(), m_buffer.get(), most, MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return Round::Idle;
    if (size <= 0) {
        leave(place);
        return Round::Some;
    }
    parse(connection, {m_buffer.get(), static_cast<std::size_t>(size)});
    flush(place);
    return static_cast<std::size_t>(size) == ReadBytes ? Round::Full : Round::Some;
}

/// Messages that are whole are read where they lie; what is left of the last one waits for its rest.
void CollectorLoop::parse(Connection &connection, std::string_view fresh)
{
    std::string &kept = connection.in;
    if (kept.empty()) {
        kept.assign(fresh.substr(takeFrom(connection, fresh)));
    } else {
        kept.append(fresh);
        kept.erase(0, takeFrom(connection, kept));
    }
}

std::size_t CollectorLoop::takeFrom(Connection &connection, std::string_view bytes)
{
    const bool wasShaking = connection.peer.isShaking();
    const bool tapped = m_tap != nullptr && m_tap->isOn();
    CollectorDesk::Shift shift(m_desk);
    shift.read(bytes.size());
    const std::size_t taken =
        connection.peer.take(bytes, connection.out, [&](const ZmtpPeer::Message &message) {
            if (tapped && !message.oversized)
                offer(connection, message.bytes, true);
            if (connection.control)
                return takeRequest(connection, message, shift);
            if (message.oversized || message.count != 2)
                shift.damaged();
            else
                shift.pushed(message.frames[0], message.frames[1]);
            return true;
        });
    if (wasShaking && !connection.peer.isShaking())
        --m_shaking;
    return taken;
}

/// A request: any number of frames for the way back, an empty one, the command.
bool CollectorLoop::takeRequest(Connection &connection, const ZmtpPeer::Message &message,
                                CollectorDesk::Shift &shift)
{
    const auto frames = std::span(message.frames).first(message.count);
    const auto delimiter = std::ranges::find_if(frames, &std::string_view::empty);
    if (message.oversized || delimiter == frames.end() || delimiter + 1 == frames.end()) {
        shift.damaged();
        return true;
    }
    const bool one = delimiter + 2 == frames.end();
    const std::string_view command = one ? *(delimiter + 1) : std::string_view();
    if (command == "QUIT" && m_config.quitAllowed) {
        m_quit = true; // gstats-collectd does not answer either
        return false;
    }
    std::string reply;
    for (auto frame = frames.begin(); frame <= delimiter; ++frame)
        appendZmtpFrame(reply, *frame, true);
    appendZmtpFrame(reply, shift.answer(command), false);
    if (m_tap != nullptr && m_tap->isOn())
        offer(connection, reply, false);
    connection.out += reply;
    connection.waiting += reply.size();
    m_waitingBytes += reply.size();
    return false; // the next one when this one has gone out
}

void CollectorLoop::offer(const Connection &connection, std::string_view bytes, bool received) const
{
    const SocketAddress ours = SocketAddress::local(connection.fd.get());
    const sockaddr *const peer = connection.address.get();
    m_tap->offer(PacketProtocol::Zmq, received ? peer : ours.get(), received ? ours.get() : peer, bytes);
}

/// Sends what it can, and serves the requests that waited for that.
void CollectorLoop::flush(std::size_t place)
{
    Connection *connection = m_connections[place].get();
    while (connection != nullptr && !connection->out.empty()) {
        const std::string_view left = std::string_view(connection->out).substr(connection->sent);
        const ssize_t sent = ::send(connection->fd.get(), left.data(), left.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return leave(place);
        connection->sent += sent > 0 ? static_cast<std::size_t>(sent) : 0;
        if (connection->sent < connection->out.size()) {
            if (m_waitingBytes > MostWaiting)
                leave(place);
            else
                watchWriting(place, true);
            return;
        }
        m_waitingBytes -= std::exchange(connection->waiting, 0);
        connection->out = std::string();
        connection->sent = 0;
        watchWriting(place, false);
        if (!m_quit && !connection->in.empty())
            parse(*connection, {});
    }
    if (connection != nullptr && connection->peer.issue() != ZmtpPeer::Issue::None) {
        CollectorDesk::Shift(m_desk).refusedPeer();
        leave(place);
    }
}

void CollectorLoop::leave(std::size_t place)
{
    const Connection &connection = *m_connections[place];
    m_shaking -= connection.peer.isShaking() ? 1 : 0;
    m_waitingBytes -= connection.waiting;
    m_connections[place].reset(); // closing takes it out of the epoll set
    m_freePlaces.push_back(place);
}

void CollectorLoop::dropSilent(Clock::time_point now)
{
    if (now < m_nextSweep)
        return;
    m_nextSweep = now + SweepInterval;
    for (std::size_t place = 0; place < m_connections.size(); ++place) {
        const Connection *const connection = m_connections[place].get();
        if (connection == nullptr || !connection->peer.isShaking() || now - connection->since < HandshakeTime)
            continue;
        CollectorDesk::Shift(m_desk).refusedPeer();
        leave(place);
    }
}

} // namespace metriscope::net
