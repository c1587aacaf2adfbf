// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/console.h"

#include <QDateTime>
#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

const QString M3 = u"v1.tatar.bars.test.instance_test"_s, M3Name = u"v1.tatar.bars.test.test"_s;

/// Datagrams as real clients sent them, one a line.
QList<QByteArray> recorded(const QString &name)
{
    QFile file(QStringLiteral(METRISCOPE_TEST_DATA "/signals/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(file.fileName()));
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeLast();
    return lines;
}

QByteArray oneDatagram(const QList<QByteArray> &lines)
{
    return lines.join('\n');
}

/// JSON with ' for ", so that it can be read in a row.
QJsonObject object(QByteArray json)
{
    return QJsonDocument::fromJson(json.replace('\'', '"')).object();
}

} // namespace

/// What comes in by a socket, against what `watch --json` says of it.
class TestWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Rows are named after the corner cases of the protocol; `metric` is what the first one of that name and
    /// kind must hold, null what it
    /// must not.
    void metrics_data()
    {
        QTest::addColumn<QByteArray>("datagram");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("metric");
        const auto row = [](const char *name, const QByteArray &datagram, const QByteArray &metric,
                            const QStringList &options = {}) {
            QTest::newRow(name) << datagram << options << metric;
        };
        QByteArray ten = "t";
        for (int i = 1; i <= 10; ++i)
            ten += ':' + QByteArray::number(i);
        const QStringList p9050{u"--percentiles"_s, u"90,50"_s};
        row("A1 ten values", ten + "|ms",
            "{'name':'t','kind':'timer','count':10,'sum':55,'sum_squares':385,'mean':5.5,'median':5.5, "
            "'std':2.8722813232690143,'lower':1,'upper':10,'samples':10,'approximate':null,'percentiles':{ "
            "'90':{'count':9,'mean':5,'upper':9,'sum':45,'sum_squares':285},'50':{'upper':5,'mean':3}}}",
            p9050);
        row("A2 eight values", "t:450:120:553:994:334:844:675:496|ms",
            "{'name':'t','std':260.56033370411546,'median':524.5, "
            "'percentiles':{'90':{'count':7,'mean':496,'upper':844,'sum':3472}}}");
        row("A3 one value", "t:42|ms",
            "{'name':'t','std':0,'median':42,'percentiles':{'90':{'count':1,'mean':42,'upper':42,'sum':42}}"
            "}");
        row("A4 nothing in the percentile", "t:1:2|ms",
            "{'name':'t','percentiles':{'10':null,'25':{'upper':1}}}", {u"--percentiles"_s, u"10,25"_s});
        row("A5 a fraction, from the top", ten + "|ms",
            "{'name':'t','percentiles':{'99.9':{'upper':10},'-10':{'lower':10,'mean':10,'upper':null}}}",
            {u"--percentiles"_s, u"99.9,-10"_s});
        for (const auto &[rule, two, five] :
             {std::tuple{"statsd", "2", "5"}, {"nearest", "2", "5"}, {"interpolate", "1.9", "4.6"}}) {
            const QStringList options{u"--percentile-rule"_s, QString::fromLatin1(rule)};
            row(qPrintable(u"A6 %1"_s.arg(QLatin1String(rule))), "two:1:2|ms\nfive:1:2:3:4:5|ms",
                QByteArray("{'name':'five','percentiles':{'90':{'upper':") + five + "}}}", options);
            row(qPrintable(u"A6 %1, two"_s.arg(QLatin1String(rule))), "two:1:2|ms",
                QByteArray("{'name':'two','percentiles':{'90':{'upper':") + two + "}}}", options);
        }
        row("A8 sampled timer", "t:10|ms|@0.1", "{'name':'t','count':10,'samples':1,'mean':10,'sum':10}");
        row("sampled counter", "c:3|c|@0.1",
            "{'name':'c','kind':'counter','count':30,'up':30,'down':0,'total':30}");
        row("up and down", "c:5|c\nc:-2|c", "{'name':'c','count':3,'up':5,'down':2,'total':3}");
        row("P4 packed", "a:1:2:3|c", "{'name':'a','count':6}");
        row("P5 chained", "a:1|c:2|c:5|ms", "{'name':'a','kind':'counter','count':3}");
        row("P7 histogram", "a:1:3|h", "{'name':'a','kind':'histogram','samples':2,'mean':2}");
        row("P7 distribution", "a:1|d", "{'name':'a','kind':'distribution','samples':1}");
        row("P10 exponent in a rate", "a:1|c|@2e-1", "{'name':'a','count':5}");
        row("P13 rate, then tags", "a:1|c|@0.1|#x:y", "{'name':'a','count':10,'tags':{'x':'y'}}");
        row("P14 tags, then rate", "a:1|c|#x:y|@0.1", "{'name':'a','count':10,'tags':{'x':'y'}}");
        row("P15 odd tags", "a:1|c|#k:v:w,bare", "{'name':'a','tags':{'k':'v:w','bare':''}}");
        row("P16 container and time", "a:1|c|c:ci-abc|T1656581400", "{'name':'a','count':1,'tags':null}");
        row("P17 carriage return", "a:5|ms\r\nb:1|c\r\n", "{'name':'b','count':1}");
        row("P20 blanks", "a b/c%d:1|c", "{'name':'a b/c%d','graphite':'a_b-cd'}");
        row("P21 Cyrillic", "привет.мир:1|c", "{'name':'привет.мир','count':1}");
        row("no UTF-8", "a\xff\xfe:1|c", "{'name':'a\xef\xbf\xbd\xef\xbf\xbd','count':1}");
        row("quotes in a name", "a\"b\\c\td:1|c", "{'name':'a\\\"b\\\\c\\td'}");
        row("P23 names of JavaScript", "__proto__:1|ms", "{'name':'__proto__','samples':1}");
        row("P29 order of tags", "a:1|c|#b:1,a:2\na:1|c|#a:2,b:1",
            "{'name':'a','count':2,'tags':{'a':'2','b':'1'}}");
        row("G1 delta", "g:10|g\ng:-3|g", "{'name':'g','kind':'gauge','value':7}");
        row("G1 first of all", "g:-10|g", "{'name':'g','value':-10}");
        row("G1 after zero", "g:0|g\ng:-3|g", "{'name':'g','value':-3}");
        row("G3 sampled gauge", "g:5|g|@0.1", "{'name':'g','value':5}");
        row("G5 counter beside", "u:12|g\nu:1|c\nu:1|c\nu:-1|c", "{'name':'u','kind':'counter','count':1}");
        row("G5 gauge beside", "u:12|g\nu:1|c\nu:1|c\nu:-1|c", "{'name':'u','kind':'gauge','value':12}");
        row("G8 members of a set", "s:01|s\ns:1|s\ns:1|s\ns:bob@x.com|s",
            "{'name':'s','kind':'set','count':3}");
        row("more samples than are kept", QByteArray("t") + QByteArray(":5").repeated(5000) + "|ms",
            "{'name':'t','samples':5000,'sum':25000,'approximate':true}");
    }
    void metrics()
    {
        QFETCH(QByteArray, datagram);
        QFETCH(QStringList, options);
        QFETCH(QByteArray, metric);
        const QJsonObject expected = object(metric);
        QVERIFY(!expected.isEmpty());
        Console console;
        QVERIFY2(console.watch(QStringList{u"--tick"_s, u"0.2"_s} + options), qPrintable(console.err()));
        console.send(datagram);
        const QJsonObject tick = console.tickWithMetric(expected[u"name"_s].toString());
        const QJsonObject got =
            metricOf(tick, expected[u"name"_s].toString(), expected[u"kind"_s].toString());
        const QString missing = missingFrom(got, expected);
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        QCOMPARE(console.stop(SIGTERM), 0);
    }

    void rejected_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("reason");
        QTest::newRow("P2 no kind") << QByteArray("a:1") << u"missing-kind"_s;
        QTest::newRow("P9 decimal comma") << QByteArray("a:1,5|c") << u"bad-number"_s;
        QTest::newRow("P11 rate of zero") << QByteArray("a:1|c|@0") << u"bad-rate"_s;
        QTest::newRow("P18 negative timer") << QByteArray("a:-5|ms\r") << u"negative-timer"_s;
        QTest::newRow("P30 no name") << QByteArray(":1|c") << u"empty-name"_s;
    }
    void rejected()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, reason);
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        console.send("good:1|c\n" + line + "\ngood:1|c");
        const QJsonObject tick = console.tickWithMetric(u"good"_s);
        QCOMPARE(metricOf(tick, u"good"_s)[u"count"_s].toInt(), 2);
        const QJsonValue said = tick[u"lines"_s][0];
        QCOMPARE(said[u"verdict"_s].toString(), u"rejected"_s);
        QCOMPARE(said[u"reason"_s].toString(), reason);
        const QJsonValue source = tick[u"sources"_s][0];
        QCOMPARE(source[u"lines"_s].toInt(), 3);
        QCOMPARE(source[u"accepted"_s].toInt(), 2);
        QCOMPARE(source[u"rejected"_s].toInt(), 1);
        QCOMPARE(source[u"packets"_s].toInt(), 1);
        QCOMPARE(source[u"state"_s].toString(), u"running"_s);
    }

    /// A10: a rate divides by the time that passed, not by the tick that was asked for.
    void rateDividesByElapsedTime()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.3"_s}));
        console.send("a:12|c");
        const QJsonObject tick = console.tickWithMetric(u"a"_s);
        const double elapsed = tick[u"elapsed"_s].toDouble();
        QVERIFY(elapsed > 0.1);
        QVERIFY(qAbs(metricOf(tick, u"a"_s)[u"rate"_s].toDouble() - 12 / elapsed) < 1e-6);
        QVERIFY(qAbs(tick[u"t"_s].toDouble() - double(QDateTime::currentMSecsSinceEpoch()) / 1000) < 60);
    }

    void idleMetricsAreSilentUnlessAskedFor()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        console.send("a:1|c");
        QVERIFY(!console.tickWithMetric(u"a"_s).isEmpty());
        const auto any = [](const QJsonObject &) { return true; };
        QVERIFY(console.tickWith(any)[u"metrics"_s].toArray().isEmpty());

        Console all;
        QVERIFY(all.watch({u"--tick"_s, u"0.2"_s, u"--all"_s}));
        all.send("a:3|c\ng:7|g\nt:5|ms\ns:x|s");
        QVERIFY(!all.tickWithMetric(u"a"_s).isEmpty());
        const QJsonObject tick = all.tickWith(any);
        for (const char *expected :
             {"{'name':'a','count':0,'rate':0,'total':3,'up':0,'down':0}", "{'name':'g','value':7}",
              "{'name':'t','count':0,'rate':0,'mean':null}", "{'name':'s','count':0}"}) {
            const QJsonObject wanted = object(expected);
            const QString missing = missingFrom(metricOf(tick, wanted[u"name"_s].toString()), wanted);
            QVERIFY2(missing.isEmpty(), qPrintable(missing));
        }
        QVERIFY(metricOf(tick, u"g"_s)[u"age"_s].toDouble() > 0);
    }

    void gaugesAndTotalsOutliveTheTick()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        console.send("g:10|g\nc:2|c");
        QVERIFY(!console.tickWithMetric(u"g"_s).isEmpty());
        console.send("g:-3|g\nc:5|c");
        const QJsonObject tick = console.tickWithMetric(u"g"_s);
        QCOMPARE(metricOf(tick, u"g"_s)[u"value"_s].toDouble(), 7);
        QCOMPARE(metricOf(tick, u"c"_s)[u"total"_s].toDouble(), 7);
    }

    /// Recorded from m3-core on Python 2.7: both spellings of the prefix are one application.
    void m3()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        for (const QString &name : {u"m3_double_dot.txt"_s, u"m3_single_dot.txt"_s}) {
            console.send(oneDatagram(recorded(name)));
            const QString dots = name.contains("double"_L1) ? u".."_s : u"."_s;
            const QJsonObject tick = console.tickWithMetric(M3 + dots + u"requests.total"_s);
            QCOMPARE(tick[u"signals"_s].toArray().size(), 1);
            const QJsonObject signal = applicationOf(tick, M3Name);
            QCOMPARE(signal[u"preset"_s].toString(), u"m3"_s);
            QCOMPARE(signal[u"notes"_s].toArray(), QJsonArray{u"timer-unit-us"_s});
            QVERIFY(qAbs(signal[u"requestRate"_s].toDouble() * tick[u"elapsed"_s].toDouble() - 2) < 1e-6);
            // a gauge of 7, then two logins and a logout; a new gauge starts again from 7
            QCOMPARE(signal[u"activeUsers"_s].toDouble(), 8);
            QCOMPARE(signal[u"totalUsers"_s].toDouble(), 42);
            QCOMPARE(signal[u"logins"_s].toDouble(), 2);
            QCOMPARE(signal[u"logouts"_s].toDouble(), 1);
            const QJsonObject latency = signal[u"latency"_s].toObject();
            QCOMPARE(latency[u"unit"_s].toString(), u"ms"_s);
            const double slow = dots.size() == 2 ? 12.453 : 12.695, fast = dots.size() == 2 ? 0.615 : 0.723;
            QVERIFY(qAbs(latency[u"mean"_s].toDouble() - (slow + fast) / 2) < 1e-9);
            QVERIFY(qAbs(latency[u"p99"_s].toDouble() - slow) <= 0.0101 * slow);
        }
    }

    void m3WithoutPrefixAndBeforeUrls()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        console.send(oneDatagram(recorded(u"m3_no_prefix.txt"_s) + recorded(u"m3_before_2013_12.txt"_s)));
        const QJsonObject tick = console.tickWithMetric(u"requests.total"_s);
        for (const QString &name : {u"m3"_s, M3Name}) {
            const QJsonObject signal = applicationOf(tick, name);
            QVERIFY(signal[u"requestRate"_s].toDouble() > 0);
            QVERIFY(signal[u"latency"_s][u"mean"_s].toDouble() > 1);
            QVERIFY(signal[u"latency"_s][u"mean"_s].toDouble() < 13);
            QVERIFY(!signal.contains(u"activeUsers"_s));
        }
    }

    void m3UsersWithoutTheirGauge()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        console.send("app..users.active:1|c\napp..users.active:1|c\napp..users.count:-1|c");
        QJsonObject signal = applicationOf(console.tickWithMetric(u"app..users.active"_s), u"app"_s);
        QCOMPARE(signal[u"activeUsers"_s].toDouble(), 2);
        QVERIFY(!signal.contains(u"totalUsers"_s));
        QCOMPARE(signal[u"notes"_s].toArray(), QJsonArray{u"users-since-start"_s});
        // G5: a counter before the gauge of the same tick is part of it already
        console.send("app..users.active:1|c\napp..users.active:12.000000|g\napp..users.active:1|c\n"
                     "app..users.active:1|c\napp..users.active:-1|c");
        signal = applicationOf(console.tickWithMetric(u"app..users.active"_s), u"app"_s);
        QCOMPARE(signal[u"activeUsers"_s].toDouble(), 13);
        QVERIFY(!signal.contains(u"notes"_s));
        console.send("app..users.active:9.000000|g");
        signal = applicationOf(console.tickWithMetric(u"app..users.active"_s), u"app"_s);
        QCOMPARE(signal[u"activeUsers"_s].toDouble(), 9);
    }

    void timerUnitIsASetting()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s, u"--timer-unit"_s, u"v1.tatar=ms"_s}));
        console.send(oneDatagram(recorded(u"m3_double_dot.txt"_s)));
        const QJsonObject signal = applicationOf(console.tickWithMetric(M3 + u"..requests.total"_s), M3Name);
        QCOMPARE(signal[u"latency"_s][u"mean"_s].toDouble(), (12453 + 615) / 2.0);
        QVERIFY(!signal.contains(u"notes"_s)); // two values prove nothing
    }

    void gunicorn()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        console.send("shop.gunicorn.request.duration:12.5|ms\nshop.gunicorn.requests:1|c|@1.0\n"
                     "shop.gunicorn.request.status.200:1|c|@1.0\nshop.gunicorn.requests:1|c|@1.0\n"
                     "shop.gunicorn.request.status.503:1|c|@1.0\nshop.gunicorn.workers:4|g\n"
                     "gunicorn.requests:1|c|@1.0\ngunicorn.log.error:1|c|@1.0");
        const QJsonObject tick = console.tickWithMetric(u"gunicorn.requests"_s);
        const double elapsed = tick[u"elapsed"_s].toDouble();
        const QJsonObject shop = applicationOf(tick, u"shop"_s);
        QCOMPARE(shop[u"preset"_s].toString(), u"gunicorn"_s);
        QVERIFY(qAbs(shop[u"requestRate"_s].toDouble() * elapsed - 2) < 1e-6);
        QVERIFY(qAbs(shop[u"errorRate"_s].toDouble() * elapsed - 1) < 1e-6);
        QCOMPARE(shop[u"latency"_s][u"mean"_s].toDouble(), 12.5);
        QVERIFY(qAbs(applicationOf(tick, u"gunicorn"_s)[u"requestRate"_s].toDouble() * elapsed - 1) < 1e-6);
    }

    void tcpLinesSplitAnywhere()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, console.port());
        QVERIFY(socket.waitForConnected());
        double a = 0, b = 0, tail = 0;
        for (const char *part : {"a:1|c\nb", ":2|", "c\ntail:1|c"}) {
            socket.write(part);
            QVERIFY(socket.waitForBytesWritten());
        }
        socket.disconnectFromHost();
        const auto seen = console.tickWith([&](const QJsonObject &tick) {
            a += metricOf(tick, u"a"_s)[u"count"_s].toDouble();
            b += metricOf(tick, u"b"_s)[u"count"_s].toDouble();
            tail += metricOf(tick, u"tail"_s)[u"count"_s].toDouble();
            return tail > 0;
        });
        QVERIFY(!seen.isEmpty());
        QCOMPARE(a, 1);
        QCOMPARE(b, 2);
        QCOMPARE(tail, 1);
        QCOMPARE(seen[u"sources"_s][0][u"lines"_s].toInt(), 3);
    }

    void largestDatagram()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        QByteArray datagram;
        int lines = 0;
        for (; datagram.size() + 10 <= 65'507; ++lines)
            datagram += "some.n:1|c\n";
        datagram.chop(1);
        datagram += QByteArray(65'507 - datagram.size(), '\n');
        QCOMPARE(datagram.size(), 65'507);
        console.send(datagram);
        QCOMPARE(metricOf(console.tickWithMetric(u"some.n"_s), u"some.n"_s)[u"count"_s].toInt(), lines);
    }

    void unixSocketAndIpv6()
    {
        Console console;
        const QString path = console.path(u"statsd.sock"_s);
        QVERIFY2(console.watch({u"--tick"_s, u"0.2"_s, u"--statsd"_s, u"unix:"_s + path}),
                 qPrintable(console.err()));
        QCOMPARE(console.ready()[u"statsdAddresses"_s].toArray().size(), 2);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray bytes = path.toLocal8Bit();
        std::copy(bytes.begin(), bytes.end(), address.sun_path);
        const int fd = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        QVERIFY(::sendto(fd, "local:4|c", 9, 0, reinterpret_cast<const sockaddr *>(&address),
                         sizeof address) == 9);
        ::close(fd);
        QCOMPARE(metricOf(console.tickWithMetric(u"local"_s), u"local"_s)[u"count"_s].toInt(), 4);
        QCOMPARE(console.stop(SIGTERM), 0);
        QVERIFY(!QFile::exists(path));

        QTcpSocket probe;
        if (!probe.bind(QHostAddress(QHostAddress::LocalHostIPv6)))
            QSKIP("this machine has no IPv6");
        Console six;
        QVERIFY2(six.watch({u"--tick"_s, u"0.2"_s}, u"[::1]:0"_s), qPrintable(six.err()));
        six.send("six:6|c");
        QCOMPARE(metricOf(six.tickWithMetric(u"six"_s), u"six"_s)[u"count"_s].toInt(), 6);
    }

    void moreSeriesThanAllowed()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s, u"--max-series"_s, u"3"_s}));
        console.send("a:1|c\nb:1|c\nc:1|c\nd:1|c\ne:1|c\na:1|c");
        const QJsonObject tick = console.tickWithMetric(u"a"_s);
        QCOMPARE(metricOf(tick, u"a"_s)[u"count"_s].toInt(), 2);
        QCOMPARE(tick[u"metrics"_s].toArray().size(), 3);
        QCOMPARE(tick[u"self"_s][u"series"_s].toInt(), 3);
        QCOMPARE(tick[u"self"_s][u"refusedSeries"_s].toInt(), 2);
    }

    void strictDialect()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s, u"--dialect"_s, u"brubeck"_s}));
        console.send("good:1|c\na:1:2|c");
        const QJsonObject tick = console.tickWithMetric(u"good"_s);
        QCOMPARE(tick[u"sources"_s][0][u"rejected"_s].toInt(), 1);
        QCOMPARE(tick[u"lines"_s][0][u"line"_s].toString(), u"a:1:2|c"_s);
    }

    void eventsAndChecks()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        console.send("_e{12,4}:Привет|text|t:warning|#env:dev\n_sc|redis|2|m:timed out");
        const QJsonObject tick =
            console.tickWith([](const QJsonObject &each) { return each.contains(u"annotations"_s); });
        const QJsonArray said = tick[u"annotations"_s].toArray();
        QCOMPARE(said.size(), 2);
        QCOMPARE(said[0][u"title"_s].toString(), u"Привет"_s);
        QCOMPARE(said[0][u"level"_s].toString(), u"warning"_s);
        QCOMPARE(said[0][u"tags"_s][u"env"_s].toString(), u"dev"_s);
        QCOMPARE(said[1][u"status"_s].toString(), u"critical"_s);
    }
};

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
