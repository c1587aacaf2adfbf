// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bank.h"
#include "netlayer/series/fold.h"
#include "netlayer/signals/application.h"
#include "netlayer/types/time.h"

#include <cstdint>
#include <vector>

namespace metriscope::net
{

/// What the console costs itself, as of a tick.
struct SelfCounts {
    StoreUsage store;
    std::size_t series = 0, seriesCapacity = 0;
    std::uint64_t lateTicks = 0; ///< ticks skipped because the fold was late; the next one covers their time
    std::uint64_t refusedSignalMetrics = 0; ///< would have made more applications than there may be
    std::uint64_t rssBytes = 0;
    Millis foldTime{0};
};

/// Everything new of one tick, moved from the fold thread to the window. Values are not in it, they are read
/// from the SeriesStore when something shows them; `results` is filled only when the engine was asked to
/// (watch).
struct Tick {
    Time time; ///< end of the tick on the engine's axis
    Millis elapsed{0};
    Millis wallOffset{0}; ///< wall clock minus engine axis; changes when the wall clock was stepped
    MetricId firstNew{0}, endNew{0}; ///< metrics registered in it: ids firstNew .. endNew-1
    std::vector<Application> applications;
    std::vector<SignalValues> signalValues;
    std::vector<MetricResult> results;
    std::vector<LineNote> notes;
    std::vector<Annotation> annotations;
    IngestCounts statsd;           ///< cumulative
    std::uint64_t kernelDrops = 0; ///< in this tick
    std::uint64_t touched = 0;     ///< metrics that got a value in it, of all sources
    std::uint64_t merged = 0; ///< earlier ticks that this one stands for, because nobody took them in time
    SelfCounts self;
};

/// Takes over what of an earlier tick must not be lost: new metrics, drops, notes and annotations within
/// their bounds.
void absorb(Tick &later, Tick &&earlier);

} // namespace metriscope::net
