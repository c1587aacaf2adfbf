// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/collector.h"
#include "netlayer/gstats/zmtppeer.h"
#include "netlayer/packets/tap.h"
#include "tests/net/testsocket.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <sys/socket.h>
#include <sys/time.h>

#include <map>
#include <memory>
#include <string>

using namespace metriscope::net;
using namespace Qt::StringLiterals;

namespace
{

const QString Data = QStringLiteral(METRISCOPE_TEST_DATA "/gstats/");

CollectorConfig anyPorts()
{
    CollectorConfig config;
    config.push = {Endpoint::Kind::Inet, "127.0.0.1", 0};
    config.control = {Endpoint::Kind::Inet, "127.0.0.1", 0};
    return config;
}

std::uint16_t portOf(const QString &address)
{
    return address.mid(address.lastIndexOf(u':') + 1).toUShort();
}

/// What a peer of this kind sends before its first message.
std::string greeting(ZmtpSocket socket)
{
    std::string bytes("\xFF\0\0\0\0\0\0\0\x01\x7F\x03\0NULL", 16);
    bytes.append(48, '\0');
    const std::string_view type = zmtpSocketName(socket);
    std::string ready("\x05READY\x0BSocket-Type\0\0\0", 21);
    ready += static_cast<char>(type.size());
    ready += type;
    return bytes + '\x04' + static_cast<char>(ready.size()) + ready;
}

std::string message(const std::vector<std::string> &frames)
{
    std::string bytes;
    for (std::size_t i = 0; i < frames.size(); ++i)
        appendZmtpFrame(bytes, frames[i], i + 1 < frames.size());
    return bytes;
}

/// Reads until so much has come, the peer has closed or a time is up.
std::string receive(const TestSocket &socket, std::size_t size)
{
    const timeval patience{10, 0};
    ::setsockopt(socket.fd(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    std::string bytes(size, '\0');
    std::size_t got = 0;
    while (got < size) {
        const ssize_t more = ::recv(socket.fd(), bytes.data() + got, size - got, 0);
        if (more <= 0)
            break;
        got += static_cast<std::size_t>(more);
    }
    bytes.resize(got);
    return bytes;
}

bool isClosedByPeer(const TestSocket &socket)
{
    return receive(socket, 1'000'000).size() < 1'000'000 && ::send(socket.fd(), "", 0, MSG_NOSIGNAL) == 0 &&
           ::recv(socket.fd(), nullptr, 0, MSG_DONTWAIT) == 0;
}

} // namespace

class TestGstatsCollector final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { make(anyPorts()); }
    void cleanup() { m_collector.reset(); }

    void recordedSessionIsByteExact();
    void hostile_data();
    void hostile();
    void endlessMessageCostsNoMemory();
    void answersRequests_data();
    void answersRequests();
    void byteByByte();
    void oldZmtp2PeerIsServed();
    void pingIsAnswered();
    void strangersAreTurnedAway_data();
    void strangersAreTurnedAway();
    void connectionsAreLimited();
    void quitOnlyWhereAllowed();
    void takenAddressNamesTheOwner();
    void startsAgain();
    void bringsMetrics();
    void realPeers();
    void gunicorn();
    void lateBurst();
    void tapSeesBothWays();

private:
    void make(const CollectorConfig &config)
    {
        m_collector = std::make_unique<Collector>(config, &m_tap);
        m_collector->start();
        QCOMPARE(m_collector->state(), Source::State::Running);
    }
    [[nodiscard]] TestSocket connected(ZmtpSocket socket)
    {
        auto peer = TestSocket::tcp("127.0.0.1", socket == ZmtpSocket::Push ? push() : control());
        peer.send(greeting(socket));
        const std::size_t answer = socket == ZmtpSocket::Push ? 92 : 91;
        return receive(peer, answer).size() == answer ? std::move(peer) : TestSocket();
    }
    [[nodiscard]] QByteArray ask(const std::string &request)
    {
        const TestSocket peer = connected(ZmtpSocket::Req);
        peer.send(message({"", request}));
        const std::string head = receive(peer, 4); // an empty frame, then the flags and length of another
        if (head.size() < 4)
            return {};
        std::size_t size = static_cast<unsigned char>(head[3]);
        if ((head[2] & 2) != 0) {
            size = 0;
            for (const char c : head.substr(3) + receive(peer, 7))
                size = size << 8 | static_cast<unsigned char>(c);
        }
        return QByteArray::fromStdString(receive(peer, size));
    }
    [[nodiscard]] std::uint16_t push() const { return portOf(m_collector->pushAddress()); }
    [[nodiscard]] std::uint16_t control() const { return portOf(m_collector->controlAddress()); }
    [[nodiscard]] std::uint64_t received() const { return m_collector->counts().received; }
    [[nodiscard]] std::uint64_t rejected() const { return m_collector->counts().rejected; }

    Tap m_tap;
    std::unique_ptr<Collector> m_collector;
};

/// Two captures of a gstats-collectd, its gstatsctl and an application, put together again by their clocks.
void TestGstatsCollector::recordedSessionIsByteExact()
{
    CollectorConfig config = anyPorts();
    config.counting = RequestBook::Counting::Original;
    config.quitAllowed = true;
    make(config);
    QSignalSpy quit(m_collector.get(), &Collector::quitByPeer);

    struct Session {
        bool control = false;
        QByteArray sent, answered;
        bool closedFirst = false; ///< by the collector
    };
    std::multimap<double, Session> sessions;
    for (const bool isControl : {false, true}) {
        QFile file(Data + (isControl ? u"ctl_raw.txt"_s : u"push_raw.txt"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::map<QByteArray, std::multimap<double, Session>::iterator> open;
        while (!file.atEnd()) {
            const QList<QByteArray> words = file.readLine().simplified().split(' ');
            if (words.value(2) == "open") {
                open[words[0]] = sessions.emplace(words[1].toDouble(), Session{isControl, {}, {}});
                continue;
            }
            Session &session = open.at(words[0])->second;
            const bool bySender = words[2] == "C>S";
            if (words[3] == "EOF")
                session.closedFirst = session.closedFirst || !bySender;
            else
                (bySender ? session.sent : session.answered) += QByteArray::fromHex(words[4]);
        }
    }
    QVERIFY(sessions.size() > 15);

    std::uint64_t pushed = 0;
    for (const auto &[time, session] : sessions) {
        const TestSocket peer = TestSocket::tcp("127.0.0.1", session.control ? control() : push());
        QVERIFY(peer.isConnected());
        QVERIFY(peer.send(session.sent.toStdString()));
        const auto answer = receive(peer, std::size_t(session.answered.size()));
        if (session.control) {
            QCOMPARE(QByteArray::fromStdString(answer), session.answered);
        } else { // the capture may end before the whole greeting was sent
            QVERIFY(session.answered.startsWith(QByteArray::fromStdString(answer)));
            ++pushed;
        }
        QTRY_COMPARE(received(), pushed);
    }
    QTRY_COMPARE(quit.count(), 1);
    QCOMPARE(m_collector->state(), Source::State::Stopped);
}

void TestGstatsCollector::hostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("bad"); ///< messages that are counted as such
    QTest::addColumn<bool>("survives");
    const auto row = [](const char *name, const std::string &bytes, int bad, bool survives) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(bytes) << bad << survives;
    };
    row("Z1 one frame", message({"a"}), 1, true);
    row("Z1 three frames", message({"a", "", "x"}), 1, true);
    row("one empty frame", message({""}), 1, true);
    row("a thousand frames", message(std::vector<std::string>(1000, "a")), 1, true);
    row("no number", message({"a", "abc"}), 1, true);
    row("nan", message({"a", "nan"}), 1, true);
    row("a long prefix", message({std::string(600, 'a'), ""}), 1, true);
    row("a longer message", message({std::string(5000, 'a'), ""}), 1, true);
    row("10 MB of prefix", message({std::string(10'000'000, 'a'), "", "1"}), 1, true);
    row("a long number", message({"a", std::string(4000, '1')}), 1, true);
    row("several at once", message({"a"}) + message({"a", "x"}) + message({"a", "1", "2"}), 3, true);
    row("reserved flags", "\x80\x01x", 1, false);
    row("a command within a message", std::string("\x01\x01x\x04\x01y", 6), 1, false);
    row("a command of 5 GB", std::string("\x06\0\0\0\x01\x2A\x05\xF2\0", 9), 1, false);
}

void TestGstatsCollector::hostile()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, bad);
    QFETCH(const bool, survives);
    const TestSocket peer = connected(ZmtpSocket::Push);
    QVERIFY(peer.send(bytes.toStdString()));
    QTRY_COMPARE(int(rejected()), bad);
    if (survives) // the same connection goes on
        QVERIFY(peer.send(message({"good", "7"})));
    else
        QVERIFY(isClosedByPeer(peer));
    QTRY_COMPARE(m_collector->counts().items, std::uint64_t(survives ? 1 : 0));
    const TestSocket other = connected(ZmtpSocket::Push);
    QVERIFY(other.send(message({"good", "8"})));
    QTRY_COMPARE(m_collector->counts().items, std::uint64_t(survives ? 2 : 1));
    QCOMPARE(ask("RTIMES"),
             survives ? QByteArray("{\"good\": [7.0, 8.0]}") : QByteArray("{\"good\": [8.0]}"));
}

