// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/capturereader.h"

#include "netlayer/capture/capturetime.h"

#include <algorithm>
#include <array>

namespace metriscope::net
{

namespace
{

constexpr std::uint32_t SectionBlock = 0x0A0D0D0A, InterfaceBlock = 1, OldPacketBlock = 2,
                        SimplePacketBlock = 3, StatisticsBlock = 5, EnhancedPacketBlock = 6;
constexpr std::uint32_t PcapMicroseconds = 0xA1B2C3D4, PcapNanoseconds = 0xA1B23C4D, ByteOrder = 0x1A2B3C4D;
constexpr std::size_t PcapHeader = 24, RecordHeader = 16, SmallestBlock = 12;
constexpr std::uint32_t LargestRecord = 16U << 20U; ///< of pcap, whose records cannot be told from nonsense
constexpr std::size_t LargestBlock = MaxFrameBytes + (std::size_t{64} << 10);
constexpr std::size_t MaxName = 1024; ///< of what is kept of every interface

std::uint32_t swapped(std::uint32_t value) noexcept
{
    return value >> 24U | (value >> 8U & 0xFF00U) | (value << 8U & 0xFF0000U) | value << 24U;
}

constexpr std::size_t padded(std::size_t size) noexcept
{
    return (size + 3) & ~std::size_t{3};
}

} // namespace

std::string_view captureProblemName(CaptureProblem problem) noexcept
{
    static constexpr std::array<std::string_view, 5> names{"", "not-a-capture", "bad-length", "bad-version",
                                                           "cut"};
    return names[static_cast<std::size_t>(problem)];
}

std::uint16_t CaptureReader::word(std::size_t at) const noexcept
{
    const unsigned a = m_buffer[m_at + at], b = m_buffer[m_at + at + 1];
    return static_cast<std::uint16_t>(m_swapped ? b << 8U | a : a << 8U | b);
}

std::uint32_t CaptureReader::quad(std::size_t at) const noexcept
{
    const std::uint8_t *const bytes = m_buffer.data() + m_at + at;
    const std::uint32_t big = std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U |
                              std::uint32_t{bytes[2]} << 8U | std::uint32_t{bytes[3]};
    return m_swapped ? swapped(big) : big;
}

std::uint64_t CaptureReader::wide(std::size_t at) const noexcept
{
    const std::uint64_t first = quad(at), second = quad(at + 4);
    return m_swapped ? second << 32U | first : first << 32U | second;
}

void CaptureReader::feed(std::span<const std::uint8_t> bytes)
{
    if (m_problem != CaptureProblem::None)
        return;
    m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_at));
    m_at = 0;
    const auto skipped = static_cast<std::size_t>(std::min<std::uint64_t>(m_skip, bytes.size()));
    m_skip -= skipped;
    m_offset += skipped;
    m_buffer.insert(m_buffer.end(), bytes.begin() + static_cast<std::ptrdiff_t>(skipped), bytes.end());
}

/// What is not there yet is passed over when it comes.
void CaptureReader::consume(std::uint64_t size)
{
    const auto here = static_cast<std::size_t>(std::min<std::uint64_t>(size, available()));
    m_at += here;
    m_offset += here;
    m_skip += size - here;
}

void CaptureReader::fail(CaptureProblem problem)
{
    m_problem = problem;
    m_buffer = {};
    m_at = 0;
}

void CaptureReader::end()
{
    if (m_problem == CaptureProblem::None && (available() > 0 || m_skip > 0 || m_format == Format::Unknown))
        fail(m_format == Format::Unknown ? CaptureProblem::NotACapture : CaptureProblem::Cut);
}

std::optional<CapturedPacket> CaptureReader::next()
{
    std::optional<CapturedPacket> packet;
    bool progress = true;
    while (!packet && progress && m_problem == CaptureProblem::None) {
        if (m_format == Format::Unknown)
            progress = recognise();
        else if (m_format == Format::Pcap)
            progress = pcapRecord(packet);
        else
            progress = block(packet);
    }
    if (packet)
        ++m_packets;
    return packet;
}

