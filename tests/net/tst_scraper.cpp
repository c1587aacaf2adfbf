// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/gunzip.h"
#include "netlayer/prometheus/scraper.h"
#include "tests/net/webpeer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QProcess>
#include <QSslKey>
#include <QSslServer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <zlib.h>

#include <functional>

using namespace Qt::StringLiterals;
using namespace metriscope::net;
using namespace metriscope::net::test;

namespace
{

QByteArray gzip(const QByteArray &plain)
{
    z_stream zlib{};
    if (::deflateInit2(&zlib, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("no zlib");
    QByteArray input = plain, packed(qsizetype(::deflateBound(&zlib, uLong(plain.size()))), '\0');
    zlib.next_in = reinterpret_cast<Bytef *>(input.data());
    zlib.avail_in = uInt(input.size());
    zlib.next_out = reinterpret_cast<Bytef *>(packed.data());
    zlib.avail_out = uInt(packed.size());
    ::deflate(&zlib, Z_FINISH);
    packed.truncate(qsizetype(zlib.total_out));
    ::deflateEnd(&zlib);
    return packed;
}

struct Body final : public ScrapeBody {
    QByteArray text;
    std::uint64_t size = 0;
    std::optional<ExpositionFormat> format;
    void begin(ExpositionFormat found) override { format = found; }
    bool bytes(std::string_view chunk) override
    {
        size += chunk.size();
        if (text.size() < 100'000)
            text.append(chunk.data(), qsizetype(chunk.size()));
        return !text.startsWith('<');
    }
};

/// Writes `block` again and again, as fast as it is taken.
void pour(QTcpSocket &socket, const QByteArray &block)
{
    const auto more = [&socket, block] {
        if (socket.bytesToWrite() < 1 << 20)
            socket.write(block);
    };
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
    more();
}

} // namespace

/// One request against peers of every kind, good and bad.
class TestScraper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_network.setProxy(QNetworkProxy::NoProxy); }
    void answers_data();
    void answers();
    void unpacks();
    void endlessBodiesAreCut_data();
    void endlessBodiesAreCut();
    void slowPeersRunOutOfTime_data();
    void slowPeersRunOutOfTime();
    void nobodyThere();
    void overIpv6();
    void followsRedirects();
    void redirectsThatLeadNowhere_data();
    void redirectsThatLeadNowhere();
    void tellsWhoAsks_data();
    void tellsWhoAsks();
    void secretsStayWithTheirHost();
    void safeConnectionsAreVerified();
    void gunzip_data();
    void gunzip();

private:
    ScrapeResult ask(const ScrapeRequest &request)
    {
        m_body = {};
        Scraper scraper(m_network);
        ScrapeResult result;
        bool done = false;
        connect(&scraper, &Scraper::finished, this, [&](const ScrapeResult &answer) {
            result = answer;
            done = true;
        });
        scraper.start(request, m_body);
        if (!QTest::qWaitFor([&] { return done; }, 20'000))
            qFatal("no answer at all");
        return result;
    }

    QNetworkAccessManager m_network;
    Body m_body;
};

void TestScraper::answers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<SourceError>("error");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &answer, SourceError error,
                        const QString &detail = {}, const QByteArray &body = {}) {
        QTest::newRow(name) << answer << error << detail << body;
    };
    using enum SourceError;
    row("plain", webPage("a 1\n"), None, {}, "a 1\n");
    row("empty", webPage({}), None);
    row("M6 no content type", "HTTP/1.0 200 OK\r\n\r\na 1\n", None, {}, "a 1\n");
    row("M10 chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\na 1\n\r\n0\r\n\r\n", None,
        {}, "a 1\n");
    row("M10 gzip", webPage(gzip("a 1\n"), "text/plain", "Content-Encoding: gzip\r\n"), None, {}, "a 1\n");
    row("gzip that is cut", webPage(gzip("a 1\n").chopped(6), "text/plain", "Content-Encoding: gzip\r\n"),
        BadAnswer, u"truncated"_s, "a 1\n");
    row("gzip that is none", webPage("a 1\nb 2\n", "text/plain", "Content-Encoding: gzip\r\n"), BadAnswer,
        u"gzip"_s);
    row("other packing", webPage("a 1\n", "text/plain", "Content-Encoding: br\r\n"), NotMetrics, u"br"_s);
    row("cut by its length", webPage("a 1\nb 2\n").chopped(4), BadAnswer, u"truncated"_s, "a 1\n");
    row("HTML by its type", webPage("<html>", "text/html; charset=utf-8"), NotMetrics,
        u"text/html; charset=utf-8"_s);
    row("HTML by its text", webPage("<html>\n<body>"), NotMetrics, u"<html> <body>"_s, "<html>\n<body>");
    row("JSON", webPage("{}", "application/json"), NotMetrics, u"application/json"_s);
    row("M10 401",
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 2\r\n\r\nno",
        NeedsLogin, u"401 Unauthorized"_s);
    row("403", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", NeedsLogin, u"403 Forbidden"_s);
    row("404", "HTTP/1.0 404 Not Found\r\n\r\n/nope not found", HttpStatus, u"404 Not Found"_s);
    row("500 without a reason", "HTTP/1.1 500\r\nContent-Length: 0\r\n\r\n", HttpStatus, u"500"_s);
    row("204", "HTTP/1.1 204 No Content\r\n\r\n", HttpStatus, u"204 No Content"_s);
    row("closes without an answer", "", NoReply);
}

void TestScraper::answers()
{
    QFETCH(QByteArray, answer);
    QFETCH(SourceError, error);
    QFETCH(QString, detail);
    QFETCH(QByteArray, body);
    WebPeer peer(sends(answer));
    QVERIFY(peer.isReady);
    const ScrapeResult result = ask({peer.url()});
    QCOMPARE(result.error, error);
    QCOMPARE(result.detail, detail);
    QCOMPARE(m_body.text, body);
}

/// Ten megabytes, packed or not, arrive whole; OpenMetrics is told from its type.
void TestScraper::unpacks()
{
    const QByteArray large = QByteArray("metric{label=\"value\"} 12345.678\n").repeated(330'000);
    const QByteArray type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    for (const bool packed : {false, true}) {
        WebPeer peer(
            sends(packed ? webPage(gzip(large), type, "Content-Encoding: gzip\r\n") : webPage(large, type)));
        const ScrapeResult result = ask({peer.url()});
        QCOMPARE(result.error, SourceError::None);
        QCOMPARE(m_body.size, std::uint64_t(large.size()));
        QCOMPARE(m_body.format, std::optional(ExpositionFormat::OpenMetrics));
        QVERIFY(result.wholeByLength);
    }
}

void TestScraper::endlessBodiesAreCut_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("block");
    QTest::newRow("more than a hundred megabytes")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n") << QByteArray(1 << 18, 'x');
    // 80 MB of zeros are some 80 kB
    QTest::newRow("gzip bomb") << webPage(gzip(QByteArray(80 << 20, '0')), "text/plain",
                                          "Content-Encoding: gzip\r\n")
                               << QByteArray();
}

void TestScraper::endlessBodiesAreCut()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, block);
    WebPeer peer([&](QTcpSocket &socket, const QByteArray &) {
        socket.write(head);
        if (!block.isEmpty())
            pour(socket, block);
    });
    const ScrapeResult result = ask({peer.url()});
    QCOMPARE(result.error, SourceError::TooLarge);
    QCOMPARE(result.detail, QString::number(Scraper::MostBytes));
    QVERIFY(m_body.size <= Scraper::MostBytes);
}

