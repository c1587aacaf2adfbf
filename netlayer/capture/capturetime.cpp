// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/capturetime.h"

#include <algorithm>
#include <limits>

namespace metriscope::net
{

namespace
{

constexpr std::uint64_t Second = 1'000'000'000;
/// Whole seconds that nanoseconds of 63 bits can tell, less one for the fraction.
constexpr std::int64_t MostSeconds =
    std::numeric_limits<std::int64_t>::max() / static_cast<std::int64_t>(Second) - 1;

} // namespace

std::int64_t captureTime(std::uint64_t stamp, std::uint8_t resolution, std::int64_t offset) noexcept
{
    std::uint64_t seconds = 0, nanoseconds = 0;
    unsigned power = resolution & 0x7FU;
    if (resolution & 0x80U) {
        if (power > 63) {
            stamp = power - 63 > 63 ? 0 : stamp >> (power - 63);
            power = 63;
        }
        seconds = stamp >> power;
        std::uint64_t fraction = stamp & ((std::uint64_t{1} << power) - 1);
        if (power > 32) {
            fraction >>= power - 32;
            power = 32;
        }
        nanoseconds = fraction * Second >> power;
    } else {
        for (; power > 19; --power)
            stamp /= 10;
        std::uint64_t unit = 1;
        for (unsigned i = 0; i < power; ++i)
            unit *= 10;
        seconds = stamp / unit;
        nanoseconds = unit <= Second ? stamp % unit * (Second / unit) : stamp % unit / (unit / Second);
    }
    const auto whole = static_cast<std::int64_t>(std::min<std::uint64_t>(seconds, MostSeconds));
    const std::int64_t moved = std::clamp(offset, -MostSeconds, MostSeconds);
    const std::int64_t sum =
        moved > 0 ? (whole > MostSeconds - moved ? MostSeconds : whole + moved) : whole + moved;
    return sum * static_cast<std::int64_t>(Second) + static_cast<std::int64_t>(nanoseconds);
}

} // namespace metriscope::net