bool CaptureReader::recognise()
{
    if (available() < 4)
        return false;
    m_swapped = false;
    const std::uint32_t magic = quad(0);
    if (magic == SectionBlock) {
        m_format = Format::Pcapng;
        return true;
    }
    m_swapped = magic == swapped(PcapMicroseconds) || magic == swapped(PcapNanoseconds);
    const std::uint32_t value = quad(0);
    if (value != PcapMicroseconds && value != PcapNanoseconds) {
        fail(CaptureProblem::NotACapture);
        return false;
    }
    m_nanoseconds = value == PcapNanoseconds;
    return pcapHeader();
}

bool CaptureReader::pcapHeader()
{
    if (available() < PcapHeader)
        return false;
    CaptureInterface interface;
    interface.snapLength = quad(16);
    interface.link = LinkType{static_cast<std::uint16_t>(quad(20) & 0xFFFFU)}; // above it: length of the FCS
    m_interfaces.push_back(std::move(interface));
    m_losses.emplace_back();
    m_format = Format::Pcap;
    consume(PcapHeader);
    return true;
}

bool CaptureReader::pcapRecord(std::optional<CapturedPacket> &packet)
{
    if (available() < RecordHeader)
        return false;
    const std::uint32_t captured = quad(8), original = quad(12);
    if (captured > LargestRecord) {
        fail(CaptureProblem::BadLength);
        return false;
    }
    const std::size_t kept = std::min<std::size_t>(captured, MaxFrameBytes);
    if (available() < RecordHeader + kept)
        return false;
    const std::uint64_t stamp =
        std::uint64_t{quad(0)} * 1'000'000'000U + std::uint64_t{quad(4)} * (m_nanoseconds ? 1U : 1000U);
    packet = made(0, static_cast<std::int64_t>(stamp), std::max(original, captured), RecordHeader, kept);
    consume(RecordHeader + std::uint64_t{captured});
    return true;
}

bool CaptureReader::sectionOrder()
{
    m_swapped = false;
    m_swapped = quad(8) == swapped(ByteOrder);
    if (quad(8) != ByteOrder) {
        fail(CaptureProblem::BadLength);
        return false;
    }
    if (word(12) != 1) {
        fail(CaptureProblem::BadVersion);
        return false;
    }
    m_section = m_interfaces.size();
    return true;
}

bool CaptureReader::block(std::optional<CapturedPacket> &packet)
{
    if (available() < SmallestBlock)
        return false;
    const std::uint32_t type = quad(0);
    if (type == SectionBlock && (available() < 16 || !sectionOrder()))
        return false;
    const std::uint32_t size = quad(4);
    if (size < SmallestBlock || size % 4 != 0 || (type == SectionBlock && size < 28)) {
        fail(CaptureProblem::BadLength);
        return false;
    }
    const bool isPacket = type == EnhancedPacketBlock || type == OldPacketBlock || type == SimplePacketBlock;
    const bool matters = isPacket || type == InterfaceBlock || type == StatisticsBlock;
    const bool whole = size <= LargestBlock;
    if (matters) {
        if (available() < std::min<std::size_t>(size, LargestBlock))
            return false;
        if (whole && quad(size - 4) != size) {
            fail(CaptureProblem::BadLength);
            return false;
        }
    }
    if (isPacket)
        packetBlock(type, std::min<std::size_t>(size, LargestBlock), whole, packet);
    else if (type == InterfaceBlock && whole)
        interfaceBlock(size);
    else if (type == StatisticsBlock && whole)
        statisticsBlock(size);
    else if (type != SectionBlock)
        ++m_passedOver;
    if (m_problem == CaptureProblem::None)
        consume(size);
    return m_problem == CaptureProblem::None;
}

template <class Each>
void CaptureReader::forEachOption(std::size_t from, std::size_t to, Each &&each) const
{
    while (from + 4 <= to) {
        const std::uint16_t code = word(from);
        const std::size_t length = word(from + 2);
        if (code == 0 || length > to - from - 4)
            return;
        each(code, from + 4, length);
        from += 4 + padded(length);
    }
}

std::string CaptureReader::text(std::size_t at, std::size_t size) const
{
    const auto from = m_buffer.begin() + static_cast<std::ptrdiff_t>(m_at + at);
    const std::string text(from, from + static_cast<std::ptrdiff_t>(size));
    return text.substr(0, text.find('\0'));
}

