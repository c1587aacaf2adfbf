// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/gstats/collectordesk.h"
#include "netlayer/gstats/zmtppeer.h"
#include "netlayer/sockets/endpoint.h"
#include "netlayer/sockets/filedescriptor.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace metriscope::net
{

class Tap;

/// What the collector's thread does between start and stop: serves a PULL and a REP socket for any number of
/// peers up to a limit. Gstats hooks connect anew for every message, so a connection costs little here. Under
/// load it naps after each round, so that one wake-up serves many messages.
class CollectorLoop final
{
public:
    struct Sockets {
        FileDescriptor push, control;
    };
    CollectorLoop(const CollectorConfig &config, Sockets sockets, CollectorDesk &desk, Tap *tap);

    void run(const std::stop_token &stop);
    void wake() const; ///< any thread: ends a wait
    /// After run(): a peer sent QUIT and may.
    [[nodiscard]] bool wasQuit() const noexcept { return m_quit; }

private:
    using Clock = std::chrono::steady_clock;
    enum class Round : std::uint8_t { Idle, Some, Full };
    struct Connection {
        Connection(FileDescriptor socket, bool isControl, Clock::time_point now)
            : fd(std::move(socket)), control(isControl),
              peer(isControl ? ZmtpSocket::Rep : ZmtpSocket::Pull, out), since(now)
        {
        }
        FileDescriptor fd;
        bool control;
        std::string in, out;     ///< what is not complete yet, what the peer has not taken yet
        std::size_t sent = 0;    ///< of `out`
        std::size_t waiting = 0; ///< bytes of answers in `out`
        bool blocked = false;    ///< the peer does not take what is sent
        ZmtpPeer peer;
        Clock::time_point since;
        SocketAddress address;
    };
    [[nodiscard]] Round serve(int timeout);
    void acceptFrom(std::size_t listener);
    void admit(FileDescriptor fd, const SocketAddress &address, bool control);
    void refuseForWantOfDescriptors(int listener);
    [[nodiscard]] Round readFrom(std::size_t place);
    void parse(Connection &connection, std::string_view fresh);
    [[nodiscard]] std::size_t takeFrom(Connection &connection, std::string_view bytes);
    [[nodiscard]] bool takeRequest(Connection &connection, const ZmtpPeer::Message &message,
                                   CollectorDesk::Shift &shift);
    void offer(const Connection &connection, std::string_view bytes, bool received) const;
    void flush(std::size_t place);
    void leave(std::size_t place);
    void dropSilent(Clock::time_point now);
    void watchWriting(std::size_t place, bool blocked);
    [[nodiscard]] bool watch(int operation, int fd, std::uint64_t tag, bool write) const;

    const CollectorConfig m_config;
    Sockets m_listeners;
    CollectorDesk &m_desk;
    Tap *const m_tap;
    FileDescriptor m_epoll, m_wake, m_reserve;
    std::vector<std::unique_ptr<Connection>> m_connections;
    std::vector<std::size_t> m_freePlaces;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_shaking = 0;      ///< connections that have not shown yet what they are
    std::size_t m_waitingBytes = 0; ///< of answers that peers have not taken yet
    Clock::time_point m_nextSweep{};
    bool m_quit = false;
};

} // namespace metriscope::net