void TestGstatsCollector::endlessMessageCostsNoMemory()
{
    const TestSocket peer = connected(ZmtpSocket::Push);
    const auto before = m_collector->counts().bytes;
    std::string frames;
    for (int i = 0; i < 100'000; ++i)
        appendZmtpFrame(frames, "abcdefgh", true); // more follows, for ever
    QFile status(u"/proc/self/statm"_s);
    const auto resident = [&] {
        status.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        const qint64 pages = status.readAll().split(' ').value(1).toLongLong();
        status.close();
        return pages * 4096;
    };
    const qint64 atFirst = resident();
    for (int i = 0; i < 50; ++i)
        QVERIFY(peer.send(frames));
    QTRY_COMPARE(m_collector->counts().bytes - before, frames.size() * 50);
    QVERIFY2(resident() - atFirst < 20'000'000, "50 MB of an unfinished message are kept");
    QVERIFY(peer.send(message({"end"}) + message({"a", "1"})));
    QTRY_COMPARE(m_collector->counts().items, std::uint64_t{1});
    QCOMPARE(rejected(), std::uint64_t{1});
}

void TestGstatsCollector::answersRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("reply");
    QTest::addRow("Z3 STATS") << QByteArray("STATS") << QByteArray("{}");
    QTest::addRow("Z4 RTIMES") << QByteArray("RTIMES") << QByteArray("{}");
    QTest::addRow("Z4 RESET") << QByteArray("RESET") << QByteArray("null");
    QTest::addRow("Z4 lower case") << QByteArray("stats") << QByteArray("ERROR");
    QTest::addRow("unknown") << QByteArray("BOGUS") << QByteArray("ERROR");
    QTest::addRow("empty") << QByteArray() << QByteArray("ERROR");
    QTest::addRow("a blank behind") << QByteArray("STATS ") << QByteArray("ERROR");
    QTest::addRow("QUIT is not allowed") << QByteArray("QUIT") << QByteArray("ERROR");
}

