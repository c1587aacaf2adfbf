// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/packetring.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace metriscope::net
{

std::string_view PacketRecord::payloadText() const noexcept
{
    if (payload.size == 0)
        return {};
    return {reinterpret_cast<const char *>(bytes.data()) + payload.offset, payload.size};
}

std::string_view PacketRecord::text() const noexcept
{
    return assembled.empty() ? payloadText() : assembled;
}

Packet PacketRecord::packet() const
{
    Packet out;
    out.time = time;
    out.feed = feed;
    out.protocol = protocol;
    out.linkType = linkType;
    out.interface = interface;
    out.source = source;
    out.destination = destination;
    out.originalLength = originalLength;
    out.bytes.assign(bytes.begin(), bytes.end());
    return out;
}

PacketRing::Block &PacketRing::blockFor(std::size_t bytes)
{
    const std::size_t rows = std::clamp<std::size_t>(m_limits.packets / BlocksInRing, 1, MostRows);
    const std::size_t room = std::clamp<std::size_t>(m_limits.bytes / BlocksInRing, 1, MostBytes);
    if (m_blocks.empty() || m_blocks.back().rows.size() >= rows ||
        m_blocks.back().bytes.size() + bytes > room) {
        const std::size_t likely = m_blocks.empty() ? 0 : m_blocks.back().bytes.size();
        Block &block = m_blocks.emplace_back(std::exchange(m_spare, {}));
        block.first = m_end;
        block.rows.reserve(rows);
        block.bytes.reserve(likely);
    }
    return m_blocks.back();
}

void PacketRing::push(const Packet &packet, const PacketFacts &facts, std::vector<std::string> comments)
{
    const std::size_t size = packet.bytes.size() + facts.assembled.size();
    Block &block = blockFor(size);
    Row &row = block.rows.emplace_back();
    PacketRecord &record = row.record;
    record.time = packet.time;
    record.source = facts.frame.source;
    record.destination = facts.frame.destination;
    record.interface = packet.interface;
    record.kernelInterface = facts.frame.interfaceIndex;
    record.originalLength = packet.originalLength;
    record.payloadLength = facts.frame.payloadLength;
    record.payload = facts.frame.payload;
    record.whole = facts.whole;
    record.items = facts.counts.items;
    record.fragment = facts.fragment;
    record.linkType = packet.linkType;
    record.feed = packet.feed;
    record.protocol = facts.frame.protocol;
    record.kind = facts.kind;
    record.frameIssue = facts.frame.issue;
    record.worst = facts.counts.worst();
    record.issue = facts.counts.issue;
    record.otherIssue = facts.counts.otherIssue;
    record.tcpFlags = facts.frame.tcp.flags;
    record.copy = facts.copy;
    record.gap = facts.gap;
    record.repeated = facts.repeated;
    row.offset = static_cast<std::uint32_t>(block.bytes.size());
    row.size = static_cast<std::uint32_t>(packet.bytes.size());
    row.assembled = static_cast<std::uint32_t>(facts.assembled.size());
    block.bytes.insert(block.bytes.end(), packet.bytes.begin(), packet.bytes.end());
    block.bytes.insert(block.bytes.end(), facts.assembled.begin(), facts.assembled.end());
    std::size_t held = size + sizeof(Row);
    if (!comments.empty()) {
        for (const std::string &comment : comments)
            held += sizeof comment + comment.size();
        block.comments.emplace(m_end, std::move(comments));
    }
    block.held += held;
    m_bytes += held;
    ++m_end;
    evict();
}

PacketRing PacketRing::clear()
{
    PacketRing gone(m_limits);
    gone.m_blocks = std::exchange(m_blocks, {});
    gone.m_spare = std::exchange(m_spare, {});
    gone.m_first = std::exchange(m_first, m_end);
    gone.m_end = m_end;
    gone.m_bytes = std::exchange(m_bytes, 0);
    return gone;
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
    Block &oldest = m_blocks.front();
    m_bytes -= oldest.held;
    m_evicted += oldest.rows.size();
    m_first += oldest.rows.size();
    // Touching memory for the first time costs more than filling it, so the next block gets what this one
    // had.
    m_spare = {};
    m_spare.rows = std::move(oldest.rows);
    m_spare.rows.clear();
    m_spare.bytes = std::move(oldest.bytes);
    m_spare.bytes.clear();
    m_blocks.pop_front();
}

const PacketRing::Block &PacketRing::blockOf(std::uint64_t number) const noexcept
{
    return *std::prev(std::ranges::upper_bound(m_blocks, number, {}, &Block::first));
}

std::span<const std::string> PacketRing::comments(std::uint64_t number) const noexcept
{
    const auto &all = blockOf(number).comments;
    const auto found = all.find(number);
    return found == all.end() ? std::span<const std::string>() : found->second;
}

PacketRecord PacketRing::at(std::uint64_t number) const noexcept
{
    const Block &block = blockOf(number);
    const Row &row = block.rows[static_cast<std::size_t>(number - block.first)];
    PacketRecord record = row.record;
    const auto bytes = std::span(block.bytes).subspan(row.offset, row.size + row.assembled);
    record.bytes = bytes.first(row.size);
    if (row.assembled > 0)
        record.assembled = {reinterpret_cast<const char *>(bytes.data()) + row.size, row.assembled};
    return record;
}

} // namespace metriscope::net
