// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/seriescopy.h"
#include "netlayer/series/seriesstore.h"
#include "netlayer/series/storestate.h"

#include <algorithm>

namespace metriscope::net
{

/// The lock of a series is held while its packed blocks are copied, no longer.
void SeriesStore::State::read(MetricId id, SeriesCopy &copy) const
{
    const Series *series = find(id);
    if (!series)
        return;
    {
        const std::lock_guard lock(lockOf(id));
        copy.copy(*series, restOf(id));
    }
    copy.facts.idle = policyOf(copy.facts.kind);
    copy.unpack();
}

Latest SeriesStore::latest(MetricId id) const
{
    const Series *series = m_state->find(id);
    if (!series)
        return {};
    const std::lock_guard lock(m_state->lockOf(id));
    // how many samples there were does not depend on the unit they are in
    const double scale = m_state->restOf(id).scale, counts = isSampled(series->kind) ? 1 : scale;
    return {series->seen, series->value * scale, series->rate * counts, series->total * counts, series->any};
}

std::vector<Column> SeriesStore::window(MetricId id, Measure measure, TimeRange range, int columns) const
{
    if (columns <= 0 || range.from >= range.to)
        return {};
    SeriesCopy copy(m_state->timeline.view(), measure, range);
    m_state->read(id, copy);
    return Readout(copy.facts, measure).columns(copy.steps, range, columns);
}

std::vector<Point> SeriesStore::points(MetricId id, Measure measure, TimeRange range) const
{
    SeriesCopy copy(m_state->timeline.view(), measure, range);
    m_state->read(id, copy);
    return Readout(copy.facts, measure).points(copy.steps);
}

RangeStatistics SeriesStore::statistics(MetricId id, Measure measure, TimeRange range) const
{
    SeriesCopy copy(m_state->timeline.view(), measure, range);
    m_state->read(id, copy);
    return Readout(copy.facts, measure).statistics(copy.steps);
}

TimerPoint SeriesStore::samples(MetricId id, TimeRange range, Sketch &sketch) const
{
    const Series *series = m_state->find(id);
    if (!series || !isSampled(series->kind))
        return {};
    SeriesCopy copy(m_state->timeline.view(), {Measure::What::Quantile}, range);
    m_state->read(id, copy);
    Cell sum;
    for (const Step &step : copy.steps) {
        if (!step.cell)
            continue;
        mergeCell(series->kind, sum, *step.cell);
        addSamples(*step.cell, step.sketch, sketch);
    }
    TimerPoint point{sum[timer::Weight], sum[timer::Sum], 0, sum[timer::Lower], sum[timer::Upper]};
    point.samples = static_cast<std::uint64_t>(sum[timer::Samples]);
    if (point.samples > 0)
        point.sumSquares = sum[timer::Spread] + point.sum * point.sum / sum[timer::Samples];
    return point;
}

std::vector<DropSpan> SeriesStore::drops(TimeRange range) const
{
    const auto view = m_state->timeline.view();
    std::vector<DropSpan> spans;
    Time covered = Time::min();
    for (std::size_t level = Timeline::Levels; level-- > 0;) {
        const Timeline::Level &line = (*view)[level];
        // a finer level has its say from where it begins
        const bool finer = level > 0 && (*view)[level - 1].end() > (*view)[level - 1].first();
        const Time until = finer ? (*view)[level - 1][(*view)[level - 1].first()].start : Time::max();
        for (BucketNumber number = line.endingAfter(std::max(range.from, covered)); number < line.end();
             ++number) {
            const TimeBucket &bucket = line[number];
            if (bucket.start >= until || bucket.start >= range.to)
                break;
            covered = bucket.end;
            if (bucket.dropped == 0)
                continue;
            if (!spans.empty() && bucket.start - spans.back().range.to <= Millis{1}) {
                spans.back().range.to = bucket.end;
                spans.back().dropped += bucket.dropped;
            } else {
                spans.push_back({{bucket.start, bucket.end}, bucket.dropped});
            }
        }
    }
    return spans;
}

} // namespace metriscope::net
