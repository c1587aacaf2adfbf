// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/polledfeed.h"
#include "netlayer/engine/source.h"
#include "netlayer/istats/monitorfields.h"

#include <mutex>

namespace metriscope::net
{

/// What the polls of one pystatsd add up to. Written on the net thread; counts() and latest() may be asked
/// from any.
class MonitorFindings final
{
public:
    MonitorFindings();

    [[nodiscard]] PolledFeed &feed() noexcept { return m_feed; }
    /// The next answer tells where to count from: what happened while nobody asked belongs to no moment.
    void rebase() noexcept { m_known = {}; }
    /// `wall`: of the answer, milliseconds since the epoch. `covers`: the time since the answer before.
    void take(const MonitorReading &reading, std::int64_t wall, Millis covers);
    void countPoll(SourceError error, qint64 bytes, std::int64_t wall, Millis took);

    [[nodiscard]] SourceCounts counts() const;
    [[nodiscard]] MonitorValues latest() const; ///< all absent before the first answer

private:
    void takeCount(std::size_t field, double now);
    [[nodiscard]] LocalId metricOf(std::size_t field, MetricKind kind, Unit unit, double total = 0);

    PolledFeed m_feed;
    std::array<LocalId, MonitorFieldCount> m_ids{};
    MonitorValues m_known; ///< the counts as of the answer before
    mutable std::mutex m_mutex;
    SourceCounts m_counts; ///< under the mutex, as is m_latest
    MonitorValues m_latest;
};

} // namespace metriscope::net
