// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/engine.h"
#include "netlayer/statsd/receiver.h"

#include <QObject>

namespace metriscope::app
{

struct ConsoleConfig {
    net::EngineConfig engine;
    net::ReceiverConfig receiver;
    bool statsd = true; ///< start the receiver

    friend bool operator==(const ConsoleConfig &, const ConsoleConfig &) = default;
};

/// What runs, with a window or without one: the engine and its sources, started and stopped in the order that
/// loses nothing. GUI thread.
class Console final : public QObject
{
    Q_OBJECT

public:
    explicit Console(const ConsoleConfig &config, QObject *parent = nullptr);
    ~Console() override;

    [[nodiscard]] net::Engine &engine() noexcept { return m_engine; }
    [[nodiscard]] net::Receiver &receiver() noexcept { return m_receiver; }

    void start();
    void stop(); ///< what was received until now is folded and handed out before it returns
    /// Restarts a running receiver when its configuration differs, and gives the presets to the running
    /// engine. What the engine was built with, such as the tick, stays until the program starts again.
    void reconfigure(const ConsoleConfig &config);

private:
    ConsoleConfig m_config;
    net::Engine m_engine;
    net::Receiver m_receiver;
};

} // namespace metriscope::app
