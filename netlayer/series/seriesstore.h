// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/measure.h"
#include "netlayer/series/sketch.h"
#include "netlayer/types/metric.h"
#include "netlayer/types/time.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace metriscope::net
{

/// What is shown where a running program sent nothing for a metric. Spans in which Metriscope itself did not
/// measure are gaps whatever the policy.
enum class IdlePolicy : std::uint8_t { Gap, Zero, Hold };

struct StoreConfig {
    std::size_t memoryBudget = std::size_t{1} << 30; ///< bytes, for points and sketches: StoreUsage::bytes
    Millis tick{1000};
    IdlePolicy counters = IdlePolicy::Zero, gauges = IdlePolicy::Hold, timers = IdlePolicy::Gap,
               sets = IdlePolicy::Zero;
    friend bool operator==(const StoreConfig &, const StoreConfig &) = default;
};

/// One tick of one metric as the fold writes it.
struct CounterPoint {
    double up = 0, down = 0;
};
struct GaugePoint {
    double value = 0;
};
struct SetPoint {
    double unique = 0;
};
struct TimerPoint {
    double weight = 0; ///< samples scaled by their rates
    double sum = 0, sumSquares = 0, lower = 0, upper = 0;
    std::uint64_t samples = 0;
    const Sketch *sketch = nullptr; ///< of the tick's samples; borrowed for the call
};

/// One point at the resolution in which it is kept.
struct Point {
    Time end; ///< the point covers (end - span, end]
    Millis span{0};
    double value = 0; ///< NaN: a gap
};

/// The points that fall on one pixel column: what a chart draws.
struct Column {
    Time time;                   ///< end of the last point in the column
    double lower = 0, upper = 0; ///< NaN in both: a gap
};

struct RangeStatistics {
    std::size_t n = 0;                                            ///< points that have a value
    double min = 0, mean = 0, max = 0, p50 = 0, p95 = 0, p99 = 0; ///< NaN when n is 0
};

struct Latest {
    Time seen;        ///< end of the tick that last had a sample
    double value = 0; ///< counter: count of that tick; gauge: level; timer: mean; set: unique members
    double rate = 0;  ///< per second in that tick
    double total = 0; ///< counter: running total; timer: samples since first sight
    bool any = false; ///< false: registered, nothing stored yet
};

/// A span in which the kernel dropped datagrams.
struct DropSpan {
    TimeRange range;
    std::uint64_t dropped = 0;
};

/// As of the last tick.
struct StoreUsage {
    std::size_t bytes = 0;       ///< of points at all levels, with their sketches
    std::size_t sketchBytes = 0; ///< of the sketches alone
    std::size_t seriesBytes = 0; ///< of what is kept of each metric at all times, beside the points
    std::uint64_t points = 0;
    std::uint64_t evictedPoints = 0; ///< lost to the budget before their time, ever since the start
};

/// History of every metric in memory: points of one tick for 15 minutes, of 10 s for 6 hours, of 1 minute for
/// 7 days; a timer's points keep a mergeable sketch at every level. Within the memory budget: when it is
/// reached, the oldest points of what nobody watches go first, at every level those beyond the same share of
/// its time. An idle series is not touched by a tick.
///
/// One writer, the fold thread, between beginTick() and endTick(). Reads are for any thread and take a short
/// shared lock.
class SeriesStore final
{
public:
    explicit SeriesStore(const StoreConfig &config);
    ~SeriesStore();
    SeriesStore(const SeriesStore &) = delete;
    SeriesStore &operator=(const SeriesStore &) = delete;

    // Writing: fold thread
    void beginTick(Time end, Millis elapsed, std::uint64_t kernelDrops = 0);
    /// Makes room for a metric. Ids come in order. `scale` multiplies what is read, never what is kept;
    /// `total` is what a counter had counted before.
    void addSeries(MetricId id, MetricKind kind, double scale = 1, double total = 0);
    /// Returns the running total.
    double append(MetricId id, const CounterPoint &point);
    void append(MetricId id, const GaugePoint &point);
    void append(MetricId id, const SetPoint &point);
    void append(MetricId id, const TimerPoint &point);
    void endTick();
    /// Between ticks: rolls up and drops the points for which it is time, and gets memory for the next tick.
    /// Only makes that quicker.
    void prepareTick();
    /// Points for these series follow: the first next, the others some appends later. Only makes them
    /// quicker.
    void expect(MetricId next, MetricId soon, MetricId later) const noexcept;

    // Any thread
    void setScale(MetricId id, double scale);
    /// Replaces the list of metrics whose points are the last to go. Any thread.
    void setWatched(std::span<const MetricId> ids);
    [[nodiscard]] Time now() const noexcept; ///< end of the last tick
    [[nodiscard]] Latest latest(MetricId id) const;
    /// At most `columns` columns of equal width over the range, in order; a gap stands as one NaN column
    /// between its neighbours. Measures of samples (quantile, mean, lower, upper, deviation) come from all
    /// the samples of a column, never from an average of its points; others are the extremes of its points. A
    /// point lies in a range when its end does: from < end <= to.
    [[nodiscard]] std::vector<Column> window(MetricId id, Measure measure, TimeRange range,
                                             int columns) const;
    /// Every point in the range at the finest resolution still kept, in order; a gap is one NaN point between
    /// its neighbours.
    [[nodiscard]] std::vector<Point> points(MetricId id, Measure measure, TimeRange range) const;
    /// Of the points, each for as long as it lasts where the measure does not grow with the span; percentiles
    /// by nearest rank. For the mean, the extremes and quantiles of a sampled kind: of the samples, `n` still
    /// being the number of points.
    [[nodiscard]] RangeStatistics statistics(MetricId id, Measure measure, TimeRange range) const;
    /// All samples of a sampled kind in the range: summed up, and added to `sketch`. As they were received,
    /// without the scale; the answer's own sketch is null.
    [[nodiscard]] TimerPoint samples(MetricId id, TimeRange range, Sketch &sketch) const;
    [[nodiscard]] std::vector<DropSpan> drops(TimeRange range) const;
    [[nodiscard]] StoreUsage usage() const noexcept;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The measures that make sense for a kind, the one to chart first in front.
[[nodiscard]] std::span<const Measure> measuresOf(MetricKind kind) noexcept;

} // namespace metriscope::net
