// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/collector.h"

#include "netlayer/gstats/collectordesk.h"
#include "netlayer/gstats/collectorloop.h"
#include "netlayer/gstats/sourcelink.h"
#include "netlayer/sockets/tcplistener.h"

#include <pthread.h>
#include <signal.h>

#include <utility>

namespace metriscope::net
{
namespace
{

void leaveSignalsToMain()
{
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
    ::pthread_setname_np(::pthread_self(), "collector");
}

} // namespace

Collector::Collector(const CollectorConfig &config, Tap *tap, QObject *parent)
    : Source(parent), m_config(config), m_tap(tap), m_desk(std::make_unique<CollectorDesk>(config.limits))
{
}

Collector::~Collector()
{
    endLoop();
}

void Collector::start()
{
    if (m_state == State::Running)
        return;
    answer(State::Starting);
    m_push = m_config.push;
    m_control = m_config.control;
    CollectorLoop::Sockets sockets;
    if (!listen(m_push, sockets.push) || !listen(m_control, sockets.control))
        return;
    m_desk->setCounting(m_config.counting);
    m_loop = std::make_unique<CollectorLoop>(m_config, std::move(sockets), *m_desk, m_tap);
    m_link = std::make_shared<SourceLink>(*this);
    m_thread = std::jthread([this, loop = m_loop.get(), link = m_link](const std::stop_token &token) {
        leaveSignalsToMain();
        loop->run(token);
        if (loop->wasQuit())
            link->post([this, link] {
                if (link->isCut())
                    return;
                stop();
                Q_EMIT quitByPeer();
            });
    });
    answer(State::Running);
}

bool Collector::listen(Endpoint &endpoint, FileDescriptor &socket)
{
    auto opened = listenTcp(endpoint);
    if (opened) {
        socket = *std::move(opened);
        return true;
    }
    m_failed = endpoint;
    const ListenTrouble trouble = listenTrouble(opened.error(), Transport::Tcp, endpoint);
    answer(State::Failed, trouble.error, trouble.detail);
    return false;
}

void Collector::stop()
{
    if (m_state == State::Stopped)
        return;
    endLoop();
    answer(State::Stopped);
}

void Collector::endLoop()
{
    if (!m_loop)
        return;
    m_link->cut();
    m_thread.request_stop();
    m_loop->wake();
    m_thread.join();
    m_loop.reset();
}

QString Collector::address() const
{
    if (m_state == State::Failed)
        return QString::fromStdString(zmqAddress(m_failed));
    return pushAddress() + QLatin1Char(',') + controlAddress();
}

QString Collector::pushAddress() const
{
    return QString::fromStdString(zmqAddress(m_state == State::Running ? m_push : m_config.push));
}

QString Collector::controlAddress() const
{
    return QString::fromStdString(zmqAddress(m_state == State::Running ? m_control : m_config.control));
}

SourceCounts Collector::counts() const
{
    return m_desk->counts();
}

BankSource *Collector::banks() noexcept
{
    return m_desk.get();
}

void Collector::reset()
{
    m_desk->reset();
}

void Collector::answer(State state, SourceError error, const QString &detail)
{
    m_state = state;
    Q_EMIT stateChanged(state, error, detail);
}

} // namespace metriscope::net
