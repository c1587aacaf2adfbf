// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace metriscope::net
{

/// Seven bits a byte, the lowest first, the top bit says that more follow (LEB128).
inline void putVarint(std::vector<std::uint8_t> &out, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        out.push_back(static_cast<std::uint8_t>(value | 0x80));
    out.push_back(static_cast<std::uint8_t>(value));
}

/// Takes a number off the front of `bytes`; 0 when they have run out.
[[nodiscard]] inline std::uint64_t takeVarint(std::span<const std::uint8_t> &bytes) noexcept
{
    std::uint64_t value = 0;
    std::size_t at = 0;
    for (unsigned shift = 0; at < bytes.size() && shift < 64; shift += 7) {
        const std::uint8_t byte = bytes[at++];
        value |= std::uint64_t{byte & 0x7FU} << shift;
        if ((byte & 0x80U) == 0)
            break;
    }
    bytes = bytes.subspan(at);
    return value;
}

/// Small numbers of either sign become small numbers.
[[nodiscard]] constexpr std::uint64_t zigzag(std::int64_t value) noexcept
{
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
[[nodiscard]] constexpr std::int64_t unzigzag(std::uint64_t value) noexcept
{
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

} // namespace metriscope::net
