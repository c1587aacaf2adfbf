// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/fold.h"
#include "netlayer/signals/application.h"

#include <memory>
#include <span>
#include <vector>

namespace metriscope::net
{

/// Watches the fold, recognises applications by their presets and writes their signals as series of
/// SignalSource. A name is matched once, when its metric is registered. Fold thread only.
class SignalEngine final : public FoldObserver
{
public:
    SignalEngine(std::vector<Preset> presets, std::vector<TimerUnitRule> units, Registry &registry,
                 SeriesStore &store);
    ~SignalEngine() override;

    void registered(MetricId id, const MetricInfo &info) override;
    void folded(const MetricResult &result) override;
    /// After the folds of a tick, before SeriesStore::endTick(): appends the signals' points.
    void finishTick(Millis elapsed);

    /// Replaces presets and units and matches every registered metric anew; history of kept applications
    /// stays.
    void configure(std::vector<Preset> presets, std::vector<TimerUnitRule> units);
    [[nodiscard]] std::span<const Application> applications() const noexcept; ///< order never changes
    [[nodiscard]] std::span<const SignalValues> values() const noexcept;      ///< of the tick just finished

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace metriscope::net
