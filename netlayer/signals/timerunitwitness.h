// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/fold.h"
#include "netlayer/signals/preset.h"

#include <cmath>
#include <cstdint>

namespace metriscope::net
{

/// Watches whether the values of an application's timers speak against the unit in force. The line cannot
/// tell: m3 writes whole microseconds and calls them `ms`, its forks write milliseconds with a fraction. So a
/// fraction speaks against microseconds, and `Enough` whole numbers in a row, from a client whose preset says
/// microseconds, speak against milliseconds. Of clients without that habit nothing is suspected.
class TimerUnitWitness final
{
public:
    static constexpr std::uint64_t Enough = 20;

    void see(const MetricResult &timer)
    {
        m_samples += timer.samples;
        for (const double value : {timer.lower, timer.upper, timer.sum, timer.sumSquares})
            m_fraction = m_fraction || value != std::trunc(value);
    }
    [[nodiscard]] bool contradicts(TimerUnit inForce, TimerUnit ofPreset) const
    {
        if (ofPreset != TimerUnit::Microseconds)
            return false;
        return inForce == TimerUnit::Microseconds ? m_fraction : !m_fraction && m_samples >= Enough;
    }

private:
    std::uint64_t m_samples = 0;
    bool m_fraction = false;
};

} // namespace metriscope::net
