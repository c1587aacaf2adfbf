// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/readout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace metriscope::net
{

namespace
{

using What = Measure::What;
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

double secondsOf(Millis elapsed) noexcept
{
    return std::max<double>(1, static_cast<double>(elapsed.count())) / 1000;
}

/// Clocks round: less than this between two steps is no gap.
constexpr Millis Rounding{1};

/// Nearest rank.
double ranked(std::span<const double> ascending, double share) noexcept
{
    const auto rank =
        static_cast<std::size_t>(std::ceil(share * static_cast<double>(ascending.size()) - 1e-9));
    return ascending[std::clamp<std::size_t>(rank, 1, ascending.size()) - 1];
}

} // namespace

Readout::Readout(const SeriesFacts &facts, const Measure &measure)
    : m_facts(facts), m_measure(measure), m_total(facts.totalBefore)
{
    if (facts.before.cell)
        hold(readCell(facts.before));
}

/// Measures that are about the samples: their value for several points comes from the samples of all of them.
bool Readout::ofSamples() const noexcept
{
    return isSampled(m_facts.kind) && m_measure.what != What::Rate && m_measure.what != What::Count &&
           m_measure.what != What::Sum;
}

double Readout::readSamples(const Cell &cell, const Sketch &sketch) const
{
    const double samples = cell[timer::Samples];
    switch (m_measure.what) {
    case What::Lower:
        return cell[timer::Lower];
    case What::Upper:
        return cell[timer::Upper];
    case What::Deviation:
        return std::sqrt(std::max(0.0, cell[timer::Spread]) / samples);
    case What::Quantile: // no sample lies outside of the extremes, whatever its bin says
        return std::clamp(sketch.quantile(m_measure.quantile), cell[timer::Lower], cell[timer::Upper]);
    default:
        return cell[timer::Sum] / samples;
    }
}

Readout::Reading Readout::readCounter(const Cell &cell, double seconds) const
{
    const auto same = [](double value) { return Reading{value, value, value}; };
    const double count = cell[counter::Up] - cell[counter::Down];
    switch (m_measure.what) {
    case What::Rate:
        return same(count / seconds);
    case What::Up:
        return same(cell[counter::Up]);
    case What::Down:
        return same(cell[counter::Down]);
    case What::Total:
        return same(m_total);
    default:
        return same(count);
    }
}

Readout::Reading Readout::readCell(const Step &step)
{
    const Cell &cell = *step.cell;
    const double scale = m_facts.scale;
    Reading reading;
    if (m_facts.kind == MetricKind::Counter) {
        reading = readCounter(cell, secondsOf(step.elapsed));
    } else if (!isSampled(m_facts.kind)) {
        reading = {cell[level::Lower], cell[level::Upper], cell[level::Last]};
    } else if (m_measure.what == What::Rate || m_measure.what == What::Count) {
        // how many samples there were does not depend on the unit they are in
        const double count =
            cell[timer::Weight] / (m_measure.what == What::Rate ? secondsOf(step.elapsed) : 1);
        return {count, count, count};
    } else if (m_measure.what == What::Sum) {
        reading = {cell[timer::Sum], cell[timer::Sum], cell[timer::Sum]};
    } else {
        if (m_measure.what == What::Quantile) {
            m_sketch.clear();
            addSamples(cell, step.sketch, m_sketch);
        }
        const double value = readSamples(cell, m_sketch);
        reading = {value, value, value};
    }
    return {reading.lower * scale, reading.upper * scale, reading.value * scale};
}

std::optional<Readout::Reading> Readout::readIdle(const Step &step) const
{
    if (step.end <= m_facts.firstSeen || m_facts.idle == IdlePolicy::Gap)
        return std::nullopt;
    if (m_facts.kind == MetricKind::Counter && m_measure.what == What::Total) { // a sum does not fall
        const double total = m_total * m_facts.scale;
        return Reading{total, total, total};
    }
    return m_facts.idle == IdlePolicy::Zero ? Reading{} : m_held;
}

std::optional<Readout::Reading> Readout::read(const Step &step)
{
    if (!step.cell)
        return readIdle(step);
    if (m_facts.kind == MetricKind::Counter)
        m_total += (*step.cell)[counter::Up] - (*step.cell)[counter::Down];
    const Reading reading = readCell(step);
    hold(reading);
    return reading;
}

/// What stands after a point is its last value, not what it ranged over.
void Readout::hold(const Reading &reading) noexcept
{
    m_held = Reading{reading.value, reading.value, reading.value};
}

void Readout::forget() noexcept
{
    m_cells = {};
    m_merged.clear();
}

void Readout::gather(const Step &step)
{
    mergeCell(m_facts.kind, m_cells, *step.cell);
    if (m_measure.what == What::Quantile || m_ranks)
        addSamples(*step.cell, step.sketch, m_merged);
}

double Readout::gathered() const
{
    return readSamples(m_cells, m_merged) * m_facts.scale;
}

std::vector<Point> Readout::points(std::span<const Step> steps)
{
    std::vector<Point> out;
    for (const Step &step : steps) {
        const auto reading = read(step);
        if (!reading)
            continue;
        // idle steps that show nothing and time without ticks alike
        if (!out.empty() && step.start - out.back().end > Rounding)
            out.push_back({step.start, step.start - out.back().end, NaN});
        out.push_back({step.end, step.end - step.start, reading->value});
    }
    return out;
}

std::vector<Column> Readout::columns(std::span<const Step> steps, TimeRange range, int count)
{
    std::vector<Column> out;
    const auto columnOf = [&](Time end) {
        return ((end - range.from).count() * count - 1) / range.span().count();
    };
    const bool samples = ofSamples();
    std::int64_t open = -1;
    bool gap = false;
    const Step *previous = nullptr;
    const auto close = [&] {
        if (samples && open >= 0 && m_cells[timer::Samples] > 0)
            out.back().lower = out.back().upper = gathered();
        forget();
    };
    for (const Step &step : steps) {
        const auto reading = read(step);
        gap = gap || !reading || (previous && step.start - previous->end > Rounding);
        previous = &step;
        if (!reading)
            continue;
        const std::int64_t at = columnOf(step.end);
        if (at != open) {
            close();
            if (gap && open >= 0 && at > open + 1)
                out.push_back({step.start, NaN, NaN});
            out.push_back({step.end, reading->lower, reading->upper});
            open = at;
        }
        Column &column = out.back();
        column.time = step.end;
        column.lower = std::min(column.lower, reading->lower);
        column.upper = std::max(column.upper, reading->upper);
        if (samples && step.cell)
            gather(step);
        gap = false;
    }
    close();
    return out;
}

RangeStatistics Readout::statistics(std::span<const Step> steps)
{
    RangeStatistics result{0, NaN, NaN, NaN, NaN, NaN, NaN};
    // the value of a longer span counts for longer, except where the value itself grows with the span
    const bool weighted =
        m_measure.what == What::Rate || !(m_facts.kind == MetricKind::Counter || ofSamples());
    std::vector<double> values;
    double sum = 0, weights = 0;
    m_ranks = true;
    for (const Step &step : steps) {
        const auto reading = read(step);
        if (!reading)
            continue;
        const double weight = weighted ? secondsOf(step.elapsed) : 1;
        values.push_back(reading->value);
        sum += reading->value * weight;
        weights += weight;
        result.min = std::fmin(result.min, reading->lower);
        result.max = std::fmax(result.max, reading->upper);
        if (step.cell && ofSamples())
            gather(step);
    }
    result.n = values.size();
    if (values.empty())
        return result;
    if (ofSamples() && m_measure.what != What::Deviation && m_cells[timer::Samples] > 0) {
        const auto sample = [&](double share) {
            return std::clamp(m_merged.quantile(share), m_cells[timer::Lower], m_cells[timer::Upper]) *
                   m_facts.scale;
        };
        result.min = m_cells[timer::Lower] * m_facts.scale;
        result.mean = m_cells[timer::Sum] / m_cells[timer::Samples] * m_facts.scale;
        result.max = m_cells[timer::Upper] * m_facts.scale;
        result.p50 = sample(0.5);
        result.p95 = sample(0.95);
        result.p99 = sample(0.99);
        return result;
    }
    std::sort(values.begin(), values.end());
    result.mean = std::clamp(sum / weights, result.min, result.max);
    result.p50 = ranked(values, 0.5);
    result.p95 = ranked(values, 0.95);
    result.p99 = ranked(values, 0.99);
    return result;
}

} // namespace metriscope::net