void TestGstatsCollector::answersRequests()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, reply);
    QCOMPARE(ask(request.toStdString()), reply);
    QCOMPARE(ask("STATS"), QByteArray("{}"));
}

void TestGstatsCollector::byteByByte()
{
    const TestSocket peer = TestSocket::tcp("127.0.0.1", push());
    for (const char c : greeting(ZmtpSocket::Push) + message({"slow", "12"}) + message({"slow", ""}))
        QVERIFY(peer.send({&c, 1}));
    QTRY_COMPARE(m_collector->counts().items, std::uint64_t{2});
    const TestSocket asker = connected(ZmtpSocket::Req);
    const std::string two = message({"", "RTIMES"}) + message({"way", "back", "", "RESET"});
    for (const char c : two)
        QVERIFY(asker.send({&c, 1}));
    const std::string replies = message({"", R"({"slow": [12.0]})"}) + message({"way", "back", "", "null"});
    QCOMPARE(receive(asker, replies.size()), replies);
}

void TestGstatsCollector::oldZmtp2PeerIsServed()
{
    const TestSocket peer = TestSocket::tcp("127.0.0.1", push());
    peer.send(std::string("\xFF\0\0\0\0\0\0\0\x01\x7F\x01\x08\0\0", 14) + message({"old", "3"}));
    // signature, revision, then in the way of 2.0: type PULL, no identity
    QCOMPARE(receive(peer, 14), std::string("\xFF\0\0\0\0\0\0\0\x01\x7F\x03\x07\0\0", 14));
    QTRY_COMPARE(m_collector->counts().items, std::uint64_t{1});
}