void TestScraper::slowPeersRunOutOfTime_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("drip");
    QTest::newRow("accepts and says nothing") << QByteArray() << false;
    QTest::newRow("a head and nothing more")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n") << false;
    QTest::newRow("M10 a byte now and then")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n") << true;
    QTest::newRow("a byte of the head now and then") << QByteArray("HTTP/1.1 200 ") << true;
}

void TestScraper::slowPeersRunOutOfTime()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, drip);
    WebPeer peer([&](QTcpSocket &socket, const QByteArray &) {
        socket.write(head);
        auto *const timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        if (drip)
            timer->start(50);
    });
    ScrapeRequest request{peer.url()};
    request.timeout = Millis(300);
    QElapsedTimer clock;
    clock.start();
    const ScrapeResult result = ask(request);
    QCOMPARE(result.error, SourceError::TimedOut);
    QVERIFY(clock.elapsed() < 5000);
}

void TestScraper::nobodyThere()
{
    QUrl url;
    {
        const WebPeer gone(sends({}));
        url = gone.url();
    }
    QCOMPARE(ask({url}).error, SourceError::Refused);
    QCOMPARE(ask({QUrl(u"http://no-such-host.invalid/metrics"_s)}).error, SourceError::HostNotFound);
}

void TestScraper::overIpv6()
{
    WebPeer peer(sends(webPage("a 1\n")), QHostAddress::LocalHostIPv6);
    if (!peer.isReady)
        QSKIP("this machine has no IPv6");
    QCOMPARE(ask({peer.url()}).error, SourceError::None);
    QCOMPARE(m_body.text, "a 1\n");
}

