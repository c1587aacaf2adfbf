// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/aggregator.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace metriscope::net
{
namespace
{

/// One absurd value must not make a total infinite for good.
void accumulate(double &total, double value) noexcept
{
    const double sum = total + value;
    if (std::isfinite(sum))
        total = sum;
}

} // namespace

Aggregator::Aggregator(const AggregatorLimits &limits, std::uint64_t seed)
    : m_limits(limits), m_seed(seed), m_names(limits.series, seed)
{
}

/// Step by step for the whole batch: each step fetches what the next one reads, so that the waits overlap.
void Aggregator::settle()
{
    const std::span<Pending> batch(m_pending.data(), std::exchange(m_pendingCount, 0));
    for (Pending &pending : batch) {
        pending.metric = m_names.find(pending.key);
        if (pending.metric != NameTable::None)
            __builtin_prefetch(&m_cells[pending.metric]);
    }
    for (const Pending &pending : batch) {
        if (pending.metric != NameTable::None)
            prefetchCell(pending);
    }
    for (const Pending &pending : batch) {
        if (pending.metric != NameTable::None && isSampled(pending.sample.kind))
            prefetchChunk(pending);
    }
    for (const Pending &pending : batch)
        apply(pending);
}

std::unique_ptr<Bank> Aggregator::swap(std::unique_ptr<Bank> empty, std::chrono::steady_clock::time_point now)
{
    settle();
    empty->opened = now;
    std::swap(m_bank, empty);
    empty->closed = now;
    empty->names = m_names.keepAlive();
    return empty;
}

/// The cell of a metric in the open bank, made when this is its first sample there. The place that is known
/// may be left from an older bank: it counts only when the cell there is really this metric's.
template <typename Cell>
Cell &Aggregator::cellOf(std::vector<Cell> &cells, LocalId metric)
{
    std::uint32_t &place = m_cells[metric];
    if (place < cells.size() && cells[place].metric == metric)
        return cells[place];
    place = static_cast<std::uint32_t>(cells.size());
    Cell &cell = cells.emplace_back();
    cell.metric = metric;
    return cell;
}

void Aggregator::prefetchCell(const Pending &pending) const noexcept
{
    const auto prefetch = [place = m_cells[pending.metric]](const auto &cells) {
        if (place < cells.size())
            __builtin_prefetch(&cells[place], 1);
    };
    switch (pending.sample.kind) {
    case MetricKind::Counter:
        return prefetch(m_bank->counters);
    case MetricKind::Gauge:
        return prefetch(m_bank->gauges);
    case MetricKind::Set:
        return prefetch(m_bank->sets);
    case MetricKind::Timer:
    case MetricKind::Histogram:
    case MetricKind::Distribution:
        return prefetch(m_bank->timers);
    }
}

void Aggregator::prefetchChunk(const Pending &pending) const noexcept
{
    const auto &timers = m_bank->timers;
    const std::uint32_t place = m_cells[pending.metric];
    if (place < timers.size() && timers[place].lastChunk < m_bank->chunks.size())
        __builtin_prefetch(&m_bank->chunks[timers[place].lastChunk], 1);
}

void Aggregator::apply(const Pending &pending)
{
    const Sample &sample = pending.sample;
    LocalId metric = pending.metric;
    if (metric == NameTable::None) { // new when it was looked up; a sample before it may have added it
        metric = m_names.find(pending.key);
        if (metric == NameTable::None)
            metric = m_names.add(NameKey::of(sample), pending.key, m_bank->newNames);
        if (metric == NameTable::None) {
            ++m_refusedSeries;
            return;
        }
        if (m_cells.size() < m_names.size())
            m_cells.resize(m_names.size());
    }
    switch (sample.kind) {
    case MetricKind::Counter:
        return addToCounter(metric, sample);
    case MetricKind::Gauge:
        return addToGauge(metric, sample);
    case MetricKind::Set:
        return addToSet(metric, sample);
    case MetricKind::Timer:
    case MetricKind::Histogram:
    case MetricKind::Distribution:
        return addToTimer(metric, sample);
    }
}

void Aggregator::addToCounter(LocalId metric, const Sample &sample)
{
    CounterCell &cell = cellOf(m_bank->counters, metric);
    const double value = sample.rate == 1 ? sample.value : sample.value / sample.rate;
    ++cell.samples;
    accumulate(cell.sinceRebase, value);
    if (value >= 0)
        accumulate(cell.up, value);
    else
        accumulate(cell.down, -value);
}

void Aggregator::addToGauge(LocalId metric, const Sample &sample)
{
    GaugeCell &cell = cellOf(m_bank->gauges, metric);
    ++cell.samples;
    if (sample.relative) {
        accumulate(cell.set ? cell.value : cell.delta, sample.value);
        return;
    }
    cell.value = sample.value;
    cell.set = true;
    const LocalId twin = m_names.twin(metric);
    if (twin == NameTable::None)
        return;
    auto &counters = m_bank->counters; // the counter of that name counts on from here
    if (const std::uint32_t place = m_cells[twin]; place < counters.size() && counters[place].metric == twin)
        counters[place].sinceRebase = 0;
}

void Aggregator::addToTimer(LocalId metric, const Sample &sample)
{
    TimerCell &cell = cellOf(m_bank->timers, metric);
    const double value = sample.value;
    cell.lower = cell.samples == 0 ? value : std::min(cell.lower, value);
    cell.upper = cell.samples == 0 ? value : std::max(cell.upper, value);
    cell.sum += value;
    cell.sumSquares += value * value;
    cell.weight += sample.rate == 1 ? 1 : 1 / sample.rate;
    if (cell.samples++ < TimerCell::MaxExactSamples)
        keepExact(cell, value);
    else
        keepInSketch(cell, value);
}

void Aggregator::addToSet(LocalId metric, const Sample &sample)
{
    SetCell &cell = cellOf(m_bank->sets, metric);
    ++cell.samples;
    const std::uint64_t hash = XXH3_64bits_withSeed(sample.text.data(), sample.text.size(),
                                                    m_seed ^ (metric * std::uint64_t{0x9E3779B97F4A7C15U}));
    if (cell.unique < m_limits.membersOfSet && m_bank->members.insert(hash)) {
        ++cell.unique;
    } else if (!m_bank->members.contains(hash)) {
        ++cell.refused;
        ++m_refusedMembers;
    }
}

void Aggregator::keepExact(TimerCell &cell, double value)
{
    auto &chunks = m_bank->chunks;
    if (cell.lastChunk == TimerCell::None || chunks[cell.lastChunk].size == SampleChunk::Capacity) {
        const auto fresh = static_cast<std::uint32_t>(chunks.size());
        chunks.emplace_back();
        if (cell.lastChunk == TimerCell::None)
            cell.firstChunk = fresh;
        else
            chunks[cell.lastChunk].next = fresh;
        cell.lastChunk = fresh;
    }
    SampleChunk &chunk = chunks[cell.lastChunk];
    chunk.values[chunk.size++] = value;
}

void Aggregator::keepInSketch(TimerCell &cell, double value)
{
    auto &sketches = m_bank->sketches;
    if (cell.sketch == TimerCell::None) {
        cell.sketch = static_cast<std::uint32_t>(sketches.size());
        auto &spare = m_bank->spareSketches;
        if (spare.empty()) {
            sketches.emplace_back();
        } else {
            sketches.push_back(std::move(spare.back()));
            spare.pop_back();
        }
        for (std::uint32_t i = cell.firstChunk; i != TimerCell::None; i = m_bank->chunks[i].next) {
            const SampleChunk &chunk = m_bank->chunks[i];
            for (const double exact : std::span(chunk.values).first(chunk.size))
                sketches[cell.sketch].add(exact);
        }
    }
    sketches[cell.sketch].add(value);
}

} // namespace metriscope::net
