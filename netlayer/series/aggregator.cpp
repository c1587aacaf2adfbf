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

/// The cell of a metric in the open bank, made when this is its first sample there. `entry.cell` may be left
/// from an older bank: it counts only when the cell it points to is really this metric's.
template <typename Cell>
Cell &cellOf(std::vector<Cell> &cells, NameTable::Entry &entry)
{
    if (entry.cell < cells.size() && cells[entry.cell].metric == entry.id)
        return cells[entry.cell];
    entry.cell = static_cast<std::uint32_t>(cells.size());
    Cell &cell = cells.emplace_back();
    cell.metric = entry.id;
    return cell;
}

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

void Aggregator::add(const Sample &sample)
{
    if (m_pendingCount == Batch)
        settle();
    Pending &pending = m_pending[m_pendingCount++];
    pending.sample = sample;
    pending.hash = m_names.hash(NameKey::of(sample));
    m_names.prefetchSlot(pending.hash);
}

void Aggregator::settle()
{
    const std::span<Pending> batch(m_pending.data(), std::exchange(m_pendingCount, 0));
    for (Pending &pending : batch)
        pending.place = m_names.candidate(pending.hash);
    for (Pending &pending : batch) {
        pending.entry = m_names.find(NameKey::of(pending.sample), pending.hash, pending.place);
        if (pending.entry != nullptr)
            prefetchCell(*pending.entry);
    }
    for (const Pending &pending : batch) {
        if (pending.entry != nullptr && isSampled(pending.sample.kind))
            prefetchChunk(*pending.entry);
    }
    for (Pending &pending : batch)
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

void Aggregator::prefetchCell(const NameTable::Entry &entry) const noexcept
{
    const auto prefetch = [&entry](const auto &cells) {
        if (entry.cell < cells.size())
            __builtin_prefetch(&cells[entry.cell], 1);
    };
    switch (entry.kind) {
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

void Aggregator::prefetchChunk(const NameTable::Entry &entry) const noexcept
{
    const auto &timers = m_bank->timers;
    if (entry.cell < timers.size() && timers[entry.cell].lastChunk < m_bank->chunks.size())
        __builtin_prefetch(&m_bank->chunks[timers[entry.cell].lastChunk], 1);
}

void Aggregator::apply(Pending &pending)
{
    const Sample &sample = pending.sample;
    NameTable::Entry *entry = pending.entry;
    if (entry == nullptr) { // new when the batch was looked up; may have been added by a line before it
        const NameKey key = NameKey::of(sample);
        entry = m_names.find(key, pending.hash, 0);
        if (entry == nullptr)
            entry = m_names.add(key, pending.hash, m_bank->newNames);
        if (entry == nullptr) {
            ++m_refusedSeries;
            return;
        }
    }
    switch (sample.kind) {
    case MetricKind::Counter:
        return addToCounter(*entry, sample);
    case MetricKind::Gauge:
        return addToGauge(*entry, sample);
    case MetricKind::Set:
        return addToSet(*entry, sample);
    case MetricKind::Timer:
    case MetricKind::Histogram:
    case MetricKind::Distribution:
        return addToTimer(*entry, sample);
    }
}

void Aggregator::addToCounter(NameTable::Entry &entry, const Sample &sample)
{
    CounterCell &cell = cellOf(m_bank->counters, entry);
    const double value = sample.rate == 1 ? sample.value : sample.value / sample.rate;
    ++cell.samples;
    accumulate(cell.sinceRebase, value);
    if (value >= 0)
        accumulate(cell.up, value);
    else
        accumulate(cell.down, -value);
}

void Aggregator::addToGauge(NameTable::Entry &entry, const Sample &sample)
{
    GaugeCell &cell = cellOf(m_bank->gauges, entry);
    ++cell.samples;
    if (sample.relative) {
        accumulate(cell.set ? cell.value : cell.delta, sample.value);
        return;
    }
    cell.value = sample.value;
    cell.set = true;
    if (entry.twin == 0) // otherwise a counter of the same name counts on from here
        return;
    const NameTable::Entry &counter = *m_names.at(entry.twin);
    auto &counters = m_bank->counters;
    if (counter.cell < counters.size() && counters[counter.cell].metric == counter.id)
        counters[counter.cell].sinceRebase = 0;
}

void Aggregator::addToTimer(NameTable::Entry &entry, const Sample &sample)
{
    TimerCell &cell = cellOf(m_bank->timers, entry);
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

void Aggregator::addToSet(NameTable::Entry &entry, const Sample &sample)
{
    SetCell &cell = cellOf(m_bank->sets, entry);
    ++cell.samples;
    const std::uint64_t hash = XXH3_64bits_withSeed(sample.text.data(), sample.text.size(),
                                                    m_seed ^ (entry.id * std::uint64_t{0x9E3779B97F4A7C15U}));
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
