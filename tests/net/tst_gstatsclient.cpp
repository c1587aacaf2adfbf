// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/gstatsclient.h"
#include "netlayer/gstats/zmqthread.h"
#include "netlayer/gstats/zmtppeer.h"
#include "netlayer/packets/tap.h"
#include "tests/net/gstatspolled.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <string>

using namespace metriscope::net;
using namespace metriscope::net::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const QString Data = QStringLiteral(METRISCOPE_TEST_DATA "/gstats/");

/// A collector of another process, see collectd.py.
class Collectd final
{
public:
    explicit Collectd(const QString &mode = u"normal"_s)
    {
        process.start(u"/usr/bin/python3"_s, {Data + u"collectd.py"_s, mode});
        address = QString::fromLatin1(line());
    }
    ~Collectd()
    {
        if (process.state() == QProcess::Running)
            end();
    }
    bool tell(const QByteArray &command)
    {
        process.write(command + '\n');
        return line() == "done";
    }
    bool end()
    {
        process.write("exit\n");
        return process.waitForFinished(10'000);
    }

    QProcess process;
    QString address;

private:
    QByteArray line()
    {
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(20'000))
                return process.readAllStandardError();
        }
        return process.readLine().trimmed();
    }
};

/// Listens and does with each connection what the test says.
class Server final
{
public:
    explicit Server(std::function<void(QTcpSocket &)> serve)
    {
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this, serve] {
            while (QTcpSocket *socket = server.nextPendingConnection()) {
                ++connections;
                serve(*socket);
            }
        });
    }
    [[nodiscard]] QString address() const { return u"tcp://127.0.0.1:%1"_s.arg(server.serverPort()); }

    QTcpServer server;
    int connections = 0;
};

std::function<void(QTcpSocket &)> answering(const QByteArray &bytes, bool close = true)
{
    return [bytes, close](QTcpSocket &socket) {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&socket, bytes, close] {
            socket.readAll();
            socket.write(bytes);
            if (close)
                socket.disconnectFromHost();
        });
    };
}

const auto Silent = [](QTcpSocket &) {};

/// Shakes hands as a REP socket does, and gives the first question to `answer`.
std::function<void(QTcpSocket &)> answeringRequests(std::function<void(QTcpSocket &)> answer)
{
    return [answer](QTcpSocket &socket) {
        struct Talk {
            std::string in, out;
            ZmtpPeer peer{ZmtpSocket::Rep, out};
        };
        const auto talk = std::make_shared<Talk>();
        socket.write(QByteArray::fromStdString(std::exchange(talk->out, {})));
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&socket, talk, answer] {
            talk->in += socket.readAll().toStdString();
            talk->in.erase(0, talk->peer.take(talk->in, talk->out, [&](const ZmtpPeer::Message &) {
                answer(socket);
                return false;
            }));
            socket.write(QByteArray::fromStdString(std::exchange(talk->out, {})));
        });
    };
}

} // namespace

class TestGstatsClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_zmq = std::make_unique<ZmqThread>(); }
    void cleanup()
    {
        m_source.reset();
        m_zmq.reset();
    }

    void peersShakeHands();
    void pollsWhatIsNew();
    void resetIsNoSpike();
    void resetCommand();
    void quitCommand();
    void badAnswers_data();
    void badAnswers();
    void otherPrefixesSurvive();
    void troubles_data();
    void troubles();
    void strangeReplies_data();
    void strangeReplies();
    void endlessRepliesAreCutOff_data();
    void endlessRepliesAreCutOff();
    void recovers();
    void silentPeerHoldsUpNobody();
    void startIsAnsweredOnceAndStopEndsIt();
    void tapSeesBothWays();

private:
    GstatsClient &client(const PollConfig &config)
    {
        auto made = std::make_unique<GstatsClient>(config, 1, *m_zmq, &m_tap);
        GstatsClient &source = *made;
        m_source = std::move(made);
        return source;
    }
    Source &started(const PollConfig &config)
    {
        client(config);
        connect(m_source.get(), &Source::stateChanged, this,
                [this](Source::State, SourceError error, const QString &detail) {
                    m_error = error;
                    m_detail = detail;
                });
        m_source->start();
        return *m_source;
    }
    [[nodiscard]] bool polled(int times)
    {
        const auto before = m_source->counts().polls;
        return QTest::qWaitFor([&] { return m_source->counts().polls >= before + std::uint64_t(times); },
                               20'000);
    }

    Tap m_tap;
    std::unique_ptr<ZmqThread> m_zmq;
    std::unique_ptr<Source> m_source;
    SourceError m_error = SourceError::None;
    QString m_detail;
};

