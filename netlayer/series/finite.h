// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace metriscope::net
{

/// Sums of huge values stay numbers: they stop at the largest double.
[[nodiscard]] inline double finite(double value) noexcept
{
    constexpr double Largest = std::numeric_limits<double>::max();
    return std::isnan(value) ? 0 : std::clamp(value, -Largest, Largest);
}

} // namespace metriscope::net
