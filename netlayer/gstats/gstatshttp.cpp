// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/gstatshttp.h"

#include "netlayer/engine/netthread.h"
#include "netlayer/gstats/gstatsfindings.h"
#include "netlayer/gstats/gstatshttpworker.h"

#include <utility>

namespace metriscope::net
{

GstatsHttp::GstatsHttp(const PollConfig &config, std::uint16_t number, NetThread &thread, QObject *parent)
    : Source(parent), m_config(config), m_id(sourceIdOf(SourceKind::GstatsHttp, number)), m_thread(thread),
      m_findings(std::make_shared<GstatsFindings>())
{
}

GstatsHttp::~GstatsHttp()
{
    if (m_worker)
        m_worker->deleteLater();
}

void GstatsHttp::start()
{
    if (m_worker)
        return;
    answer(State::Starting);
    if (checkPollAddress(SourceKind::GstatsHttp, m_config.address) != PollIssue::None) {
        answer(State::Failed, SourceError::AddressInvalid);
        return;
    }
    m_worker = new GstatsHttpWorker(m_config, m_thread, m_findings);
    m_thread.adopt(*m_worker);
    // What a worker said before it was let go must not be heard after.
    connect(m_worker, &GstatsHttpWorker::answered, this,
            [this, from = m_worker](SourceError error, const QString &detail) {
                if (from == m_worker)
                    hear(error, detail);
            });
    m_thread.run([worker = m_worker] { worker->begin(); });
}

void GstatsHttp::stop()
{
    if (m_worker)
        std::exchange(m_worker, nullptr)->deleteLater();
    if (m_state != State::Stopped)
        answer(State::Stopped);
}

void GstatsHttp::pollNow()
{
    if (m_worker)
        m_thread.run([worker = m_worker] { worker->ask(); });
}

void GstatsHttp::setInterval(Millis interval)
{
    m_config.interval = interval;
    if (m_worker)
        m_thread.run([worker = m_worker, every = pollIntervalOf(m_config)] { worker->setInterval(every); });
}

SourceCounts GstatsHttp::counts() const
{
    return m_findings->counts();
}

BankSource *GstatsHttp::banks() noexcept
{
    return &m_findings->feed();
}

void GstatsHttp::hear(SourceError error, const QString &detail)
{
    const State state = error == SourceError::None ? State::Running : State::Failed;
    if (state != m_state || error != m_error || detail != m_detail)
        answer(state, error, detail);
}

void GstatsHttp::answer(State state, SourceError error, const QString &detail)
{
    m_state = state;
    m_error = error;
    m_detail = detail;
    Q_EMIT stateChanged(state, error, detail);
}

} // namespace metriscope::net
