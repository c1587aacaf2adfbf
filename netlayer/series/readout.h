// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/cell.h"
#include "netlayer/series/measure.h"
#include "netlayer/series/seriesstore.h"

#include <optional>
#include <vector>

namespace metriscope::net
{

/// What a read needs to know of a series beside its steps.
struct SeriesFacts {
    MetricKind kind = MetricKind::Counter;
    IdlePolicy idle = IdlePolicy::Gap;
    double scale = 1;
    Time firstSeen;         ///< start of the span of its first point
    Step before;            ///< the last step with a cell before the others, for IdlePolicy::Hold
    double totalBefore = 0; ///< counter: the running total before the first step
};

/// Numbers of a series' steps under one measure: the one place that knows what a measure means for a kind,
/// what an idle span shows and where a gap is. Steps are given in order of time.
class Readout final
{
public:
    Readout(const SeriesFacts &facts, const Measure &measure);

    /// SeriesStore::window(), points(), statistics() of the steps. One call a Readout.
    [[nodiscard]] std::vector<Column> columns(std::span<const Step> steps, TimeRange range, int count);
    [[nodiscard]] std::vector<Point> points(std::span<const Step> steps);
    [[nodiscard]] RangeStatistics statistics(std::span<const Step> steps);

private:
    /// Lowest, highest and representative number of a step; nothing for a gap.
    struct Reading {
        double lower = 0, upper = 0, value = 0;
    };
    [[nodiscard]] bool ofSamples() const noexcept;
    [[nodiscard]] std::optional<Reading> read(const Step &step);
    [[nodiscard]] std::optional<Reading> readIdle(const Step &step) const;
    [[nodiscard]] Reading readCell(const Step &step);
    [[nodiscard]] Reading readCounter(const Cell &cell, double seconds) const;
    [[nodiscard]] double readSamples(const Cell &cell, const Sketch &sketch) const;
    void hold(const Reading &reading) noexcept;
    void gather(const Step &step);
    [[nodiscard]] double gathered() const;
    void forget() noexcept;

    const SeriesFacts &m_facts;
    const Measure m_measure;
    std::optional<Reading> m_held;
    double m_total = 0;
    Sketch m_sketch; ///< of the step in hand
    Cell m_cells;    ///< of several steps, and their samples
    Sketch m_merged;
    bool m_ranks = false; ///< the samples are wanted whatever the measure
};

} // namespace metriscope::net
