// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/engineconfig.h"
#include "netlayer/engine/mailbox.h"
#include "netlayer/engine/source.h"
#include "netlayer/engine/tick.h"
#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <QObject>

#include <memory>
#include <vector>

namespace metriscope::net
{

class FoldThread;

/// Owns the registry, the history and the fold thread. Lives on the GUI thread; ticked() is emitted there, in
/// order, and a thread that does not get round to it for long sees merged ticks.
class Engine final : public QObject
{
    Q_OBJECT

public:
    explicit Engine(const EngineConfig &config, QObject *parent = nullptr);
    ~Engine() override;

    /// Before start() or while it runs. Sources outlive the engine's run, unless they are removed. They are
    /// started and stopped by their owner: a source that does not run gives no bank.
    void addSource(Source &source);
    /// What it measured stays. It may be destroyed afterwards.
    void removeSource(Source &source);
    void start();
    /// Folds a last tick, hands it out and joins the fold thread. Stop the sources after it, so that nothing
    /// is lost.
    void stop();

    [[nodiscard]] const EngineConfig &config() const noexcept { return m_config; }
    [[nodiscard]] const Registry &registry() const noexcept { return m_registry; }
    [[nodiscard]] SeriesStore &store() noexcept { return m_store; }
    [[nodiscard]] const SeriesStore &store() const noexcept { return m_store; }
    /// Takes effect with the next tick.
    void configureSignals(std::vector<Preset> presets, std::vector<TimerUnitRule> units);
    /// Wall clock minus engine axis as of the last tick seen: add it to a Time before showing it to people.
    [[nodiscard]] Millis wallOffset() const noexcept { return m_wallOffset; }

Q_SIGNALS:
    void ticked(const metriscope::net::Tick &tick);

private:
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
