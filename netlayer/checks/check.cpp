// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/check.h"

namespace metriscope::net
{

Check::Check(CheckId id, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent), m_id(id), m_limit(limit)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { finish(lateResult()); });
}

void Check::start()
{
    if (m_running)
        return;
    m_running = true;
    m_timer.start(m_limit);
    run();
}

void Check::cancel()
{
    finish({CheckVerdict::Skipped, CheckReason::Cancelled});
}

CheckResult Check::lateResult() const
{
    CheckResult late{CheckVerdict::Skipped, CheckReason::TimedOut};
    late.evidence.count = std::chrono::duration_cast<std::chrono::seconds>(m_limit).count();
    return late;
}

void Check::finish(const CheckResult &result)
{
    if (!m_running)
        return;
    m_running = false;
    m_timer.stop();
    release();
    Q_EMIT finished(result);
}

} // namespace metriscope::net
