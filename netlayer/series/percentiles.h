// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/sketch.h"

#include <cstdint>
#include <optional>
#include <span>

namespace metriscope::net
{

/// Which sample stands for a percentile; the rules differ on small sets (corner case A6).
enum class PercentileRule : std::uint8_t {
    Statsd,     ///< rank = round half up (p / 100 * n); no value when that is 0
    Nearest,    ///< ceil(p / 100 * n)
    Interpolate ///< linear between closest ranks
};

struct PercentileResult {
    double percentile = 0;
    double boundary = 0; ///< upper value; the lower one for a negative percentile
    double mean = 0, sum = 0, sumSquares = 0;
    std::uint64_t count = 0; ///< samples on the inner side of the boundary, which the sums are of
};

/// The percentile of samples in ascending order; nothing for 0, for an empty set and where the rule has no
/// rank. A negative percentile counts from the top, as statsd has it; one beyond 100 is 100.
[[nodiscard]] std::optional<PercentileResult> percentileOf(std::span<const double> ascending,
                                                           double percentile, PercentileRule rule) noexcept;
/// The same from a sketch, each sample as its bin has it.
[[nodiscard]] std::optional<PercentileResult> percentileOf(const Sketch &sketch, double percentile,
                                                           PercentileRule rule) noexcept;

/// The mean of the two in the middle; NaN when there are none.
[[nodiscard]] double medianOf(std::span<const double> ascending) noexcept;
[[nodiscard]] double medianOf(const Sketch &sketch) noexcept;

} // namespace metriscope::net
