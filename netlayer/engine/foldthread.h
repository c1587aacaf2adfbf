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
#include <string>
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
        std::string application; ///< see Source::application()
    };
    using Post = std::function<void(Tick &&)>; ///< called on the fold thread

    FoldThread(const EngineConfig &config, Registry &registry, SeriesStore &store, std::vector<Inlet> inlets,
               Post post);
    ~FoldThread(); ///< folds a last tick and joins
    FoldThread(const FoldThread &) = delete;
    FoldThread &operator=(const FoldThread &) = delete;

    void configureSignals(std::vector<Preset> presets, std::vector<TimerUnitRule> units); ///< any thread
    void addInlet(Inlet inlet);                                                           ///< any thread
    /// When it returns, the banks of this source are not asked any more. Any thread; waits for as long as a
    /// source may take to give its bank.
    void removeInlet(SourceId source);

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

    struct OpenInlet {
        Inlet inlet;
        std::unique_ptr<Bank> spare; ///< emptied, for the next flip
    };
    struct Gathered {
        SourceId source;
        std::unique_ptr<Bank> bank;
    };

    void run(const std::stop_token &stop);
    void tick();
    [[nodiscard]] std::vector<Gathered> gather(Tick &tick);
    void giveBack(std::vector<Gathered> banks);

    const Millis m_tick;
    const bool m_wantResults;
    Registry &m_registry;
    SeriesStore &m_store;
    Fold m_fold;
    SignalEngine m_signals;
    Collector m_collector;
    Post m_post;
    AxisClock m_clock;
    std::chrono::steady_clock::time_point m_lastFlip;
    IngestCounts m_statsd; ///< as of the last bank
    std::uint64_t m_lateTicks = 0;

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<NewSignals> m_newSignals;
    std::vector<Inlet> m_newNames; ///< inlets whose applications the signals do not know yet
    std::mutex m_inletMutex;       ///< held while banks are flipped
    std::vector<OpenInlet> m_inlets;
    std::jthread m_thread; ///< last: runs only while everything above is alive
};

} // namespace metriscope::net
