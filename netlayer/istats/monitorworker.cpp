// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/istats/monitorworker.h"

#include "netlayer/istats/xmlrpc.h"

#include <QDateTime>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 MaxAnswer = qint64{1} << 20;

[[nodiscard]] QUrl urlOf(const QString &address)
{
    QUrl url(address);
    if (url.path().isEmpty())
        url.setPath(u"/RPC2"_s); // it takes any; this is what other clients ask
    return url;
}

[[nodiscard]] QString firstBytes(const HttpReply &reply)
{
    return QString::fromUtf8(reply.contentType.isEmpty() ? reply.body.left(60) : reply.contentType.left(60));
}

} // namespace

MonitorWorker::MonitorWorker(const PollConfig &config, std::shared_ptr<MonitorFindings> findings)
    : m_url(urlOf(config.address)),
      m_interval(config.interval.count() > 0 ? config.interval : defaultPollInterval(SourceKind::Istats)),
      m_findings(std::move(findings)), m_manager(this),
      m_ask(m_manager,
            {config.timeout.count() > 0 ? config.timeout : defaultPollTimeout(SourceKind::Istats), MaxAnswer},
            this),
      m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &MonitorWorker::ask);
}

void MonitorWorker::begin()
{
    m_findings->rebase();
    m_timer.start(m_interval);
    ask();
}

void MonitorWorker::ask()
{
    if (m_ask.isBusy())
        return;
    QNetworkRequest request(m_url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/xml"_s);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"metriscope"_s);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    m_asked.start();
    m_ask.post(request, QByteArray::fromStdString(rpcCall("istats")),
               [this](const HttpReply &reply) { take(reply); });
}

void MonitorWorker::take(const HttpReply &reply)
{
    const Millis took{m_asked.elapsed()};
    const std::int64_t wall = QDateTime::currentMSecsSinceEpoch();
    const Outcome outcome =
        reply.error != SourceError::None ? Outcome{reply.error, reply.detail} : read(reply, wall);
    m_findings->countPoll(outcome.error, reply.body.size(), wall, took);
    Q_EMIT answered(outcome.error, outcome.detail);
}

MonitorWorker::Outcome MonitorWorker::read(const HttpReply &reply, std::int64_t wall)
{
    const auto answer = readRpcAnswer({reply.body.constData(), static_cast<std::size_t>(reply.body.size())});
    if (!answer) {
        const auto [issue, at] = answer.error();
        const bool other = !issue || *issue == XmlIssue::NotXml || *issue == XmlIssue::Doctype;
        if (other)
            return {SourceError::NotMetrics, firstBytes(reply)};
        return {SourceError::BadAnswer, u"XML, byte %1"_s.arg(at)};
    }
    if (answer->fault)
        return {
            SourceError::PeerFault,
            u"%1 %2"_s.arg(answer->fault->code).arg(QString::fromStdString(answer->fault->text).left(200))};
    const MonitorReading reading = readMonitorValues(answer->text);
    if (!reading.whole)
        return {SourceError::BadAnswer, u"JSON, byte %1"_s.arg(reading.at)};
    // Over the first answer nothing is played out: it tells where to count from.
    const Millis covers = m_before ? Millis{m_before->elapsed()} : m_interval;
    m_before.emplace().start();
    m_findings->take(reading, wall, covers);
    return {};
}

} // namespace metriscope::net
