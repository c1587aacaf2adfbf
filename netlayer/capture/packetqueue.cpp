// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/packetqueue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace metriscope::net
{

std::size_t PacketQueue::sizeOf(const JudgedPacket &packet) noexcept
{
    std::size_t size = sizeof(JudgedPacket) + packet.packet.bytes.size() + packet.facts.assembled.size();
    for (const std::string &comment : packet.comments)
        size += sizeof comment + comment.size();
    return size;
}

bool PacketQueue::put(std::vector<JudgedPacket> &&packets)
{
    std::unique_lock lock(m_mutex);
    if (m_whenFull == WhenFull::Wait)
        m_taken.wait(lock, [this] { return m_stopped || m_bytes < MaxBytes; });
    const bool wasEmpty = m_packets.empty();
    for (JudgedPacket &packet : packets) {
        m_bytes += sizeOf(packet);
        m_packets.push_back(std::move(packet));
    }
    packets.clear();
    while (m_whenFull == WhenFull::DropOldest && (m_bytes > MaxBytes || m_packets.size() > MaxPackets)) {
        m_bytes -= sizeOf(m_packets.front());
        m_packets.pop_front();
        ++m_dropped;
    }
    return wasEmpty && !m_packets.empty();
}

std::vector<JudgedPacket> PacketQueue::take(std::size_t most)
{
    std::vector<JudgedPacket> taken;
    {
        const std::scoped_lock lock(m_mutex);
        const std::size_t count = std::min(most, m_packets.size());
        taken.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            m_bytes -= sizeOf(m_packets.front());
            taken.push_back(std::move(m_packets.front()));
            m_packets.pop_front();
        }
    }
    m_taken.notify_all();
    return taken;
}

bool PacketQueue::isEmpty() const
{
    const std::scoped_lock lock(m_mutex);
    return m_packets.empty();
}

std::uint64_t PacketQueue::dropped() const
{
    const std::scoped_lock lock(m_mutex);
    return m_dropped;
}

void PacketQueue::stopWaiting()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
    }
    m_taken.notify_all();
}

} // namespace metriscope::net
