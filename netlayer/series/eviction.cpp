// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/storestate.h"

#include <algorithm>
#include <optional>

namespace metriscope::net
{

/// Frees blocks until the budget holds again. Goes on where it stopped, so that what is freed is the oldest,
/// give or take a block, and the work is spread over the ticks.
void SeriesStore::State::makeRoom()
{
    while (ledger.pool.used() > config.memoryBudget && !full) {
        if (evictOver || passIsOver()) {
            if (!nextPass()) {
                full = true;
                evictOver = true;
                return;
            }
        }
        evictFrom(MetricId{static_cast<std::uint32_t>(evictAt++)});
    }
}

/// The level whose oldest points are the oldest of all is next, a block's worth of them; when no level has
/// any that are complete, the same again for what is watched.
bool SeriesStore::State::nextPass()
{
    const auto oldest = [this]() -> std::optional<std::size_t> {
        std::optional<std::size_t> found;
        Time earliest = Time::max();
        for (std::size_t level = 0; level < Timeline::Levels; ++level) {
            const Timeline::Level &line = timeline.level(level);
            const BucketNumber from = std::max(evictedTo[level], line.first());
            // of equal age, the finer points go first
            if (from < line.end() && line[from].end < earliest) {
                earliest = line[from].end;
                found = level;
            }
        }
        return found;
    };
    auto level = oldest();
    if (!level && !evictWatched) {
        evictWatched = true;
        evictedTo = {};
        level = oldest();
    }
    if (!level) {
        evictWatched = false; // at the next tick the unwatched come first again
        evictedTo = {};
        return false;
    }
    const Timeline::Level &line = timeline.level(*level);
    evictedTo[*level] = std::min(std::max(evictedTo[*level], line.first()) + Block::Buckets, line.end());
    evictLevel = *level;
    evictAt = 0;
    evictOver = false;
    return true;
}

void SeriesStore::State::evictFrom(MetricId id)
{
    Series &series = *find(id);
    const std::lock_guard lock(lockOf(id));
    const Block *oldest = series.chains[evictLevel].oldest();
    if (!oldest || oldest->last() >= evictedTo[evictLevel] || (series.watched && !evictWatched))
        return;
    if (evictLevel + 1 < Timeline::Levels)
        series.roll(ledger, timeline, evictLevel, index(id));
    const std::uint64_t gone =
        series.chains[evictLevel].dropBefore(ledger, series.kind, evictedTo[evictLevel]);
    series.evicted[evictLevel] = true;
    evictedPoints += gone;
}

} // namespace metriscope::net
