// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/checkfixture.h"

#include <QByteArrayList>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using metriscope::net::CheckContext;
using metriscope::net::CheckId;
using metriscope::net::CheckKind;

namespace
{

constexpr auto Prefix = "v1.tatar.bars.test.instance_test";

CheckContext contextFor(quint16 port, std::chrono::milliseconds wait = std::chrono::milliseconds(400))
{
    CheckContext context;
    context.kind = CheckKind::M3;
    context.statsd = {u"127.0.0.1:%1"_s.arg(port)};
    context.contexts = u"127.0.0.1:%1"_s.arg(freePort());
    context.wait = wait;
    return context;
}

} // namespace

/// Every fault of an m3 application, made for real.
class TestChecksM3 final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthy()
    {
        const quint16 port = freePort();
        CheckContext context = contextFor(port);
        context.prefix = QString::fromLatin1(Prefix);
        context.console.registrations = [] { return QStringList{u"v1.tatar.bars.test.test"_s}; };
        const auto outcome = runChecks(context, [&] {
            const QByteArray prefix(Prefix);
            sendUdp(u"127.0.0.1"_s, port, prefix + ".requests.total:1|c");
            sendUdp(u"127.0.0.1"_s, port,
                    prefix + ".controller_2e07220ffe49e620e324f44fac4b106d.requests.timing:12.453000|ms");
            sendUdp(u"127.0.0.1"_s, port, prefix + ".users.active:7.000000|g");
            sendUdp(u"127.0.0.1"_s, port, prefix + ".users.active:1|c");
        });
        QCOMPARE(outcome.faults(), QString());
        QCOMPARE(outcome.of(CheckId::Identity), u"pass identity-good"_s);
        QCOMPARE(outcome.of(CheckId::TimingUnit), u"pass unit-millis"_s);
        QCOMPARE(outcome.of(CheckId::UserBaseline), u"pass users-good"_s);
        QCOMPARE(outcome.of(CheckId::ContextsUrl), u"pass contexts-servable"_s);
        QCOMPARE(outcome.of(CheckId::ContextsSent), u"pass contexts-seen"_s);
        QVERIFY(outcome.took < 5000);
    }

    void faultsInTheTraffic_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("faults");
        const QByteArray prefix(Prefix);
        QTest::newRow("double dot") << prefix + "..requests.total:1|c"
                                    << u"statsd.prefix warning prefix-trailing-dot"_s;
        QTest::newRow("microseconds")
            << prefix + ".controller_2e07220ffe49e620e324f44fac4b106d.requests.timing:12453.000000|ms"
            << u"m3.timing-unit warning unit-micros"_s;
        QTest::newRow("no baseline") << prefix + ".users.active:1|c"
                                     << u"m3.user-baseline warning users-no-baseline"_s;
        QTest::newRow("no instance") << QByteArray("v1.tatar.bars.test.requests.total:1|c")
                                     << u"m3.identity fail identity-missing"_s;
        QTest::newRow("contexts never sent")
            << prefix + ".requests.total:1|c" << u"m3.contexts-sent warning contexts-never"_s;
        QTest::newRow("clock step")
            << prefix + ".controller_2e07220ffe49e620e324f44fac4b106d.requests.timing:-4999999.000000|ms"
            << u"statsd.lines fail line-rejected"_s;
    }
    void faultsInTheTraffic()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, faults);
        const quint16 port = freePort();
        CheckContext context = contextFor(port);
        const bool registered = !faults.contains("contexts-never"_L1);
        context.console.registrations = [&] {
            return registered ? QStringList{u"v1.tatar.bars.test.test"_s} : QStringList();
        };
        const auto outcome = runChecks(context, [&] { sendUdp(u"127.0.0.1"_s, port, line); });
        QCOMPARE(outcome.faults(), faults);
    }

    void unitIsKnown()
    {
        const quint16 port = freePort();
        CheckContext context = contextFor(port);
        context.console.takenAsMicroseconds = [](const QString &prefix) {
            return prefix == QLatin1String(Prefix);
        };
        const auto outcome = runChecks(context, [&] {
            sendUdp(u"127.0.0.1"_s, port,
                    QByteArray(Prefix) +
                        ".controller_2e07220ffe49e620e324f44fac4b106d.requests.timing:12453.000000|ms");
        });
        QCOMPARE(outcome.faults(), QString());
        QCOMPARE(outcome.of(CheckId::TimingUnit), u"pass unit-known"_s);
    }

    void collectionIsOff()
    {
        const auto outcome = runChecks(contextFor(freePort()));
        QCOMPARE(outcome.faults(), u"statsd.traffic fail no-traffic-m3"_s);
    }

    void prefixes_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QString>("missing");
        QTest::newRow("complete") << QString::fromLatin1(Prefix) << QString();
        QTest::newRow("with a dot") << u"v1.tatar.bars.test.instance_test."_s << QString();
        QTest::newRow("one part") << u"v1"_s << u"region"_s;
        QTest::newRow("no client") << u"v1.tatar.instance_test"_s << u"client"_s;
        QTest::newRow("no product") << u"v1.tatar.bars"_s << u"product"_s;
        QTest::newRow("no instance") << u"v1.tatar.bars.test"_s << u"instance_NAME"_s;
        QTest::newRow("nameless instance") << u"v1.tatar.bars.test.instance_"_s << u"instance_NAME"_s;
        QTest::newRow("wrong last part") << u"v1.tatar.bars.test.test"_s << u"instance_NAME"_s;
        QTest::newRow("empty part") << u"v1..bars.test.instance_test"_s << u"region"_s;
    }
    void prefixes()
    {
        QFETCH(QString, prefix);
        QFETCH(QString, missing);
        CheckContext context = contextFor(freePort(), {});
        context.prefix = prefix;
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.of(CheckId::Identity),
                 missing.isEmpty() ? u"pass identity-good"_s : u"fail identity-missing"_s);
        QCOMPARE(outcome.evidence(CheckId::Identity).found, missing);
    }

    void contextsUrl_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("url"); // after host and port
        QTest::addColumn<QString>("result");
        const QString register_ = u"/register"_s;
        const auto row = [&](const char *name, const QByteArray &reply, const QString &result) {
            QTest::newRow(name) << reply << register_ << result;
        };
        row("POST only", "HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n",
            u"pass contexts-good"_s);
        row("knows no OPTIONS", "HTTP/1.0 501 Unsupported method\r\n\r\n", u"pass contexts-good"_s);
        row("not found", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", u"fail contexts-not-found"_s);
        row("redirect", "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
            u"fail contexts-redirect"_s);
        row("login", "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", u"fail contexts-login"_s);
        row("broken", "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", u"fail contexts-broken"_s);
        row("no HTTP", "garbage\r\n\r\n", u"fail http-not-http"_s);
        row("closes", "close", u"fail http-no-reply"_s);
        row("mute", QByteArray(), u"fail http-mute"_s);
        QTest::newRow("https to plain HTTP")
            << QByteArray("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n") << u"https"_s
            << u"fail http-plain"_s;
    }
    void contextsUrl()
    {
        QFETCH(QByteArray, reply);
        QFETCH(QString, url);
        QFETCH(QString, result);
        quint16 port = 0;
        QByteArrayList methods;
        std::function<QByteArray(const QByteArray &)> answer;
        if (!reply.isEmpty())
            answer = [&](const QByteArray &said) {
                methods << said.left(said.indexOf(' '));
                return reply == "close" ? QByteArray() : reply;
            };
        const auto server = listenAndSay(port, {}, answer);
        CheckContext context = contextFor(freePort(), {});
        context.contextsNamed = true;
        context.contexts = url == "https"_L1 ? u"https://127.0.0.1:%1/register"_s.arg(port)
                                             : u"http://127.0.0.1:%1%2"_s.arg(port).arg(url);
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.of(CheckId::ContextsUrl), result);
        QCOMPARE(outcome.faults(), result.startsWith("fail"_L1) ? u"m3.contexts-url "_s + result : QString());
        QVERIFY(!methods.contains("POST")); // never registers anything
        QVERIFY(outcome.took < 15'000);
    }

    void nobodyListensForContexts()
    {
        CheckContext context = contextFor(freePort(), {});
        QCOMPARE(runChecks(context).of(CheckId::ContextsUrl), u"pass contexts-servable"_s);
        context.contextsNamed = true;
        QCOMPARE(runChecks(context).faults(), u"m3.contexts-url fail http-refused"_s);
        context.contexts = u"http://no.such.host.invalid:1942/register"_s;
        QCOMPARE(runChecks(context).faults(), u"m3.contexts-url fail host-unknown"_s);
    }
};

int main(int argc, char *argv[])
{
    return runInOwnNetwork<TestChecksM3>(argc, argv);
}

#include "tst_checksm3.moc"
