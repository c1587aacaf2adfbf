// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/istats/monitorfindings.h"

#include <algorithm>

namespace metriscope::net
{

using Nature = MonitorFieldInfo::Nature;

MonitorFindings::MonitorFindings() : m_feed(MonitorFieldCount)
{
    m_ids.fill(PolledFeed::NoMetric);
}

void MonitorFindings::take(const MonitorReading &reading, std::int64_t wall, Millis covers)
{
    m_feed.beginPoll();
    for (std::size_t field = 0; field < MonitorFieldCount; ++field) {
        if (!reading.values[field])
            continue;
        const double value = *reading.values[field];
        switch (monitorField(static_cast<MonitorField>(field)).nature) {
        case Nature::Forgotten:
        case Nature::Count:
            takeCount(field, value);
            break;
        case Nature::Moment:
            m_feed.setGauge(metricOf(field, MetricKind::Gauge, Unit::Seconds),
                            std::max(0.0, static_cast<double>(wall) / 1000 - value));
            break;
        case Nature::Level:
            m_feed.setGauge(metricOf(field, MetricKind::Gauge, Unit::None), value);
            break;
        case Nature::Duration:
            m_feed.setGauge(metricOf(field, MetricKind::Gauge, Unit::Seconds), value);
            break;
        }
    }
    m_feed.endPoll(covers);
    const std::scoped_lock lock(m_mutex);
    m_latest = reading.values;
    m_counts.rejected += reading.damaged;
    m_counts.items += static_cast<std::uint64_t>(
        std::ranges::count_if(reading.values, [](const auto &value) { return value.has_value(); }));
}

void MonitorFindings::takeCount(std::size_t field, double now)
{
    const LocalId id = metricOf(field, MetricKind::Counter, Unit::None, now);
    // A count that fell began again at 0: what is there now came since.
    if (m_known[field])
        m_feed.addCount(id, now >= *m_known[field] ? now - *m_known[field] : now);
    else
        m_feed.addCount(id, 0);
    m_known[field] = now;
}

LocalId MonitorFindings::metricOf(std::size_t field, MetricKind kind, Unit unit, double total)
{
    if (m_ids[field] == PolledFeed::NoMetric)
        m_ids[field] =
            m_feed.metric(monitorField(static_cast<MonitorField>(field)).metric, {}, kind, unit, total);
    return m_ids[field];
}

void MonitorFindings::countPoll(SourceError error, qint64 bytes, std::int64_t wall, Millis took)
{
    const std::scoped_lock lock(m_mutex);
    ++m_counts.polls;
    m_counts.failedPolls += error != SourceError::None ? 1 : 0;
    m_counts.received += bytes > 0 ? 1 : 0;
    m_counts.bytes += static_cast<std::uint64_t>(bytes);
    m_counts.lastPoll = wall;
    m_counts.lastPollTook = took;
}

SourceCounts MonitorFindings::counts() const
{
    const std::scoped_lock lock(m_mutex);
    SourceCounts counts = m_counts;
    counts.applications = m_counts.items > 0 ? 1 : 0;
    return counts;
}

MonitorValues MonitorFindings::latest() const
{
    const std::scoped_lock lock(m_mutex);
    return m_latest;
}

} // namespace metriscope::net
