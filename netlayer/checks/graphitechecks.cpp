// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/exporter.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QUrlQuery>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds ConnectLimit{3000}, Silence{400};
constexpr int UsualPort = 2003;

struct Graphite {
    QString address; ///< as given
    QUrl url;        ///< host and port of it
    int marker = 0;  ///< value of the line that was sent
    qint64 sentAt = 0;
};
using GraphitePtr = std::shared_ptr<Graphite>;

/// Connects, listens for a moment, sends one marked line, listens again: carbon never says a word.
class GraphiteAnswerCheck final : public Check
{
public:
    GraphiteAnswerCheck(GraphitePtr graphite, std::function<QDateTime()> now)
        : Check(CheckId::GraphiteAnswer, ConnectLimit), m_graphite(std::move(graphite)), m_now(std::move(now))
    {
        connect(&m_socket, &QTcpSocket::errorOccurred, this, &GraphiteAnswerCheck::failed);
        connect(&m_socket, &QTcpSocket::readyRead, this, &GraphiteAnswerCheck::spoke);
        connect(&m_socket, &QTcpSocket::connected, this,
                [this] { QTimer::singleShot(Silence, this, &GraphiteAnswerCheck::sendLine); });
    }

private:
    void run() override
    {
        if (m_graphite->url.host().isEmpty())
            return finish(fail(CheckReason::BadAddress, at(m_graphite->address)));
        m_socket.connectToHost(m_graphite->url.host(), static_cast<quint16>(m_graphite->url.port(UsualPort)));
    }
    void release() override
    {
        m_socket.disconnect(this);
        m_socket.disconnectFromHost();
    }
    [[nodiscard]] CheckResult lateResult() const override
    {
        return fail(CheckReason::HttpUnreachable, at(m_graphite->address));
    }

    void sendLine()
    {
        if (!isRunning())
            return;
        m_graphite->sentAt = m_now().toMSecsSinceEpoch() / 1000;
        m_graphite->marker = QRandomGenerator::global()->bounded(1, 1'000'000);
        m_socket.write("metriscope.selftest " + QByteArray::number(m_graphite->marker) + ' ' +
                       QByteArray::number(m_graphite->sentAt) + '\n');
        QTimer::singleShot(Silence, this,
                           [this] { finish(pass(CheckReason::GraphiteGood, at(m_graphite->address))); });
    }
    void spoke()
    {
        CheckEvidence evidence = at(m_graphite->address);
        evidence.detail = firstBytes(m_socket.readAll());
        finish(fail(CheckReason::GraphiteNotCarbon, evidence));
    }
    void failed(QAbstractSocket::SocketError error)
    {
        CheckEvidence evidence = at(m_graphite->address);
        evidence.detail = m_socket.errorString();
        switch (error) {
        case QAbstractSocket::ConnectionRefusedError:
            return finish(fail(CheckReason::GraphiteRefused, evidence));
        case QAbstractSocket::HostNotFoundError:
            return finish(fail(CheckReason::HostUnknown, evidence));
        case QAbstractSocket::RemoteHostClosedError:
            if (m_socket.bytesAvailable() > 0)
                return spoke();
            return finish(fail(CheckReason::GraphiteCloses, evidence));
        default:
            return finish(fail(CheckReason::HttpUnreachable, evidence));
        }
    }

    const GraphitePtr m_graphite;
    const std::function<QDateTime()> m_now;
    QTcpSocket m_socket;
};

/// Asks the web part for the marked line until it is there.
class GraphiteLineCheck final : public Check
{
public:
    GraphiteLineCheck(GraphitePtr graphite, const QString &query)
        : Check(CheckId::GraphiteLine, std::chrono::seconds(8)), m_graphite(std::move(graphite)),
          m_given(query), m_url(query.contains("://"_L1) ? query : "http://"_L1 + query)
    {
        connect(&m_probe, &HttpProbe::answered, this, &GraphiteLineCheck::answered);
    }

private:
    void run() override
    {
        if (m_given.isEmpty())
            return finish(skip(CheckReason::MarkerNoQuery, at(m_graphite->address)));
        if (!m_url.path().endsWith("/render"_L1))
            m_url.setPath((m_url.path() == "/"_L1 ? QString() : m_url.path()) + u"/render"_s);
        QUrlQuery query;
        query.addQueryItem(u"target"_s, u"metriscope.selftest"_s);
        query.addQueryItem(u"format"_s, u"json"_s);
        query.addQueryItem(u"from"_s, u"-5min"_s);
        m_url.setQuery(query);
        m_clock.start();
        ask();
    }
    void release() override { m_probe.cancel(); }
    [[nodiscard]] CheckResult lateResult() const override
    {
        return fail(CheckReason::MarkerLost, evidence());
    }
    [[nodiscard]] CheckEvidence evidence() const
    {
        CheckEvidence result = at(m_graphite->address);
        result.found = m_url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
        result.count = m_clock.elapsed();
        return result;
    }
    void ask()
    {
        if (isRunning())
            m_probe.send("GET", m_url, std::chrono::seconds(3));
    }

    void answered(const HttpAnswer &answer)
    {
        CheckEvidence why = evidence();
        const QJsonDocument json = QJsonDocument::fromJson(answer.body);
        if (const auto fault = httpFault(m_url, answer); fault || answer.status != 200 || !json.isArray()) {
            why.detail = answer.statusText.isEmpty() ? answer.detail : answer.statusText;
            return finish(fail(CheckReason::MarkerQueryFails, why));
        }
        for (const QJsonValue &series : json.array()) {
            for (const QJsonValue &point : series[u"datapoints"_s].toArray()) {
                if (point[0].toInt() == m_graphite->marker)
                    return finish(pass(CheckReason::MarkerSeen, why));
            }
        }
        QTimer::singleShot(std::chrono::milliseconds(300), this, &GraphiteLineCheck::ask);
    }

    const GraphitePtr m_graphite;
    const QString m_given;
    QUrl m_url;
    HttpProbe m_probe;
    QElapsedTimer m_clock;
};

} // namespace

CheckNodes graphiteChecks(const CheckContext &context)
{
    const auto graphite = std::make_shared<Graphite>();
    graphite->address = context.graphite.isEmpty() ? u"127.0.0.1:2003"_s : context.graphite;
    graphite->url = QUrl("tcp://"_L1 + graphite->address.section("://"_L1, -1));
    CheckNodes nodes;
    nodes.push_back({std::make_unique<GraphiteAnswerCheck>(graphite, context.now)});
    nodes.push_back(
        {std::make_unique<GraphiteLineCheck>(graphite, context.graphiteQuery), {CheckId::GraphiteAnswer}});
    return nodes;
}

} // namespace metriscope::net
