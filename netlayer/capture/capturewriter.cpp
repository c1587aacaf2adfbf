// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/capturewriter.h"

#include "netlayer/capture/pcapngwriter.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

constexpr std::size_t FlushAt = std::size_t{1} << 16; ///< bytes
constexpr std::uint32_t WholeFrames = 262'144;

} // namespace

QString CaptureWriter::open(const QString &path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly))
        return m_file.errorString();
    PcapngWriter(m_out).header("Metriscope");
    return {};
}

std::uint32_t CaptureWriter::interfaceOf(std::uint16_t link, std::string_view name)
{
    const auto [known, isNew] =
        m_interfaces.try_emplace({link, std::string(name)}, static_cast<std::uint32_t>(m_interfaces.size()));
    if (isNew)
        PcapngWriter(m_out).interface({LinkType{link}, WholeFrames, known->first.second, {}});
    return known->second;
}

void CaptureWriter::add(const Packet &packet, std::string_view interface,
                        std::span<const std::string> comments)
{
    ++m_packets;
    if (packet.feed == PacketFeed::Tap) {
        const bool bySocketFile = packet.protocol == PacketProtocol::UnixDatagram;
        const std::uint32_t number =
            interfaceOf(static_cast<std::uint16_t>(LinkType::Raw), bySocketFile ? "unix" : "metriscope");
        m_frames.frame(packet, [&](std::span<const std::uint8_t> frame) {
            PcapngWriter(m_out).packet(number, packet.time, static_cast<std::uint32_t>(frame.size()), frame,
                                       comments);
            comments = {};
        });
    } else {
        const std::uint32_t number = interfaceOf(packet.linkType, interface);
        PcapngWriter(m_out).packet(number, packet.time, packet.originalLength, packet.bytes, comments);
    }
    if (m_out.size() >= FlushAt)
        flush();
}

void CaptureWriter::flush()
{
    m_file.write(m_out.data(), static_cast<qint64>(m_out.size()));
    m_out.clear();
}

QString CaptureWriter::finish()
{
    flush();
    return m_file.commit() ? QString() : m_file.errorString();
}

} // namespace metriscope::net
