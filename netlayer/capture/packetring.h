// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/packetjudge.h"
#include "netlayer/packets/packet.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// A packet of a ring and what was known of it when it came. Views are good until the next push().
struct PacketRecord {
    std::int64_t time = 0;             ///< nanoseconds since the epoch, wall clock
    PacketAddress source, destination; ///< as decoded
    std::uint32_t interface = 0;       ///< index into the feed's list
    std::uint32_t kernelInterface = 0; ///< of cooked v2 captures, else 0
    std::uint32_t originalLength = 0;
    std::uint32_t payloadLength = 0; ///< as the headers say
    ByteRange payload, whole;        ///< as in Frame and PacketFacts
    std::uint32_t items = 0;
    FragmentPlace fragment;
    std::uint16_t linkType = 0;
    PacketFeed feed = PacketFeed::Tap;
    PacketProtocol protocol = PacketProtocol::Unknown;
    PayloadKind kind = PayloadKind::Unknown;
    FrameIssue frameIssue = FrameIssue::None;
    Verdict worst = Verdict::Accepted; ///< of the items, when there are any
    LineIssue issue = LineIssue::None; ///< of the first item with it
    PayloadIssue otherIssue = PayloadIssue::None;
    std::uint8_t tcpFlags = 0;
    std::uint8_t copy = 0; ///< as in PacketFacts
    bool gap = false, repeated = false;
    std::span<const std::uint8_t> bytes;
    std::string_view assembled; ///< as in PacketFacts

    [[nodiscard]] std::optional<Verdict> verdict() const noexcept
    {
        return items > 0 ? std::optional(worst) : std::nullopt;
    }
    /// Of the packet itself.
    [[nodiscard]] std::string_view payloadText() const noexcept;
    /// What the packet says: `assembled`, or its payload.
    [[nodiscard]] std::string_view text() const noexcept;
    /// The items of it that are whole and were not judged with another packet.
    [[nodiscard]] std::string_view wholeText() const noexcept
    {
        return text().substr(whole.offset, whole.size);
    }
    [[nodiscard]] Packet packet() const; ///< as it came
};

/// The newest packets, within a number and an amount of bytes. Every packet has a number, from 0 on, that it
/// keeps; what is too much goes from the oldest on, about a hundredth of the ring at a time. Packets lie in
/// blocks, one piece of memory each, and one block more may be held. Not thread-safe.
class PacketRing final
{
public:
    struct Limits {
        std::size_t packets = 1'000'000;
        std::size_t bytes = std::size_t{256} << 20; ///< of the packets and of what is known about them
        friend bool operator==(const Limits &, const Limits &) = default;
    };

    PacketRing() = default;
    explicit PacketRing(const Limits &limits) : m_limits(limits) {}

    /// `comments`: what others wrote about it.
    void push(const Packet &packet, const PacketFacts &facts, std::vector<std::string> comments = {});
    /// Drops everything; numbers go on, and what was dropped this way is not counted as evicted. Giving back
    /// so much memory takes a while: whoever is in a hurry has the returned ring destroyed by another thread.
    PacketRing clear();
    void setLimits(const Limits &limits); ///< evicts at once what is too much

    [[nodiscard]] const Limits &limits() const noexcept { return m_limits; }
    [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(m_end - m_first); }
    [[nodiscard]] std::uint64_t first() const noexcept { return m_first; } ///< number of the oldest
    [[nodiscard]] std::uint64_t end() const noexcept { return m_end; }     ///< the next one's number
    [[nodiscard]] bool contains(std::uint64_t number) const noexcept
    {
        return number >= m_first && number < m_end;
    }
    [[nodiscard]] std::uint64_t evicted() const noexcept { return m_evicted; }
    [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; } ///< held now
    /// `number` must be contained.
    [[nodiscard]] PacketRecord at(std::uint64_t number) const noexcept;
    [[nodiscard]] std::span<const std::string> comments(std::uint64_t number) const noexcept;

private:
    struct Row {
        PacketRecord record; ///< without its views
        std::uint32_t offset, size, assembled;
    };
    struct Block {
        std::uint64_t first = 0;
        std::vector<Row> rows;
        std::vector<std::uint8_t> bytes;
        std::map<std::uint64_t, std::vector<std::string>> comments; ///< by number; few packets have any
        std::size_t held = 0;                                       ///< as it counts in m_bytes
    };
    static constexpr std::size_t BlocksInRing = 128, MostRows = 8192, MostBytes = std::size_t{4} << 20;

    [[nodiscard]] Block &blockFor(std::size_t bytes);
    [[nodiscard]] const Block &blockOf(std::uint64_t number) const noexcept;
    void evict();
    void dropOldest();

    Limits m_limits;
    std::deque<Block> m_blocks; ///< oldest first, none of them empty
    Block m_spare;              ///< empty, with the memory of the one that went last
    std::uint64_t m_first = 0, m_end = 0, m_evicted = 0;
    std::size_t m_bytes = 0;
};

} // namespace metriscope::net
