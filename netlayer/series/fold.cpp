// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/fold.h"

#include "netlayer/series/finite.h"

#include <algorithm>
#include <cmath>

namespace metriscope::net
{

namespace
{

template <typename Cell>
MetricResult resultOf(const Cell &cell, MetricId id, MetricKind kind)
{
    MetricResult result;
    result.id = id;
    result.kind = kind;
    result.samples = cell.samples;
    return result;
}

} // namespace

Fold::Fold(const FoldConfig &config, Registry &registry, SeriesStore &store)
    : m_config(config), m_registry(registry), m_store(store)
{
}

void Fold::addObserver(FoldObserver &observer, bool detailed)
{
    m_observers.push_back({&observer, detailed});
    m_detailed = m_detailed || detailed;
}

void Fold::fold(const Bank &bank, SourceId source, Millis elapsed)
{
    Names &names = m_sources[source];
    learn(bank, source, names);
    const double seconds = std::max<double>(1, static_cast<double>(elapsed.count())) / 1000;
    foldCounters(bank, names, seconds);
    foldGauges(bank, names, seconds);
    foldTimers(bank, names, seconds);
    foldSets(bank, names, seconds);
}

void Fold::learn(const Bank &bank, SourceId source, Names &names)
{
    for (const NewName &fresh : bank.newNames) {
        const MetricInfo info{fresh.name, fresh.tags, fresh.kind, fresh.unit, source};
        const bool isGauge = fresh.kind == MetricKind::Gauge;
        const Known known{
            m_registry.add(info, bank.names),
            static_cast<std::uint32_t>(isGauge ? names.levels.size() : static_cast<std::size_t>(fresh.kind))};
        if (isGauge)
            names.levels.push_back(0);
        names.metrics.push_back(known);
        if (known.id == NoMetric) {
            ++m_refused;
            continue;
        }
        m_store.addSeries(known.id, fresh.kind, 1, finite(fresh.total));
        for (const Observer &each : m_observers)
            each.observer->registered(known.id, info);
    }
}

/// What a tick touches is scattered over memory: have that of the next cells fetched in time. Each step reads
/// what the one before it had fetched.
template <typename Cells>
void Fold::expect(const Cells &cells, std::size_t at, const Names &names) const noexcept
{
    const auto id = [&](std::size_t ahead) {
        return at + ahead < cells.size() ? names.of(cells[at + ahead].metric).id : NoMetric;
    };
    if (at + 20 < cells.size() && cells[at + 20].metric < names.metrics.size())
        __builtin_prefetch(&names.metrics[cells[at + 20].metric]);
    m_store.expect(id(5), id(10), id(15));
}

void Fold::foldCounters(const Bank &bank, const Names &names, double seconds)
{
    for (std::size_t at = 0; at < bank.counters.size(); ++at) {
        expect(bank.counters, at, names);
        const CounterCell &cell = bank.counters[at];
        const MetricId id = names.of(cell.metric).id;
        if (id == NoMetric)
            continue;
        MetricResult result = resultOf(cell, id, MetricKind::Counter);
        result.up = finite(cell.up);
        result.down = finite(cell.down);
        result.sinceRebase = finite(cell.sinceRebase);
        result.count = result.up - result.down;
        result.rate = finite(result.count / seconds);
        result.total = m_store.append(id, CounterPoint{result.up, result.down});
        tell(result);
    }
}

void Fold::foldGauges(const Bank &bank, Names &names, double seconds)
{
    for (std::size_t at = 0; at < bank.gauges.size(); ++at) {
        expect(bank.gauges, at, names);
        const GaugeCell &cell = bank.gauges[at];
        const Known known = names.of(cell.metric);
        if (known.id == NoMetric)
            continue;
        double &level = names.levels[known.more];
        level = finite(cell.set ? cell.value : level + cell.delta);
        MetricResult result = resultOf(cell, known.id, MetricKind::Gauge);
        result.count = static_cast<double>(cell.samples);
        result.rate = finite(result.count / seconds);
        result.value = level;
        result.set = cell.set;
        m_store.append(known.id, GaugePoint{level});
        tell(result);
    }
}

void Fold::foldTimers(const Bank &bank, const Names &names, double seconds)
{
    for (std::size_t at = 0; at < bank.timers.size(); ++at) {
        expect(bank.timers, at, names);
        const TimerCell &cell = bank.timers[at];
        const MetricId id = names.of(cell.metric).id;
        if (id == NoMetric || cell.samples == 0)
            continue;
        gather(bank, cell);
        const auto samples = static_cast<double>(cell.samples);
        MetricResult result = resultOf(cell, id, static_cast<MetricKind>(names.of(cell.metric).more));
        result.count = finite(cell.weight);
        result.rate = finite(result.count / seconds);
        result.sum = finite(cell.sum);
        result.sumSquares = finite(cell.sumSquares);
        result.mean = result.sum / samples;
        result.lower = cell.lower;
        result.upper = cell.upper;
        result.sketch = &m_sketch;
        result.approximate = m_values.empty();
        m_store.append(id, TimerPoint{result.count, result.sum, result.sumSquares, result.lower, result.upper,
                                      result.samples, result.sketch});
        if (m_observers.empty())
            continue;
        detail(result);
        if (m_detailed && cell.buckets != TimerCell::None)
            result.buckets = bank.buckets[cell.buckets];
        tell(result);
    }
}

void Fold::foldSets(const Bank &bank, const Names &names, double seconds)
{
    for (std::size_t at = 0; at < bank.sets.size(); ++at) {
        expect(bank.sets, at, names);
        const SetCell &cell = bank.sets[at];
        const MetricId id = names.of(cell.metric).id;
        if (id == NoMetric)
            continue;
        MetricResult result = resultOf(cell, id, MetricKind::Set);
        result.value = static_cast<double>(cell.unique);
        result.count = static_cast<double>(cell.samples);
        result.rate = finite(result.count / seconds);
        m_store.append(id, SetPoint{result.value});
        tell(result);
    }
}

/// Leaves the samples of a tick in m_values, unless there were too many to keep, and all of them in m_sketch.
void Fold::gather(const Bank &bank, const TimerCell &cell)
{
    m_values.clear();
    m_sketch.clear();
    if (cell.sketch != TimerCell::None) {
        m_sketch.merge(bank.sketches[cell.sketch]);
        return;
    }
    for (std::uint32_t at = cell.firstChunk; at != TimerCell::None; at = bank.chunks[at].next) {
        const SampleChunk &chunk = bank.chunks[at];
        m_values.insert(m_values.end(), chunk.values.begin(), chunk.values.begin() + chunk.size);
    }
    for (const double value : m_values)
        m_sketch.add(value);
}

void Fold::detail(MetricResult &result)
{
    const auto samples = static_cast<double>(result.samples);
    double squares = result.sumSquares - result.mean * result.sum;
    if (!result.approximate) { // two passes lose nothing where the spread is small beside the values
        squares = 0;
        for (const double value : m_values)
            squares += (value - result.mean) * (value - result.mean);
    }
    result.deviation = std::sqrt(finite(std::max(0.0, squares)) / samples);
    if (!m_detailed)
        return;
    std::sort(m_values.begin(), m_values.end());
    result.median = result.approximate ? medianOf(m_sketch) : medianOf(m_values);
    for (const double wanted : m_config.percentiles) {
        const auto found = result.approximate ? percentileOf(m_sketch, wanted, m_config.rule)
                                              : percentileOf(m_values, wanted, m_config.rule);
        if (found)
            result.percentiles.push_back(*found);
    }
}

void Fold::tell(MetricResult &result)
{
    for (const Observer &each : m_observers)
        each.observer->folded(result);
}

} // namespace metriscope::net
