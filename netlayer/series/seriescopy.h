// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/readout.h"
#include "netlayer/series/series.h"

#include <memory>
#include <vector>

namespace metriscope::net
{

/// What one read takes out of a series: copy() the packed blocks, under its lock and quickly; unpack() them
/// into steps afterwards. Stitches the levels: the finest that is still kept stands for each part of the
/// range.
class SeriesCopy final
{
public:
    SeriesCopy(std::shared_ptr<const Timeline::View> view, const Measure &measure, TimeRange range);
    SeriesCopy(const SeriesCopy &) = delete; // steps point into it
    SeriesCopy &operator=(const SeriesCopy &) = delete;

    void copy(const Series &series, const SeriesRest &rest);
    void unpack();

    SeriesFacts facts;
    std::vector<Step> steps;

private:
    /// The buckets of a level that stand in the result.
    struct Extent {
        BucketNumber from = 0, to = 0;
    };
    void stitch(const SeriesRest &rest);
    void copyLevel(const Chain &chain, std::size_t level);
    void addSteps(std::size_t level);
    void takePoint(std::size_t level, BucketNumber number, const Cell &cell,
                   std::span<const std::uint8_t> sketch);
    void subtractTotals();

    const std::shared_ptr<const Timeline::View> m_view;
    const TimeRange m_range;
    bool m_totals; ///< also what is needed to know the running total at the start of the range
    std::array<Extent, Timeline::Levels> m_extents;
    std::array<std::vector<std::uint64_t>, Timeline::Levels>
        m_blocks;                                                    ///< bytes of blocks, one after the other
    std::array<std::vector<std::size_t>, Timeline::Levels> m_starts; ///< where each begins, in words
    std::vector<Cell> m_cells;
    Cell m_before;
    Points m_points;
};

} // namespace metriscope::net
