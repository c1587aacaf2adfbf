// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bank.h"
#include "netlayer/series/percentiles.h"
#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace metriscope::net
{

struct FoldConfig {
    std::vector<double> percentiles{50, 90, 95, 99}; ///< statsd's sense: negative ones count from the top
    PercentileRule rule = PercentileRule::Statsd;
    friend bool operator==(const FoldConfig &, const FoldConfig &) = default;
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
    std::vector<Bucket> buckets;    ///< of a histogram that came in buckets, where details are wanted
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
    Fold(const Fold &) = delete;
    Fold &operator=(const Fold &) = delete;

    /// `detailed` asks for median and percentiles in the results; without it only the sketch, sums and
    /// extremes are made.
    void addObserver(FoldObserver &observer, bool detailed);
    /// Between SeriesStore::beginTick() and endTick(): registers new names, appends a point per touched
    /// metric, tells the observers. `elapsed` is the time that really passed since this source's previous
    /// bank.
    void fold(const Bank &bank, SourceId source, Millis elapsed);
    /// Takes effect with the next bank.
    void configure(const FoldConfig &config) { m_config = config; }
    /// Names that found the registry full; their values are left out.
    [[nodiscard]] std::uint64_t refused() const noexcept { return m_refused; }

private:
    struct Observer {
        FoldObserver *observer;
        bool detailed;
    };
    /// What is known of a source: its metrics by LocalId, and where the level of a gauge is kept.
    struct Known {
        MetricId id = NoMetric;
        std::uint32_t more = 0; ///< of a gauge: where its level is kept; of others: the MetricKind
    };
    struct Names {
        std::vector<Known> metrics;
        std::vector<double> levels; ///< of the gauges

        [[nodiscard]] Known of(LocalId metric) const noexcept
        {
            return metric < metrics.size() ? metrics[metric] : Known{};
        }
    };

    template <typename Cells>
    void expect(const Cells &cells, std::size_t at, const Names &names) const noexcept;
    void learn(const Bank &bank, SourceId source, Names &names);
    void foldCounters(const Bank &bank, const Names &names, double seconds);
    void foldGauges(const Bank &bank, Names &names, double seconds);
    void foldTimers(const Bank &bank, const Names &names, double seconds);
    void foldSets(const Bank &bank, const Names &names, double seconds);
    void gather(const Bank &bank, const TimerCell &cell);
    void detail(MetricResult &result);
    void tell(MetricResult &result);

    FoldConfig m_config;
    Registry &m_registry;
    SeriesStore &m_store;
    std::vector<Observer> m_observers;
    bool m_detailed = false; ///< somebody wants percentiles
    std::unordered_map<SourceId, Names> m_sources;
    std::uint64_t m_refused = 0;
    // of the timer in hand; kept for their capacity
    std::vector<double> m_values;
    Sketch m_sketch;
};

} // namespace metriscope::net
