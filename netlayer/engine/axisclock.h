// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/time.h"

#include <chrono>

namespace metriscope::net
{

/// The engine's axis: starts at the wall clock's time and then advances with the time that really passed, a
/// suspended machine included (CLOCK_BOOTTIME), whatever is done to the wall clock meanwhile.
class AxisClock final
{
public:
    AxisClock();

    [[nodiscard]] Time now() const;
    /// Wall clock minus axis. Steps of under a quarter of a second, such as a slewing time daemon makes, are
    /// left out.
    [[nodiscard]] Millis wallOffset();

private:
    Time m_start;
    std::chrono::nanoseconds m_bootAtStart;
    Millis m_offset{0};
};

} // namespace metriscope::net
