// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/engine.h"

#include "netlayer/engine/foldthread.h"

#include <QMetaObject>

#include <utility>

namespace metriscope::net
{

namespace
{

constexpr std::size_t MailboxTicks = 8;
/// Series for the signals themselves: a full registry must not cost the three charts.
constexpr std::size_t SignalReserve = 1000;

FoldThread::Inlet inletOf(Source &source)
{
    return {source.banks(), source.sourceId(), source.application().toStdString()};
}

} // namespace

Engine::Engine(const EngineConfig &config, QObject *parent)
    : QObject(parent), m_config(config), m_registry(config.maxSeries + SignalReserve), m_store(config.store),
      m_mailbox(MailboxTicks)
{
}

Engine::~Engine()
{
    m_fold.reset();
}

void Engine::addSource(Source &source)
{
    m_sources.push_back(&source);
    if (m_fold && source.banks() != nullptr)
        m_fold->addInlet(inletOf(source));
}

void Engine::removeSource(Source &source)
{
    std::erase(m_sources, &source);
    if (m_fold)
        m_fold->removeInlet(source.sourceId());
}

void Engine::start()
{
    std::vector<FoldThread::Inlet> inlets;
    for (Source *source : m_sources) {
        if (source->banks() != nullptr)
            inlets.push_back(inletOf(*source));
    }
    m_fold =
        std::make_unique<FoldThread>(m_config, m_registry, m_store, std::move(inlets), [this](Tick &&tick) {
            if (m_mailbox.post(std::move(tick)))
                QMetaObject::invokeMethod(this, &Engine::drain, Qt::QueuedConnection);
        });
}

void Engine::stop()
{
    m_fold.reset();
    drain();
}

void Engine::configureSignals(std::vector<Preset> presets, std::vector<TimerUnitRule> units)
{
    m_config.presets = presets;
    m_config.timerUnits = units;
    if (m_fold)
        m_fold->configureSignals(std::move(presets), std::move(units));
}

void Engine::drain()
{
    for (const Tick &tick : m_mailbox.take()) {
        m_wallOffset = tick.wallOffset;
        Q_EMIT ticked(tick);
    }
}

} // namespace metriscope::net
