// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/captureformat.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// Why a capture ended before its end. What was read until there stands.
enum class CaptureProblem : std::uint8_t {
    None,
    NotACapture, ///< neither pcap nor pcapng
    BadLength,   ///< a length that cannot be
    BadVersion,  ///< of a later pcapng than 1
    Cut          ///< the end is in the middle of a record
};
[[nodiscard]] std::string_view captureProblemName(CaptureProblem problem) noexcept; ///< "not-a-capture", ...

/// Reads pcap and pcapng as a stream, in pieces of any size, with bounded memory: either byte order, times of
/// any resolution, several sections and interfaces, comments, statistics; blocks of other kinds are passed
/// over. Formats: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-02.html and
/// .../draft-ietf-opsawg-pcapng-01.html
class CaptureReader final
{
public:
    explicit CaptureReader(PacketFeed feed = PacketFeed::File) : m_feed(feed) {}

    /// Ask next() for all that the bytes hold before giving more.
    void feed(std::span<const std::uint8_t> bytes);
    [[nodiscard]] std::optional<CapturedPacket> next();
    /// There is no more: what is left over is a Cut.
    void end();

    [[nodiscard]] const std::vector<CaptureInterface> &interfaces() const noexcept { return m_interfaces; }
    /// Of each interface.
    [[nodiscard]] const std::vector<CaptureLosses> &losses() const noexcept { return m_losses; }
    [[nodiscard]] CaptureProblem problem() const noexcept { return m_problem; }
    [[nodiscard]] std::uint64_t offset() const noexcept
    {
        return m_offset;
    } ///< bytes read, or where it failed
    [[nodiscard]] std::uint64_t packets() const noexcept { return m_packets; } ///< given so far
    /// Blocks of kinds that hold no packets, and packets of interfaces that were never described.
    [[nodiscard]] std::uint64_t passedOver() const noexcept { return m_passedOver; }

private:
    enum class Format : std::uint8_t { Unknown, Pcap, Pcapng };
    struct Clock {
        std::uint8_t resolution = 6; ///< as if_tsresol
        std::int64_t offset = 0;     ///< seconds
    };
    static constexpr std::size_t MaxInterfaces = 4096;

    [[nodiscard]] std::size_t available() const noexcept { return m_buffer.size() - m_at; }
    [[nodiscard]] std::uint16_t word(std::size_t at) const noexcept;
    [[nodiscard]] std::uint32_t quad(std::size_t at) const noexcept;
    [[nodiscard]] std::uint64_t wide(std::size_t at) const noexcept;
    void consume(std::uint64_t size);
    void fail(CaptureProblem problem);

    [[nodiscard]] bool recognise();
    [[nodiscard]] bool pcapHeader();
    [[nodiscard]] bool pcapRecord(std::optional<CapturedPacket> &packet);
    [[nodiscard]] bool block(std::optional<CapturedPacket> &packet);
    [[nodiscard]] bool sectionOrder();
    void interfaceBlock(std::size_t size);
    void statisticsBlock(std::size_t size);
    void packetBlock(std::uint32_t type, std::size_t size, bool whole, std::optional<CapturedPacket> &packet);
    /// Calls each(code, offset, length) for the options between two places of the block.
    template <class Each>
    void forEachOption(std::size_t from, std::size_t to, Each &&each) const;
    [[nodiscard]] std::string text(std::size_t at, std::size_t size) const;
    [[nodiscard]] CapturedPacket made(std::uint32_t interface, std::int64_t time, std::uint32_t original,
                                      std::size_t at, std::size_t size) const;

    const PacketFeed m_feed;
    Format m_format = Format::Unknown;
    bool m_swapped = false; ///< the other byte order than big endian, see quad()
    bool m_nanoseconds = false;
    std::vector<std::uint8_t> m_buffer;
    std::size_t m_at = 0;
    std::uint64_t m_offset = 0, m_skip = 0;
    std::vector<CaptureInterface> m_interfaces;
    std::vector<CaptureLosses> m_losses;
    std::vector<Clock> m_clocks;
    std::size_t m_section = 0; ///< first interface of the section
    std::int64_t m_lastTime = 0;
    CaptureProblem m_problem = CaptureProblem::None;
    std::uint64_t m_packets = 0, m_passedOver = 0;
};

} // namespace metriscope::net