void TestGstatsCollector::pingIsAnswered()
{
    const TestSocket peer = connected(ZmtpSocket::Push);
    peer.send(std::string("\x04\x09\x04PING\0\x0Axy", 11));
    QCOMPARE(receive(peer, 9), std::string("\x04\x07\x04PONGxy"));
}

void TestGstatsCollector::strangersAreTurnedAway_data()
{
    QTest::addColumn<QByteArray>("bytes");
    std::string curve = greeting(ZmtpSocket::Push);
    curve.replace(12, 5, "CURVE");
    QTest::addRow("HTTP") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::addRow("statsd") << QByteArray("requests:1|c\n");
    QTest::addRow("ZMTP 1.0") << QByteArray("\x01\0\x04\x01"
                                            "abc",
                                            7);
    QTest::addRow("CURVE") << QByteArray::fromStdString(curve);
    QTest::addRow("a socket that subscribes") << QByteArray::fromStdString(greeting(ZmtpSocket::Sub));
    QTest::addRow("a socket that asks") << QByteArray::fromStdString(greeting(ZmtpSocket::Req));
    QTest::addRow("noise") << QByteArray("\xFF\x01\x02\x03\x04\x05\x06\x07\x08\x00zzzz", 14);
}

void TestGstatsCollector::strangersAreTurnedAway()
{
    QFETCH(const QByteArray, bytes);
    const TestSocket peer = TestSocket::tcp("127.0.0.1", push());
    QVERIFY(peer.send(bytes.toStdString()));
    QVERIFY(isClosedByPeer(peer));
    QTRY_COMPARE(rejected(), std::uint64_t{1});
    QCOMPARE(m_collector->counts().items, std::uint64_t{0});
}

void TestGstatsCollector::connectionsAreLimited()
{
    CollectorConfig config = anyPorts();
    config.maxConnections = 3;
    make(config);
    TestSocket first = connected(ZmtpSocket::Push), second = connected(ZmtpSocket::Push);
    const TestSocket third = connected(ZmtpSocket::Req);
    QVERIFY(third.isConnected());
    const TestSocket refused = TestSocket::tcp("127.0.0.1", push());
    QVERIFY(isClosedByPeer(refused));
    QCOMPARE(rejected(), std::uint64_t{1});
    first.close();
    QTRY_VERIFY(connected(ZmtpSocket::Push).isConnected());
}

void TestGstatsCollector::quitOnlyWhereAllowed()
{
    QSignalSpy refused(m_collector.get(), &Collector::quitByPeer);
    QCOMPARE(ask("QUIT"), QByteArray("ERROR"));
    QCOMPARE(m_collector->state(), Source::State::Running);
    QCOMPARE(refused.count(), 0);

    CollectorConfig config = anyPorts();
    config.quitAllowed = true;
    make(config);
    QSignalSpy quit(m_collector.get(), &Collector::quitByPeer);
    QCOMPARE(ask("QUIT"), QByteArray()); // never an answer
    QTRY_COMPARE(quit.count(), 1);
    QCOMPARE(m_collector->state(), Source::State::Stopped);
    m_collector->start();
    QCOMPARE(m_collector->state(), Source::State::Running);
}

