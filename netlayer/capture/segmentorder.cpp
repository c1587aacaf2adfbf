// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/segmentorder.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

std::int32_t distance(std::uint32_t from, std::uint32_t to) noexcept
{
    return static_cast<std::int32_t>(to - from); // sequence numbers wrap
}

/// Of the first byte of the payload.
std::uint32_t sequenceOf(const TcpSegment &segment) noexcept
{
    return segment.sequence + ((segment.flags & TcpSegment::Syn) != 0 ? 1U : 0U);
}

} // namespace

bool SegmentOrder::isAnother(const TcpSegment &segment) const noexcept
{
    return (segment.flags & TcpSegment::Syn) != 0 && m_synchronised && m_next != sequenceOf(segment);
}

void SegmentOrder::acknowledge(std::uint32_t acknowledged) noexcept
{
    if (!m_waiting.empty() && distance(m_next, acknowledged) > 0)
        m_missed = true;
}

bool SegmentOrder::wait(std::uint32_t sequence, std::string_view payload)
{
    if (m_waiting.empty())
        m_base = m_next;
    const auto [segment, isNew] = m_waiting.try_emplace(sequence - m_base, payload);
    if (!isNew && segment->second.size() >= payload.size())
        return false;
    if (!isNew) {
        m_waitingBytes -= segment->second.size();
        segment->second = payload;
    }
    m_waitingBytes += payload.size();
    return true;
}

void SegmentOrder::takeWaiting(std::string &bytes)
{
    while (!m_waiting.empty()) {
        const auto first = m_waiting.begin();
        const std::uint32_t sequence = m_base + first->first;
        const std::int32_t ahead = distance(m_next, sequence);
        if (ahead > 0)
            return;
        const auto known = static_cast<std::size_t>(-static_cast<std::int64_t>(ahead));
        if (known < first->second.size()) {
            bytes.append(first->second, known);
            m_next = sequence + static_cast<std::uint32_t>(first->second.size());
        }
        m_waitingBytes -= first->second.size();
        m_waiting.erase(first);
    }
}

SegmentOrder::Taken SegmentOrder::take(const TcpSegment &segment, std::string_view payload, std::string &room)
{
    const std::uint32_t sequence = sequenceOf(segment);
    if (!m_synchronised) {
        m_synchronised = true;
        m_midway = (segment.flags & TcpSegment::Syn) == 0;
        m_next = sequence;
    }
    Taken taken;
    bool lost = m_missed || (segment.flags & (TcpSegment::Fin | TcpSegment::Rst)) != 0;
    const std::int32_t ahead = distance(m_next, sequence);
    if (ahead > 0 && !payload.empty()) {
        taken.repeated = !wait(sequence, payload);
        lost = lost || m_waitingBytes > MaxWaiting || m_waiting.size() > MaxSegments;
        if (!lost)
            return taken;
    } else {
        const auto known = static_cast<std::size_t>(-std::min<std::int64_t>(ahead, 0));
        taken.bytes = payload.substr(std::min(known, payload.size()));
        taken.repeated = taken.bytes.empty() && !payload.empty();
        m_next += static_cast<std::uint32_t>(taken.bytes.size());
    }
    if (!m_waiting.empty()) {
        room = taken.bytes;
        takeWaiting(room);
        taken.bytes = room;
        if (lost && !m_waiting.empty()) {
            std::string behind;
            const Taken later = giveUp(behind);
            const std::size_t before = room.size();
            room += behind;
            taken.before = std::string_view(room).substr(0, before);
            taken.bytes = std::string_view(room).substr(before);
            taken.missing = later.missing;
        }
    }
    m_missed = false;
    return taken;
}

SegmentOrder::Taken SegmentOrder::giveUp(std::string &room)
{
    Taken taken;
    room.clear();
    if (m_waiting.empty())
        return taken;
    const std::uint32_t next = m_base + m_waiting.begin()->first;
    taken.missing = next - m_next;
    m_next = next;
    takeWaiting(room);
    taken.bytes = room;
    return taken;
}

} // namespace metriscope::net
