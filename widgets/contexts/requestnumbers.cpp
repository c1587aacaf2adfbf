// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/contexts/requestnumbers.h"

#include <chrono>

namespace metriscope::ui
{

void RequestSum::add(const net::SeriesStore &store, const net::RequestTable::Request &request,
                     net::TimeRange range)
{
    // Most of thousands of requests are idle: one look tells.
    const auto idle = [&](net::MetricId id) {
        const net::Latest latest = store.latest(id);
        return !latest.any || latest.seen <= range.from;
    };
    const double seconds = std::chrono::duration<double>(range.span()).count();
    for (const net::MetricId id : request.timings) {
        if (idle(id))
            continue;
        const net::TimerPoint samples = store.samples(id, range, m_sketch);
        m_time += samples.sum;
        m_samples += samples.samples;
        if (request.counts.empty() && seconds > 0)
            m_rate += samples.weight / seconds;
    }
    for (const net::MetricId id : request.counts) {
        if (idle(id))
            continue;
        const net::RangeStatistics statistics = store.statistics(id, {net::Measure::What::Rate}, range);
        m_rate += statistics.n > 0 ? statistics.mean : 0;
    }
}

void RequestSum::add(const RequestSum &other)
{
    m_rate += other.m_rate;
    m_time += other.m_time;
    m_samples += other.m_samples;
    m_sketch.merge(other.m_sketch);
}

void RequestSum::clear()
{
    m_rate = m_time = 0;
    m_samples = 0;
    m_sketch.clear();
}

RequestNumbers RequestSum::numbers(double scale) const
{
    RequestNumbers numbers;
    numbers.rate = m_rate;
    numbers.time = m_time * scale;
    if (m_samples > 0) {
        numbers.mean = m_time / static_cast<double>(m_samples) * scale;
        numbers.p95 = m_sketch.quantile(0.95) * scale;
    }
    return numbers;
}

} // namespace metriscope::ui
