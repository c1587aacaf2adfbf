// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

namespace metriscope::app
{

Console::Console(const ConsoleConfig &config, QObject *parent)
    : QObject(parent), m_config(config), m_engine(config.engine), m_receiver(config.receiver)
{
    m_engine.addSource(m_receiver);
}

Console::~Console()
{
    stop();
}

void Console::start()
{
    m_engine.start();
    if (m_config.statsd)
        m_receiver.start();
}

void Console::stop()
{
    m_engine.stop();
    m_receiver.stop();
}

void Console::reconfigure(const ConsoleConfig &config)
{
    if (config.receiver != m_config.receiver) {
        const bool wasRunning = m_receiver.state() == net::Source::State::Running;
        m_receiver.configure(config.receiver);
        if (wasRunning || (config.statsd && m_receiver.state() == net::Source::State::Failed)) {
            m_receiver.stop();
            m_receiver.start();
        }
    }
    if (config.engine.presets != m_config.engine.presets ||
        config.engine.timerUnits != m_config.engine.timerUnits)
        m_engine.configureSignals(config.engine.presets, config.engine.timerUnits);
    m_config = config;
}

} // namespace metriscope::app
