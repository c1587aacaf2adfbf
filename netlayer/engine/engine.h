// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/mailbox.h"
#include "netlayer/engine/source.h"
#include "netlayer/engine/tick.h"
#include "netlayer/series/fold.h"
#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"
#include "netlayer/signals/signalengine.h"

#include <QObject>

#include <memory>
#include <thread>
#include <vector>

namespace metriscope::net
{

struct EngineConfig {
    StoreConfig store;
    FoldConfig fold;
    std::size_t maxSeries = 500'000;
    std::vector<Preset> presets;
    std::vector<TimerUnitRule> timerUnits;
    bool wantResults = false; ///< fill Tick::results, with percentiles
};

/// Owns the registry, the history and the fold thread, which is the master of ticks: at each one it flips the
/// banks of every running source, folds them, lets the signals finish and posts a Tick. Lives on the GUI
/// thread; ticked() is emitted there.
class Engine final : public QObject
{
    Q_OBJECT

public:
    explicit Engine(const EngineConfig &config, QObject *parent = nullptr);
    ~Engine() override;

    /// Sources are given before start() and outlive the engine's run.
    void addSource(Source &source);
    void start(); ///< starts the sources, then the fold thread
    void stop();  ///< flushes a last tick, stops the fold thread, then the sources; returns when all ended

    [[nodiscard]] const Registry &registry() const noexcept { return m_registry; }
    [[nodiscard]] SeriesStore &store() noexcept { return m_store; }
    [[nodiscard]] const SeriesStore &store() const noexcept { return m_store; }
    /// Takes effect with the next tick. Any thread.
    void configureSignals(std::vector<Preset> presets, std::vector<TimerUnitRule> units);
    /// Wall clock minus engine axis as of the last tick seen: add it to a Time before showing it to people.
    [[nodiscard]] Millis wallOffset() const noexcept { return m_wallOffset; }

Q_SIGNALS:
    void ticked(const metriscope::net::Tick &tick);

private:
    struct FoldThread;
    void drain();

    EngineConfig m_config;
    Registry m_registry;
    SeriesStore m_store;
    Mailbox<Tick> m_mailbox;
    std::vector<Source *> m_sources;
    std::unique_ptr<FoldThread> m_fold;
    Millis m_wallOffset{0};
};

} // namespace metriscope::net