/// Each may wait for the other at any byte.
void TestGstatsClient::peersShakeHands()
{
    std::string toServer, toClient;
    ZmtpPeer clientPeer(ZmtpSocket::Req, toServer), server(ZmtpSocket::Rep, toClient);
    std::string client, served;
    int messages = 0;
    const auto sink = [&](const ZmtpPeer::Message &) { return ++messages > 0; };
    for (int i = 0; i < 200 && !(clientPeer.isOpen() && server.isOpen()); ++i) {
        if (!toServer.empty()) {
            served += toServer.front();
            toServer.erase(0, 1);
            served.erase(0, server.take(served, toClient, sink));
        }
        if (!toClient.empty()) {
            client += toClient.front();
            toClient.erase(0, 1);
            client.erase(0, clientPeer.take(client, toServer, sink));
        }
    }
    QVERIFY(clientPeer.isOpen() && server.isOpen());
    QCOMPARE(clientPeer.socket(), ZmtpSocket::Rep);
    QCOMPARE(server.socket(), ZmtpSocket::Req);
    QCOMPARE(messages, 0);
}

void TestGstatsClient::pollsWhatIsNew()
{
    Collectd peer;
    QVERIFY(peer.tell("push my_app - - 14 - 26"));
    Source &source = started(pollOf(peer.address));
    QTRY_COMPARE(source.state(), Source::State::Running);
    QVERIFY(polled(2));
    Gathered got(source);
    QCOMPARE(got.counter("my_app.finished"), 0.0); // what was counted before we asked is no news
    QVERIFY(got.timer("my_app.time").empty());
    QCOMPARE(got.gauges.at("my_app.time.avg"), 20.0);
    QCOMPARE(got.gauges.at("my_app.time.std"), 6.0);
    QCOMPARE(got.gauges.at("my_app.in_flight"), 1.0);

    QVERIFY(peer.tell("push my_app - 5 - 5 - 5"));
    QVERIFY(peer.tell("push other - 7"));
    QTRY_COMPARE(got.counter("my_app.finished"), 3.0);
    QTRY_COMPARE(got.counter("my_app.started"), 3.0);
    QTRY_COMPARE(got.counter("other.finished"), 1.0);
    QTRY_COMPARE(got.timer("my_app.time"), std::vector<double>(3, 5.0));
    QVERIFY(peer.tell("expire 4"));
    QVERIFY(peer.tell("push my_app 5 5 8"));
    QTRY_COMPARE(got.timer("my_app.time"), (std::vector<double>{5, 5, 5, 5, 5, 8}));
    QCOMPARE(got.timer("other.time"), std::vector<double>{7});
    QCOMPARE(source.counts().applications, 2U);
    QCOMPARE(source.counts().failedPolls, std::uint64_t{0});
}

void TestGstatsClient::resetIsNoSpike()
{
    Collectd peer;
    QVERIFY(peer.tell("push a - - - - 1 2 3"));
    Source &source = started(pollOf(peer.address));
    QVERIFY(polled(2));
    QVERIFY(peer.tell("reset"));
    QVERIFY(polled(2));
    Gathered got(source);
    got.flip();
    QCOMPARE(got.gauges.at("a.in_flight"), 0.0);
    QVERIFY(peer.tell("push a 9 9")); // two that had started before the reset
    QTRY_COMPARE(got.counter("a.finished"), 2.0);
    QCOMPARE(got.counter("a.started"), 0.0);
    QTRY_COMPARE(got.timer("a.time"), std::vector<double>(2, 9.0));
    QCOMPARE(got.gauges.at("a.in_flight"), -2.0); // as gstatsctl has it; the signal is clipped
}

