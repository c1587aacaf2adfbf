// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/streamtracker.h"

#include <cstring>
#include <iterator>
#include <utility>

namespace metriscope::net
{

namespace
{

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) noexcept
{
    hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
    return hash ^ hash >> 29U;
}

std::uint64_t mix(std::uint64_t hash, const PacketAddress &address) noexcept
{
    std::uint64_t halves[2];
    static_assert(sizeof halves == sizeof address.bytes);
    std::memcpy(halves, address.bytes.data(), sizeof halves);
    return mix(mix(mix(hash, halves[0]), halves[1]), address.port);
}

} // namespace

std::size_t StreamTracker::KeyHash::operator()(const Key &key) const noexcept
{
    return static_cast<std::size_t>(mix(mix(0, key.source), key.destination));
}

std::size_t StreamTracker::heldBy(const Stream &stream) noexcept
{
    return stream.order.held() + stream.cutter.held();
}

StreamTracker::Order::iterator StreamTracker::stream(const PacketAddress &source,
                                                     const PacketAddress &destination)
{
    const Key key{source, destination};
    const auto [known, isNew] = m_streams.try_emplace(key, m_order.end());
    if (isNew) {
        m_order.emplace_front();
        m_order.front().key = key;
        m_held += heldBy(m_order.front());
        known->second = m_order.begin();
        while (m_streams.size() > MaxStreams || (m_held > MaxHeld && m_streams.size() > 1)) {
            release(std::prev(m_order.end()));
            ++m_dropped;
        }
    } else if (known->second != m_order.begin()) {
        m_order.splice(m_order.begin(), m_order, known->second);
    }
    return m_order.begin();
}

void StreamTracker::release(Order::iterator which)
{
    m_held -= heldBy(*which);
    m_streams.erase(which->key);
    m_order.erase(which);
}

void StreamTracker::acknowledge(const Frame &frame)
{
    if (!(frame.tcp.flags & TcpSegment::Ack))
        return;
    const auto other = m_streams.find(Key{frame.destination, frame.source});
    if (other != m_streams.end())
        other->second->order.acknowledge(frame.tcp.acknowledged);
}

StreamTracker::Answer StreamTracker::take(const Frame &frame, std::string_view payload,
                                          const PortRoles &roles)
{
    acknowledge(frame);
    const std::uint8_t flags = frame.tcp.flags;
    const bool ends = (flags & (TcpSegment::Fin | TcpSegment::Rst)) != 0;
    if (payload.empty() && !(flags & TcpSegment::Syn) && !ends)
        return {};
    const auto which = stream(frame.source, frame.destination);
    const std::size_t before = heldBy(*which);
    if (which->order.isAnother(frame.tcp))
        *which = Stream{which->key, {}, {}};
    std::string room;
    const SegmentOrder::Taken taken = which->order.take(frame.tcp, payload, room);
    std::string ahead;
    if (taken.missing > 0) {
        ahead = wholeAhead(*which, taken.before, frame, roles);
        which->cutter.lose();
    }
    m_held += heldBy(*which) - before;
    if (taken.bytes.empty() && !ends) {
        Answer answer;
        answer.kind = which->cutter.kind();
        answer.repeated = taken.repeated;
        return answer;
    }
    Answer answer = deliver(which, payload, taken.bytes, room.empty(), ends, frame, roles);
    answer.gap = taken.missing > 0;
    if (!ahead.empty()) {
        const std::string_view behind = answer.joined.empty() ? payload : answer.joined;
        ahead += behind.substr(answer.whole.offset, answer.whole.size);
        answer.joined = std::move(ahead);
        answer.whole = {0, static_cast<std::uint32_t>(answer.joined.size())};
    }
    return answer;
}

/// The messages that end ahead of a gap.
std::string StreamTracker::wholeAhead(Stream &stream, std::string_view bytes, const Frame &frame,
                                      const PortRoles &roles)
{
    if (bytes.empty())
        return {};
    begin(stream, bytes, frame, roles);
    const MessageCutter::Cut cut = stream.cutter.feed(bytes);
    const std::string_view text = cut.joined ? std::string_view(*cut.joined) : bytes;
    return std::string(text.substr(cut.whole.offset, cut.whole.size));
}

void StreamTracker::begin(Stream &stream, std::string_view bytes, const Frame &frame, const PortRoles &roles)
{
    if (!stream.cutter.hasBegun() && !bytes.empty())
        stream.cutter.begin(payloadKind(frame, bytes, roles), stream.order.isMidway());
}

StreamTracker::Answer StreamTracker::takeOrdered(const Frame &frame, std::string_view payload,
                                                 const PortRoles &roles)
{
    return deliver(stream(frame.source, frame.destination), payload, payload, true, false, frame, roles);
}

StreamTracker::Answer StreamTracker::deliver(Order::iterator which, std::string_view payload,
                                             std::string_view bytes, bool withinPayload, bool last,
                                             const Frame &frame, const PortRoles &roles)
{
    const std::size_t before = heldBy(*which);
    MessageCutter &cutter = which->cutter;
    begin(*which, bytes, frame, roles);
    Answer answer;
    answer.kind = cutter.kind();
    MessageCutter::Cut cut = last ? cutter.finish(bytes) : cutter.feed(bytes);
    answer.whole = cut.whole;
    answer.tooLong = cut.tooLong;
    if (cut.whole.size == 0)
        answer.whole = {};
    else if (cut.joined)
        answer.joined = std::move(*cut.joined);
    else if (withinPayload)
        answer.whole.offset += static_cast<std::uint32_t>(bytes.data() - payload.data());
    else
        answer.joined = bytes;
    m_held += heldBy(*which) - before;
    if (last)
        release(which);
    return answer;
}

} // namespace metriscope::net
