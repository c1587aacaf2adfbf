// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bank.h"
#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <cstdint>
#include <string>
#include <vector>

namespace metriscope::net
{

/// Which sample stands for a percentile; the rules differ on small sets (corner case A6).
enum class PercentileRule : std::uint8_t {
    Statsd,     ///< rank = round half up (p / 100 * n); no value when that is 0
    Nearest,    ///< ceil(p / 100 * n)
    Interpolate ///< linear between closest ranks
};

struct FoldConfig {
    std::vector<double> percentiles{50, 90, 95, 99}; ///< statsd's sense: negative ones count from the top
    PercentileRule rule = PercentileRule::Statsd;
    friend bool operator==(const FoldConfig &, const FoldConfig &) = default;
};

struct PercentileResult {
    double percentile = 0;
    double boundary = 0; ///< upper value; the lower one for a negative percentile
    double mean = 0, sum = 0, sumSquares = 0;
    std::uint64_t count = 0;
};

/// One metric's tick, complete. Fields that its kind does not have stay 0.
struct MetricResult {
    MetricId id = NoMetric;
    MetricKind kind = MetricKind::Counter;
    std::uint64_t samples = 0;  ///< as received in the tick
    double count = 0, rate = 0; ///< scaled by the sample rates; rate per second of the elapsed time
    double up = 0, down = 0, total = 0, sinceRebase = 0; ///< counter
    double value = 0;                                    ///< gauge: the level
    bool set = false;                                    ///< gauge: an absolute value was seen in this tick
    double sum = 0, sumSquares = 0, mean = 0, median = 0, deviation = 0, lower = 0,
           upper = 0;         ///< sampled kinds
    bool approximate = false; ///< percentiles, median from the sketch: more samples than are kept exactly
    std::vector<PercentileResult> percentiles;
    const Sketch *sketch = nullptr; ///< sampled kinds; borrowed until the fold of the next metric
};

/// Listens to the fold; fold thread. Results come after the registration of their metric.
class FoldObserver
{
public:
    virtual ~FoldObserver() = default;
    virtual void registered(MetricId id, const MetricInfo &info) = 0;
    virtual void folded(const MetricResult &result) = 0;
};

/// Turns a bank into points. Fold thread only.
class Fold final
{
public:
    Fold(const FoldConfig &config, Registry &registry, SeriesStore &store);
    ~Fold();
    Fold(const Fold &) = delete;
    Fold &operator=(const Fold &) = delete;

    /// `detailed` asks for median and percentiles in the results; without it only the sketch, sums and
    /// extremes are made.
    void addObserver(FoldObserver &observer, bool detailed);
    /// Between SeriesStore::beginTick() and endTick(): registers new names, appends a point per touched
    /// metric, tells the observers. `elapsed` is the time that really passed since this source's previous
    /// bank.
    void fold(const Bank &bank, SourceId source, Millis elapsed);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace metriscope::net
