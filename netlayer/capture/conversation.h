// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/packetring.h"
#include "netlayer/capture/segmentorder.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What the two sides of a packet said to each other, in the order in which they sent it: segments of TCP
/// that came out of order or twice stand in their place, once. Bounded: its beginning is kept.
class Conversation final
{
public:
    static constexpr std::size_t MaxBytes = std::size_t{2} << 20;
    enum class Side : std::uint8_t { Asking, Answering };

    struct Part {
        Side side = Side::Asking;
        std::uint32_t missing = 0; ///< bytes before it that were never captured
        std::string bytes;         ///< a datagram, or what was said until the other side spoke
        friend bool operator==(const Part &, const Part &) = default;
    };

    /// The one that a packet belongs to.
    explicit Conversation(const PacketRecord &packet);

    /// In order of arrival; what belongs to other conversations is passed over.
    void add(const PacketRecord &record);
    /// No more comes: what waits for something missing is taken as it is.
    void end();

    [[nodiscard]] const PacketAddress &asking() const noexcept { return m_ends[0]; }
    [[nodiscard]] const PacketAddress &answering() const noexcept { return m_ends[1]; }
    [[nodiscard]] const std::vector<Part> &parts() const noexcept { return m_parts; }
    [[nodiscard]] bool isCut() const noexcept { return m_cut; } ///< by the bound

private:
    void addSegment(std::size_t side, const PacketRecord &record);
    void giveUp(std::size_t side);
    void append(std::size_t side, std::string_view bytes, std::uint32_t missing = 0);

    const PacketFeed m_feed;
    const PacketProtocol m_protocol;
    std::array<PacketAddress, 2> m_ends; ///< by side
    std::array<SegmentOrder, 2> m_orders;
    std::vector<Part> m_parts;
    std::size_t m_size = 0;
    bool m_cut = false;
};

} // namespace metriscope::net