void TestGstatsClient::resetCommand()
{
    Collectd peer;
    QVERIFY(peer.tell("push a - 5"));
    GstatsClient &source = client(pollOf(peer.address, 1h));
    QSignalSpy done(&source, &GstatsClient::commandDone);
    source.start();
    QTRY_COMPARE(source.state(), Source::State::Running);
    source.command(GstatsCommand::Reset);
    QTRY_COMPARE(done.count(), 1);
    QCOMPARE(done[0][0].value<GstatsCommand>(), GstatsCommand::Reset);
    QCOMPARE(done[0][1].value<SourceError>(), SourceError::None);
    QTRY_COMPARE(source.counts().applications, 0U); // it asks at once
    QVERIFY(peer.tell("answer RESET ERROR"));
    source.command(GstatsCommand::Reset);
    QTRY_COMPARE(done.count(), 2);
    QCOMPARE(done[1][1].value<SourceError>(), SourceError::PeerFault);
}

void TestGstatsClient::quitCommand()
{
    Collectd peer;
    GstatsClient &source = client(pollOf(peer.address, 100ms));
    QSignalSpy done(&source, &GstatsClient::commandDone);
    source.start();
    QTRY_COMPARE(source.state(), Source::State::Running);
    source.command(GstatsCommand::Quit);
    QTRY_COMPARE(done.count(), 1);
    QCOMPARE(done[0][1].value<SourceError>(), SourceError::None);
    QTRY_COMPARE(peer.process.state(), QProcess::NotRunning);
    QTRY_COMPARE(source.state(), Source::State::Failed); // and goes on asking

    Collectd other;
    QVERIFY(other.tell("answer QUIT ERROR"));
    GstatsClient &refused = client(pollOf(other.address));
    QSignalSpy answer(&refused, &GstatsClient::commandDone);
    refused.start();
    QTRY_COMPARE(refused.state(), Source::State::Running);
    refused.command(GstatsCommand::Quit);
    QTRY_COMPARE(answer.count(), 1);
    QCOMPARE(answer[0][1].value<SourceError>(), SourceError::PeerFault);
}

void TestGstatsClient::badAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<SourceError>("error");
    QTest::addRow("Z4 ERROR") << QByteArray("ERROR") << SourceError::PeerFault;
    QTest::addRow("HTML") << QByteArray("<html>no</html>") << SourceError::NotMetrics;
    QTest::addRow("cut short") << QByteArray("{\"a\": {\"started\": 1}, \"b") << SourceError::BadAnswer;
    QTest::addRow("null") << QByteArray("null") << SourceError::None;
    QTest::addRow("{}") << QByteArray("{}") << SourceError::None;
}

void TestGstatsClient::badAnswers()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const SourceError, error);
    Collectd peer;
    QVERIFY(peer.tell("answer STATS " + answer));
    Source &source = started(pollOf(peer.address));
    QTRY_VERIFY(source.state() != Source::State::Starting);
    QCOMPARE(m_error, error);
    QVERIFY(peer.tell("answer STATS -"));
    QTRY_COMPARE(source.state(), Source::State::Running);
}

void TestGstatsClient::otherPrefixesSurvive()
{
    Collectd peer;
    QVERIFY(peer.tell(
        "answer STATS {\"a\": {\"started\": 2, \"finished\": 1, \"processing_time\": {\"avg\": NaN, "
        "\"std\": Infinity}}, \"b\": {\"started\": 1, \"finished\": 1, \"processing_time\": "
        "{\"avg\": 3.5, \"std\": 0.5}}}"));
    QVERIFY(peer.tell("answer RTIMES {\"a\": [NaN], \"b\": [3.5]}"));
    Source &source = started(pollOf(peer.address));
    QTRY_COMPARE(source.state(), Source::State::Running);
    QVERIFY(polled(1));
    Gathered got(source);
    got.flip();
    QCOMPARE(got.gauges.at("b.time.avg"), 3.5);
    QCOMPARE(got.gauges.at("a.in_flight"), 1.0);
    QVERIFY(!got.gauges.contains("a.time.avg"));
    QVERIFY(source.counts().rejected >= 3);
}

