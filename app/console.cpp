// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "app/demo.h"
#include "app/demoscript.h"

namespace metriscope::app
{

using State = net::Source::State;

Console::Console(const ConsoleConfig &config, QObject *parent)
    : QObject(parent), m_engine(config.engine), m_receiver(config.receiver, nullptr, &m_tap),
      m_replay(config.receiver.limits), m_contextBook(m_netThread, config.contextFile),
      m_contexts(m_netThread, config.contexts, nullptr, &m_tap),
      m_collector(config.collector.value_or(net::CollectorConfig()), &m_tap), m_monitor(m_netThread),
      m_polled(m_engine, SourceGround{m_netThread, m_zmqThread, m_tap}, m_keyring),
      m_mayCollect(config.collector.has_value()), m_monitorWanted(config.monitor)
{
    m_engine.addSource(m_receiver);
    m_engine.addSource(m_collector);
    m_engine.addSource(m_replay);
    m_polled.apply(config.polls);
    connect(&m_contexts, &net::ContextServer::registered, &m_contextBook, &net::ContextBook::add);
    connect(&m_receiver, &net::Source::stateChanged, this, &Console::followReceiver);
    connect(&m_engine, &net::Engine::ticked, this,
            [this](const net::Tick &tick) { m_monitor.take(tick, m_engine.registry()); });
}

Console::~Console()
{
    m_receiver.disconnect(this);
    stop();
}

void Console::start()
{
    m_engine.start();
    if (mayReceive())
        m_receiver.start();
    if (mayTakeContexts())
        m_contexts.start();
    if (m_mayCollect)
        m_collector.start();
    m_polled.start();
    m_running = true;
}

void Console::stop()
{
    m_running = false;
    setDemoRunning(false);
    m_engine.stop();
    m_receiver.stop();
    m_replay.stop();
    m_contexts.stop();
    m_collector.stop();
    m_monitor.stop();
    m_polled.stop();
}

std::vector<net::Source *> Console::others()
{
    std::vector<net::Source *> sources = m_polled.all();
    if (m_monitor.state() == State::Running)
        sources.insert(sources.begin(), &m_monitor);
    if (m_mayCollect)
        sources.insert(sources.begin(), &m_collector);
    if (mayTakeContexts())
        sources.insert(sources.begin(), &m_contexts);
    return sources;
}

void Console::reconfigure(const net::ContextServer::Config &contexts)
{
    if (contexts == m_contexts.config())
        return;
    const bool again = m_running;
    m_contexts.stop();
    m_contexts.configure(contexts);
    if (again && mayTakeContexts())
        m_contexts.start();
}

void Console::reconfigure(const std::optional<net::CollectorConfig> &collector)
{
    const net::CollectorConfig wanted = collector.value_or(m_collector.config());
    if (wanted == m_collector.config() && collector.has_value() == m_mayCollect)
        return;
    m_mayCollect = collector.has_value();
    m_collector.stop();
    m_collector.configure(wanted);
    if (m_running && m_mayCollect)
        m_collector.start();
}

void Console::reconfigure(const net::EngineConfig &engine, const net::ReceiverConfig &receiver)
{
    if (receiver != m_receiver.config()) {
        const bool again = m_receiver.state() != State::Stopped;
        const bool demo = isDemoRunning();
        m_receiver.stop();
        m_receiver.configure(receiver);
        if (again && mayReceive())
            m_receiver.start();
        setDemoRunning(demo);
    }
    if (engine.presets != m_engine.config().presets || engine.timerUnits != m_engine.config().timerUnits)
        m_engine.configureSignals(engine.presets, engine.timerUnits);
}

void Console::replay(const net::ReplayConfig &config)
{
    m_replay.stop();
    m_replay.configure(config);
    m_replay.start();
}

void Console::setDemoRunning(bool running)
{
    running = running && m_receiver.state() == State::Running;
    if (running == isDemoRunning())
        return;
    m_demo = running ? std::make_unique<Demo>(m_receiver.endpoints().front()) : nullptr;
    for (const net::RegistrationPtr &made : DemoScript::registrations()) {
        if (running)
            m_contextBook.add(made);
        else
            m_contextBook.forget(made->identity.name());
    }
    Q_EMIT demoRunningChanged(running);
}

void Console::followReceiver(State state)
{
    if (state != State::Running)
        setDemoRunning(false);
    runMonitor();
}

void Console::setMonitorWanted(bool wanted)
{
    m_monitorWanted = wanted;
    runMonitor();
}

void Console::runMonitor()
{
    using Kind = net::Endpoint::Kind;
    std::optional<net::Endpoint> beside;
    if (m_monitorWanted && m_receiver.state() == State::Running)
        beside = m_receiver.endpoints().front();
    if (!beside || beside->kind == Kind::Unix || beside->port > 65'535 - net::MonitorServer::PortDistance) {
        m_monitor.stop();
        return;
    }
    beside->port = static_cast<std::uint16_t>(beside->port + net::MonitorServer::PortDistance);
    if (m_monitor.state() == State::Running && m_monitor.endpoint() == *beside)
        return;
    m_monitor.stop();
    m_monitor.setEndpoint(*beside);
    m_monitor.start();
}

} // namespace metriscope::app
