// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/seriesstore.h"

#include "netlayer/series/finite.h"
#include "netlayer/series/storestate.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace metriscope::net
{

SeriesStore::State::~State()
{
    for (auto &slot : chunks) {
        const std::unique_ptr<Chunk> chunk(slot.load(std::memory_order_relaxed));
        if (!chunk)
            continue;
        for (Series &series : chunk->series) {
            for (Chain &chain : series.chains) // the pool does not know the large blocks it handed out
                chain.dropBefore(ledger, series.kind, std::numeric_limits<BucketNumber>::max());
        }
    }
}

IdlePolicy SeriesStore::State::policyOf(MetricKind kind) const noexcept
{
    return kind == MetricKind::Counter ? config.counters
           : kind == MetricKind::Gauge ? config.gauges
           : kind == MetricKind::Set   ? config.sets
                                       : config.timers;
}

/// With the lock of the series held.
void SeriesStore::State::append(MetricId id, Series &series, const Cell &cell,
                                std::span<const std::uint8_t> sketch)
{
    if (full)
        ++evictedPoints;
    else
        series.chains[0].append(ledger, series.kind, index(id), timeline.current(), cell, sketch);
    if (!series.any)
        restOf(id).firstSeen = timeline.tick().start;
    series.any = true;
    series.seen = timeline.tick().end;
}

void SeriesStore::State::sweep()
{
    const std::size_t all = count.load(std::memory_order_relaxed);
    for (std::size_t visits = (all + Timeline::SweepTicks - 1) / Timeline::SweepTicks; visits > 0;
         --visits, ++sweepAt) {
        if (sweepAt >= all)
            sweepAt = 0;
        const MetricId id{static_cast<std::uint32_t>(sweepAt)};
        const std::lock_guard lock(lockOf(id));
        find(id)->tidy(ledger, timeline, index(id), restOf(id));
    }
}

/// Once after each tick.
void SeriesStore::State::tidy()
{
    if (!std::exchange(untidy, false))
        return;
    sweep();
    if (overBudget())
        makeRoom();
}

void SeriesStore::State::publish()
{
    usedBytes.store(ledger.used(), std::memory_order_relaxed);
    usedSketchBytes.store(ledger.sketchBytes, std::memory_order_relaxed);
    storedPoints.store(ledger.points, std::memory_order_relaxed);
    lostPoints.store(evictedPoints, std::memory_order_relaxed);
    timeline.publish();
    now.store(timeline.tick().end.time_since_epoch().count(), std::memory_order_release);
}

SeriesStore::SeriesStore(const StoreConfig &config) : m_state(std::make_unique<State>(config)) {}
SeriesStore::~SeriesStore() = default;

void SeriesStore::beginTick(Time end, Millis elapsed, std::uint64_t kernelDrops)
{
    if (m_state->ticking)
        endTick();
    m_state->tidy();
    m_state->timeline.begin(end, elapsed, kernelDrops);
    m_state->ticking = true;
    m_state->full = false;
}

void SeriesStore::endTick()
{
    if (!m_state->ticking)
        return;
    m_state->ticking = false;
    m_state->untidy = true;
    if (m_state->overBudget())
        m_state->makeRoom();
    m_state->publish();
}

void SeriesStore::prepareTick()
{
    m_state->tidy();
    m_state->ledger.open.prepare();
    m_state->ledger.sealed.prepare();
}

void SeriesStore::expect(MetricId next, MetricId soon, MetricId later) const noexcept
{
    // each step reads what the step before had fetched: the series, its open block, the end of that
    if (const Series *series = m_state->find(later))
        __builtin_prefetch(series, 1);
    if (const Series *series = m_state->find(soon))
        if (const Block *open = series->chains[0].newest()) {
            __builtin_prefetch(open, 1);
            __builtin_prefetch(reinterpret_cast<const std::byte *>(open) + 64, 1);
        }
    if (const Series *series = m_state->find(next))
        if (const Block *open = series->chains[0].newest())
            open->prefetch(series->kind);
}

void SeriesStore::addSeries(MetricId id, MetricKind kind, double scale, double total)
{
    State &state = *m_state;
    const std::size_t wanted = index(id);
    if (wanted >= State::Chunks * State::ChunkSize)
        return;
    for (std::size_t chunk = 0; chunk <= wanted / State::ChunkSize; ++chunk)
        if (!state.chunks[chunk].load(std::memory_order_relaxed))
            state.chunks[chunk].store(new State::Chunk, std::memory_order_release);
    {
        const std::lock_guard lock(state.lockOf(id));
        Series &series = state.chunkOf(id).series[wanted % State::ChunkSize];
        series.kind = kind;
        series.total = total;
        state.restOf(id).scale = scale;
    }
    if (wanted >= state.count.load(std::memory_order_relaxed))
        state.count.store(wanted + 1, std::memory_order_release);
}

double SeriesStore::append(MetricId id, const CounterPoint &point)
{
    Series *const found = m_state->find(id);
    if (!m_state->ticking || !found)
        return 0;
    Series &series = *found;
    double total = 0;
    {
        const std::lock_guard lock(m_state->lockOf(id));
        m_state->append(id, series, Cell{{finite(point.up), finite(point.down)}}, {});
        series.value = finite(point.up - point.down);
        series.rate =
            finite(series.value * 1000 / static_cast<double>(m_state->timeline.tick().elapsed.count()));
        total = series.total = finite(series.total + series.value);
    }
    if (m_state->overBudget())
        m_state->makeRoom();
    return total;
}

void SeriesStore::append(MetricId id, const GaugePoint &point)
{
    Series *const series = m_state->find(id);
    if (!m_state->ticking || !series)
        return;
    {
        const double value = finite(point.value);
        const std::lock_guard lock(m_state->lockOf(id));
        m_state->append(id, *series, Cell{{value, value, value}}, {});
        series->value = value;
    }
    if (m_state->overBudget())
        m_state->makeRoom();
}

void SeriesStore::append(MetricId id, const SetPoint &point)
{
    append(id, GaugePoint{point.unique});
}

void SeriesStore::append(MetricId id, const TimerPoint &point)
{
    Series *const found = m_state->find(id);
    if (!m_state->ticking || !found || point.samples == 0)
        return;
    Series &series = *found;
    const Cell cell = cellOf(point);
    auto &encoded = m_state->ledger.encoded;
    encoded.clear();
    if (point.sketch && cell[timer::Lower] < cell[timer::Upper])
        point.sketch->encode(encoded);
    {
        const std::lock_guard lock(m_state->lockOf(id));
        m_state->append(id, series, cell, encoded);
        series.value = cell[timer::Sum] / cell[timer::Samples];
        series.rate = finite(cell[timer::Weight] * 1000 /
                             static_cast<double>(m_state->timeline.tick().elapsed.count()));
        series.total += cell[timer::Samples];
    }
    if (m_state->overBudget())
        m_state->makeRoom();
}

void SeriesStore::setScale(MetricId id, double scale)
{
    if (m_state->find(id)) {
        const std::lock_guard lock(m_state->lockOf(id));
        m_state->restOf(id).scale = scale;
    }
}

void SeriesStore::setWatched(std::span<const MetricId> ids)
{
    const std::lock_guard list(m_state->watchedLock);
    const auto mark = [this](MetricId id, bool watched) {
        if (Series *series = m_state->find(id))
            series->watched.store(watched, std::memory_order_relaxed);
    };
    for (const MetricId id : m_state->watched)
        mark(id, false);
    m_state->watched.assign(ids.begin(), ids.end());
    for (const MetricId id : ids)
        mark(id, true);
}

Time SeriesStore::now() const noexcept
{
    return Time{Millis{m_state->now.load(std::memory_order_acquire)}};
}

StoreUsage SeriesStore::usage() const noexcept
{
    return {m_state->usedBytes.load(std::memory_order_relaxed),
            m_state->usedSketchBytes.load(std::memory_order_relaxed),
            m_state->count.load(std::memory_order_relaxed) * (sizeof(Series) + sizeof(SeriesRest)),
            m_state->storedPoints.load(std::memory_order_relaxed),
            m_state->lostPoints.load(std::memory_order_relaxed)};
}

} // namespace metriscope::net