void TestGstatsClient::troubles_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<SourceError>("error");
    QTest::addColumn<QString>("detail");
    QTest::addRow("nobody listens") << u"closed"_s << SourceError::Refused << QString();
    QTest::addRow("the socket that applications push to")
        << u"pull"_s << SourceError::WrongSocket << u"PULL"_s;
    QTest::addRow("never answers") << u"silent"_s << SourceError::TimedOut << QString();
    QTest::addRow("accepts and says nothing") << u"mute"_s << SourceError::TimedOut << QString();
    QTest::addRow("hangs up") << u"hangup"_s << SourceError::NotZmq << QString();
    QTest::addRow("HTTP") << u"http"_s << SourceError::NotZmq << QString();
    QTest::addRow("talks first") << u"banner"_s << SourceError::NotZmq << QString();
    QTest::addRow("no address") << u"nonsense"_s << SourceError::AddressInvalid << QString();
    QTest::addRow("no such host") << u"nohost"_s << SourceError::HostNotFound << QString();
}

void TestGstatsClient::troubles()
{
    QFETCH(const QString, what);
    QFETCH(const SourceError, error);
    QFETCH(const QString, detail);
    std::unique_ptr<Collectd> peer;
    std::unique_ptr<Server> server;
    QString address = u"tcp://127.0.0.1"_s;
    if (what == u"pull"_s || what == u"silent"_s)
        peer = std::make_unique<Collectd>(what);
    else if (what == u"mute"_s)
        server = std::make_unique<Server>(Silent);
    else if (what == u"hangup"_s)
        server = std::make_unique<Server>([](QTcpSocket &socket) { socket.disconnectFromHost(); });
    else if (what == u"http"_s)
        server = std::make_unique<Server>(answering("HTTP/1.1 400 Bad Request\r\n\r\n"));
    else if (what == u"banner"_s)
        server = std::make_unique<Server>([](QTcpSocket &socket) { socket.write("220 mail\r\n"); });
    else if (what == u"nohost"_s)
        address = u"tcp://nobody.invalid:2345"_s;
    else if (what == u"closed"_s) {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        address = u"tcp://127.0.0.1:%1"_s.arg(taken.serverPort());
    }
    if (peer)
        address = peer->address;
    if (server)
        address = server->address();
    Source &source = started(pollOf(address, 100ms, 300ms));
    QTRY_COMPARE_WITH_TIMEOUT(source.state(), Source::State::Failed, 15'000);
    QCOMPARE(m_error, error);
    QCOMPARE(m_detail, detail);
}

void TestGstatsClient::strangeReplies_data()
{
    QTest::addColumn<QByteArray>("frames");
    QTest::addColumn<SourceError>("error");
    QTest::addColumn<QString>("detail");
    QTest::addRow("no empty frame first")
        << QByteArray("\0\2{}", 4) << SourceError::BadAnswer << QString::fromLatin1("\0\2{}", 4);
    QTest::addRow("nothing but the empty frame")
        << QByteArray("\0\0", 2) << SourceError::BadAnswer << QString::fromLatin1("\0\0", 2);
    QTest::addRow("frames after the answer")
        << QByteArray("\1\0\1\2{}\1\1x\0\1y", 12) << SourceError::None << QString();
    QTest::addRow("17 frames") << QByteArray("\1\0", 2).repeated(16) + QByteArray("\0\0", 2)
                               << SourceError::TooLarge << u"16777216"_s;
    QTest::addRow("reserved flags") << QByteArray("\x80\0", 2) << SourceError::NotZmq << QString();
    QTest::addRow("hangs up") << QByteArray() << SourceError::NoReply << QString();
}

void TestGstatsClient::strangeReplies()
{
    QFETCH(const QByteArray, frames);
    QFETCH(const SourceError, error);
    QFETCH(const QString, detail);
    const Server server(answeringRequests([frames](QTcpSocket &socket) {
        if (frames.isEmpty())
            socket.disconnectFromHost();
        socket.write(frames);
    }));
    const Source &source = started(pollOf(server.address(), 100ms, 10s));
    QTRY_VERIFY(source.state() != Source::State::Starting);
    QCOMPARE(m_error, error);
    QCOMPARE(m_detail, detail);
}

void TestGstatsClient::endlessRepliesAreCutOff_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<QByteArray>("more");
    const QByteArray megabyte(1 << 20, 'x');
    QTest::addRow("one frame") << QByteArray("\1\0\2\0\0\1\0\0\0\0\0", 11) << megabyte;
    QTest::addRow("frame after frame")
        << QByteArray("\1\0", 2) << QByteArray("\3\0\0\0\0\0\x10\0\0", 9) + megabyte;
}

