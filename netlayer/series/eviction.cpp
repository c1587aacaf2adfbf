// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/eviction.h"

#include "netlayer/series/storestate.h"

#include <algorithm>

namespace metriscope::net
{

void Eviction::refresh(const Timeline &timeline) noexcept
{
    if (m_tick == timeline.current())
        return;
    m_tick = timeline.current();
    const Time now = timeline.tick().end;
    for (const bool watched : {false, true}) {
        for (std::size_t level = 0; level < Timeline::Levels; ++level) {
            const auto kept = static_cast<double>(Timeline::Kept[level].count()) * m_share[watched];
            BucketNumber limit =
                timeline.level(level).endingAfter(now - Millis{static_cast<Millis::rep>(kept)});
            if (lastResort(watched))
                limit = level == 0 ? m_tick : timeline.level(level).end();
            else if (level + 1 < Timeline::Levels)
                limit = std::min(limit, timeline.complete(level));
            m_limits[watched][level] = limit;
        }
    }
}

bool Eviction::nextRound(const Timeline &timeline)
{
    const BucketNumber now = timeline.current();
    if (!m_freed && m_begun == now) {
        const bool watched = lastResort(false);
        if (watched && lastResort(true))
            return false;
        m_share[watched] = std::max(m_share[watched] * Less, Least);
    } else if (m_freed && now - m_begun >= 2 * Block::Buckets) {
        // a steady load fills a block a series in so many ticks: a round that lasted longer was too strict
        for (double &share : m_share)
            share = std::min(share * More, 1.0);
    }
    at = 0;
    m_freed = false;
    m_begun = now;
    m_tick = 0;
    refresh(timeline);
    return true;
}

/// Goes on where it stopped, so that the work is spread over the ticks.
void SeriesStore::State::makeRoom()
{
    eviction.refresh(timeline);
    while (overBudget() && !full) {
        if (eviction.at < count.load(std::memory_order_relaxed))
            evictFrom(MetricId{static_cast<std::uint32_t>(eviction.at++)});
        else
            full = !eviction.nextRound(timeline);
    }
}

void SeriesStore::State::evictFrom(MetricId id)
{
    Series &series = *find(id);
    const bool isWatched = series.watched.load(std::memory_order_relaxed);
    for (std::size_t level = 0; level < Timeline::Levels; ++level) {
        const Block *oldest = series.chains[level].oldest(); // nobody but this thread changes chains
        const BucketNumber limit = eviction.limit(isWatched, level);
        if (!oldest || oldest->last() >= limit)
            continue;
        const std::lock_guard lock(lockOf(id));
        if (level + 1 < Timeline::Levels)
            series.roll(ledger, timeline, level, index(id));
        evictedPoints += series.dropBefore(ledger, level, limit, restOf(id));
        if (eviction.lastResort(isWatched)) // nothing is known of the time before: it must not look idle
            restOf(id).firstSeen = std::max(restOf(id).firstSeen, timeline.tick().start);
        eviction.freed();
    }
}

} // namespace metriscope::net
