// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace metriscope::net
{

/// Nanoseconds since the epoch of a time stamp of pcapng: `resolution` as if_tsresol has it (a power of ten,
/// or of two with the highest bit set), `offset` in seconds. What does not fit becomes the nearest that does.
[[nodiscard]] std::int64_t captureTime(std::uint64_t stamp, std::uint8_t resolution,
                                       std::int64_t offset) noexcept;

} // namespace metriscope::net