void CaptureReader::interfaceBlock(std::size_t size)
{
    if (size < 20)
        return fail(CaptureProblem::BadLength);
    if (m_interfaces.size() >= MaxInterfaces) {
        ++m_passedOver;
        return;
    }
    CaptureInterface interface;
    Clock clock;
    interface.link = LinkType{word(8)};
    interface.snapLength = quad(12);
    forEachOption(16, size - 4, [&](std::uint16_t code, std::size_t at, std::size_t length) {
        if (code == 2)
            interface.name = text(at, std::min(length, MaxName));
        else if (code == 11 && length > 1 && m_buffer[m_at + at] == 0) // 0: as text
            interface.filter = text(at + 1, std::min(length - 1, MaxName));
        else if (code == 9 && length >= 1)
            clock.resolution = m_buffer[m_at + at];
        else if (code == 14 && length >= 8)
            clock.offset = static_cast<std::int64_t>(wide(at));
    });
    m_interfaces.push_back(std::move(interface));
    m_losses.emplace_back();
    m_clocks.resize(m_interfaces.size());
    m_clocks.back() = clock;
}

void CaptureReader::statisticsBlock(std::size_t size)
{
    if (size < 24)
        return fail(CaptureProblem::BadLength);
    const std::size_t which = m_section + quad(8);
    if (which >= m_losses.size()) {
        ++m_passedOver;
        return;
    }
    CaptureLosses &losses = m_losses[which];
    losses.known = true;
    forEachOption(20, size - 4, [&](std::uint16_t code, std::size_t at, std::size_t length) {
        if (length < 8)
            return;
        if (code == 4)
            losses.received = wide(at);
        else if (code == 5)
            losses.interfaceDrops = wide(at);
        else if (code == 7)
            losses.kernelDrops = wide(at);
    });
}

void CaptureReader::packetBlock(std::uint32_t type, std::size_t size, bool whole,
                                std::optional<CapturedPacket> &packet)
{
    const bool simple = type == SimplePacketBlock;
    const std::size_t header = simple ? 12 : 28;
    if (size < header + 4)
        return fail(CaptureProblem::BadLength);
    const std::size_t room = whole ? size - 4 - header : size - header;
    const std::size_t which = m_section + (simple                   ? 0
                                           : type == OldPacketBlock ? std::size_t{word(8)}
                                                                    : std::size_t{quad(8)});
    if (which >= m_interfaces.size()) {
        ++m_passedOver;
        return;
    }
    std::uint32_t captured = 0;
    const std::uint32_t original = simple ? quad(8) : quad(24);
    if (simple) {
        const std::uint32_t snap = m_interfaces[which].snapLength;
        captured = snap > 0 ? std::min(original, snap) : original;
        captured = static_cast<std::uint32_t>(std::min<std::size_t>(captured, room));
    } else {
        captured = quad(20);
        const Clock &clock = m_clocks[which];
        m_lastTime = captureTime(std::uint64_t{quad(12)} << 32U | quad(16), clock.resolution, clock.offset);
    }
    if (whole && captured > room)
        return fail(CaptureProblem::BadLength);
    const std::size_t kept = std::min<std::size_t>({captured, room, MaxFrameBytes});
    packet = made(static_cast<std::uint32_t>(which), m_lastTime, std::max(original, captured), header, kept);
    if (simple || !whole)
        return;
    forEachOption(header + padded(captured), size - 4,
                  [&](std::uint16_t code, std::size_t at, std::size_t length) {
                      if (code == 1 && length > 0)
                          packet->comments.push_back(text(at, length));
                  });
}

CapturedPacket CaptureReader::made(std::uint32_t interface, std::int64_t time, std::uint32_t original,
                                   std::size_t at, std::size_t size) const
{
    CapturedPacket made;
    made.packet.time = time;
    made.packet.feed = m_feed;
    made.packet.interface = interface;
    made.packet.linkType = static_cast<std::uint16_t>(m_interfaces[interface].link);
    made.packet.originalLength = original;
    const auto from = m_buffer.begin() + static_cast<std::ptrdiff_t>(m_at + at);
    made.packet.bytes.assign(from, from + static_cast<std::ptrdiff_t>(size));
    return made;
}

} // namespace metriscope::net
