// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/packets/packetring.h"

#include <algorithm>
#include <iterator>

namespace metriscope::net
{

PacketRing::Block &PacketRing::blockFor(std::size_t bytes)
{
    const std::size_t rows = std::clamp<std::size_t>(m_limits.packets / BlocksInRing, 1, MostRows);
    const std::size_t room = std::clamp<std::size_t>(m_limits.bytes / BlocksInRing, 1, MostBytes);
    if (m_blocks.empty() || m_blocks.back().rows.size() >= rows ||
        m_blocks.back().bytes.size() + bytes > room) {
        Block &block = m_blocks.emplace_back();
        block.first = m_end;
        block.rows.reserve(rows);
    }
    return m_blocks.back();
}

void PacketRing::push(const Packet &packet)
{
    Block &block = blockFor(packet.bytes.size());
    Row &row = block.rows.emplace_back();
    row.view.time = packet.time;
    row.view.source = packet.source;
    row.view.destination = packet.destination;
    row.view.interface = packet.interface;
    row.view.originalLength = packet.originalLength;
    row.view.linkType = packet.linkType;
    row.view.feed = packet.feed;
    row.view.protocol = packet.protocol;
    row.offset = static_cast<std::uint32_t>(block.bytes.size());
    row.size = static_cast<std::uint32_t>(packet.bytes.size());
    block.bytes.insert(block.bytes.end(), packet.bytes.begin(), packet.bytes.end());
    m_bytes += packet.bytes.size() + sizeof(Row);
    ++m_end;
    evict();
}

void PacketRing::clear()
{
    m_blocks.clear();
    m_first = m_end;
    m_bytes = 0;
}

void PacketRing::setLimits(const Limits &limits)
{
    m_limits = limits;
    evict();
}

void PacketRing::evict()
{
    // The block that is being filled stays: a packet is shown, however large.
    while (m_blocks.size() > 1 && (size() > m_limits.packets || m_bytes > m_limits.bytes))
        dropOldest();
}

void PacketRing::dropOldest()
{
    const Block &oldest = m_blocks.front();
    m_bytes -= oldest.bytes.size() + oldest.rows.size() * sizeof(Row);
    m_evicted += oldest.rows.size();
    m_first += oldest.rows.size();
    m_blocks.pop_front();
}

PacketView PacketRing::at(std::uint64_t number) const noexcept
{
    const auto after = std::ranges::upper_bound(m_blocks, number, {}, &Block::first);
    const Block &block = *std::prev(after);
    const Row &row = block.rows[static_cast<std::size_t>(number - block.first)];
    PacketView view = row.view;
    view.bytes = std::span(block.bytes).subspan(row.offset, row.size);
    return view;
}

} // namespace metriscope::net
