// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/axisclock.h"
#include "netlayer/engine/engineconfig.h"
#include "netlayer/engine/tick.h"
#include "netlayer/signals/signalengine.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace metriscope::net
{

/// The single writer of history and the master of ticks: at each one it flips the banks of every source,
/// folds them, finishes the signals and posts a Tick. A tick that comes late covers the time of the ones it
/// missed.
class FoldThread final
{
public:
    struct Inlet {
        BankSource *banks = nullptr;
        SourceId source{};
    };
    using Post = std::function<void(Tick &&)>; ///< called on the fold thread

    FoldThread(const EngineConfig &config, Registry &registry, SeriesStore &store, std::vector<Inlet> inlets,
               Post post);
    ~FoldThread(); ///< folds a last tick and joins
    FoldThread(const FoldThread &) = delete;
    FoldThread &operator=(const FoldThread &) = delete;

    void configureSignals(std::vector<Preset> presets, std::vector<TimerUnitRule> units); ///< any thread

private:
    struct NewSignals {
        std::vector<Preset> presets;
        std::vector<TimerUnitRule> units;
    };
    /// Copies every result of a tick, for those who print them.
    class Collector final : public FoldObserver
    {
    public:
        void registered(MetricId, const MetricInfo &) override {}
        void folded(const MetricResult &result) override;
        std::vector<MetricResult> results;
    };

    void run(const std::stop_token &stop);
    void tick();
    void gather(Inlet &inlet, std::unique_ptr<Bank> &bank, Tick &tick);

    const Millis m_tick;
    const bool m_wantResults;
    Registry &m_registry;
    SeriesStore &m_store;
    Fold m_fold;
    SignalEngine m_signals;
    Collector m_collector;
    std::vector<Inlet> m_inlets;
    std::vector<std::unique_ptr<Bank>> m_spare; ///< the emptied bank of each inlet
    Post m_post;
    AxisClock m_clock;
    std::chrono::steady_clock::time_point m_lastFlip;
    IngestCounts m_statsd; ///< as of the last bank
    std::uint64_t m_lateTicks = 0;

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<NewSignals> m_newSignals;
    std::jthread m_thread; ///< last: runs only while everything above is alive
};

} // namespace metriscope::net
