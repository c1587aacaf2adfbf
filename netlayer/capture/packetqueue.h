// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/packetjudge.h"
#include "netlayer/packets/packet.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace metriscope::net
{

/// A packet of a capture, with what is known of it.
struct JudgedPacket {
    Packet packet;
    PacketFacts facts;
    std::vector<std::string> comments; ///< as the file has them
};

/// Where a reading thread leaves packets and the window takes them. Bounded: full, it drops the oldest ones
/// and counts them, or makes the reading thread wait.
class PacketQueue final
{
public:
    static constexpr std::size_t MaxBytes = std::size_t{64} << 20, MaxPackets = 200'000;
    enum class WhenFull : std::uint8_t { DropOldest, Wait };

    explicit PacketQueue(WhenFull whenFull) : m_whenFull(whenFull) {}

    /// Takes all of them. True when the queue was empty before: the reader deserves a word.
    bool put(std::vector<JudgedPacket> &&packets);
    /// At most `most`, oldest first.
    [[nodiscard]] std::vector<JudgedPacket> take(std::size_t most = MaxPackets);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::uint64_t dropped() const;
    void stopWaiting(); ///< put() waits no more, from now on

private:
    [[nodiscard]] static std::size_t sizeOf(const JudgedPacket &packet) noexcept;

    const WhenFull m_whenFull;
    mutable std::mutex m_mutex;
    std::condition_variable m_taken;
    std::deque<JudgedPacket> m_packets;
    std::size_t m_bytes = 0;
    std::uint64_t m_dropped = 0;
    bool m_stopped = false;
};

} // namespace metriscope::net
