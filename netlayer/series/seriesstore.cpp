// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/seriesstore.h"

#include "netlayer/series/finite.h"
#include "netlayer/series/readout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <limits>
#include <mutex>
#include <shared_mutex>

namespace metriscope::net
{

namespace
{

constexpr Millis Kept{15 * 60 * 1000};

struct Bucket {
    Time start, end;
    Millis elapsed{0};
    std::uint64_t dropped = 0;
};

struct Record {
    std::uint64_t bucket = 0;
    Cell cell;
    std::vector<std::uint8_t> sketch;
};

struct Series {
    MetricKind kind = MetricKind::Counter;
    double scale = 1;
    Time firstSeen;
    Latest latest;
    std::deque<Record> records;
};

} // namespace

struct SeriesStore::State {
    explicit State(const StoreConfig &wanted) : config(wanted) {}

    [[nodiscard]] Series *find(MetricId id) noexcept
    {
        return index(id) < series.size() ? &series[index(id)] : nullptr;
    }
    Record *put(MetricId id, const Cell &cell);
    [[nodiscard]] IdlePolicy policy(MetricKind kind) const noexcept
    {
        return kind == MetricKind::Counter ? config.counters
               : kind == MetricKind::Gauge ? config.gauges
               : kind == MetricKind::Set   ? config.sets
                                           : config.timers;
    }
    void read(MetricId id, TimeRange range, SeriesFacts &facts, std::vector<Step> &steps) const;

