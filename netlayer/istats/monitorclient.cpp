// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/istats/monitorclient.h"

#include "netlayer/istats/monitorfindings.h"
#include "netlayer/istats/monitorworker.h"

#include <utility>

namespace metriscope::net
{

MonitorClient::MonitorClient(const PollConfig &config, std::uint16_t number, NetThread &thread,
                             QObject *parent)
    : Source(parent), m_config(config), m_id(sourceIdOf(SourceKind::Istats, number)), m_thread(thread),
      m_findings(std::make_shared<MonitorFindings>())
{
}

MonitorClient::~MonitorClient()
{
    if (m_worker)
        m_worker->deleteLater();
}

void MonitorClient::start()
{
    if (m_worker)
        return;
    answer(State::Starting);
    if (const auto issue = checkPollAddress(SourceKind::Istats, m_config.address); issue != PollIssue::None) {
        answer(State::Failed, SourceError::AddressInvalid);
        return;
    }
    m_worker = new MonitorWorker(m_config, m_findings);
    m_thread.adopt(*m_worker);
    // What a worker said before it was let go must not be heard after.
    connect(m_worker, &MonitorWorker::answered, this,
            [this, from = m_worker](SourceError error, const QString &detail) {
                if (from == m_worker)
                    hear(error, detail);
            });
    m_thread.run([worker = m_worker] { worker->begin(); });
}

void MonitorClient::stop()
{
    if (m_worker)
        std::exchange(m_worker, nullptr)->deleteLater();
    if (m_state != State::Stopped)
        answer(State::Stopped);
}

void MonitorClient::pollNow()
{
    if (m_worker)
        m_thread.run([worker = m_worker] { worker->ask(); });
}

SourceCounts MonitorClient::counts() const
{
    return m_findings->counts();
}

BankSource *MonitorClient::banks() noexcept
{
    return &m_findings->feed();
}

MonitorValues MonitorClient::latest() const
{
    return m_findings->latest();
}

void MonitorClient::hear(SourceError error, const QString &detail)
{
    const State state = error == SourceError::None ? State::Running : State::Failed;
    if (state != m_state || error != m_error || detail != m_detail)
        answer(state, error, detail);
}

void MonitorClient::answer(State state, SourceError error, const QString &detail)
{
    m_state = state;
    m_error = error;
    m_detail = detail;
    Q_EMIT stateChanged(state, error, detail);
}

} // namespace metriscope::net
