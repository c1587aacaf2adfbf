// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/packetjudge.h"

#include "netlayer/capture/framedecoder.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

namespace metriscope::net
{

namespace
{

constexpr std::int64_t CopyWithin = 5'000'000; // nanoseconds

std::string_view textOf(std::span<const std::uint8_t> bytes, ByteRange range) noexcept
{
    if (range.offset > bytes.size() || range.size > bytes.size() - range.offset)
        return {};
    return {reinterpret_cast<const char *>(bytes.data()) + range.offset, range.size};
}

/// Up to which byte a cut payload holds whole lines.
std::uint32_t wholeLines(std::string_view text) noexcept
{
    const std::size_t newline = text.rfind('\n');
    return newline == std::string_view::npos ? 0 : static_cast<std::uint32_t>(newline + 1);
}

} // namespace

std::string_view PacketFacts::text(std::span<const std::uint8_t> bytes) const noexcept
{
    return assembled.empty() ? textOf(bytes, frame.payload) : std::string_view(assembled);
}

PacketFacts PacketJudge::take(const Packet &packet)
{
    PacketFacts facts;
    facts.frame = decodePacket(packet);
    const Frame &frame = facts.frame;
    if (frame.fragment.is) {
        takeFragment(facts, packet);
    } else if (frame.payloadLength > 0 || frame.protocol == PacketProtocol::Tcp) {
        const std::string_view payload = textOf(packet.bytes, frame.payload);
        if (frame.protocol == PacketProtocol::Tcp)
            takeStream(facts, payload, packet.feed == PacketFeed::Tap);
        else if ((facts.copy = copiesBefore(frame, payload, packet.time)) == 0)
            takeDatagram(facts, payload, 0);
        facts.repeated = facts.repeated || facts.copy > 0;
        if (facts.copy > 0)
            facts.kind = payloadKind(frame, payload, m_config.roles);
        count(facts, payload);
    }
    return facts;
}

/// The same bytes between the same ends, within a moment, by another interface than the first time. Two that
/// came by the same one are two, however alike: counters are sent that way.
std::uint8_t PacketJudge::copiesBefore(const Frame &frame, std::string_view payload, std::int64_t time)
{
    if (frame.interfaceIndex == 0)
        return 0;
    std::uint64_t fingerprint = payload.size();
    const auto mix = [&fingerprint](std::uint64_t value) {
        fingerprint = (fingerprint ^ value) * 0x9E3779B97F4A7C15U;
        fingerprint ^= fingerprint >> 29U;
    };
    mix(std::hash<std::string_view>()(payload));
    for (const PacketAddress *const end : {&frame.source, &frame.destination}) {
        std::array<std::uint64_t, 2> halves;
        std::memcpy(halves.data(), end->bytes.data(), sizeof halves);
        mix(halves[0]);
        mix(halves[1]);
        mix(end->port);
    }
    for (Seen &seen : m_seen) {
        const bool recent = time - seen.time < CopyWithin && seen.time - time < CopyWithin;
        if (seen.fingerprint == fingerprint && recent && seen.interface != 0 &&
            seen.interface != frame.interfaceIndex && seen.copies < 0xFF)
            return ++seen.copies;
    }
    m_seen[m_nextSeen++ % m_seen.size()] = {time, fingerprint, frame.interfaceIndex, 0};
    return 0;
}

void PacketJudge::takeFragment(PacketFacts &facts, const Packet &packet)
{
    const Frame &frame = facts.frame;
    const std::string_view payload = textOf(packet.bytes, frame.payload);
    const bool first = frame.fragment.offset == 0;
    if (frame.fragment.body.size == frame.fragment.size) {
        const std::span<const std::uint8_t> body(packet.bytes.data() + frame.fragment.body.offset,
                                                 frame.fragment.body.size);
        const FragmentTable::Answer answer = m_fragments.take(frame, body, packet.time);
        facts.fragment = answer.place;
        if (answer.datagram) {
            const Frame whole = decodeDatagram(frame, *answer.datagram);
            facts.frame.source = whole.source;
            facts.frame.destination = whole.destination;
            facts.assembled = textOf(*answer.datagram, whole.payload);
            if (whole.protocol == PacketProtocol::Udp && !facts.assembled.empty()) {
                // The lines of the first fragment were counted with it.
                const std::uint32_t counted = first ? 0 : answer.firstSize > 8 ? answer.firstSize - 8 : 0;
                takeDatagram(facts, facts.assembled,
                             wholeLines(std::string_view(facts.assembled).substr(0, counted)));
                count(facts, payload);
            }
            return;
        }
    }
    if (first && frame.protocol == PacketProtocol::Udp) {
        takeDatagram(facts, payload, 0);
        count(facts, payload);
    }
}

/// `from`: where the lines begin that were not counted yet.
void PacketJudge::takeDatagram(PacketFacts &facts, std::string_view payload, std::uint32_t from)
{
    facts.kind = payloadKind(facts.frame, payload, m_config.roles);
    const bool isCut = facts.assembled.empty() && facts.frame.isTruncated();
    const auto end = isCut ? wholeLines(payload) : static_cast<std::uint32_t>(payload.size());
    facts.whole = {from, end - std::min(from, end)};
}

void PacketJudge::takeStream(PacketFacts &facts, std::string_view payload, bool ordered)
{
    // A segment that was cut would bend all that follows: what is missing is a gap.
    StreamTracker::Answer answer = ordered ? m_streams.takeOrdered(facts.frame, payload, m_config.roles)
                                           : m_streams.take(facts.frame, payload, m_config.roles);
    facts.kind = answer.kind;
    facts.gap = answer.gap;
    facts.repeated = answer.repeated;
    facts.whole = answer.whole;
    facts.assembled = std::move(answer.joined);
    if (answer.tooLong) {
        ++facts.counts.items;
        ++facts.counts.rejected;
        facts.counts.otherIssue = PayloadIssue::MessageTooLong;
    }
}

void PacketJudge::count(PacketFacts &facts, std::string_view payload)
{
    const std::string_view text = facts.assembled.empty() ? payload : std::string_view(facts.assembled);
    if (facts.whole.size == 0 || facts.counts.rejected > 0)
        return;
    facts.counts =
        countPayload(text.substr(facts.whole.offset, facts.whole.size), facts.kind, *m_config.dialect);
}

} // namespace metriscope::net
