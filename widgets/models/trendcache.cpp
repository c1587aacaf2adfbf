// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/trendcache.h"

namespace metriscope::ui
{

net::Measure trendMeasure(net::MetricKind kind) noexcept
{
    if (kind == net::MetricKind::Counter)
        return {net::Measure::What::Rate};
    return {net::isSampled(kind) ? net::Measure::What::Mean : net::Measure::What::Value};
}

net::TimeRange TrendCache::range() const
{
    // Whole columns on a fixed grid: the curve shifts by one, it never boils.
    constexpr net::Millis Width = Span / Columns;
    const auto columns = (m_store.now().time_since_epoch() + Width - net::Millis{1}) / Width;
    const net::Time to{columns * Width};
    return {to - Span, to};
}

const std::vector<net::Column> &TrendCache::trend(net::MetricId id, net::MetricKind kind)
{
    constexpr std::size_t Enough = 4096; // more rows than any screen shows, a reader that scrolls far
    if (m_store.now() != m_now || m_trends.size() > Enough) {
        m_trends.clear();
        m_now = m_store.now();
    }
    const auto [at, isNew] = m_trends.try_emplace(net::index(id));
    if (isNew)
        at->second = m_store.window(id, trendMeasure(kind), range(), Columns);
    return at->second;
}

} // namespace metriscope::ui
