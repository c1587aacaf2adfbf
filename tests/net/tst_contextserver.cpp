// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/httpclient.h"

#include "netlayer/contexts/contextserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <set>

using namespace metriscope::net;
using namespace std::chrono_literals;
using Shape = Registration::Shape;

Q_DECLARE_METATYPE(metriscope::net::Registration::Shape)

namespace
{

/// JSON with single quotes for double ones.
std::string json(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    return text;
}

const std::string Valid =
    json("{'info': {'url': {'9e9be264d609c0e1a535693ba4c389aa': '/auth/login'}, 'controller': "
         "{'2e07220ffe49e620e324f44fac4b106d': {'url': '/auth'}}}, 'timestamp': 1795177511, 'identity': "
         "{'version': 'v1', 'region': 'tatar', 'client': 'bars', 'product': 'test', 'instance': 'test'}}");

QByteArray recorded(const char *name)
{
    QFile file(QStringLiteral(METRISCOPE_TEST_DATA "/m3/register_%1.http").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The context server by raw sockets: what real clients sent, and what nobody should.
class ContextServerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = {};
        m_config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0}};
        begin();
    }
    void cleanup() { m_server.reset(); }

    void recordedClients_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<int>("controllers");
        QTest::addColumn<int>("urls");
        QTest::newRow("current") << Shape::Current << 2 << 4;
        QTest::newRow("python3") << Shape::Current << 1 << 1; // User-Agent before Content-Type
        QTest::newRow("02b9db2d") << Shape::Controllers << 2 << 0;
        QTest::newRow("8d9fd850") << Shape::Controllers << 2 << 0;
        QTest::newRow("22b1bd04") << Shape::ControllerList << 2 << 0;
        QTest::newRow("52715093") << Shape::ControllerList << 2 << 0;
    }
    void recordedClients()
    {
        const QByteArray bytes = recorded(QTest::currentDataTag());
        QVERIFY(!bytes.isEmpty());
        QSignalSpy spy(m_server.get(), &ContextServer::registered);
        const QByteArray answer = ask(bytes.toStdString());
        QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer.constData());
        QVERIFY2(answer.contains("\r\nContent-Length: "), answer.constData());
        QVERIFY2(answer.contains("\r\nConnection: close\r\n"), answer.constData());
        QTRY_COMPARE(spy.size(), 1);
        const auto registration = spy.first().first().value<RegistrationPtr>();
        QTEST(registration->shape, "shape");
        QTEST(static_cast<int>(registration->controllers.size()), "controllers");
        QTEST(static_cast<int>(registration->urls.size()), "urls");
        QCOMPARE(registration->identity.name(), std::string("v1.tatar.bars.test.test"));
        QVERIFY(registration->identity.isComplete());
        const auto *auth = registration->controller(*md5FromHex("2e07220ffe49e620e324f44fac4b106d"));
        QVERIFY(auth);
        QCOMPARE(*auth, std::string("/auth"));
        QVERIFY(registration->sent > 1795177000);
    }

    void splitSends()
    {
        QSignalSpy spy(m_server.get(), &ContextServer::registered);
        const std::string bytes = recorded("current").toStdString();
        const TestSocket socket = TestSocket::tcp("127.0.0.1", port());
        for (std::size_t at = 0; at < bytes.size(); at += 7) {
            QVERIFY(socket.send(std::string_view(bytes).substr(at, 7)));
            if (at % 70 == 0)
                QTest::qWait(1);
        }
        QVERIFY(allThatComes(socket).startsWith("HTTP/1.1 200"));
        QTRY_COMPARE(spy.size(), 1);
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("contains");
        const auto row = [](const char *name, const std::string &request, const char *status,
                            const char *contains = "Content-Length: ") {
            QTest::newRow(name) << QByteArray::fromStdString(request) << QByteArray(status)
                                << QByteArray::fromStdString(json(contains));
        };
        const auto post = [](std::string_view body) {
            return httpRequest("POST /register", json(std::string(body)));
        };
        row("HTTP 1.0",
            "POST /register HTTP/1.0\r\nContent-Length: " + std::to_string(Valid.size()) + "\r\n\r\n" + Valid,
            "200");
        row("keep-alive is closed", httpRequest("POST /register", Valid, "Connection: keep-alive\r\n"), "200",
            "Connection: close");
        row("short prefix: parts missing", post("{'info':{'controller':{}},'identity':{'version':'v1'}}"),
            "200");
        row("unknown fields", post("{'info':{'controller':{},'more':1},'identity':{},'extra':[]}"), "200");
        row("no body", httpRequest("POST /register"), "400", "{'at':0,'error':'not-json'}");
        row("no length", "POST /register HTTP/1.1\r\nHost: x\r\n\r\n", "400");
        row("bad JSON", post("{\"info\": nonsense}"), "400", "not-json");
        row("truncated JSON", post(Valid.substr(0, Valid.size() - 3)), "400", "not-json");
        row("invalid UTF-8",
            post("{\"info\":{\"controller\":{\"2e07220ffe49e620e324f44fac4b106d\":{\"url\":\"/"
                 "\xFF\xFE\"}}},\"identity\":{}}"),
            "400", "not-json");
        row("deep nesting", post(std::string(100'000, '[')), "400", "not-json");
        row("an array", post("[]"), "400", "wrong-type");
        row("no info", post("{'identity':{}}"), "400", "missing-field");
        row("no identity", post("{'info':{'controller':{}}}"), "400", "'where':'identity'");
        row("info is text", post("{'info':'x','identity':{}}"), "400", "wrong-type");
        row("identity part is a number", post("{'info':{'controller':{}},'identity':{'client':7}}"), "400",
            "identity.client");
        row("controller is a number", post("{'info':{'controller':7},'identity':{}}"), "400",
            "info.controller");
        row("list of numbers", post("{'info':{'controller':[1,2]},'identity':{}}"), "400", "wrong-type");
        row("url of a controller is null",
            post("{'info':{'controller':{'2e07220ffe49e620e324f44fac4b106d':{'url':null}}},'identity':{}}"),
            "400", "wrong-type");
        row("key is no md5", post("{'info':{'controller':{},'url':{'zz':'/x'}},'identity':{}}"), "400",
            "not-md5");
        row("32 digits, one not hexadecimal",
            post("{'info':{'url':{'2e07220ffe49e620e324f44fac4b106g':'/x'}},'identity':{}}"), "400",
            "not-md5");
        row("endless part of an identity",
            post("{'info':{'url':{}},'identity':{'client':'" + std::string(5000, 'x') + "'}}"), "400",
            "too-long");
        row("another path", httpRequest("POST /registered", Valid), "404");
        row("root", httpRequest("GET /"), "404");
        row("GET", httpRequest("GET /register"), "405", "Allow: POST");
        row("PUT", httpRequest("PUT /register", Valid), "405", "Allow: POST");
        row("DELETE", httpRequest("DELETE /register"), "405");
        row("OPTIONS", httpRequest("OPTIONS /register"), "405");
        row("an invented method", httpRequest("BREW /register"), "405");
        row("above 8 MiB", "POST /register HTTP/1.1\r\nContent-Length: 8388609\r\n\r\n", "413");
        row("a length beyond all numbers",
            "POST /register HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n", "413");
        row("a negative length", "POST /register HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "400");
        row("two lengths", "POST /register HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
            "400");
        row("chunked", "POST /register HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "411");
        row("an endless head", "POST /register HTTP/1.1\r\nX: " + std::string(20'000, 'x'), "431");
        row("HTTP 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505");
        row("statsd", "requests.total:1|c\n", "400");
        row("TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), "400");
        row("no header", "POST /register HTTP/1.1\r\nno colon here\r\n\r\n", "400");
    }
    void answers()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, contains);
        QElapsedTimer timer;
        timer.start();
        const QByteArray answer = ask(request.toStdString());
        QVERIFY2(timer.elapsed() < 1500, "answered and closed at once");
        QTEST(answer.mid(9, 3), "status");
        QVERIFY2(answer.startsWith("HTTP/1.1 ") && answer.contains(contains), answer.constData());
        QVERIFY2(answer.contains("Content-Length: "), answer.constData());
        // and the next one is served
        QVERIFY(ask(httpRequest("POST /register", Valid)).startsWith("HTTP/1.1 200"));
    }

    void expectContinue()
    {
        const TestSocket socket = TestSocket::tcp("127.0.0.1", port());
        const std::string request = httpRequest("POST /register", Valid, "Expect: 100-continue\r\n");
        const std::size_t head = request.find("\r\n\r\n") + 4;
        QVERIFY(socket.send(std::string_view(request).substr(0, head)));
        char buffer[64] = {};
        QVERIFY(::recv(socket.fd(), buffer, 25, MSG_WAITALL) == 25);
        QCOMPARE(QByteArray(buffer), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        QVERIFY(socket.send(std::string_view(request).substr(head)));
        QVERIFY(allThatComes(socket).startsWith("HTTP/1.1 200"));
    }

    /// The client sends all of a body that is too large before it reads: the answer must still reach it.
    void tooLargeIsTold()
    {
        const TestSocket socket = TestSocket::tcp("127.0.0.1", port());
        const std::string body(10U << 20U, ' ');
        QVERIFY(socket.send(httpRequest("POST /register", body)));
        QVERIFY(allThatComes(socket).startsWith("HTTP/1.1 413"));
        QCOMPARE(m_server->counts().rejected, std::uint64_t{1});
    }

    void eightMebibytes()
    {
        std::string body = Valid;
        body.resize(8U << 20U, ' ');
        QVERIFY(ask(httpRequest("POST /register", body)).startsWith("HTTP/1.1 200"));
    }

    void hundredThousandUrls()
    {
        std::string body = json("{'identity':{'version':'v1'},'info':{'controller':{},'url':{");
        char entry[96];
        for (unsigned i = 0; i < 100'000; ++i) {
            std::snprintf(entry, sizeof entry, "%s\"%032x\":\"/u/%u\"", i ? "," : "", i, i);
            body += entry;
        }
        body += "}}}";
        QSignalSpy spy(m_server.get(), &ContextServer::registered);
        QVERIFY(ask(httpRequest("POST /register", body)).startsWith("HTTP/1.1 200"));
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().value<RegistrationPtr>()->urls.size(), std::size_t{100'000});
    }

    void longUrlsAreLeftOutAndCounted()
    {
        QSignalSpy spy(m_server.get(), &ContextServer::registered);
        const std::string body =
            json("{'identity':{},'info':{'url':{'2e07220ffe49e620e324f44fac4b106d':'/" +
                 std::string(Registration::MaxUrl, 'x') + "','9e9be264d609c0e1a535693ba4c389aa':'/ok'}}}");
        QVERIFY(ask(httpRequest("POST /register", body)).contains("\"leftOut\":1"));
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().value<RegistrationPtr>()->urls.size(), std::size_t{1});
    }

    void halfSentIsClosedAndHoldsNobodyUp()
    {
        m_config.limits.whole = 600ms;
        begin();
        const TestSocket slow = TestSocket::tcp("127.0.0.1", port());
        QVERIFY(slow.send("POST /register HTTP/1.1\r\nContent-Length: 500\r\n\r\n{\"info\""));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(ask(httpRequest("POST /register", Valid)).startsWith("HTTP/1.1 200"));
        QVERIFY(timer.elapsed() < 500);
        QVERIFY(allThatComes(slow, 5).startsWith("HTTP/1.1 408"));
        QVERIFY(timer.elapsed() < 4000);
    }

    /// More clients than there is room for, each a byte at a time: a real one still gets its answer at once.
    void thousandSlowConnections()
    {
        std::vector<TestSocket> slow;
        for (int i = 0; i < 900; ++i) {
            slow.push_back(TestSocket::tcp("127.0.0.1", port()));
            if (!slow.back().isConnected())
                break;
            slow.back().send("P");
        }
        if (slow.size() < 500)
            QSKIP("this machine gives too few descriptors");
        for (int round = 0; round < 3; ++round) {
            for (const TestSocket &each : slow)
                each.send("O");
            QElapsedTimer timer;
            timer.start();
            QVERIFY(ask(httpRequest("POST /register", Valid)).startsWith("HTTP/1.1 200"));
            QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        }
        QVERIFY(m_server->counts().rejected >= slow.size() - m_config.limits.connections);
    }

    void restartTakesTheSamePort()
    {
        const std::uint16_t before = port();
        m_config.endpoints.front().port = before;
        m_server->configure(m_config);
        for (int i = 0; i < 20; ++i) {
            m_server->stop();
            QCOMPARE(m_server->state(), Source::State::Stopped);
            m_server->start();
            QCOMPARE(m_server->state(), Source::State::Running);
            QCOMPARE(port(), before);
        }
        QVERIFY(ask(httpRequest("POST /register", Valid)).startsWith("HTTP/1.1 200"));
    }

    void takenPortNamesItsOwner()
    {
        ContextServer second(m_thread, {{{Endpoint::Kind::Inet, "127.0.0.1", port()}}, {}});
        QSignalSpy spy(&second, &Source::stateChanged);
        second.start();
        QCOMPARE(second.state(), Source::State::Failed);
        QCOMPARE(spy.last().at(1).value<SourceError>(), SourceError::AddressInUse);
        QVERIFY(spy.last().at(2).toString().contains(QString::number(QCoreApplication::applicationPid())));
    }

    void tapSeesTheRequest()
    {
        Tap tap;
        NetThread thread;
        ContextServer tapped(thread, m_config, nullptr, &tap);
        tapped.start();
        const std::uint16_t at = tapped.endpoints().front().port;
        const std::string request = httpRequest("POST /register", Valid);
        for (const bool on : {false, true}) {
            tap.setOn(on);
            const TestSocket socket = TestSocket::tcp("127.0.0.1", at);
            QVERIFY(socket.send(request));
            QVERIFY(allThatComes(socket).startsWith("HTTP/1.1 200"));
        }
        const std::vector<Packet> packets = tap.take();
        QCOMPARE(packets.size(), std::size_t{1});
        QCOMPARE(packets.front().protocol, PacketProtocol::Http);
        QCOMPARE(packets.front().destination.text(), "127.0.0.1:" + std::to_string(at));
        QCOMPARE(std::string(packets.front().bytes.begin(), packets.front().bytes.end()), request);
    }

    void countsRequests()
    {
        QVERIFY(ask(httpRequest("POST /register", Valid)).startsWith("HTTP/1.1 200"));
        QVERIFY(ask(httpRequest("POST /register", "x")).startsWith("HTTP/1.1 400"));
        QVERIFY(ask(httpRequest("GET /nowhere")).startsWith("HTTP/1.1 404"));
        const SourceCounts counts = m_server->counts();
        QCOMPARE(counts.received, std::uint64_t{3});
        QCOMPARE(counts.items, std::uint64_t{1});
        QCOMPARE(counts.rejected, std::uint64_t{1});
        QVERIFY(counts.bytes > Valid.size());
    }

private:
    void begin()
    {
        m_server = std::make_unique<ContextServer>(m_thread, m_config);
        m_server->start();
        QCOMPARE(m_server->state(), Source::State::Running);
    }
    [[nodiscard]] std::uint16_t port() const { return m_server->endpoints().front().port; }
    [[nodiscard]] QByteArray ask(const std::string &request) const
    {
        const TestSocket socket = TestSocket::tcp("127.0.0.1", port());
        return socket.send(request) ? allThatComes(socket) : QByteArray("could not send");
    }

    NetThread m_thread;
    ContextServer::Config m_config;
    std::unique_ptr<ContextServer> m_server;
};

QTEST_GUILESS_MAIN(ContextServerTest)
#include "tst_contextserver.moc"
