// SPDX-License-Identifier: GPL-3.0-or-later
// The istats monitor, asked and offered, against Python's own XML-RPC.
#include "netlayer/engine/tick.h"
#include "netlayer/istats/monitorclient.h"
#include "netlayer/istats/monitorserver.h"
#include "netlayer/series/registry.h"
#include "netlayer/sockets/tcplistener.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <map>

using namespace metriscope::net;
using namespace Qt::StringLiterals;
using State = Source::State;

namespace
{

const QString Python = u"/usr/bin/python3"_s;

PollConfig at(const QString &address)
{
    PollConfig config;
    config.kind = SourceKind::Istats;
    config.address = address;
    config.interval = Millis{100};
    config.timeout = Millis{3000};
    return config;
}

/// Python's server with a pystatsd's answer.
class Peer
{
public:
    bool start()
    {
        m_process.start(Python, {QStringLiteral(METRISCOPE_TEST_DATA "/istats/pystatsd_monitor.py")});
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        return m_process.waitForStarted() && (m_port = line().toInt()) > 0;
    }
    ~Peer()
    {
        m_process.write("exit\n");
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }
    void tell(const QByteArray &command)
    {
        m_process.write(command + "\n");
        QCOMPARE(line(), QByteArray("ok"));
    }
    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1"_s.arg(m_port); }

private:
    /// A whole one, without its end; it may come in pieces.
    QByteArray line()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) {
        }
        return m_process.readLine().trimmed();
    }

    QProcess m_process;
    int m_port = 0;
};

/// Answers every connection with the same bytes, or with none; keeps what was asked.
class Raw : public QTcpServer
{
public:
    explicit Raw(const QByteArray &answer, bool close = true)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, answer, close] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, answer, close] {
                asked += socket->readAll();
                if (!asked.contains("</methodCall>"))
                    return;
                socket->write(answer);
                socket->setProperty("answered", true);
                if (close)
                    socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1"_s.arg(serverPort()); }
    QByteArray asked;
};

QByteArray http(const QByteArray &body, const QByteArray &type = "text/xml")
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

