// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secretstore.h"
#include "app/sources.h"

#include "netlayer/capture/replaysource.h"
#include "netlayer/contexts/contextbook.h"
#include "netlayer/contexts/contextserver.h"
#include "netlayer/engine/engine.h"
#include "netlayer/engine/netthread.h"
#include "netlayer/gstats/collector.h"
#include "netlayer/gstats/zmqthread.h"
#include "netlayer/istats/monitorserver.h"
#include "netlayer/packets/tap.h"
#include "netlayer/statsd/receiver.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace metriscope::app
{

class Demo;

/// What a console is made of.
struct ConsoleConfig {
    net::EngineConfig engine;
    net::ReceiverConfig receiver;
    net::ContextServer::Config contexts;
    QString contextFile;                           ///< where registrations are kept; empty: nowhere
    bool monitor = true;                           ///< answer `istats` beside the receiver
    std::optional<net::CollectorConfig> collector; ///< none: nothing is collected
    std::vector<net::PollConfig> polls;
};

/// What runs, with a window or without one: the engine, its sources and the demo, started and stopped in the
/// order that loses nothing. GUI thread.
class Console final : public QObject
{
    Q_OBJECT

public:
    explicit Console(const ConsoleConfig &config, QObject *parent = nullptr);
    ~Console() override;

    [[nodiscard]] net::Engine &engine() noexcept { return m_engine; }
    [[nodiscard]] net::Receiver &receiver() noexcept { return m_receiver; }
    [[nodiscard]] net::ContextServer &contexts() noexcept { return m_contexts; }
    [[nodiscard]] net::MonitorServer &monitor() noexcept { return m_monitor; }
    [[nodiscard]] net::Collector &collector() noexcept { return m_collector; }
    [[nodiscard]] net::ContextBook &contextBook() noexcept { return m_contextBook; }
    /// For every source that speaks through Qt Network: ends after all of them.
    [[nodiscard]] net::NetThread &netThread() noexcept { return m_netThread; }
    /// What all its sockets receive, for who looks.
    [[nodiscard]] net::Tap &tap() noexcept { return m_tap; }
    /// Plays captures into the ticks; idle until replay().
    [[nodiscard]] net::ReplaySource &replayed() noexcept { return m_replay; }
    /// Ends a replay that runs, and plays another one.
    void replay(const net::ReplayConfig &config);
    [[nodiscard]] Sources &polled() noexcept { return m_polled; }
    [[nodiscard]] SecretStore &secrets() noexcept { return m_keyring; }
    /// All there are but the receiver: what listens, then what is polled.
    [[nodiscard]] std::vector<net::Source *> others();
    [[nodiscard]] bool isRunning() const noexcept { return m_running; }
    /// There is an address to receive on.
    [[nodiscard]] bool mayReceive() const noexcept { return !m_receiver.config().endpoints.empty(); }

    [[nodiscard]] bool mayCollect() const noexcept { return m_mayCollect; }
    [[nodiscard]] bool mayTakeContexts() const noexcept { return !m_contexts.config().endpoints.empty(); }

    /// Starts the engine, the receiver when it may receive, and what is polled. Receiver::state() tells at
    /// once how that went, and so does the context server; the others answer later.
    void start();
    /// What was received until now is folded and handed out before it returns.
    void stop();
    /// Takes a new configuration; a running receiver is started again when its own differs, and so is one
    /// that failed. What the engine was built with, such as the tick, stays until the program starts again.
    void reconfigure(const net::EngineConfig &engine, const net::ReceiverConfig &receiver);
    void reconfigure(const net::ContextServer::Config &contexts);
    void reconfigure(const std::optional<net::CollectorConfig> &collector);
    void setMonitorWanted(bool wanted);

    /// The demo sends to the receiver's first address; it ends when the receiver stops.
    void setDemoRunning(bool running);
    [[nodiscard]] bool isDemoRunning() const noexcept { return m_demo != nullptr; }

Q_SIGNALS:
    void demoRunningChanged(bool running);

private:
    void followReceiver(net::Source::State state);
    void runMonitor();

    net::NetThread m_netThread; ///< first: outlives those who work on it
    net::Tap m_tap;             ///< outlives those who offer to it
    net::ZmqThread m_zmqThread; ///< like the first
    net::Engine m_engine;
    net::Receiver m_receiver;
    net::ReplaySource m_replay;
    net::ContextBook m_contextBook;
    net::ContextServer m_contexts;
    Keyring m_keyring;
    net::Collector m_collector;
    net::MonitorServer m_monitor;
    Sources m_polled;
    std::unique_ptr<Demo> m_demo;
    bool m_running = false, m_mayCollect, m_monitorWanted;
};

} // namespace metriscope::app