void TestGstatsCollector::takenAddressNamesTheOwner()
{
    CollectorConfig config = anyPorts();
    config.control.port = control();
    Collector second(config, nullptr);
    QSignalSpy states(&second, &Source::stateChanged);
    second.start();
    QCOMPARE(second.state(), Source::State::Failed);
    QCOMPARE(states.count(), 2); // Starting, Failed
    QCOMPARE(states[1][1].value<SourceError>(), SourceError::AddressInUse);
    QVERIFY(states[1][2].toString().startsWith("tst_gstatscolle"_L1));
    QCOMPARE(second.address(), m_collector->controlAddress());
}

void TestGstatsCollector::startsAgain()
{
    CollectorConfig config = anyPorts();
    config.push.port = push();
    config.control.port = control();
    connected(ZmtpSocket::Push).send(message({"a", "5"}));
    QTRY_COMPARE(m_collector->counts().items, std::uint64_t{1});
    m_collector->stop();
    QCOMPARE(m_collector->state(), Source::State::Stopped);
    m_collector->configure(config);
    m_collector->start();
    QCOMPARE(m_collector->state(), Source::State::Running);
    QCOMPARE(ask("RTIMES"), QByteArray("{\"a\": [5.0]}")); // what was counted is still known
    m_collector->reset();
    QCOMPARE(ask("RTIMES"), QByteArray("{}"));
}

void TestGstatsCollector::bringsMetrics()
{
    const TestSocket peer = connected(ZmtpSocket::Push);
    peer.send(message({"a", ""}) + message({"a", ""}) + message({"a", "12"}) + message({"b", "7"}) +
              message({"b\nc", ""}) + message({"\xFF", ""}));
    QTRY_COMPARE(m_collector->counts().items, std::uint64_t{6});
    QCOMPARE(m_collector->counts().applications, 4U);
    const auto bank = m_collector->banks()->flip(nullptr);
    std::map<std::string, double> values;
    const auto nameOf = [&](LocalId id) { return std::string(bank->newNames.at(id).name); };
    for (const CounterCell &cell : bank->counters)
        values[nameOf(cell.metric)] = cell.up;
    for (const GaugeCell &cell : bank->gauges)
        values[nameOf(cell.metric)] = cell.value;
    for (const TimerCell &cell : bank->timers)
        values[nameOf(cell.metric)] = cell.sum;
    const std::map<std::string, double> expected{
        {"a.started", 2},     {"a.finished", 1},   {"a.time", 12},       {"a.in_flight", 1},
        {"b.finished", 1},    {"b.time", 7},       {"b.in_flight", -1},  {"b_c.started", 1},
        {"b_c.in_flight", 1}, {"\xFF.started", 1}, {"\xFF.in_flight", 1}};
    QCOMPARE(values, expected);
    QCOMPARE(ask("RESET"), QByteArray("null"));
    const auto after = m_collector->banks()->flip(nullptr);
    QVERIFY(after->counters.empty());
    QCOMPARE(after->gauges.size(), std::size_t{4});
    for (const GaugeCell &cell : after->gauges)
        QCOMPARE(cell.value, 0.0);
}