QByteArray recorded(const char *name)
{
    QFile file(QStringLiteral(METRISCOPE_TEST_DATA "/istats/%1.http").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What came out of a feed, by name.
struct Totals {
    std::map<std::string, double> counted, level;
    void add(Bank &bank, std::vector<NewName> &names)
    {
        names.insert(names.end(), bank.newNames.begin(), bank.newNames.end());
        for (const CounterCell &cell : bank.counters)
            counted[std::string(names[cell.metric].name)] += cell.up;
        for (const GaugeCell &cell : bank.gauges)
            level[std::string(names[cell.metric].name)] = cell.value;
    }
};

} // namespace

class TestMonitor final : public QObject
{
    Q_OBJECT

private:
    NetThread m_thread;

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(Python))
            QSKIP("no Python");
    }

    void readsAnAnswer()
    {
        const MonitorReading reading = readMonitorValues(
            R"({"start_time": 1795177910.5, "metrics.discarded": 6, "new": {"a": [1]}, "flush_errors": NaN})");
        QVERIFY(reading.whole);
        QCOMPARE(reading.damaged, 1U);
        QCOMPARE(reading.values[std::size_t(MonitorField::StartTime)].value_or(0), 1795177910.5);
        QCOMPARE(reading.values[std::size_t(MonitorField::MetricsDiscarded)].value_or(0), 6.0);
        QVERIFY(!reading.values[std::size_t(MonitorField::FlushErrors)].has_value());
        for (const char *damaged : {"", "[]", "3", "{\"a\": 1", "{\"a\": 1} x", "<p>"})
            QVERIFY2(!readMonitorValues(damaged).whole, damaged);
    }

    void asksARealServerAndFollowsIt()
    {
        Peer peer;
        QVERIFY(peer.start());
        MonitorClient client(at(peer.url()), 0, m_thread);
        QSignalSpy states(&client, &Source::stateChanged);
        client.start();
        QTRY_COMPARE(client.state(), State::Running);
        QCOMPARE(states.size(), 2); // Starting, Running
        // absent before the first flush
        QVERIFY(!client.latest()[std::size_t(MonitorField::FlushDuration)].has_value());
        QCOMPARE(client.latest()[std::size_t(MonitorField::PendingStats)].value_or(0), 17.0);
        peer.tell("set flush_duration 0.25");
        QTRY_COMPARE(client.latest()[std::size_t(MonitorField::FlushDuration)].value_or(0), 0.25);
        peer.tell("garbage");
        QTRY_COMPARE(client.state(), State::Failed);
        QCOMPARE(states.last().at(1).value<SourceError>(), SourceError::BadAnswer);
        peer.tell("garbage");
        QTRY_COMPARE(client.state(), State::Running);
        const SourceCounts counts = client.counts();
        QVERIFY(counts.polls > counts.failedPolls && counts.failedPolls > 0 && counts.lastPoll > 0);
        client.stop();
        QCOMPARE(client.state(), State::Stopped);
    }

    void countsThatAreForgottenEveryMinuteGoOn()
    {
        Peer peer;
        QVERIFY(peer.start());
        peer.tell("set publish_error.socket 5");
        MonitorClient client(at(peer.url()), 0, m_thread);
        client.start();
        QTRY_COMPARE(client.state(), State::Running);
        const auto polls = [&] { return client.counts().polls; };
        const auto nextPoll = [&] { return polls() + 2; }; // one may be on its way
        peer.tell("set publish_error.socket 7");
        for (auto until = nextPoll(); polls() < until;)
            QTest::qWait(10);
        peer.tell("set publish_error.socket 0"); // the minute is over
        for (auto until = nextPoll(); polls() < until;)
            QTest::qWait(10);
        peer.tell("set publish_error.socket 3");
        Totals totals;
        std::vector<NewName> names;
        std::unique_ptr<Bank> spare = std::make_unique<Bank>();
        const auto collect = [&] {
            if (auto bank = client.banks()->flip(std::move(spare))) {
                totals.add(*bank, names);
                bank->clear();
                spare = std::move(bank);
            } else {
                spare = std::make_unique<Bank>();
            }
            return totals.counted["istats.publish_error.socket"];
        };
        // 2 before it was forgotten and 3 after; the 5 from before anybody asked belong to no moment
        QTRY_VERIFY(std::abs(collect() - 5) < 1e-6);
        QCOMPARE(totals.level["istats.pending_stats"], 17.0);
        QVERIFY(totals.level["istats.uptime"] >= 0);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<SourceError>("error");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &answer, SourceError error,
                            const QString &detail = {}) {
            QTest::addRow("%s", name) << answer << error << detail;
        };
        row("X1 unknown method, in HTTP 200", recorded("fault-nope"), SourceError::PeerFault,
            u"8001 procedure nope not found"_s);
        row("X1 wrong arguments, in HTTP 200", recorded("fault-argument"), SourceError::PeerFault,
            u"8002 error"_s);
        row("another kind of page", http("<!DOCTYPE html><html></html>", "text/html"),
            SourceError::NotMetrics, u"text/html"_s);
        row("no XML", http("OK", ""), SourceError::NotMetrics, u"OK"_s);
        row("cut short", http("<?xml version='1.0'?><methodResponse>"), SourceError::BadAnswer,
            u"XML, byte 37"_s);
        row("deep", http(QByteArray("<a>").repeated(1000)), SourceError::BadAnswer);
        row("not found", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", SourceError::HttpStatus,
            u"404 Not Found"_s);
        row("login", "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", SourceError::NeedsLogin);
        row("elsewhere", "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
            SourceError::HttpStatus);
        row("nothing", "", SourceError::NoReply);
        row("too much", http(QByteArray(2 << 20, ' ')), SourceError::TooLarge);
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, answer);
        QFETCH(SourceError, error);
        QFETCH(QString, detail);
        Raw peer(answer);
        MonitorClient client(at(peer.url()), 0, m_thread);
        QSignalSpy states(&client, &Source::stateChanged);
        client.start();
        QTRY_COMPARE(client.state(), State::Failed);
        QCOMPARE(states.at(1).at(1).value<SourceError>(), error);
        if (!detail.isEmpty())
            QCOMPARE(states.at(1).at(2).toString(), detail);
        QVERIFY(peer.asked.startsWith("POST /RPC2 HTTP/1.1\r\n"));
        client.stop();
        QCOMPARE(states.last().at(0).value<State>(), State::Stopped);
    }

    void waitsForNobody_data()
    {
        QTest::addColumn<QByteArray>("drop");
        QTest::addRow("says nothing") << QByteArray();
        QTest::addRow("a byte of the body now and then") << QByteArray("x");
    }
    void waitsForNobody()
    {
        QFETCH(QByteArray, drop);
        Raw slow(drop.isEmpty() ? QByteArray() : http(QByteArray(1000, ' ')).chopped(1000), false);
        QTimer drip;
        connect(&drip, &QTimer::timeout, &slow, [&] {
            for (QTcpSocket *socket : slow.findChildren<QTcpSocket *>()) {
                if (socket->property("answered").toBool())
                    socket->write(drop);
            }
        });
        drip.start(20);
        auto config = at(slow.url());
        config.timeout = Millis{150};
        MonitorClient client(config, 0, m_thread);
        QSignalSpy states(&client, &Source::stateChanged);
        client.start();
        QTRY_COMPARE(client.state(), State::Failed);
        QCOMPARE(states.at(1).at(1).value<SourceError>(), SourceError::TimedOut);
        QTRY_VERIFY(client.counts().failedPolls >= 3); // and goes on
        QCOMPARE(states.size(), 2);                    // but tells it once
    }

    void nobodyListens()
    {
        quint16 port = 0;
        {
            QTcpServer gone;
            QVERIFY(gone.listen(QHostAddress::LocalHost));
            port = gone.serverPort();
        }
        MonitorClient client(at(u"http://127.0.0.1:%1"_s.arg(port)), 0, m_thread);
        QSignalSpy states(&client, &Source::stateChanged);
        client.start();
        QTRY_COMPARE(client.state(), State::Failed);
        QCOMPARE(states.at(1).at(1).value<SourceError>(), SourceError::Refused);
    }

    // ---- offered by the console

    void answersPythonAsAPystatsdDoes()
    {
        MonitorServer server(m_thread);
        QCOMPARE(server.address(), QString());
        server.setEndpoint({Endpoint::Kind::Inet, "127.0.0.1", 0});
        server.start();
        QCOMPARE(server.state(), State::Running);
        Registry registry(10);
        Tick tick;
        tick.time = Time{Millis{1'795'177'910'000}};
        tick.statsd.packets = 12;
        tick.statsd.rejected = 3;
        tick.self.foldTime = Millis{2};
        server.take(tick, registry);
        QProcess python;
        python.start(Python, {u"-c"_s, uR"(
import sys, json, xmlrpc.client
p = xmlrpc.client.ServerProxy(sys.argv[1])
print(p.istats())
for call in (lambda: p.nope(), lambda: p.istats(1), lambda: p.system.listMethods()):
    try: call()
    except xmlrpc.client.Fault as f: print(f.faultCode, f.faultString)
)"_s,
                              u"http://"_s + server.address()});
        QTRY_VERIFY_WITH_TIMEOUT(python.state() == QProcess::NotRunning, 20'000);
        const QList<QByteArray> lines = python.readAllStandardOutput().split('\n');
        QVERIFY2(lines.size() >= 4, python.readAllStandardError().constData());
        const QJsonObject values = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(values.size(), static_cast<qsizetype>(MonitorFieldCount));
        QCOMPARE(values[u"metrics.discarded"_s].toInt(), 3);
        QCOMPARE(values[u"metrics.batch.count"_s].toInt(), 12);
        QCOMPARE(values[u"flush_duration"_s].toDouble(), 0.002);
        QCOMPARE(values[u"last_publish.time"_s].toDouble(), 1795177910.0);
        QCOMPARE(lines[1], QByteArray("8001 procedure nope not found"));
        QCOMPARE(lines[2], QByteArray("8002 error"));
        QCOMPARE(lines[3], QByteArray("8001 no such subHandler system"));
        QCOMPARE(server.counts().items, 1U);
        QCOMPARE(server.counts().rejected, 3U);
    }

    void theSameKeysAsRecorded()
    {
        MonitorServer server(m_thread);
        server.setEndpoint({Endpoint::Kind::Inet, "127.0.0.1", 0});
        server.start();
        Tick tick;
        server.take(tick, Registry(1));
        MonitorClient client(at(u"http://"_s + server.address()), 0, m_thread);
        client.start();
        QTRY_COMPARE(client.state(), State::Running);
        const MonitorValues ours = client.latest();
        for (std::size_t i = 0; i < MonitorFieldCount; ++i)
            QVERIFY2(ours[i].has_value(), monitorField(static_cast<MonitorField>(i)).key.data());
    }

    void methodsAndPaths_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const QByteArray call = "<methodCall><methodName>istats</methodName></methodCall>";
        const QByteArray post = " HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nContent-Length: " +
                                QByteArray::number(call.size()) + "\r\n\r\n" + call;
        QTest::addRow("any path") << "POST /any/path" + post << QByteArray("HTTP/1.1 200 ");
        QTest::addRow("root") << "POST /" + post << QByteArray("HTTP/1.1 200 ");
        QTest::addRow("GET") << QByteArray("GET /RPC2 HTTP/1.1\r\nHost: a\r\n\r\n")
                             << QByteArray("HTTP/1.1 405 ");
        QTest::addRow("no XML") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi")
                                << QByteArray("HTTP/1.1 200 ");
        QTest::addRow("no HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("HTTP/1.1 400 ");
        QTest::addRow("large") << QByteArray(
                                      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n")
                               << QByteArray("HTTP/1.1 413 ");
        QTest::addRow("recorded") << recorded("call-istats") << QByteArray("HTTP/1.1 200 ");
    }
    void methodsAndPaths()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        MonitorServer server(m_thread);
        server.setEndpoint({Endpoint::Kind::Inet, "127.0.0.1", 0});
        server.start();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server.endpoint().port);
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.write(request);
        QByteArray answer;
        QTRY_VERIFY((answer += socket.readAll()).contains("\r\n\r\n"));
        QVERIFY2(answer.startsWith(status), answer.constData());
    }

    void aTakenPortNamesItsOwner()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        MonitorServer server(m_thread);
        QSignalSpy states(&server, &Source::stateChanged);
        server.setEndpoint({Endpoint::Kind::Inet, "127.0.0.1", other.serverPort()});
        server.start();
        QCOMPARE(server.state(), State::Failed);
        QCOMPARE(states.last().at(1).value<SourceError>(), SourceError::AddressInUse);
        QVERIFY(states.last().at(2).toString().contains(QString::number(QCoreApplication::applicationPid())));
        other.close();
        server.start();
        QCOMPARE(server.state(), State::Running);
        server.stop();
        server.start(); // the same port, at once
        QCOMPARE(server.state(), State::Running);
    }
};

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
