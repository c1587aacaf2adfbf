// SPDX-License-Identifier: GPL-3.0-or-later
// What `watch` says of sources: several polled at once, and the monitor it offers itself.
#include "tests/system/console.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace
{

const QString Python = u"/usr/bin/python3"_s;

QJsonObject sourceOf(const QJsonObject &line, const QString &id)
{
    for (const QJsonValue &source : line[u"sources"_s].toArray())
        if (source[u"id"_s] == id)
            return source.toObject();
    return {};
}

} // namespace

class TestSources final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(Python))
            QSKIP("no Python");
    }

    void twoOfAKindAreToldApart()
    {
        QProcess peer;
        peer.start(Python, {QStringLiteral(METRISCOPE_TEST_DATA "/istats/pystatsd_monitor.py")});
        while (!peer.canReadLine())
            QVERIFY(peer.waitForReadyRead(20'000));
        const QString good = u"http://127.0.0.1:"_s + QString::fromLatin1(peer.readLine().trimmed());
        QString dead;
        {
            QTcpServer gone;
            QVERIFY(gone.listen(QHostAddress::LocalHost));
            dead = u"http://127.0.0.1:%1"_s.arg(gone.serverPort());
        }
        Console console;
        QVERIFY2(console.watch({u"--poll"_s, u"istats="_s + dead, u"--poll"_s, u"istats="_s + good,
                                u"--interval"_s, u"0.2"_s, u"--tick"_s, u"0.2"_s}),
                 qPrintable(console.err()));
        // The ready line waits for what was asked for.
        QCOMPARE(sourceOf(console.ready(), u"istats"_s)[u"state"_s], u"failed"_s);
        QCOMPARE(sourceOf(console.ready(), u"istats-2"_s)[u"state"_s], u"running"_s);
        const QJsonObject tick = console.tickWith([](const QJsonObject &each) {
            return sourceOf(each, u"istats-2"_s)[u"polls"_s].toInt() >= 3 &&
                   !metricOf(each, u"istats.pending_stats"_s).isEmpty();
        });
        QVERIFY(!tick.isEmpty());
        const QJsonObject failed = sourceOf(tick, u"istats"_s), running = sourceOf(tick, u"istats-2"_s);
        QCOMPARE(failed[u"kind"_s], u"istats"_s);
        QCOMPARE(failed[u"error"_s], u"refused"_s);
        QCOMPARE(failed[u"address"_s], dead);
        QVERIFY(failed[u"failedPolls"_s].toInt() > 0);
        QCOMPARE(running[u"address"_s], good);
        QCOMPARE(running[u"failedPolls"_s].toInt(), 0);
        QVERIFY(!running.contains(u"error"_s));
        QVERIFY(running[u"items"_s].toInt() > 0 && running[u"bytes"_s].toInt() > 0);
        const QJsonObject metric = metricOf(tick, u"istats.pending_stats"_s);
        QCOMPARE(metric[u"source"_s], u"istats-2"_s);
        QCOMPARE(metric[u"value"_s].toInt(), 17);
        QVERIFY(console.err().contains(dead)); // in words, once
        QCOMPARE(console.err().count(dead), 1);
        QCOMPARE(console.stop(SIGTERM), 0);
        peer.write("exit\n");
        peer.waitForFinished(5000);
    }

    void answersItsOwnMonitor()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        if (console.port() > 65'525)
            QSKIP("the system gave a port that has none ten above it");
        const QJsonObject tick = console.tickWith(
            [](const QJsonObject &each) { return !sourceOf(each, u"istats-server"_s).isEmpty(); });
        if (tick.isEmpty())
            QSKIP("the port ten above is taken");
        console.send("good:1|c\nbad\ng:2|g");
        QVERIFY(!console.tickWithMetric(u"good"_s).isEmpty());
        QProcess python;
        python.start(Python,
                     {u"-c"_s,
                      u"import sys, xmlrpc.client; print(xmlrpc.client.ServerProxy(sys.argv[1]).istats())"_s,
                      u"http://127.0.0.1:%1"_s.arg(console.port() + 10)});
        QVERIFY(python.waitForFinished(20'000));
        const QJsonObject values = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
        QCOMPARE(values[u"metrics.discarded"_s].toInt(), 1);
        QCOMPARE(values[u"render.counters.count"_s].toInt(), 1);
        QCOMPARE(values[u"render.gauge.count"_s].toInt(), 1);
        QVERIFY(values[u"start_time"_s].toDouble() > 1.6e9);
        QCOMPARE(console.stop(SIGINT), 0);
    }

    void wrongUsageEndsWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addRow("kind") << QStringList{u"--poll"_s, u"nagios=http://h/"_s};
        QTest::addRow("address") << QStringList{u"--poll"_s, u"istats=h:8135"_s};
        QTest::addRow("interval") << QStringList{u"--interval"_s, u"0"_s};
        QTest::addRow("collector") << QStringList{u"--gstats-collector=tcp://127.0.0.2:2345"_s};
    }
    void wrongUsageEndsWithTwo()
    {
        QFETCH(QStringList, arguments);
        Console console;
        QCOMPARE(console.run(QStringList{u"watch"_s, u"--no-statsd"_s} + arguments), 2);
        QVERIFY(console.err().contains(arguments.first().section(u'=', 0, 0)));
    }

    void aCollectorThatCannotListenEndsWithTwo()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Console console;
        const QString taken = u"tcp://127.0.0.1:%1"_s.arg(other.serverPort());
        QCOMPARE(console.run({u"watch"_s, u"--no-statsd"_s,
                              u"--gstats-collector="_s + taken + u",tcp://127.0.0.1:0"_s}),
                 2);
        QVERIFY(console.err().contains(QString::number(other.serverPort())));
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
