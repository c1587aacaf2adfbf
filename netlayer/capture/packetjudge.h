// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/fragmenttable.h"
#include "netlayer/capture/frame.h"
#include "netlayer/capture/payload.h"
#include "netlayer/capture/streamtracker.h"
#include "netlayer/packets/packet.h"

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
    bool repeated = false;  ///< a TCP segment that was seen before: nothing is counted twice
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
    void takeFragment(PacketFacts &facts, const Packet &packet);
    void takeDatagram(PacketFacts &facts, std::string_view payload, std::uint32_t from);
    void takeStream(PacketFacts &facts, std::string_view payload, bool ordered);
    void count(PacketFacts &facts, std::string_view payload);

    JudgeConfig m_config;
    StreamTracker m_streams;
    FragmentTable m_fragments;
};

} // namespace metriscope::net
