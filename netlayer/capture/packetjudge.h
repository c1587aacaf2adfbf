// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/fragmenttable.h"
#include "netlayer/capture/frame.h"
#include "netlayer/capture/payload.h"
#include "netlayer/capture/streamtracker.h"
#include "netlayer/packets/packet.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace metriscope::net
{

struct JudgeConfig {
    PortRoles roles;
    const Dialect *dialect = &defaultDialect();
};

/// What is known of a packet once it was seen in its place among the others.
struct PacketFacts {
    Frame frame;
    PayloadKind kind = PayloadKind::Unknown;
    PayloadCounts counts;
    FragmentPlace fragment; ///< of a fragment
    bool gap = false;       ///< bytes of the stream before it were never seen
    /// A datagram that passed another interface a moment ago (docker0, veth ...) is a copy: 1 for the first
    /// one, and so on. Known in captures that say by which interface each packet came.
    std::uint8_t copy = 0;
    bool repeated = false; ///< a copy, or a TCP segment that was seen before: nothing is counted twice
    /// Of the text: where items stand that are whole and were not counted with an earlier packet.
    ByteRange whole;
    /// The text of the items that end in this packet, when they began in earlier ones; else empty.
    std::string assembled;

    /// What to give to judgePayload(), to search and to show: `assembled`, or the payload within `bytes`.
    [[nodiscard]] std::string_view text(std::span<const std::uint8_t> bytes) const noexcept;
    /// The whole items of it.
    [[nodiscard]] std::string_view wholeText(std::span<const std::uint8_t> bytes) const noexcept
    {
        return text(bytes).substr(whole.offset, whole.size);
    }
};

/// Makes facts of packets, one after the other in order of arrival: puts fragments and streams together
/// within bounds, finds out what they speak, and counts what is accepted. One feed, one judge; any thread.
class PacketJudge final
{
public:
    explicit PacketJudge(JudgeConfig config = {}) : m_config(std::move(config)) {}

    [[nodiscard]] PacketFacts take(const Packet &packet);

    [[nodiscard]] const JudgeConfig &config() const noexcept { return m_config; }
    /// For the packets to come.
    void setConfig(JudgeConfig config) { m_config = std::move(config); }

    [[nodiscard]] const StreamTracker &streams() const noexcept { return m_streams; }
    [[nodiscard]] const FragmentTable &fragments() const noexcept { return m_fragments; }

private:
    [[nodiscard]] std::uint8_t copiesBefore(const Frame &frame, std::string_view payload, std::int64_t time);
    void takeFragment(PacketFacts &facts, const Packet &packet);
    void takeDatagram(PacketFacts &facts, std::string_view payload, std::uint32_t from);
    void takeStream(PacketFacts &facts, std::string_view payload, bool ordered);
    void count(PacketFacts &facts, std::string_view payload);

    JudgeConfig m_config;
    struct Seen {
        std::int64_t time = 0;
        std::uint64_t fingerprint = 0;
        std::uint32_t interface = 0; ///< where it was seen first; 0: nothing
        std::uint8_t copies = 0;
    };
    std::array<Seen, 64> m_seen; ///< the last datagrams, in a circle
    std::size_t m_nextSeen = 0;
    StreamTracker m_streams;
    FragmentTable m_fragments;
};

} // namespace metriscope::net
