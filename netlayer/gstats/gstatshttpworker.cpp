// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/gstatshttpworker.h"

#include "netlayer/engine/netthread.h"
#include "netlayer/gstats/gstatsfindings.h"
#include "netlayer/sockets/httpask.h"

#include <QDateTime>
#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace metriscope::net
{
namespace
{

/// What happened in a longer silence than this is not drawn as if it happened just now.
constexpr Millis LongestGap{60'000};
constexpr qsizetype ShownBytes = 60;
constexpr int Forbidden = 403;

} // namespace

GstatsHttpWorker::GstatsHttpWorker(const PollConfig &config, NetThread &thread,
                                   std::shared_ptr<GstatsFindings> findings)
    : m_config(config), m_thread(thread), m_findings(std::move(findings)), m_timer(new QTimer(this)),
      m_interval(pollIntervalOf(config))
{
    connect(m_timer, &QTimer::timeout, this, &GstatsHttpWorker::ask);
}

GstatsHttpWorker::~GstatsHttpWorker() = default;

void GstatsHttpWorker::begin()
{
    HttpAsk::Limits limits;
    limits.time = pollTimeoutOf(m_config);
    m_http = new HttpAsk(m_thread.network(), limits, this);
    m_findings->rebase();
    m_timer->start(m_interval);
    ask();
}

void GstatsHttpWorker::setInterval(Millis interval)
{
    m_interval = interval;
    m_timer->start(m_interval);
}

void GstatsHttpWorker::ask()
{
    if (m_http->isBusy())
        return;
    QNetworkRequest request(QUrl(m_config.address, QUrl::StrictMode));
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    m_asked.start();
    m_http->get(request, [this](const HttpReply &reply) { take(reply); });
}

void GstatsHttpWorker::take(const HttpReply &reply)
{
    const Millis took{m_asked.elapsed()};
    const StatsReply stats = readStatsReply({reply.body.constData(), std::size_t(reply.body.size())});
    const bool readable = stats.issue == ReplyIssue::None || stats.issue == ReplyIssue::Damaged;
    const bool good = reply.error == SourceError::None && stats.issue == ReplyIssue::None;
    m_findings->countPoll(good, std::size_t(reply.body.size()), QDateTime::currentMSecsSinceEpoch(), took);
    if (reply.error == SourceError::NeedsLogin && reply.status == Forbidden)
        return say(SourceError::PeerFault, reply.detail); // its list of addresses, not a login
    if (reply.error != SourceError::None)
        return say(reply.error, reply.detail);
    if (!readable)
        return say(SourceError::NotMetrics, QString::fromUtf8(reply.body.left(ShownBytes)));
    const Millis gap = m_answered.isValid() ? Millis{m_answered.restart()} : m_interval;
    if (!m_answered.isValid())
        m_answered.start();
    if (gap > LongestGap && gap > 2 * m_interval)
        m_findings->rebase();
    m_findings->take(stats, nullptr, gap);
    if (stats.issue == ReplyIssue::Damaged) {
        const auto from = std::max<qsizetype>(qsizetype(stats.at) - ShownBytes / 2, 0);
        return say(SourceError::BadAnswer, QString::fromUtf8(reply.body.mid(from, ShownBytes)));
    }
    say(SourceError::None, {});
}

void GstatsHttpWorker::say(SourceError error, const QString &detail)
{
    Q_EMIT answered(error, detail);
}

} // namespace metriscope::net
