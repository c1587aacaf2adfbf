// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/axisclock.h"

#include <ctime>

namespace metriscope::net
{

namespace
{

std::chrono::nanoseconds bootTime()
{
    timespec t{};
    clock_gettime(CLOCK_BOOTTIME, &t);
    return std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec);
}

Time wallTime()
{
    return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}

} // namespace

AxisClock::AxisClock() : m_start(wallTime()), m_bootAtStart(bootTime()) {}

Time AxisClock::now() const
{
    return m_start + std::chrono::duration_cast<Millis>(bootTime() - m_bootAtStart);
}

Millis AxisClock::wallOffset()
{
    constexpr Millis slew{250};
    const Millis offset = wallTime() - now();
    if (std::chrono::abs(offset - m_offset) >= slew)
        m_offset = offset;
    return m_offset;
}

} // namespace metriscope::net
