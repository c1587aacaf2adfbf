// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/checkfixture.h"
#include "tests/system/console.h"

#include "netlayer/checks/checkresult.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>
#include <QUdpSocket>

#include <csignal>

using namespace Qt::StringLiterals;

namespace
{

std::vector<QJsonObject> linesOf(const QByteArray &out)
{
    std::vector<QJsonObject> lines;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            lines.push_back(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

QJsonObject lineOf(const std::vector<QJsonObject> &lines, const QString &key, const QString &value)
{
    for (const QJsonObject &line : lines) {
        if (line[key].toString() == value)
            return line;
    }
    return {};
}

QString file(Console &console, const QByteArray &content)
{
    QFile file(console.path(u"lines"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return file.fileName();
}

} // namespace

/// `metriscope check` and `metriscope explain`, as scripts and people run them.
class TestCheckCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthy()
    {
        Console console;
        const QString address = u"127.0.0.1:%1"_s.arg(freePort());
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(console.run({u"check"_s, u"statsd"_s, u"--statsd"_s, address, u"--json"_s}), 0);
        QVERIFY(clock.elapsed() < 5000);
        const auto lines = linesOf(console.out());
        QCOMPARE(lines.size(), 12U);
        const QJsonObject owner = lineOf(lines, u"id"_s, u"statsd.port-owner"_s);
        QCOMPARE(owner[u"event"_s].toString(), u"check"_s);
        QCOMPARE(owner[u"verdict"_s].toString(), u"pass"_s);
        QCOMPARE(owner[u"reason"_s].toString(), u"can-be-served"_s);
        QVERIFY(!owner[u"title"_s].toString().isEmpty());
        QVERIFY(owner[u"evidence"_s].toString().contains(address));
        const QJsonObject report = lines.back();
        QCOMPARE(report[u"event"_s].toString(), u"report"_s);
        QCOMPARE(report[u"kind"_s].toString(), u"statsd"_s);
        QCOMPARE(report[u"fail"_s].toInt(-1), 0);
        QCOMPARE(report[u"warning"_s].toInt(-1), 0);
        QVERIFY(report[u"pass"_s].toInt() >= 3);
        QVERIFY(report[u"settings"_s].isObject());
    }

    void aFaultIsTheExitStatus()
    {
        QUdpSocket owner;
        QVERIFY(owner.bind(QHostAddress::LocalHost, 0));
        Console console;
        const QStringList arguments{u"check"_s, u"statsd"_s, u"--statsd"_s,
                                    u"127.0.0.1:%1"_s.arg(owner.localPort())};
        QCOMPARE(console.run(arguments + QStringList{u"--json"_s}), 1);
        const QJsonObject line = lineOf(linesOf(console.out()), u"id"_s, u"statsd.port-owner"_s);
        QCOMPARE(line[u"verdict"_s].toString(), u"fail"_s);
        const QString me = QString::number(QCoreApplication::applicationPid());
        QVERIFY(line[u"evidence"_s].toString().contains(me));
        QVERIFY(line[u"remedy"_s].toString().contains(me));
        // the same for people, in two languages
        QCOMPARE(console.run(arguments), 1);
        QVERIFY2(console.out().contains(me.toUtf8()), console.out().constData());
        QCOMPARE(console.run(arguments + QStringList{u"--quiet"_s}), 1);
        QVERIFY(console.out().contains(me.toUtf8()));
        QCOMPARE(console.run(QStringList{u"--lang"_s, u"ru"_s} + arguments + QStringList{u"--json"_s}), 1);
        QCOMPARE(lineOf(linesOf(console.out()), u"id"_s, u"statsd.port-owner"_s)[u"reason"_s].toString(),
                 u"taken-by"_s);
    }

    void waitsForTraffic()
    {
        Console console;
        const quint16 port = freePort();
        console.process().start(QStringLiteral(METRISCOPE_BINARY),
                                {u"check"_s, u"m3"_s, u"--statsd"_s, u"127.0.0.1:%1"_s.arg(port), u"--wait"_s,
                                 u"2"_s, u"--json"_s, u"--prefix"_s, u"v1.tatar.bars.test.instance_test"_s});
        QVERIFY(console.process().waitForStarted());
        for (int i = 0; i < 400 && console.process().state() == QProcess::Running; ++i) {
            sendUdp(u"127.0.0.1"_s, port, "v1.tatar.bars.test.instance_test.requests.total:1|c");
            console.process().waitForFinished(50);
        }
        QCOMPARE(console.process().exitCode(), 0);
        const auto lines = linesOf(console.process().readAllStandardOutput());
        QCOMPARE(lineOf(lines, u"id"_s, u"statsd.traffic"_s)[u"verdict"_s].toString(), u"pass"_s);
        QCOMPARE(lineOf(lines, u"id"_s, u"m3.identity"_s)[u"verdict"_s].toString(), u"pass"_s);
    }

    void signalsEndIt()
    {
        Console console;
        console.process().start(QStringLiteral(METRISCOPE_BINARY),
                                {u"check"_s, u"statsd"_s, u"--statsd"_s, u"127.0.0.1:%1"_s.arg(freePort()),
                                 u"--wait"_s, u"60"_s, u"--json"_s});
        QVERIFY(console.process().waitForReadyRead(20'000));
        const int status = console.stop(SIGTERM);
        QCOMPARE(status, 0);
        QVERIFY(console.process().readAllStandardOutput().contains("\"report\"") ||
                console.out().contains("\"report\""));
    }

    /// What was named by hand has to be there; what was not can be served.
    void namedAddresses()
    {
        Console console;
        const QString url = u"http://127.0.0.1:%1/register"_s.arg(freePort());
        const QStringList common{u"--statsd"_s, u"127.0.0.1:%1"_s.arg(freePort()), u"--json"_s};
        QCOMPARE(console.run(QStringList{u"check"_s, u"m3"_s, u"--contexts"_s, url} + common), 1);
        QCOMPARE(lineOf(linesOf(console.out()), u"id"_s, u"m3.contexts-url"_s)[u"reason"_s].toString(),
                 u"http-refused"_s);
        QCOMPARE(console.run({u"check"_s, u"gstats"_s, u"--poll"_s,
                              u"gstats=tcp://127.0.0.1:%1"_s.arg(freePort()), u"--json"_s}),
                 1);
        QCOMPARE(lineOf(linesOf(console.out()), u"id"_s, u"gstats.address"_s)[u"reason"_s].toString(),
                 u"gstats-refused"_s);
        QCOMPARE(console.run({u"check"_s, u"graphite"_s, u"--poll"_s,
                              u"graphite=127.0.0.1:%1"_s.arg(freePort()), u"--json"_s}),
                 1);
        QCOMPARE(lineOf(linesOf(console.out()), u"id"_s, u"graphite.answer"_s)[u"reason"_s].toString(),
                 u"graphite-refused"_s);
    }

    void helpNamesEveryCheck()
    {
        Console console;
        QCOMPARE(console.run({u"help"_s, u"check"_s}), 0);
        for (int i = 0; i < metriscope::net::CheckIdCount; ++i) {
            const std::string_view id =
                metriscope::net::checkIdName(static_cast<metriscope::net::CheckId>(i));
            QVERIFY2(console.out().contains(QByteArray(id.data(), qsizetype(id.size()))), id.data());
        }
        QVERIFY(console.out().contains("--wait") && !console.out().contains("--all"));
    }

    void explainsLines()
    {
        Console console;
        const QString lines = file(
            console, "a:1,5|c\n\nb:-3.5|g\r\nc:1:2:3|c|@0.5|#x:y\n\xd0\xba:bob|s\n_e{2,2}:ab|cd\nlast:1|c");
        QCOMPARE(console.run({u"explain"_s, u"statsd"_s, lines, u"--json"_s}), 1);
        const auto out = linesOf(console.out());
        QCOMPARE(out.size(), 6U);
        QCOMPARE(out[0], QJsonDocument::fromJson(R"({"event":"line","number":1,"line":"a:1,5|c",
            "verdict":"rejected","reason":"bad-number","at":3,"acceptedBy":["statsite"],
            "hint":"decimal comma"})")
                             .object());
        QCOMPARE(out[1][u"number"_s].toInt(), 3);
        QCOMPARE(out[1][u"metric"_s][u"delta"_s].toBool(), true);
        const QJsonObject packed = out[2][u"metric"_s].toObject();
        QCOMPARE(packed[u"values"_s].toArray(), (QJsonArray{1, 2, 3}));
        QCOMPARE(packed[u"rate"_s].toDouble(), 0.5);
        QCOMPARE(packed[u"tags"_s][u"x"_s].toString(), u"y"_s);
        QCOMPARE(out[3][u"metric"_s][u"name"_s].toString(), u"\u043a"_s);
        QCOMPARE(out[3][u"metric"_s][u"values"_s].toArray(), QJsonArray{u"bob"_s});
        QCOMPARE(out[4][u"verdict"_s].toString(), u"accepted"_s);
        QCOMPARE(out[5][u"line"_s].toString(), u"last:1|c"_s);
    }

    void explainsByDialect()
    {
        Console console;
        const QString lines = file(console, "a:1|c\nb:1:2|c\n");
        QCOMPARE(console.run({u"explain"_s, u"statsd"_s, lines}), 0);
        QCOMPARE(console.run({u"explain"_s, u"statsd"_s, lines, u"--dialect"_s, u"brubeck"_s}), 1);
        QVERIFY2(console.out().contains("2: ") && console.out().contains("dogstatsd"),
                 console.out().constData());
        QCOMPARE(console.run({u"explain"_s, u"statsd"_s, console.path(u"absent"_s)}), 2);
        QVERIFY(console.err().contains("absent"_L1));
    }

    void explainsAStream()
    {
        QProcess process;
        process.start(QStringLiteral(METRISCOPE_BINARY), {u"explain"_s, u"statsd"_s, u"-"_s, u"--json"_s});
        QVERIFY(process.waitForStarted());
        process.write("a:1|c\n" + QByteArray(200'000, 'x') + "\nb:1|c\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 1);
        const auto out = linesOf(process.readAllStandardOutput());
        QCOMPARE(out.size(), 3U); // of a line that is too long the beginning is explained, once
        QCOMPARE(out.back()[u"number"_s].toInt(), 3);
        QCOMPARE(out.front()[u"verdict"_s].toString(), u"accepted"_s);
        QCOMPARE(out.back()[u"line"_s].toString(), u"b:1|c"_s);
    }
};

int main(int argc, char *argv[])
{
    return runInOwnNetwork<TestCheckCommand>(argc, argv);
}

#include "tst_checkcommand.moc"