    const StoreConfig config;
    mutable std::shared_mutex mutex;
    std::deque<Bucket> buckets;
    std::uint64_t firstBucket = 0;
    std::deque<Series> series;
    Time now{};
};

Record *SeriesStore::State::put(MetricId id, const Cell &cell)
{
    Series *one = find(id);
    if (!one || buckets.empty())
        return nullptr;
    const std::uint64_t current = firstBucket + buckets.size() - 1;
    auto &records = one->records;
    while (!records.empty() && records.front().bucket < firstBucket)
        records.pop_front();
    if (!one->latest.any)
        one->firstSeen = buckets.back().start;
    one->latest.any = true;
    one->latest.seen = buckets.back().end;
    if (!records.empty() && records.back().bucket == current)
        mergeCell(one->kind, records.back().cell, cell);
    else
        records.push_back({current, cell, {}});
    return &records.back();
}

void SeriesStore::State::read(MetricId id, TimeRange range, SeriesFacts &facts,
                              std::vector<Step> &steps) const
{
    if (index(id) >= series.size())
        return;
    const Series &one = series[index(id)];
    facts.kind = one.kind;
    facts.idle = policy(one.kind);
    facts.scale = one.scale;
    facts.firstSeen = one.firstSeen;
    facts.totalBefore = one.latest.total;
    auto record = one.records.begin();
    std::uint64_t number = firstBucket;
    for (const Bucket &bucket : buckets) {
        while (record != one.records.end() && record->bucket < number)
            ++record;
        Step step{bucket.start, bucket.end, bucket.elapsed, nullptr, {}};
        if (record != one.records.end() && record->bucket == number) {
            step.cell = &record->cell;
            step.sketch = record->sketch;
        }
        if (one.kind == MetricKind::Counter && step.cell && bucket.end > range.from)
            facts.totalBefore -= (*step.cell)[counter::Up] - (*step.cell)[counter::Down];
        if (bucket.end > range.from && bucket.end <= range.to)
            steps.push_back(step);
        else if (bucket.end <= range.from && step.cell)
            facts.before = step;
        ++number;
    }
}

SeriesStore::SeriesStore(const StoreConfig &config) : m_state(std::make_unique<State>(config)) {}
SeriesStore::~SeriesStore() = default;

void SeriesStore::beginTick(Time end, Millis elapsed, std::uint64_t kernelDrops)
{
    const std::unique_lock lock(m_state->mutex);
    auto &buckets = m_state->buckets;
    elapsed = std::max(elapsed, Millis{1});
    Time start = end - elapsed;
    if (!buckets.empty()) {
        end = std::max(end, buckets.back().end + Millis{1});
        start = std::max(start, buckets.back().end);
    }
    buckets.push_back({start, end, elapsed, kernelDrops});
    for (; buckets.front().end < end - Kept; ++m_state->firstBucket)
        buckets.pop_front();
}

void SeriesStore::addSeries(MetricId id, MetricKind kind, double scale)
{
    const std::unique_lock lock(m_state->mutex);
    if (index(id) >= m_state->series.size())
        m_state->series.resize(index(id) + 1);
    m_state->series[index(id)].kind = kind;
    m_state->series[index(id)].scale = scale;
}

void SeriesStore::append(MetricId id, const CounterPoint &point)
{
    const std::unique_lock lock(m_state->mutex);
    if (!m_state->put(id, Cell{{point.up, point.down}}))
        return;
    Latest &latest = m_state->find(id)->latest;
    latest.value = point.up - point.down;
    latest.total = finite(latest.total + latest.value);
    latest.rate = latest.value * 1000 / static_cast<double>(m_state->buckets.back().elapsed.count());
}

void SeriesStore::append(MetricId id, const GaugePoint &point)
{
    const std::unique_lock lock(m_state->mutex);
    if (m_state->put(id, Cell{{point.value, point.value, point.value}}))
        m_state->find(id)->latest.value = point.value;
}

void SeriesStore::append(MetricId id, const SetPoint &point)
{
    append(id, GaugePoint{point.unique});
}

void SeriesStore::append(MetricId id, const TimerPoint &point)
{
    const std::unique_lock lock(m_state->mutex);
    const auto samples = static_cast<double>(point.samples);
    if (point.samples == 0)
        return;
    const double spread = std::max(0.0, point.sumSquares - point.sum / samples * point.sum);
    Record *record =
        m_state->put(id, Cell{{samples, point.weight, point.sum, finite(spread), point.lower, point.upper}});
    if (!record)
        return;
    if (point.sketch) {
        Sketch all;
        all.mergeEncoded(record->sketch);
        all.merge(*point.sketch);
        record->sketch.clear();
        all.encode(record->sketch);
    }
    Latest &latest = m_state->find(id)->latest;
    latest.value = point.sum / samples;
    latest.rate = point.weight * 1000 / static_cast<double>(m_state->buckets.back().elapsed.count());
    latest.total += samples;
}

void SeriesStore::endTick()
{
    const std::unique_lock lock(m_state->mutex);
    if (!m_state->buckets.empty())
        m_state->now = m_state->buckets.back().end;
}

void SeriesStore::setScale(MetricId id, double scale)
{
    const std::unique_lock lock(m_state->mutex);
    if (Series *one = m_state->find(id))
        one->scale = scale;
}

void SeriesStore::setWatched(std::span<const MetricId>) {}

Time SeriesStore::now() const noexcept
{
    const std::shared_lock lock(m_state->mutex);
    return m_state->now;
}

Latest SeriesStore::latest(MetricId id) const
{
    const std::shared_lock lock(m_state->mutex);
    const Series *one = m_state->find(id);
    if (!one)
        return {};
    Latest latest = one->latest;
    latest.value *= one->scale;
    if (one->kind == MetricKind::Counter) {
        latest.rate *= one->scale;
        latest.total *= one->scale;
    }
    return latest;
}

std::vector<Column> SeriesStore::window(MetricId id, Measure measure, TimeRange range, int columns) const
{
    if (columns <= 0 || range.from >= range.to)
        return {};
    const std::shared_lock lock(m_state->mutex);
    SeriesFacts facts;
    std::vector<Step> steps;
    m_state->read(id, range, facts, steps);
    return Readout(facts, measure).columns(steps, range, columns);
}

std::vector<Point> SeriesStore::points(MetricId id, Measure measure, TimeRange range) const
{
    const std::shared_lock lock(m_state->mutex);
    SeriesFacts facts;
    std::vector<Step> steps;
    m_state->read(id, range, facts, steps);
    return Readout(facts, measure).points(steps);
}

RangeStatistics SeriesStore::statistics(MetricId id, Measure measure, TimeRange range) const
{
    const std::shared_lock lock(m_state->mutex);
    SeriesFacts facts;
    std::vector<Step> steps;
    m_state->read(id, range, facts, steps);
    return Readout(facts, measure).statistics(steps);
}

std::vector<DropSpan> SeriesStore::drops(TimeRange range) const
{
    const std::shared_lock lock(m_state->mutex);
    std::vector<DropSpan> spans;
    for (const Bucket &bucket : m_state->buckets) {
        if (bucket.dropped == 0 || bucket.end <= range.from || bucket.start >= range.to)
            continue;
        if (!spans.empty() && bucket.start - spans.back().range.to <= Millis{1}) {
            spans.back().range.to = bucket.end;
            spans.back().dropped += bucket.dropped;
        } else {
            spans.push_back({{bucket.start, bucket.end}, bucket.dropped});
        }
    }
    return spans;
}

StoreUsage SeriesStore::usage() const noexcept
{
    const std::shared_lock lock(m_state->mutex);
    StoreUsage usage;
    usage.seriesBytes = m_state->series.size() * sizeof(Series);
    for (const Series &one : m_state->series) {
        usage.points += one.records.size();
        usage.bytes += one.records.size() * sizeof(Record);
        for (const Record &record : one.records)
            usage.sketchBytes += record.sketch.capacity();
    }
    usage.bytes += usage.sketchBytes;
    return usage;
}

} // namespace metriscope::net