/// libzmq itself on the other side: hooks as applications have them, a control program, the munin plug-ins.
void TestGstatsCollector::realPeers()
{
    QProcess peer;
    peer.start(u"/usr/bin/python3"_s,
               {Data + u"peers.py"_s, m_collector->pushAddress(), m_collector->controlAddress()});
    QVERIFY(peer.waitForFinished(60'000));
    const QByteArray said = peer.readAllStandardOutput();
    QVERIFY2(peer.exitCode() == 0, (said + peer.readAllStandardError()).constData());
    QFile expected(Data + u"peers.out"_s);
    QVERIFY(expected.open(QIODevice::ReadOnly));
    QCOMPARE(said, expected.readAll());
}

/// A real one with the hooks; requests under a millisecond are requests that ended.
void TestGstatsCollector::gunicorn()
{
    QTcpServer place;
    QVERIFY(place.listen(QHostAddress::LocalHost));
    const quint16 port = place.serverPort();
    place.close();
    QProcess server;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GSTATS_ADDR"_s, m_collector->pushAddress());
    environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
    server.setProcessEnvironment(environment);
    server.start(u"/usr/bin/python3"_s, {u"-m"_s, u"gunicorn"_s, u"--chdir"_s, Data + u"gunicorn"_s, u"-c"_s,
                                         Data + u"gunicorn/gunicorn.conf.py"_s, u"--threads"_s, u"4"_s,
                                         u"-b"_s, u"127.0.0.1:%1"_s.arg(port), u"shop:app"_s});
    QVERIFY(server.waitForStarted());
    int served = 0;
    const auto get = [port, &served](const char *path) {
        const TestSocket socket = TestSocket::tcp("127.0.0.1", port);
        const bool good = socket.isConnected() &&
                          socket.send("GET " + std::string(path) + " HTTP/1.0\r\n\r\n") &&
                          receive(socket, 100'000).ends_with("ok");
        served += good ? 1 : 0;
        return good;
    };
    QTRY_VERIFY_WITH_TIMEOUT(get("/0"), 30'000);
    for (int i = 0; i < 4; ++i)
        QVERIFY(get(i % 2 == 0 ? "/0" : "/30"));
    QTRY_COMPARE(m_collector->counts().items, std::uint64_t(served) * 2);
    server.terminate();
    QVERIFY(server.waitForFinished(20'000));
    const QByteArray stats = ask("STATS");
    const QByteArray number = QByteArray::number(served);
    const QByteArray counted = "{\"shop\": {\"started\": " + number + ", \"finished\": " + number + ", ";
    QVERIFY2(stats.startsWith(counted), stats.constData());
}

void TestGstatsCollector::lateBurst()
{
    CollectorConfig config = anyPorts();
    config.push.port = push();
    config.control.port = control();
    m_collector->stop(); // applications go on pushing
    QProcess peer;
    peer.start(u"/usr/bin/python3"_s,
               {Data + u"burst.py"_s, u"tcp://127.0.0.1:%1"_s.arg(config.push.port), u"500"_s});
    QVERIFY(peer.waitForReadyRead(20'000)); // all are queued there
    m_collector->configure(config);
    m_collector->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_collector->counts().items, std::uint64_t{1000}, 20'000);
    QVERIFY(ask("STATS").startsWith(
        "{\"late\": {\"started\": 500, \"finished\": 500, \"processing_time\": {\"avg\": 9.0"));
    QTRY_COMPARE_WITH_TIMEOUT(peer.state(), QProcess::NotRunning, 20'000);
}

void TestGstatsCollector::tapSeesBothWays()
{
    m_tap.setOn(true);
    connected(ZmtpSocket::Push).send(message({"my_app", "14"}));
    QTRY_COMPARE(m_collector->counts().items, std::uint64_t{1});
    QCOMPARE(ask("RESET"), QByteArray("null"));
    const std::vector<Packet> seen = m_tap.take();
    m_tap.setOn(false);
    QCOMPARE(seen.size(), std::size_t{3});
    const auto bytesOf = [](const Packet &packet) {
        return std::string(packet.bytes.begin(), packet.bytes.end());
    };
    QCOMPARE(bytesOf(seen[0]), std::string("\x01\x06my_app\0\x02"
                                           "14",
                                           12));
    QCOMPARE(seen[0].protocol, PacketProtocol::Zmq);
    QCOMPARE(seen[0].destination.port, push());
    QCOMPARE(bytesOf(seen[1]), std::string("\x01\0\0\x05RESET", 9));
    QCOMPARE(bytesOf(seen[2]), std::string("\x01\0\0\x04null", 8));
    QCOMPARE(seen[2].source.port, control());
}

QTEST_GUILESS_MAIN(TestGstatsCollector)
#include "tst_gstatscollector.moc"