void TestScraper::followsRedirects()
{
    WebPeer peer([](QTcpSocket &socket, const QByteArray &request) {
        socket.write(request.startsWith("GET /real ")
                         ? webPage("a 1\n")
                         : "HTTP/1.1 301 Moved\r\nLocation: /real\r\nContent-Length: 0\r\n\r\n");
    });
    QCOMPARE(ask({peer.url()}).error, SourceError::None);
    QCOMPARE(m_body.text, "a 1\n");
    QCOMPARE(peer.requests.size(), 2);
}

void TestScraper::redirectsThatLeadNowhere_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<SourceError>("error");
    QTest::newRow("to itself") << QByteArray("/metrics") << SourceError::RedirectLoop;
    QTest::newRow("to a login page") << QByteArray("/accounts/login/?next=/metrics")
                                     << SourceError::NeedsLogin;
    QTest::newRow("to a file") << QByteArray("file:///etc/passwd") << SourceError::HttpStatus;
    QTest::newRow("to nothing") << QByteArray("http://") << SourceError::HttpStatus;
}

void TestScraper::redirectsThatLeadNowhere()
{
    QFETCH(QByteArray, location);
    QFETCH(SourceError, error);
    WebPeer peer(sends("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n"));
    QCOMPARE(ask({peer.url()}).error, error);
    QVERIFY(peer.requests.size() <= Scraper::MostRedirects + 1);
}

void TestScraper::tellsWhoAsks_data()
{
    QTest::addColumn<PollConfig::Login>("login");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("nobody") << PollConfig::Login::None << QByteArray();
    QTest::newRow("basic") << PollConfig::Login::Basic << QByteArray("Basic dMO8cjpzZWNyZXQ="); // tür:secret
    QTest::newRow("bearer") << PollConfig::Login::Bearer << QByteArray("Bearer secret");
}

void TestScraper::tellsWhoAsks()
{
    QFETCH(PollConfig::Login, login);
    QFETCH(QByteArray, header);
    WebPeer peer(sends(webPage("a 1\n")));
    QCOMPARE(ask({peer.url(), login, u"tür"_s, "secret", Millis(5000)}).error, SourceError::None);
    const QByteArray request = peer.requests.value(0);
    QCOMPARE(request.contains("\r\nAuthorization: "), !header.isEmpty());
    QVERIFY(request.contains(header));
    QVERIFY2(
        request.contains("Accept: application/openmetrics-text;version=1.0.0,application/"
                         "openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"),
        request.constData());
    QVERIFY(request.contains("Accept-Encoding: gzip\r\n"));
    QVERIFY(request.contains("X-Prometheus-Scrape-Timeout-Seconds: 5\r\n"));
}

