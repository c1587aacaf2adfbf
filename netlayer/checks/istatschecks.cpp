// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/exporter.h"
#include "netlayer/istats/xmlrpc.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds AnswerLimit{3000};
constexpr int MonitorOffset = 10, UsualMonitor = 8135;
struct Monitor {
    QUrl url;
    QJsonObject stats;
};
using MonitorPtr = std::shared_ptr<Monitor>;

QUrl monitorUrl(const CheckContext &context)
{
    const QString &given = context.istats;
    if (given.isEmpty())
        return QUrl(u"http://127.0.0.1:8135"_s);
    QUrl url(given.contains("://"_L1) ? given : "http://"_L1 + given, QUrl::StrictMode);
    if (url.port() < 0)
        url.setPort(UsualMonitor);
    return url;
}

class MonitorAnswerCheck final : public Check
{
public:
    explicit MonitorAnswerCheck(MonitorPtr monitor)
        : Check(CheckId::MonitorAnswer, AnswerLimit * 3), m_monitor(std::move(monitor))
    {
        connect(&m_probe, &HttpProbe::answered, this, &MonitorAnswerCheck::answered);
    }

private:
    void run() override
    {
        if (!m_monitor->url.isValid() || m_monitor->url.host().isEmpty())
            return finish(fail(CheckReason::BadAddress, at(shownUrl(m_monitor->url))));
        m_tried = m_monitor->url;
        ask();
    }
    void release() override { m_probe.cancel(); }
    void ask()
    {
        m_probe.send("POST", m_tried, AnswerLimit, QByteArray::fromStdString(rpcCall("istats")), "text/xml");
    }

    void answered(const HttpAnswer &answer)
    {
        const CheckResult result = judge(answer);
        const bool good = result.verdict == CheckVerdict::Pass;
        if (m_tried == m_monitor->url && good)
            return finish(result);
        if (good) {
            CheckEvidence evidence = at(shownUrl(m_monitor->url));
            evidence.found = shownUrl(m_tried);
            return finish(fail(CheckReason::MonitorWrongPort, evidence));
        }
        if (m_fault.reason == CheckReason::None)
            m_fault = result;
        // the address given may be the one for lines, or the port a mistake
        const int given = m_monitor->url.port();
        QUrl next = m_tried;
        next.setPort(m_tried.port() == given ? given + MonitorOffset : UsualMonitor);
        if (next.port() > 65'535 || next.port() == m_tried.port() || next.port() == given)
            return finish(m_fault);
        m_tried = next;
        ask();
    }

    [[nodiscard]] CheckResult judge(const HttpAnswer &answer)
    {
        CheckEvidence evidence = at(shownUrl(m_tried));
        if (answer.outcome == HttpAnswer::Outcome::Refused)
            return fail(CheckReason::MonitorRefused, evidence);
        if (answer.outcome == HttpAnswer::Outcome::NotHttp) {
            evidence.detail = answer.detail;
            return fail(CheckReason::MonitorNotXml, evidence);
        }
        if (const auto fault = httpFault(m_tried, answer)) {
            const bool slow = fault->reason == CheckReason::ExporterSlow;
            evidence.count = answer.took;
            return slow ? fail(CheckReason::MonitorMute, evidence) : *fault;
        }
        const auto rpc =
            readRpcAnswer({answer.body.constData(), static_cast<std::size_t>(answer.body.size())});
        if (!rpc) {
            evidence.detail = answer.status == 200 ? firstBytes(answer.body) : answer.statusText;
            return fail(CheckReason::MonitorNotXml, evidence);
        }
        evidence.detail = QString::fromStdString(rpc->fault ? rpc->fault->text : rpc->text);
        const QJsonDocument json = QJsonDocument::fromJson(QByteArray::fromStdString(rpc->text));
        if (rpc->fault || !json.isObject())
            return fail(CheckReason::MonitorFault, evidence);
        m_monitor->stats = json.object();
        return pass(CheckReason::MonitorGood, evidence);
    }

    const MonitorPtr m_monitor;
    HttpProbe m_probe;
    QUrl m_tried;
    CheckResult m_fault;
};

class PublishingCheck final : public Check
{
public:
    PublishingCheck(MonitorPtr monitor, std::function<QDateTime()> now)
        : Check(CheckId::MonitorPublishing), m_monitor(std::move(monitor)), m_now(std::move(now))
    {
    }

private:
    void run() override
    {
        static constexpr qint64 Old = 90; // seconds; a server flushes every 10, or every 60 at most
        const QJsonObject &stats = m_monitor->stats;
        const double now = static_cast<double>(m_now().toMSecsSinceEpoch()) / 1000;
        CheckEvidence evidence = at(shownUrl(m_monitor->url));
        const double errors =
            stats[u"publish_error.socket"_s].toDouble() + stats[u"publish_error.unknown"_s].toDouble();
        if (errors > 0) {
            evidence.count = static_cast<qint64>(errors);
            return finish(fail(CheckReason::PublishErrors, evidence));
        }
        const double last = stats[u"last_publish.time"_s].toDouble(stats[u"start_time"_s].toDouble());
        evidence.count = std::max<qint64>(0, static_cast<qint64>(now - last));
        const bool old = evidence.count > Old;
        if (!stats.contains("last_publish.time"_L1))
            return finish(old ? fail(CheckReason::PublishingNever, evidence)
                              : skip(CheckReason::PublishingNever, evidence));
        finish(old ? fail(CheckReason::PublishingOld, evidence)
                   : pass(CheckReason::PublishingGood, evidence));
    }

    const MonitorPtr m_monitor;
    const std::function<QDateTime()> m_now;
};

} // namespace

CheckNodes istatsChecks(const CheckContext &context)
{
    const auto monitor = std::make_shared<Monitor>();
    monitor->url = monitorUrl(context);
    CheckNodes nodes;
    nodes.push_back({std::make_unique<MonitorAnswerCheck>(monitor)});
    nodes.push_back({std::make_unique<PublishingCheck>(monitor, context.now), {CheckId::MonitorAnswer}});
    return nodes;
}

} // namespace metriscope::net
