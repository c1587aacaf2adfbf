// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/fold.h"
#include "netlayer/signals/application.h"
#include "netlayer/signals/preset.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace metriscope::net
{

/// Watches the fold, recognises applications by their presets and writes their signals as series of
/// SignalSource. A name is matched once, when its metric is registered; the first preset that takes it
/// counts. A signal's series is called `APPLICATION.ROLE` and is tagged `preset:ID`. Fold thread only.
class SignalEngine final : public FoldObserver
{
public:
    static constexpr std::size_t MaxApplications = 128;

    SignalEngine(std::vector<Preset> presets, std::vector<TimerUnitRule> units, Registry &registry,
                 SeriesStore &store);
    ~SignalEngine() override;
    SignalEngine(const SignalEngine &) = delete;
    SignalEngine &operator=(const SignalEngine &) = delete;

    void registered(MetricId id, const MetricInfo &info) override;
    void folded(const MetricResult &result) override;
    /// After the folds of a tick, before SeriesStore::endTick(): appends the signals' points.
    void finishTick(Millis elapsed);

    /// What the metrics of a source are called together, see Source::application(). Before its first metric.
    void nameSource(SourceId source, std::string application);
    /// Replaces presets and units and matches every registered metric anew. The history of kept applications
    /// stays; one that nothing feeds any more keeps its place, with NoMetric everywhere.
    void configure(std::vector<Preset> presets, std::vector<TimerUnitRule> units);
    [[nodiscard]] std::span<const Application> applications() const noexcept; ///< order never changes
    [[nodiscard]] std::span<const SignalValues> values() const noexcept;      ///< of the tick just finished
    /// Metrics that would have made one more application than MaxApplications.
    [[nodiscard]] std::uint64_t refusedMetrics() const noexcept;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace metriscope::net
