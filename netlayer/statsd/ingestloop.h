// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/packets/tap.h"
#include "netlayer/sockets/endpoint.h"
#include "netlayer/sockets/filedescriptor.h"
#include "netlayer/statsd/bankexchange.h"
#include "netlayer/statsd/datagramreader.h"
#include "netlayer/statsd/lineintake.h"
#include "netlayer/statsd/listenset.h"
#include "netlayer/statsd/receiverconfig.h"
#include "netlayer/statsd/streamclients.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace metriscope::net
{

/// What the ingest thread does between start and stop. Waits for events while it is quiet; under load it naps
/// for about a millisecond after each round instead, so that one wake-up serves many datagrams. A lone
/// datagram is served at once.
class IngestLoop final
{
public:
    /// What outlives a stop and a new start: the numbering of names and the counts.
    struct Ledger {
        Aggregator aggregator;
        IngestCounts counts;
        std::atomic<std::uint64_t> selfTests = 0; ///< datagrams that are none of the above; any thread reads
    };

    IngestLoop(const ReceiverConfig &config, ListenSet sockets, Ledger &ledger, BankExchange &exchange,
               Tap *tap);

    /// An eventfd; writing to it ends a wait.
    [[nodiscard]] int wakeFd() const noexcept { return m_wake.get(); }
    void run(const std::stop_token &stop);

private:
    enum class Round : std::uint8_t { Idle, Some, Full };
    [[nodiscard]] Round serve(bool wait);
    [[nodiscard]] std::chrono::microseconds nap() const noexcept;
    [[nodiscard]] Round serveSocket(std::size_t index);
    [[nodiscard]] Round readDatagrams(const ListenSocket &socket, std::size_t index);
    void showToTap(const Datagram &datagram, std::size_t index) noexcept;
    void takeTruncated(const Datagram &datagram);
    void countLost(std::size_t index, std::uint32_t total);
    void handOver();
    void watch(int fd, std::uint64_t tag);

    ListenSet m_set;
    std::vector<SocketAddress> m_addresses; ///< of the sockets, for the tap
    Ledger &m_ledger;
    Tap *const m_tap;
    BankExchange &m_exchange;
    FileDescriptor m_epoll, m_wake;
    LineIntake m_intake;
    StreamClients m_clients;
    DatagramReader m_packets, m_localPackets; ///< UDP; unix sockets, whose datagrams may be larger
    std::vector<LossCounter> m_losses;        ///< per socket
    std::uint64_t m_lostInBank = 0;
    std::size_t m_inRound = 0; ///< datagrams and reads of clients in the round
};

} // namespace metriscope::net
