// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/streamtracker.h"

#include <cstring>
#include <iterator>
#include <utility>

namespace metriscope::net
{

namespace
{

std::int32_t distance(std::uint32_t from, std::uint32_t to) noexcept
{
    return static_cast<std::int32_t>(to - from); // sequence numbers wrap
}

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
    return stream.waitingBytes + stream.cutter.held();
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

/// Who acknowledges bytes that were never seen here got them: they were lost by the capture, for good.
void StreamTracker::acknowledge(const Frame &frame)
{
    if (!(frame.tcp.flags & TcpSegment::Ack))
        return;
    const auto other = m_streams.find(Key{frame.destination, frame.source});
    if (other == m_streams.end() || other->second->waiting.empty())
        return;
    Stream &stream = *other->second;
    if (distance(stream.next, frame.tcp.acknowledged) > 0)
        stream.missed = true;
}

bool StreamTracker::wait(Stream &stream, std::uint32_t sequence, std::string_view payload)
{
    if (stream.waiting.empty())
        stream.base = stream.next;
    const auto [segment, isNew] = stream.waiting.try_emplace(sequence - stream.base, payload);
    if (!isNew && segment->second.size() >= payload.size())
        return false;
    if (!isNew) {
        stream.waitingBytes -= segment->second.size();
        segment->second = payload;
    }
    stream.waitingBytes += payload.size();
    return true;
}

void StreamTracker::takeWaiting(Stream &stream, std::string &bytes)
{
    while (!stream.waiting.empty()) {
        const auto first = stream.waiting.begin();
        const std::uint32_t sequence = stream.base + first->first;
        const std::int32_t ahead = distance(stream.next, sequence);
        if (ahead > 0)
            return;
        const auto known = static_cast<std::size_t>(-static_cast<std::int64_t>(ahead));
        if (known < first->second.size()) {
            bytes.append(first->second, known);
            stream.next = sequence + static_cast<std::uint32_t>(first->second.size());
        }
        stream.waitingBytes -= first->second.size();
        stream.waiting.erase(first);
    }
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
    std::uint32_t sequence = frame.tcp.sequence;
    if (flags & TcpSegment::Syn) {
        ++sequence;
        if (!which->synchronised || which->next != sequence) {
            const Key key = which->key;
            *which = Stream();
            which->key = key;
            which->next = sequence;
            which->synchronised = true;
        }
    } else if (!which->synchronised) {
        which->synchronised = which->midway = true;
        which->next = sequence;
    }
    m_held += heldBy(*which) - before;

    bool gap = false;
    std::string more;
    std::string_view bytes = payload;
    const std::int32_t ahead = distance(which->next, sequence);
    if (ahead > 0 && !payload.empty()) {
        const std::size_t held = heldBy(*which);
        Answer answer;
        answer.kind = which->cutter.kind();
        answer.repeated = !wait(*which, sequence, payload);
        m_held += heldBy(*which) - held;
        const bool tooMuch = which->waitingBytes > MaxWaiting || which->waiting.size() > MaxSegments;
        if (!tooMuch && !which->missed && !ends)
            return answer;
        gap = true;
        bytes = {};
    } else if (ahead < 0) {
        const auto known = static_cast<std::size_t>(-static_cast<std::int64_t>(ahead));
        bytes.remove_prefix(std::min(known, bytes.size()));
    }
    gap = gap || which->missed || ends;
    which->next += static_cast<std::uint32_t>(bytes.size());
    if (which->waiting.empty()) {
        gap = false;
    } else {
        const std::size_t held = heldBy(*which);
        more = bytes;
        takeWaiting(*which, more);
        gap = gap && !which->waiting.empty();
        if (gap) { // what is missing will not come
            which->cutter.lose();
            which->next = which->base + which->waiting.begin()->first;
            more.clear();
            takeWaiting(*which, more);
        }
        bytes = more;
        m_held += heldBy(*which) - held;
    }
    which->missed = false;
    if (bytes.empty() && !ends) {
        Answer answer;
        answer.kind = which->cutter.kind();
        answer.repeated = !payload.empty();
        return answer;
    }
    Answer answer = deliver(which, payload, bytes, ends, frame, roles);
    answer.gap = gap;
    return answer;
}

StreamTracker::Answer StreamTracker::takeOrdered(const Frame &frame, std::string_view payload,
                                                 const PortRoles &roles)
{
    return deliver(stream(frame.source, frame.destination), payload, payload, false, frame, roles);
}

StreamTracker::Answer StreamTracker::deliver(Order::iterator which, std::string_view payload,
                                             std::string_view bytes, bool last, const Frame &frame,
                                             const PortRoles &roles)
{
    const std::size_t before = heldBy(*which);
    MessageCutter &cutter = which->cutter;
    if (!cutter.hasBegun() && !bytes.empty())
        cutter.begin(payloadKind(frame, bytes, roles), which->midway);
    Answer answer;
    answer.kind = cutter.kind();
    MessageCutter::Cut cut = last ? cutter.finish(bytes) : cutter.feed(bytes);
    answer.whole = cut.whole;
    answer.tooLong = cut.tooLong;
    const bool withinPayload =
        bytes.data() >= payload.data() && bytes.data() <= payload.data() + payload.size();
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
