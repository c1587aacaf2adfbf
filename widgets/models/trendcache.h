// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/seriesstore.h"

#include <unordered_map>
#include <vector>

namespace metriscope::ui
{

/// The small curves of the rows on screen: made when first asked for, thrown away with the next tick.
class TrendCache final
{
public:
    static constexpr int Columns = 60;
    static constexpr net::Millis Span{std::chrono::minutes{5}};

    explicit TrendCache(const net::SeriesStore &store) : m_store(store) {}

    /// The points of the last Span, whose time() runs from range().from to range().to.
    [[nodiscard]] const std::vector<net::Column> &trend(net::MetricId id, net::MetricKind kind);
    [[nodiscard]] net::TimeRange range() const;

private:
    const net::SeriesStore &m_store;
    net::Time m_now{};
    std::unordered_map<std::uint32_t, std::vector<net::Column>> m_trends;
};

/// What the small curve of a metric shows: cheap to read, without quantiles.
[[nodiscard]] net::Measure trendMeasure(net::MetricKind kind) noexcept;

} // namespace metriscope::ui
