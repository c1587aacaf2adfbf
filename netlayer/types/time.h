// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace metriscope::net
{

using Millis = std::chrono::milliseconds;

/// The engine's axis: the wall clock at the engine's start plus the time that really passed since. It never
/// jumps, whatever happens to the wall clock.
using Time = std::chrono::sys_time<Millis>;

/// Half open: `from` belongs to the range, `to` does not.
struct TimeRange {
    Time from;
    Time to;

    [[nodiscard]] Millis span() const noexcept { return to - from; }
    [[nodiscard]] bool contains(Time t) const noexcept { return from <= t && t < to; }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

} // namespace metriscope::net
