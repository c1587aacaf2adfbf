// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/fold.h"
#include "netlayer/series/seriesstore.h"
#include "netlayer/signals/preset.h"

#include <cstddef>
#include <vector>

namespace metriscope::net
{

struct EngineConfig {
    StoreConfig store;
    FoldConfig fold;
    std::size_t maxSeries = 500'000; ///< of all sources together; the signals have a small reserve beyond it
    std::vector<Preset> presets;
    std::vector<TimerUnitRule> timerUnits;
    bool wantResults = false; ///< fill Tick::results, with percentiles

    friend bool operator==(const EngineConfig &, const EngineConfig &) = default;
};

} // namespace metriscope::net
