// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/receiver.h"

#include "netlayer/sockets/tcplistener.h"

#include <pthread.h>
#include <sys/eventfd.h>

#include <csignal>
#include <random>
#include <utility>

namespace metriscope::net
{
namespace
{

std::uint64_t secretSeed()
{
    std::random_device device;
    return (std::uint64_t{device()} << 32) | device();
}

void leaveSignalsToMain()
{
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
    ::pthread_setname_np(::pthread_self(), "ingest");
}

} // namespace

Receiver::Receiver(const ReceiverConfig &config, QObject *parent, Tap *tap)
    : Source(parent), m_config(config), m_tap(tap), m_ledger{Aggregator(config.limits, secretSeed()), {}}
{
}

Receiver::~Receiver()
{
    stop();
}

void Receiver::start()
{
    if (m_state == State::Running)
        return;
    m_endpoints.clear();
    answer(State::Starting);
    Result<ListenSet, ListenFailure> opened = openListenSet(m_config);
    if (!opened) {
        fail(opened.error());
        return;
    }
    m_endpoints = opened->endpoints;
    m_receiveBuffer = opened->receiveBuffer;
    QStringList absent;
    for (const std::string &text : opened->absent)
        absent.push_back(QString::fromStdString(text));
    m_loop = std::make_unique<IngestLoop>(m_config, *std::move(opened), m_ledger, m_exchange, m_tap);
    m_exchange.open(m_loop->wakeFd());
    m_thread = std::jthread([loop = m_loop.get()](const std::stop_token &stop) {
        leaveSignalsToMain();
        loop->run(stop);
    });
    answer(State::Running, SourceError::None, absent.join(QLatin1Char('\n')));
}

void Receiver::stop()
{
    if (!m_loop) {
        if (m_state == State::Failed)
            answer(State::Stopped);
        return;
    }
    m_thread.request_stop();
    ::eventfd_write(m_loop->wakeFd(), 1);
    m_thread.join();
    m_exchange.close();
    m_loop.reset();
    answer(State::Stopped);
}

QString Receiver::address() const
{
    const auto &endpoints = m_endpoints.empty() ? m_config.endpoints : m_endpoints;
    return endpoints.empty() ? QString() : QString::fromStdString(endpoints.front().text());
}

std::unique_ptr<Bank> Receiver::flip(std::unique_ptr<Bank> empty)
{
    return m_exchange.request(std::move(empty));
}

void Receiver::answer(State state, SourceError error, const QString &detail)
{
    m_state = state;
    Q_EMIT stateChanged(state, error, detail);
}

void Receiver::fail(const ListenFailure &failure)
{
    m_endpoints = {failure.endpoint};
    const ListenTrouble trouble = listenTrouble(failure.error, failure.transport, failure.endpoint);
    answer(State::Failed, trouble.error, trouble.detail);
}

} // namespace metriscope::net
