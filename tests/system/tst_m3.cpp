// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/console.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace
{

const QString Name = u"v1.tatar.bars.test.test"_s;

QByteArray bytesOf(const QString &file)
{
    QFile opened(QStringLiteral(METRISCOPE_TEST_DATA) + u'/' + file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

QList<QByteArray> datagramsOf(const QString &file)
{
    QList<QByteArray> lines = bytesOf(u"signals/"_s + file).split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

/// The whole answer, up to the close.
QByteArray answerTo(const QString &address, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(address.section(u':', 0, -2).remove(u'[').remove(u']'),
                         address.section(u':', -1).toUShort());
    if (!socket.waitForConnected(5000))
        return "no connection";
    socket.write(request);
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(5000)) {
    }
    return socket.readAll();
}

} // namespace

/// What a developer's m3 site sends when it starts and works, as recorded, against the program itself. One
/// test for each quirk of that client.
class M3Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readyLineTellsTheAddress()
    {
        Console console;
        QVERIFY(console.watch({u"--contexts"_s, u"127.0.0.1:0"_s}));
        const QString address = console.ready()[u"contexts"_s].toString();
        QVERIFY2(address.startsWith("127.0.0.1:"_L1) && !address.endsWith(":0"_L1), qPrintable(address));
        Console without;
        QVERIFY(without.watch({}));
        QVERIFY(!without.ready().contains(u"contexts"_s));
        QCOMPARE(console.stop(SIGTERM), 0);
    }

    void theClientIsAnsweredAtOnce_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"current", "python3", "02b9db2d", "8d9fd850", "22b1bd04", "52715093"})
            QTest::newRow(file) << u"m3/register_%1.http"_s.arg(QLatin1String(file));
    }
    void theClientIsAnsweredAtOnce()
    {
        QFETCH(QString, file);
        Console console;
        QVERIFY(console.watch({u"--contexts"_s, u"127.0.0.1:0"_s, u"--tick"_s, u"0.2"_s}));
        QElapsedTimer timer;
        timer.start();
        const QByteArray answer = answerTo(console.ready()[u"contexts"_s].toString(), bytesOf(file));
        QVERIFY2(answer.startsWith("HTTP/1.1 200 ") && answer.contains("Content-Length: "),
                 answer.constData());
        QVERIFY(timer.elapsed() < 1000);
        console.send("x:1|c");
        const QJsonObject tick = console.tickWithMetric(u"x"_s);
        for (const QJsonValue &source : tick[u"sources"_s].toArray()) {
            if (source[u"kind"_s].toString() == "contexts"_L1)
                QCOMPARE(source[u"items"_s].toInt(), 1);
        }
        QCOMPARE(console.stop(SIGTERM), 0);
    }

    void registrationsOutliveARestart()
    {
        Console console;
        QVERIFY(console.watch({u"--contexts"_s, u"127.0.0.1:0"_s}));
        QVERIFY(answerTo(console.ready()[u"contexts"_s].toString(), bytesOf(u"m3/register_current.http"_s))
                    .contains(" 200 "));
        QTest::qWait(50); // ended sooner than a lazy writer would write
        QCOMPARE(console.stop(SIGTERM), 0);
        QFile store(console.path(u"metriscope/contexts.json"_s));
        QVERIFY2(store.open(QIODevice::ReadOnly), qPrintable(store.fileName()));
        const QByteArray kept = store.readAll();
        QVERIFY(kept.contains("/auth/login") && kept.contains("9e9be264d609c0e1a535693ba4c389aa"));
        store.close();
        // and a damaged store costs no start
        QVERIFY(store.open(QIODevice::WriteOnly) && store.write("{\"format\":1,") > 0);
        store.close();
        QVERIFY(console.watch({u"--contexts"_s, u"127.0.0.1:0"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(store.fileName()), 10'000);
        QCOMPARE(console.stop(SIGTERM), 0);
        QVERIFY2(console.err().contains(u".damaged-"_s), qPrintable(console.err()));
    }

    void portOfAnotherProgram()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Console console;
        QCOMPARE(console.run({u"watch"_s, u"--statsd"_s, u"127.0.0.1:0"_s, u"--contexts"_s,
                              u"127.0.0.1:%1"_s.arg(other.serverPort())}),
                 2);
        QVERIFY2(console.err().contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(console.err()));
    }

    // quirks of the metrics

    void doubleDotAndSingleDotAreOneApplication()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.3"_s}));
        sendAll(console, datagramsOf(u"m3_double_dot.txt"_s) + datagramsOf(u"m3_single_dot.txt"_s));
        const QJsonObject tick = console.tickWithMetric(u"v1.tatar.bars.test.instance_test.requests.total"_s);
        QCOMPARE(tick[u"signals"_s].toArray().size(), 1);
        QVERIFY(!applicationOf(tick, Name).isEmpty());
    }

    void instanceIsPartOfTheIdentity()
    {
        oneSignal("v1.r.c.p.instance_main..requests.total:1|c", u"v1.r.c.p.main"_s);
    }
    void shortPrefix() { oneSignal("v1.r..requests.total:1|c", u"v1.r"_s); }
    void foreignPrefix() { oneSignal("a.b.c.d.e.f.requests.total:1|c", u"a.b.c.d.e.f"_s); }
    void noPrefix() { oneSignal("requests.total:1|c", u"m3"_s); }

    void microsecondsLabelledMilliseconds()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        sendAll(console, datagramsOf(u"m3_double_dot.txt"_s));
        const QJsonObject signal = waitFor(console, Name, u"latency"_s);
        QCOMPARE(signal[u"latency"_s][u"unit"_s].toString(), u"ms"_s);
        QVERIFY(signal[u"latency"_s][u"p99"_s].toDouble() < 13);
        QVERIFY(signal[u"notes"_s].toArray().contains(u"timer-unit-us"_s));
    }

    void millisecondsOfTheForkAreDoubted()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        console.send("app..controller_x.url_y.method_get.requests.timing:12.453000|ms");
        QVERIFY(waitFor(console, u"app"_s, u"latency"_s)[u"notes"_s].toArray().contains(
            u"timer-unit-doubtful"_s));
    }

    void negativeTimingsOfClockStepsAreBadLines()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        console.send("app..controller_x.requests.timing:-4999999.000000|ms\nmark:1|c");
        const QJsonObject tick = console.tickWithMetric(u"mark"_s);
        QCOMPARE(tick[u"lines"_s][0][u"verdict"_s].toString(), u"rejected"_s);
    }

    void usersAreAGaugeThenDeltas()
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.3"_s}));
        for (const char *line :
             {"app..users.count:1.000000|g", "app..users.active:0.000000|g", "app..users.active:1|c",
              "app..users.active:-1|c", "app..users.active:-1|c", "app..users.count:-1|c"}) {
            console.send(line);
            QTest::qWait(20);
        }
        const QJsonObject signal = applicationOf(console.tickWith([](const QJsonObject &tick) {
            return applicationOf(tick, u"app"_s)[u"totalUsers"_s].toDouble(-9) == 0;
        }),
                                                 u"app"_s);
        QCOMPARE(signal[u"activeUsers"_s].toDouble(), -1); // an anonymous logout: m3 counts it, and so do we
    }

    void cyrillicKeysOfPython2() { oneSignal(u"привет..requests.total:1|c"_s.toUtf8(), u"привет"_s); }

private:
    static void sendAll(const Console &console, const QList<QByteArray> &datagrams)
    {
        for (const QByteArray &datagram : datagrams)
            console.send(datagram);
    }
    /// What an application says in the first tick in which it says `key`.
    static QJsonObject waitFor(Console &console, const QString &application, const QString &key)
    {
        return applicationOf(console.tickWith([&](const QJsonObject &tick) {
            return applicationOf(tick, application).contains(key);
        }),
                             application);
    }
    static void oneSignal(const QByteArray &datagram, const QString &application)
    {
        Console console;
        QVERIFY(console.watch({u"--tick"_s, u"0.2"_s}));
        console.send(datagram);
        const QJsonObject signal = waitFor(console, application, u"requestRate"_s);
        QCOMPARE(signal[u"preset"_s].toString(), u"m3"_s);
    }
};

QTEST_GUILESS_MAIN(M3Test)
#include "tst_m3.moc"
