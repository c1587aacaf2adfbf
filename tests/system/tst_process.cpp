// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/console.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QUdpSocket>

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

/// Makes a named pipe and opens its reading end, which never blocks.
int openFifo(const QString &path)
{
    return ::mkfifo(qPrintable(path), 0600) == 0 ? ::open(qPrintable(path), O_RDONLY | O_NONBLOCK | O_CLOEXEC)
                                                 : -1;
}

qint64 readSome(int fd)
{
    std::array<char, 4096> bytes;
    return std::max<qint64>(0, ::read(fd, bytes.data(), bytes.size()));
}

} // namespace

/// How the program starts, ends and refuses.
class TestProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *line : {"wach", "watch --jsn", "watch --tick 0", "watch --tick", "watch --tick 1s",
                                 "watch --percentiles 101", "watch --statsd 127.0.0.1",
                                 "watch --statsd nowhere:1", "watch --max-series -1", "watch --lang de",
                                 "watch extra", "watch --json=yes", "--json", "--contexts example.org:1942",
                                 "watch --contexts 1942", "watch --no-statsd --demo", "help nothing"})
            QTest::newRow(line) << QString::fromLatin1(line).split(u' ');
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        Console console;
        QCOMPARE(console.run(arguments), 2);
        QVERIFY(console.out().isEmpty());
        QVERIFY2(console.err().startsWith("metriscope: "_L1), qPrintable(console.err()));
        QVERIFY(console.err().contains("metriscope --help"_L1));
    }

    void helpAndVersion()
    {
        Console console;
        QCOMPARE(console.run({u"--version"_s}), 0);
        QVERIFY(console.out().startsWith("metriscope ") && console.out().count('\n') == 1);
        for (const QStringList &arguments :
             {QStringList{u"--help"_s}, QStringList{u"help"_s}, QStringList{u"help"_s, u"watch"_s}}) {
            QCOMPARE(console.run(arguments), 0);
            QVERIFY(console.out().contains("--statsd"));
            QVERIFY(console.err().isEmpty());
        }
    }

    void signalsFlushTheLastTick_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void signalsFlushTheLastTick()
    {
        QFETCH(int, signal);
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"3600"_s}));
        for (int i = 0; i < 200; ++i) // what the smallest socket buffer holds
            console.send("a:1|c");
        console.send("a:2|c\nrequests.total:1|c");
        QCOMPARE(console.stop(signal), 0);
        const QJsonObject tick = console.tickWithMetric(u"a"_s);
        QCOMPARE(metricOf(tick, u"a"_s)[u"count"_s].toInt(), 202);
        QVERIFY(tick[u"elapsed"_s].toDouble() < 60);
        QVERIFY(!applicationOf(tick, u"m3"_s).isEmpty());
    }

    void exitAfter()
    {
        Console console;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(console.watch({u"--tick"_s, u"3600"_s, u"--exit-after"_s, u"2"_s}));
        console.send("a:5|c");
        QCOMPARE(console.waitForEnd(), 0);
        QVERIFY(timer.elapsed() >= 2000);
        QCOMPARE(metricOf(console.tickWithMetric(u"a"_s), u"a"_s)[u"count"_s].toInt(), 5);
        QCOMPARE(console.run({u"watch"_s, u"--no-statsd"_s, u"--exit-after"_s, u"0"_s}), 0);
    }

    void portOfAnotherProgram()
    {
        QUdpSocket owner;
        QVERIFY(owner.bind(QHostAddress::LocalHost, 0));
        Console console;
        QVERIFY(!console.watch({}, u"127.0.0.1:%1"_s.arg(owner.localPort())));
        QCOMPARE(console.waitForEnd(), 2);
        QVERIFY(console.out().isEmpty());
        QVERIFY2(console.err().contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(console.err()));
        QVERIFY2(console.err().contains("tst_process"_L1), qPrintable(console.err()));
    }

    void twoConsolesAndARestart()
    {
        Console first;
        QVERIFY(first.watch({u"--tick"_s, u"0.2"_s}));
        const QString address = first.ready()[u"statsd"_s].toString();
        Console second;
        QVERIFY(!second.watch({}, address));
        QCOMPARE(second.waitForEnd(), 2);
        QVERIFY2(second.err().contains(u"metriscope (%1)"_s.arg(first.process().processId())) ||
                     second.err().contains(QString::number(first.process().processId())),
                 qPrintable(second.err()));
        // the first one never noticed
        first.send("a:1|c");
        QVERIFY(!first.tickWithMetric(u"a"_s).isEmpty());
        QCOMPARE(first.stop(SIGTERM), 0);
        for (int i = 0; i < 3; ++i) {
            QVERIFY2(second.watch({u"--tick"_s, u"0.2"_s}, address), qPrintable(second.err()));
            second.send("b:1|c");
            QVERIFY(!second.tickWithMetric(u"b"_s).isEmpty());
            QCOMPARE(second.stop(SIGTERM), 0);
        }
    }

    void closedOutputEndsQuietly()
    {
        Console console;
        const QString fifo = console.path(u"out"_s);
        const int reader = openFifo(fifo);
        QVERIFY(reader >= 0);
        console.process().setStandardOutputFile(fifo);
        console.process().start(
            QStringLiteral(METRISCOPE_BINARY),
            {u"watch"_s, u"--json"_s, u"--tick"_s, u"0.1"_s, u"--statsd"_s, u"127.0.0.1:0"_s});
        QVERIFY(console.process().waitForStarted());
        qint64 got = 0;
        QTRY_VERIFY_WITH_TIMEOUT((got += readSome(reader)) > 0, 20'000);
        ::close(reader);
        QCOMPARE(console.waitForEnd(), 0);
        QVERIFY2(console.err().isEmpty(), qPrintable(console.err()));
    }

    /// Somebody holds the output open and reads nothing: ingest goes on and the end does not wait for him.
    void aReaderWhoSleepsHoldsUpNobody()
    {
        Console console;
        const QString fifo = console.path(u"out"_s);
        const int reader = openFifo(fifo);
        QVERIFY(reader >= 0);
        QUdpSocket probe;
        QVERIFY(probe.bind(QHostAddress::LocalHost, 0));
        const quint16 port = probe.localPort();
        probe.close();
        console.process().setStandardOutputFile(fifo);
        console.process().start(
            QStringLiteral(METRISCOPE_BINARY),
            {u"watch"_s, u"--json"_s, u"--tick"_s, u"0.1"_s, u"--statsd"_s, u"127.0.0.1:%1"_s.arg(port)});
        QVERIFY(console.process().waitForStarted());
        // wait for the ready line, then read no more until the end
        qint64 got = 0;
        QTRY_VERIFY_WITH_TIMEOUT((got += readSome(reader)) > 0, 20'000);
        QByteArray names;
        for (int i = 0; i < 2000; ++i)
            names += "metric.number." + QByteArray::number(i) + ":1|c\n";
        QUdpSocket socket;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 1500) { // about 2 MB of output, for a pipe of 64 KiB
            socket.writeDatagram(names, QHostAddress::LocalHost, port);
            QTest::qWait(50);
        }
        timer.restart();
        QCOMPARE(console.stop(SIGTERM), 0);
        QVERIFY(timer.elapsed() < 15'000);
        ::close(reader);
    }

    void defaultListenerInADamagedWorld()
    {
        // settings that are no settings: defaults, and the file is kept aside
        Console console;
        const QString config = console.path(u"damaged.ini"_s);
        QFile file(config);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, '\xff'));
        file.close();
        QVERIFY2(console.watch({u"--config"_s, config, u"--tick"_s, u"0.2"_s}), qPrintable(console.err()));
        console.send("a:1|c");
        QVERIFY(!console.tickWithMetric(u"a"_s).isEmpty());
    }

    /// Words for people are translated, whatever scripts read is not.
    void russian()
    {
        static const QRegularExpression cyrillic(u"\\p{Cyrillic}{3}"_s);
        Console console;
        const QStringList ru{u"--lang"_s, u"ru"_s};
        QCOMPARE(console.run(ru + QStringList{u"help"_s, u"watch"_s}), 0);
        QString out = QString::fromUtf8(console.out());
        QVERIFY(out.contains(cyrillic) && out.contains("--percentile-rule"_L1));
        for (const QString &line : out.split(u'\n'))
            QVERIFY2(line.size() <= 100, qPrintable(line));
        QCOMPARE(console.run(ru + QStringList{u"wach"_s}), 2);
        QVERIFY2(console.err().contains(cyrillic) && console.err().contains("watch"_L1),
                 qPrintable(console.err()));
        QCOMPARE(console.run(ru + QStringList{u"watch"_s, u"--demo"_s, u"--statsd"_s, u"127.0.0.1:0"_s,
                                              u"--tick"_s, u"0.3"_s, u"--exit-after"_s, u"1"_s}),
                 0);
        out = QString::fromUtf8(console.out());
        QVERIFY2(out.contains(cyrillic), qPrintable(out));
        QVERIFY(console.watch(ru + QStringList{u"--tick"_s, u"0.2"_s}));
        console.send("a:1,5|c\na:0.5|g");
        const QJsonObject tick = console.tickWithMetric(u"a"_s);
        QCOMPARE(tick[u"lines"_s][0][u"reason"_s].toString(), u"bad-number"_s);
        QCOMPARE(metricOf(tick, u"a"_s)[u"value"_s].toDouble(), 0.5);
        QVERIFY(!QString::fromUtf8(console.out()).contains(cyrillic));
    }

    void exportsAtTheEnd()
    {
        Console console;
        const QString folder = console.path(u"new/folder"_s);
        QVERIFY(console.watch({u"--demo"_s, u"--quiet"_s, u"--tick"_s, u"0.2"_s, u"--export"_s, folder}));
        QVERIFY(!console.tickWithMetric(u"demo.visitors"_s).isEmpty());
        QCOMPARE(console.stop(SIGTERM), 0);
        QVERIFY2(console.err().isEmpty(), qPrintable(console.err()));
        QFile picture(folder + u"/overview.png"_s), table(folder + u"/overview.csv"_s);
        QVERIFY(picture.open(QIODevice::ReadOnly) && picture.read(4) == "\x89PNG");
        QVERIFY(table.open(QIODevice::ReadOnly) && table.readAll().contains("time_iso8601_utc"));

        // a file stands where the folder should be
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s, u"--export"_s, picture.fileName()}));
        QCOMPARE(console.stop(SIGTERM), 1);
        QVERIFY2(console.err().contains(picture.fileName()), qPrintable(console.err()));
    }

    void textForPeople()
    {
        Console console;
        QCOMPARE(console.run({u"watch"_s, u"--statsd"_s, u"127.0.0.1:0"_s, u"--demo"_s, u"--tick"_s, u"0.5"_s,
                              u"--exit-after"_s, u"1.2"_s}),
                 0);
        const QString out = QString::fromUtf8(console.out());
        for (const char *word : {"Listening for statsd on 127.0.0.1:", "v1.demo.metriscope.portal.demo",
                                 "demo-api", "req/s", "rejected"})
            QVERIFY2(out.contains(QLatin1String(word)), word);
        QVERIFY(console.err().contains("DEMO"_L1));
        QCOMPARE(console.run({u"watch"_s, u"--statsd"_s, u"127.0.0.1:0"_s, u"--demo"_s, u"--quiet"_s,
                              u"--exit-after"_s, u"0.2"_s}),
                 0);
        QVERIFY(console.err().isEmpty());
    }

    void namesCannotReachTheTerminal()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        const QString address = console.ready()[u"statsd"_s].toString();
        QCOMPARE(console.stop(SIGTERM), 0);
        console.process().start(QStringLiteral(METRISCOPE_BINARY),
                                {u"watch"_s, u"--tick"_s, u"0.2"_s, u"--statsd"_s, address});
        QVERIFY(console.process().waitForReadyRead(20'000));
        console.send("evil\x1b[2J\xe2\x80\xae.name:1|c\nbad\x1b[31m line");
        QTRY_VERIFY_WITH_TIMEOUT(console.process().bytesAvailable() > 0, 20'000);
        QByteArray out;
        QTRY_VERIFY_WITH_TIMEOUT((out += console.process().readAllStandardOutput()).contains("evil"), 20'000);
        QVERIFY(!out.contains('\x1b'));
        QVERIFY(!out.contains("\xe2\x80\xae"));
        QCOMPARE(console.stop(SIGTERM), 0);
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