void TestScraper::secretsStayWithTheirHost()
{
    WebPeer other(sends(webPage("a 1\n")));
    WebPeer peer([&](QTcpSocket &socket, const QByteArray &request) {
        socket.write("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " +
                     (request.startsWith("GET /metrics") ? QByteArray("/next") : other.url().toEncoded()) +
                     "\r\n\r\n");
    });
    QCOMPARE(ask({peer.url(), PollConfig::Login::Bearer, {}, "secret", Millis(5000)}).error,
             SourceError::None);
    QCOMPARE(peer.requests.size(), 2);
    QVERIFY(peer.requests[0].contains("secret") && peer.requests[1].contains("secret"));
    QCOMPARE(other.requests.size(), 1);
    QVERIFY(!other.requests[0].contains("Authorization"));
}

/// A certificate that nobody vouches for is refused; one that the system trusts is not.
void TestScraper::safeConnectionsAreVerified()
{
    if (!QSslSocket::supportsSsl() || QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        QSKIP("no TLS in Qt, or no openssl to make a certificate");
    const QTemporaryDir directory;
    const QString key = directory.filePath(u"key"_s), certificate = directory.filePath(u"certificate"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s,
                                 key, u"-out"_s, certificate, u"-days"_s, u"2"_s, u"-subj"_s,
                                 u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s});
    QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
    QFile keyFile(key);
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(certificate);
    QCOMPARE(certificates.size(), 1);
    QSslConfiguration ours = QSslConfiguration::defaultConfiguration();
    ours.setLocalCertificate(certificates.front());
    ours.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(ours);
    WebPeer peer(sends(webPage("a 1\n"), false), QHostAddress::LocalHost, 0, std::move(server));
    QUrl url = peer.url();
    url.setScheme(u"https"_s);

    const ScrapeResult refused = ask({url});
    QCOMPARE(refused.error, SourceError::TlsFailed);
    QVERIFY(!refused.detail.isEmpty());
    QVERIFY(peer.requests.isEmpty()); // nothing was said before the peer was known

    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.addCaCertificates(certificates);
    QSslConfiguration::setDefaultConfiguration(trusting);
    QNetworkAccessManager trusted; // connections are not kept from the other one
    trusted.setProxy(QNetworkProxy::NoProxy);
    Scraper scraper(trusted);
    Body body;
    ScrapeResult result;
    bool done = false;
    connect(&scraper, &Scraper::finished, this, [&](const ScrapeResult &answer) {
        result = answer;
        done = true;
    });
    scraper.start({url}, body);
    QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(result.error, SourceError::None);
    QCOMPARE(body.text, "a 1\n");
}

void TestScraper::gunzip_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("state");
    const QByteArray one = gzip("one\n"), two = gzip("two\n");
    QTest::newRow("whole") << one << QByteArray("one\n") << int(Gunzip::State::Whole);
    QTest::newRow("two parts") << one + two << QByteArray("one\ntwo\n") << int(Gunzip::State::Whole);
    QTest::newRow("cut") << one.chopped(1) << QByteArray("one\n") << int(Gunzip::State::Open);
    QTest::newRow("nothing") << QByteArray() << QByteArray() << int(Gunzip::State::Open);
    QTest::newRow("rubbish") << QByteArray("rubbish") << QByteArray() << int(Gunzip::State::Damaged);
    QTest::newRow("rubbish behind") << one + "rubbish" << QByteArray("one\n") << int(Gunzip::State::Damaged);
    QTest::newRow("too large") << gzip(QByteArray(2000, 'x')) << QByteArray() << int(Gunzip::State::TooLarge);
}

void TestScraper::gunzip()
{
    QFETCH(QByteArray, packed);
    QFETCH(QByteArray, text);
    QFETCH(int, state);
    for (const qsizetype step : {1, 3, 100'000}) {
        Gunzip gunzip(1000);
        QByteArray found;
        for (qsizetype at = 0; at < packed.size(); at += step)
            gunzip.feed({packed.constData() + at, std::size_t(qMin(step, packed.size() - at))},
                        [&](std::string_view more) { found.append(more.data(), qsizetype(more.size())); });
        QCOMPARE(int(gunzip.state()), state);
        QVERIFY(state == int(Gunzip::State::TooLarge) ? found.size() <= 1000 : found == text);
    }
}

QTEST_GUILESS_MAIN(TestScraper)
#include "tst_scraper.moc"
