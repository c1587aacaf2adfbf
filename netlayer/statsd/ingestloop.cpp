// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/ingestloop.h"

#include "netlayer/statsd/dialect.h"
#include "netlayer/statsd/selftest.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace metriscope::net
{
namespace
{

/// A nap must not last longer than the socket buffer holds at a million lines a second.
constexpr std::chrono::microseconds Nap{1000}, NapOfSmallBuffer{250}, NapUnderLightLoad{5000};
constexpr std::size_t SmallBuffer = std::size_t{1} << 20, LargeBuffer = std::size_t{4} << 20;
constexpr std::size_t LightLoad = 16; ///< datagrams and reads in a round
constexpr std::size_t PacketBytes = 65'535, PacketBatch = 256;
constexpr std::size_t LocalBytes = std::size_t{1} << 18, LocalBatch = 32;
constexpr int EventsAtOnce = 256, CatchUpRounds = 16;

// What an event of the epoll set belongs to: the listening socket of that number, a client, the eventfd.
constexpr std::uint64_t ClientTag = std::uint64_t{1} << 32, WakeTag = std::uint64_t{1} << 33;

const Dialect &dialectOf(const ReceiverConfig &config)
{
    const Dialect *dialect = dialectByName(config.dialect);
    return dialect != nullptr ? *dialect : defaultDialect();
}

} // namespace

IngestLoop::IngestLoop(const ReceiverConfig &config, ListenSet sockets, Ledger &ledger,
                       BankExchange &exchange, Tap *tap)
    : m_set(std::move(sockets)), m_ledger(ledger), m_tap(tap), m_exchange(exchange),
      m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      m_intake(dialectOf(config), ledger.aggregator, ledger.counts),
      m_clients(m_epoll.get(), ClientTag, config.maxConnections, m_intake, ledger.counts, tap),
      m_packets(PacketBytes, PacketBatch), m_localPackets(LocalBytes, LocalBatch),
      m_losses(m_set.sockets.size())
{
    watch(m_wake.get(), WakeTag);
    for (std::size_t i = 0; i < m_set.sockets.size(); ++i) {
        m_addresses.push_back(SocketAddress::local(m_set.sockets[i].fd.get()));
        watch(m_set.sockets[i].fd.get(), i);
    }
}

void IngestLoop::watch(int fd, std::uint64_t tag)
{
    epoll_event event{EPOLLIN, {.u64 = tag}};
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event);
}

void IngestLoop::run(const std::stop_token &stop)
{
    bool quiet = true;
    while (!stop.stop_requested()) {
        const Round round = serve(quiet);
        if (m_exchange.isWanted()) {
            // What came before the bank was asked for belongs to it: there may be no other.
            for (int i = 0; i < CatchUpRounds && serve(false) != Round::Idle; ++i) {
            }
            handOver();
        }
        quiet = round == Round::Idle;
        if (round == Round::Some)
            std::this_thread::sleep_for(nap());
    }
}

std::chrono::microseconds IngestLoop::nap() const noexcept
{
    if (m_set.receiveBuffer < SmallBuffer)
        return NapOfSmallBuffer;
    return m_inRound <= LightLoad && m_set.receiveBuffer >= LargeBuffer ? NapUnderLightLoad : Nap;
}

IngestLoop::Round IngestLoop::serve(bool wait)
{
    std::array<epoll_event, EventsAtOnce> events;
    const int count = ::epoll_wait(m_epoll.get(), events.data(), EventsAtOnce, wait ? -1 : 0);
    Round round = Round::Idle;
    m_inRound = 0;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t tag = events[static_cast<std::size_t>(i)].data.u64;
        if (tag >= WakeTag) {
            eventfd_t ignored = 0;
            ::eventfd_read(m_wake.get(), &ignored);
        } else if (tag >= ClientTag) {
            ++m_inRound;
            round = std::max(round, m_clients.readFrom(tag - ClientTag) ? Round::Full : Round::Some);
        } else {
            round = std::max(round, serveSocket(tag));
        }
    }
    return count == EventsAtOnce ? Round::Full : round;
}

IngestLoop::Round IngestLoop::serveSocket(std::size_t index)
{
    const ListenSocket &socket = m_set.sockets[index];
    if (socket.transport != Transport::Tcp)
        return readDatagrams(socket, index);
    m_clients.acceptFrom(socket.fd.get());
    return Round::Some;
}

IngestLoop::Round IngestLoop::readDatagrams(const ListenSocket &socket, std::size_t index)
{
    DatagramReader &reader = socket.transport == Transport::Udp ? m_packets : m_localPackets;
    const std::size_t count = reader.receive(socket.fd.get());
    const bool tapped = m_tap != nullptr && m_tap->isOn();
    for (std::size_t i = 0; i < count; ++i) {
        const Datagram datagram = reader.at(i);
        if (tapped)
            showToTap(datagram, index);
        if (datagram.bytes.starts_with(SelfTestName)) [[unlikely]]
            m_ledger.selfTests.fetch_add(1, std::memory_order_relaxed);
        else if (datagram.truncated)
            takeTruncated(datagram);
        else
            m_intake.takeDatagram(datagram.bytes, {datagram.peer, datagram.peerSize});
    }
    m_intake.settle();
    if (const auto lost = reader.lost())
        countLost(index, *lost);
    m_inRound += count;
    if (count == 0)
        return Round::Idle;
    return count == reader.batch() ? Round::Full : Round::Some;
}

void IngestLoop::showToTap(const Datagram &datagram, std::size_t index) noexcept
{
    const bool local = m_set.sockets[index].transport == Transport::UnixDatagram;
    m_tap->offer(local ? PacketProtocol::UnixDatagram : PacketProtocol::Udp,
                 datagram.peerSize > 0 ? datagram.peer : nullptr, m_addresses[index].get(), datagram.bytes);
}

/// Only the last line is not whole.
void IngestLoop::takeTruncated(const Datagram &datagram)
{
    const LinePeer peer{datagram.peer, datagram.peerSize};
    const std::size_t whole = datagram.bytes.rfind('\n') + 1; // npos + 1 is 0
    m_intake.takeDatagram(datagram.bytes.substr(0, whole), peer);
    m_intake.refuseOversized(datagram.bytes.substr(whole), peer);
}

void IngestLoop::countLost(std::size_t index, std::uint32_t total)
{
    const std::uint32_t more = m_losses[index].observe(total);
    m_ledger.counts.kernelDrops += more;
    m_lostInBank += more;
}

void IngestLoop::handOver()
{
    for (std::size_t i = 0; i < m_set.sockets.size(); ++i) {
        if (m_set.sockets[i].transport != Transport::Udp)
            continue;
        if (const auto lost = lostDatagrams(m_set.sockets[i].fd.get()))
            countLost(i, *lost);
    }
    std::unique_ptr<Bank> empty = m_exchange.takeEmpty();
    if (!empty)
        return;
    std::unique_ptr<Bank> full = m_intake.swap(std::move(empty), std::chrono::steady_clock::now());
    full->kernelDrops = std::exchange(m_lostInBank, 0);
    m_exchange.deliver(std::move(full));
}

} // namespace metriscope::net
