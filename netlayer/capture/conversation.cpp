// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/conversation.h"

#include "netlayer/capture/framedecoder.h"

#include <utility>

namespace metriscope::net
{

Conversation::Conversation(const PacketRecord &packet)
    : m_feed(packet.feed), m_protocol(packet.protocol), m_ends{packet.source, packet.destination}
{
    // Who speaks to a port that is known for answering asks.
    if (m_ends[0].port != 0 && m_ends[0].port < m_ends[1].port)
        std::swap(m_ends[0], m_ends[1]);
}

void Conversation::add(const PacketRecord &record)
{
    const bool asks = record.source == m_ends[0] && record.destination == m_ends[1];
    const bool answers = record.source == m_ends[1] && record.destination == m_ends[0];
    if (m_cut || (!asks && !answers) || record.feed != m_feed || record.protocol != m_protocol)
        return;
    const std::size_t side = asks ? 0 : 1;
    if (m_protocol == PacketProtocol::Tcp && m_feed != PacketFeed::Tap)
        addSegment(side, record);
    else if (record.copy == 0 &&
             (record.frameIssue != FrameIssue::FirstFragment || !record.assembled.empty()))
        append(side, record.assembled.empty() ? record.payloadText() : record.assembled);
}

void Conversation::addSegment(std::size_t side, const PacketRecord &record)
{
    const TcpSegment segment =
        decodeFrame(LinkType{record.linkType}, record.bytes, record.originalLength).tcp;
    if ((segment.flags & TcpSegment::Ack) != 0)
        m_orders[1 - side].acknowledge(segment.acknowledged);
    SegmentOrder &order = m_orders[side];
    if (order.isAnother(segment)) {
        giveUp(side);
        order = {};
    }
    std::string room;
    const SegmentOrder::Taken taken = order.take(segment, record.payloadText(), room);
    append(side, taken.before);
    append(side, taken.bytes, taken.missing);
}

void Conversation::end()
{
    giveUp(0);
    giveUp(1);
}

void Conversation::giveUp(std::size_t side)
{
    std::string room;
    while (m_orders[side].held() > 0) {
        const SegmentOrder::Taken taken = m_orders[side].giveUp(room);
        append(side, taken.bytes, taken.missing);
    }
}

void Conversation::append(std::size_t side, std::string_view bytes, std::uint32_t missing)
{
    if (bytes.empty() || m_cut)
        return;
    const bool goesOn = m_protocol == PacketProtocol::Tcp && missing == 0 && !m_parts.empty() &&
                        m_parts.back().side == static_cast<Side>(side);
    if (!goesOn)
        m_parts.push_back({static_cast<Side>(side), missing, {}});
    m_cut = bytes.size() > MaxBytes - m_size;
    bytes = bytes.substr(0, MaxBytes - m_size);
    m_parts.back().bytes += bytes;
    m_size += bytes.size();
}

} // namespace metriscope::net
