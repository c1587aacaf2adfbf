// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/seriescopy.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace metriscope::net
{

SeriesCopy::SeriesCopy(std::shared_ptr<const Timeline::View> view, const Measure &measure, TimeRange range)
    : m_view(std::move(view)), m_range(range), m_totals(measure.what == Measure::What::Total)
{
}

/// A coarser level serves for what lies before the finer one, and takes over the whole of a bucket that the
/// finer one has only a part of.
void SeriesCopy::stitch(const SeriesRest &rest)
{
    Time until = Time::max();
    for (std::size_t level = 0; level < Timeline::Levels; ++level) {
        const Timeline::Level &line = (*m_view)[level];
        const BucketNumber first = std::clamp(rest.begins[level], line.first(), line.end());
        Extent &extent = m_extents[level];
        extent = {first, level == 0 ? line.end() : line.startingFrom(until)};
        if (extent.from >= extent.to)
            continue;
        const Time end = line[extent.to - 1].end;
        for (std::size_t finer = 0; finer < level; ++finer)
            m_extents[finer].from = std::max(m_extents[finer].from, (*m_view)[finer].startingFrom(end));
        until = line[first].start;
    }
    for (std::size_t level = 0; level < Timeline::Levels; ++level) {
        const Timeline::Level &line = (*m_view)[level];
        Extent &extent = m_extents[level];
        extent.from = std::max(extent.from, line.endingAfter(m_range.from));
        if (!m_totals) // otherwise all up to now is needed
            extent.to = std::min(extent.to, line.endingAfter(m_range.to));
    }
}

void SeriesCopy::copyLevel(const Chain &chain, std::size_t level)
{
    const Extent extent = m_extents[level];
    const bool now = level == 0 && m_totals;
    const Block *before = nullptr;
    const auto take = [&](const Block &block) {
        const std::size_t bytes = block.bytes(facts.kind), at = m_blocks[level].size();
        m_starts[level].push_back(at);
        m_blocks[level].resize(at + (bytes + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t));
        std::memcpy(&m_blocks[level][at], &block, bytes);
    };
    chain.forEach([&](const Block &block) {
        if (block.last() < extent.from) {
            before = &block; // holds the last point before the range
            return;
        }
        if (before)
            take(*before);
        before = nullptr;
        if (now || block.base() < extent.to)
            take(block);
    });
    if (before)
        take(*before);
}

void SeriesCopy::copy(const Series &series, const SeriesRest &rest)
{
    facts.kind = series.kind;
    facts.scale = rest.scale;
    facts.firstSeen = rest.firstSeen;
    facts.totalBefore = series.total;
    m_totals = m_totals && series.kind == MetricKind::Counter;
    if (!series.any) {
        facts.firstSeen = Time::max();
        return;
    }
    stitch(rest);
    for (std::size_t level = 0; level < Timeline::Levels; ++level)
        copyLevel(series.chains[level], level);
    if (series.seen <= m_range.from && (facts.kind == MetricKind::Gauge || facts.kind == MetricKind::Set)) {
        m_before = Cell{{series.value, series.value, series.value}};
        facts.before = {rest.firstSeen, series.seen, series.seen - rest.firstSeen, &m_before, {}};
    }
}

void SeriesCopy::unpack()
{
    std::size_t count = 0, cells = 0;
    for (std::size_t level = 0; level < Timeline::Levels; ++level) {
        count += m_extents[level].to - std::min(m_extents[level].from, m_extents[level].to);
        for (const std::size_t at : m_starts[level])
            cells += Block::at(m_blocks[level].data() + at)->count();
    }
    steps.reserve(count);
    m_cells.reserve(cells); // steps point into it
    for (std::size_t level = Timeline::Levels; level-- > 0;)
        addSteps(level);
    if (m_totals)
        subtractTotals();
}

void SeriesCopy::addSteps(std::size_t level)
{
    const Timeline::Level &line = (*m_view)[level];
    const Extent extent = m_extents[level];
    const std::size_t first = steps.size();
    for (BucketNumber number = extent.from; number < extent.to; ++number)
        steps.push_back({line[number].start, line[number].end, line[number].elapsed, nullptr, {}});
    for (const std::size_t at : m_starts[level]) {
        const Block &block = *Block::at(m_blocks[level].data() + at);
        block.unpack(facts.kind, m_points);
        auto sketches = block.sketches(facts.kind);
        std::uint64_t present = block.present();
        for (unsigned point = 0; present != 0; ++point, present &= present - 1) {
            const BucketNumber number = block.base() + static_cast<unsigned>(std::countr_zero(present));
            const auto sketch = takeSketch(sketches);
            const Cell cell = m_points.cell(fieldsOf(facts.kind), point);
            if (number >= extent.from && number < extent.to) {
                m_cells.push_back(cell);
                steps[first + number - extent.from].cell = &m_cells.back();
                steps[first + number - extent.from].sketch = sketch;
            } else {
                takePoint(level, number, cell, sketch);
            }
        }
    }
}

/// A point outside of the steps: the last one before them is what a gauge holds; the ones that readers do not
/// see yet are in the running total already.
void SeriesCopy::takePoint(std::size_t level, BucketNumber number, const Cell &cell,
                           std::span<const std::uint8_t> sketch)
{
    const Timeline::Level &line = (*m_view)[level];
    if (number >= line.end()) {
        if (m_totals && level == 0)
            facts.totalBefore -= cell[counter::Up] - cell[counter::Down];
        return;
    }
    if (number < line.first() || line[number].end > m_range.from ||
        (facts.before.cell && line[number].end < facts.before.end))
        return;
    m_before = cell;
    facts.before = {line[number].start, line[number].end, line[number].elapsed, &m_before, sketch};
}

void SeriesCopy::subtractTotals()
{
    for (const Step &step : steps)
        if (step.cell)
            facts.totalBefore -= (*step.cell)[counter::Up] - (*step.cell)[counter::Down];
    const auto beyond =
        std::ranges::find_if(steps, [this](const Step &step) { return step.end > m_range.to; });
    steps.erase(beyond, steps.end());
}

} // namespace metriscope::net