void TestGstatsClient::endlessRepliesAreCutOff()
{
    QFETCH(const QByteArray, beginning);
    QFETCH(const QByteArray, more);
    constexpr qint64 Limit = 16 << 20, KernelBuffers = 16 << 20;
    qint64 written = 0;
    const Server server(answeringRequests([&](QTcpSocket &socket) {
        socket.write(beginning);
        writeWithoutEnd(socket, more, written);
    }));
    (void)started(pollOf(server.address(), 1h, 20s));
    QTRY_COMPARE_WITH_TIMEOUT(m_error, SourceError::TooLarge, 15'000);
    QCOMPARE(m_detail, QString::number(Limit));
    QVERIFY2(written < Limit + KernelBuffers, qPrintable(QString::number(written)));
}

void TestGstatsClient::recovers()
{
    QTcpServer place;
    QVERIFY(place.listen(QHostAddress::LocalHost));
    const quint16 port = place.serverPort();
    place.close();
    Source &source = started(pollOf(u"tcp://127.0.0.1:%1"_s.arg(port), 50ms, 300ms));
    QSignalSpy states(&source, &Source::stateChanged);
    QTRY_COMPARE(source.state(), Source::State::Failed);
    QVERIFY(polled(3));
    QCOMPARE(states.count(), 1); // told once
    QVERIFY(place.listen(QHostAddress::LocalHost, port));
    QTRY_COMPARE(m_error, SourceError::TimedOut); // another trouble
    place.close();
    QTRY_COMPARE(m_error, SourceError::Refused);
}

void TestGstatsClient::silentPeerHoldsUpNobody()
{
    Collectd silent(u"silent"_s), good;
    GstatsClient slow(pollOf(silent.address, 50ms, 10s), 2, *m_zmq, nullptr);
    slow.start();
    Source &source = started(pollOf(good.address, 50ms));
    QTRY_COMPARE(source.state(), Source::State::Running);
    QVERIFY(polled(5));
    QCOMPARE(slow.state(), Source::State::Starting);
    slow.stop(); // waits for nothing, either
    QCOMPARE(slow.state(), Source::State::Stopped);
}

void TestGstatsClient::startIsAnsweredOnceAndStopEndsIt()
{
    Collectd peer;
    GstatsClient &source = client(pollOf(peer.address));
    QSignalSpy states(&source, &Source::stateChanged);
    source.start();
    source.start();
    QTRY_COMPARE(source.state(), Source::State::Running);
    QVERIFY(polled(3));
    QCOMPARE(states.count(), 2); // Starting, Running
    source.stop();
    QCOMPARE(states.count(), 3);
    QVERIFY(peer.tell("push a - 5"));
    source.start();
    QTRY_COMPARE(source.state(), Source::State::Running);
    Gathered got(source);
    QCOMPARE(got.counter("a.finished"), 0.0); // nobody knows when that was
    source.setInterval(1h);
    const auto before = source.counts().polls;
    source.pollNow(); // or the one that is under way, which may be done the next moment
    QTRY_VERIFY(source.counts().polls > before);
}

void TestGstatsClient::tapSeesBothWays()
{
    m_tap.setOn(true);
    Collectd peer;
    Source &source = started(pollOf(peer.address, 1h));
    QTRY_COMPARE(source.state(), Source::State::Running);
    const std::vector<Packet> seen = m_tap.take();
    m_tap.setOn(false);
    QCOMPARE(seen.size(), std::size_t{4});
    QCOMPARE(std::string(seen[0].bytes.begin(), seen[0].bytes.end()), std::string("\x01\0\0\x05STATS", 9));
    QCOMPARE(std::string(seen[1].bytes.begin(), seen[1].bytes.end()), std::string("\x01\0\0\x02{}", 6));
    QCOMPARE(seen[1].source.text(), peer.address.mid(6).toStdString());
    QCOMPARE(seen[0].source.text(), seen[1].destination.text());
    QVERIFY(seen[0].source.text().starts_with("127.0.0.1:"));
}

QTEST_GUILESS_MAIN(TestGstatsClient)
#include "tst_gstatsclient.moc"
