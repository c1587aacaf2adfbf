// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/fold.h"

namespace metriscope::net
{

/// A level that a client says once as a gauge and then moves by counters of the same name, as m3 does with
/// `users.active`: last gauge plus the deltas after it. Counter and gauge of a tick come in any order.
class UserLevel final
{
public:
    void gauge(const MetricResult &result)
    {
        m_gauge = result.value;
        m_set = m_set || result.set;
        m_moved = true;
    }
    void setTo(double value)
    {
        m_gauge = value;
        m_set = m_moved = true;
    }
    void counter(const MetricResult &result)
    {
        m_change += result.up - result.down;
        m_sinceRebase += result.sinceRebase;
        m_counted = true;
    }
    void finishTick()
    {
        if (m_set)
            m_level = m_gauge + m_sinceRebase;
        else
            m_level += m_change + (m_moved ? m_gauge - m_lastGauge : 0); // a gauge moved by `+1|g`
        m_based = m_based || m_moved;
        m_known = m_known || m_moved || m_counted;
        if (m_moved)
            m_lastGauge = m_gauge;
        m_change = m_sinceRebase = 0;
        m_set = m_moved = m_counted = false;
    }

    [[nodiscard]] double level() const { return m_level; }
    [[nodiscard]] bool known() const { return m_known; }
    [[nodiscard]] bool based() const { return m_based; } ///< a gauge was seen; otherwise counted since start

private:
    double m_level = 0, m_gauge = 0, m_lastGauge = 0, m_change = 0, m_sinceRebase = 0;
    bool m_known = false, m_based = false, m_set = false, m_moved = false, m_counted = false;
};

} // namespace metriscope::net
