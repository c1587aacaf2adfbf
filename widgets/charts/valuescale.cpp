// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/valuescale.h"

#include <algorithm>
#include <cmath>

namespace metriscope::ui
{

double niceStep(double step) noexcept
{
    if (!(step > 0) || !std::isfinite(step))
        return 1;
    const double power = std::pow(10, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= step * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

void ValueScale::setFromZero(bool fromZero) noexcept
{
    if (m_fromZero == fromZero)
        return;
    m_fromZero = fromZero;
    m_fresh = true;
}

bool ValueScale::fit(double lowest, double highest, int steps)
{
    steps = std::max(steps, 1);
    if (std::isnan(lowest) || std::isnan(highest)) {
        if (!m_fresh || m_steps == steps)
            return false;
        lowest = highest = 0;
    }
    // A number this large is a mistake of the sender; the axis must survive it
    lowest = std::clamp(lowest, -1e300, 1e300);
    highest = std::clamp(highest, -1e300, 1e300);
    if (m_fromZero || (lowest >= 0 && lowest < 0.6 * highest)) {
        lowest = std::min(lowest, 0.0);
        highest = std::max(highest, 0.0);
    }
    if (highest - lowest <= std::abs(highest) * 1e-9) { // flat: some room around it
        const double room = highest == 0 ? 1 : std::abs(highest) * 0.1;
        (highest == 0 ? lowest = 0 : lowest -= room);
        highest += room;
    }
    const bool fits = m_from <= lowest && highest <= m_to;
    const bool roomy = highest - lowest < 0.45 * (m_to - m_from);
    if (!m_fresh && fits && !roomy && steps == m_steps)
        return false;
    const double step = niceStep((highest - lowest) * 1.04 / steps);
    const double from = std::floor(lowest / step + 1e-9) * step;
    double to = std::ceil(highest / step - 1e-9) * step;
    if (to - highest < 0.04 * (to - from) && highest > 0) // a line never runs along the upper edge
        to += step;
    m_fresh = false;
    m_steps = steps;
    if (from == m_from && to == m_to && step == m_step)
        return false;
    m_from = from;
    m_to = to;
    m_step = step;
    return true;
}

} // namespace metriscope::ui
