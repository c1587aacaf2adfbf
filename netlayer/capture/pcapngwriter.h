// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/captureformat.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// Appends the blocks of a pcapng section to a string: little endian, times in nanoseconds. The header comes
/// first, an interface before its packets; interfaces are numbered from 0 in the order of their blocks.
class PcapngWriter final
{
public:
    explicit PcapngWriter(std::string &out) : m_out(out) {}

    void header(std::string_view application);
    void interface(const CaptureInterface &interface);
    /// `originalLength` below the bytes' size counts as their size. Comments are cut at 60,000 bytes.
    void packet(std::uint32_t interface, std::int64_t time, std::uint32_t originalLength,
                std::span<const std::uint8_t> bytes, std::span<const std::string> comments = {});
    /// As of `time`, nanoseconds since the epoch.
    void statistics(std::uint32_t interface, std::int64_t time, const CaptureLosses &losses);

private:
    void word(std::uint32_t value);
    void quad(std::uint32_t value);
    void wide(std::uint64_t value);
    void bytes(const void *data, std::size_t size);
    void option(std::uint16_t code, std::string_view value);
    void option(std::uint16_t code, std::uint64_t value);
    [[nodiscard]] std::size_t begin(std::uint32_t type);
    void end(std::size_t start);

    std::string &m_out;
};

} // namespace metriscope::net
