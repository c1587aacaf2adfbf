// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/netthread.h"
#include "netlayer/gstats/gstatshttp.h"
#include "tests/net/gstatspolled.h"
#include "tests/net/webpeer.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace metriscope::net;
using namespace metriscope::net::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestGstatsHttp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_source.reset(); }

    void statusPage_data();
    void statusPage();
    void endlessPageIsCutOff();
    void countsWhatIsNew();

private:
    GstatsHttp &started(const WebPeer &peer, Millis interval, Millis timeout)
    {
        m_source = std::make_unique<GstatsHttp>(pollOf(peer.url(u"/_status"_s).toString(), interval, timeout),
                                                1, m_net);
        connect(m_source.get(), &Source::stateChanged, this,
                [this](Source::State, SourceError error, const QString &detail) {
                    m_error = error;
                    m_detail = detail;
                });
        m_source->start();
        return *m_source;
    }

    NetThread m_net;
    std::unique_ptr<GstatsHttp> m_source;
    SourceError m_error = SourceError::None;
    QString m_detail;
};

void TestGstatsHttp::statusPage_data()
{
    QTest::addColumn<QByteArray>("answer"); ///< empty: none ever
    QTest::addColumn<SourceError>("error");
    QTest::addColumn<QString>("detail");
    const QByteArray stats =
        "{\"my_app\": {\"started\": 1, \"finished\": 1, \"processing_time\": {\"avg\": 12.0, \"std\": 0.0}}}";
    QTest::addRow("Z6 chunked, no content type")
        << QByteArray("HTTP/1.1 200 OK\r\nServer: gunicorn\r\nConnection: close\r\nTransfer-Encoding: "
                      "chunked\r\n\r\n57\r\n" +
                      stats + "\r\n0\r\n\r\n")
        << SourceError::None << QString();
    QTest::addRow("HTTP 1.0, ends with the connection")
        << QByteArray("HTTP/1.0 200 OK\r\nServer: gunicorn\r\nConnection: close\r\n\r\n" + stats)
        << SourceError::None << QString();
    QTest::addRow("Z6 403")
        << QByteArray(
               "HTTP/1.1 403 Forbidden\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n"
               "You are not allowed to see this!\r\n0\r\n\r\n")
        << SourceError::PeerFault << u"403 Forbidden"_s;
    QTest::addRow("Z6 404")
        << QByteArray("HTTP/1.1 404 Not Found\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nF\r\n"
                      "/nope not found\r\n0\r\n\r\n")
        << SourceError::HttpStatus << u"404 Not Found"_s;
    QTest::addRow("Z6 500")
        << QByteArray("HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\nContent-Type: text/html\r\n"
                      "Content-Length: 6\r\n\r\n<html>")
        << SourceError::HttpStatus << u"500 Internal Server Error"_s;
    QTest::addRow("HTML") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n<html>hi</html>")
                          << SourceError::NotMetrics << u"<html>hi</html>"_s;
    QTest::addRow("truncated") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + stats.left(60))
                               << SourceError::BadAnswer << QString::fromLatin1(stats.mid(30, 30));
    QTest::addRow("never answers") << QByteArray() << SourceError::TimedOut << QString();
}

void TestGstatsHttp::statusPage()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const SourceError, error);
    QFETCH(const QString, detail);
    const WebPeer peer(sends(answer, !answer.isEmpty()));
    const Source &source = started(peer, 100ms, 400ms);
    QTRY_VERIFY(source.state() != Source::State::Starting);
    QCOMPARE(m_error, error);
    if (!detail.isEmpty())
        QCOMPARE(m_detail, detail);
    if (error != SourceError::None)
        return;
    Gathered got(*m_source);
    got.flip();
    QCOMPARE(got.gauges.at("my_app.time.avg"), 12.0);
    // where single times are never told, no chart may wait for them
    QVERIFY(std::ranges::find(got.names, "my_app.time") == got.names.end());
    QCOMPARE(source.counts().applications, 1U);
}

void TestGstatsHttp::endlessPageIsCutOff()
{
    constexpr qint64 Limit = 8 << 20, KernelBuffers = 16 << 20;
    qint64 written = 0;
    const WebPeer peer([&](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n{\"a\": [");
        writeWithoutEnd(socket, QByteArray(1 << 20, '1'), written);
    });
    (void)started(peer, 1h, 20s);
    QTRY_COMPARE_WITH_TIMEOUT(m_error, SourceError::TooLarge, 15'000);
    QCOMPARE(m_detail, QString::number(Limit));
    QVERIFY2(written < Limit + KernelBuffers, qPrintable(QString::number(written)));
}

void TestGstatsHttp::countsWhatIsNew()
{
    int finished = 10;
    WebPeer peer([&finished](QTcpSocket &socket, const QByteArray &request) {
        QVERIFY(request.startsWith("GET /_status HTTP/1.1\r\n"));
        socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"a\": {\"started\": 10, \"finished\": " +
                     QByteArray::number(finished) + "}}");
        socket.disconnectFromHost();
    });
    GstatsHttp &source = started(peer, 100ms, 5s);
    QTRY_COMPARE(source.state(), Source::State::Running);
    finished = 13;
    Gathered got(source);
    QTRY_COMPARE(got.counter("a.finished"), 3.0);
    source.stop();
    QCOMPARE(source.state(), Source::State::Stopped);
}

QTEST_GUILESS_MAIN(TestGstatsHttp)
#include "tst_gstatshttp.moc"
