// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/graphitename.h"
#include "netlayer/statsd/lineframer.h"
#include "netlayer/statsd/lineparser.h"
#include "tests/net/statsdtext.h"

#include <QFile>
#include <QTest>

using namespace metriscope::net;
using namespace metriscope::net::test;

/// What stands before and behind the parser: lines out of streams, datagrams as real clients sent them,
/// canonical tags and names for Graphite.
class TestLineFramer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segments_data();
    void segments();
    void endlessLine();
    void lineOfExactlyTheCap();
    void byteByByte();
    void givesMemoryBack();
    void recordedDatagrams_data();
    void recordedDatagrams();
    void canonicalTags_data();
    void canonicalTags();
    void oneSeriesWhateverTheOrder();
    void graphiteNames_data();
    void graphiteNames();
    void unescapes();
};

void TestLineFramer::segments_data()
{
    QTest::addColumn<QByteArrayList>("segments");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<QByteArray>("tail");
    const auto row = [](const char *name, const QByteArrayList &segments, const QByteArrayList &lines,
                        const char *tail) { QTest::newRow(name) << segments << lines << QByteArray(tail); };
    row("T1 two segments", {"a:1|c\nb:", "2|c\n"}, {"a:1|c", "b:2|c"}, "");
    row("T2 closed without a newline", {"a:1|c"}, {}, "a:1|c");
    row("T2 after a line", {"a:1|c\nb:2", "|c"}, {"a:1|c"}, "b:2|c");
    row("T8 doubled newlines", {"a:1|c\n\nb:2|c\n", "\n"}, {"a:1|c", "b:2|c"}, "");
    row("carriage return", {"a:1|c\r\n\r\nb:2|c\r\n"}, {"a:1|c\r", "b:2|c\r"}, "");
    row("carriage return and newline apart", {"a:1|c\r", "\n\r", "\n"}, {"a:1|c\r"}, "");
    row("carriage return at the end", {"a:1|c\n\r"}, {"a:1|c"}, "");
    row("newline alone", {"a:1|c", "\n"}, {"a:1|c"}, "");
    row("empty segments", {"", "a:1|c\n", ""}, {"a:1|c"}, "");
}

void TestLineFramer::segments()
{
    QFETCH(QByteArrayList, segments);
    QFETCH(QByteArrayList, lines);
    QFETCH(QByteArray, tail);
    LineFramer framer;
    QByteArrayList got;
    for (const QByteArray &segment : segments)
        framer.feed(view(segment), [&](std::string_view line) { got += bytes(line); });
    QCOMPARE(got, lines);
    QCOMPARE(bytes(framer.tail()), tail);
    QCOMPARE(framer.oversized(), std::uint64_t(0));
}

void TestLineFramer::endlessLine() // T3
{
    LineFramer framer;
    const QByteArray piece(10000, 'x');
    std::size_t most = 0;
    int lines = 0;
    for (int i = 0; i < 1000; ++i) {
        framer.feed(view(piece), [&](std::string_view) { ++lines; });
        most = std::max(most, framer.capacity());
    }
    QCOMPARE(framer.oversized(), std::uint64_t(1));
    QCOMPARE(lines, 0);
    QVERIFY2(most <= 2 * LineFramer::MaxLine, QByteArray::number(quint64(most)).constData());
    QVERIFY(framer.tail().empty());
    framer.feed("rest of it\na:1|c\n", [&](std::string_view line) { lines += line == "a:1|c" ? 1 : 100; });
    QCOMPARE(lines, 1);
    QCOMPARE(framer.oversized(), std::uint64_t(1));
}

void TestLineFramer::lineOfExactlyTheCap()
{
    const QByteArray longest(qsizetype(LineFramer::MaxLine), 'x');
    for (const qsizetype cut : {qsizetype(0), qsizetype(1), qsizetype(40000), longest.size()}) {
        LineFramer framer;
        std::size_t size = 0;
        framer.feed(view(longest.left(cut)), [&](std::string_view line) { size += line.size(); });
        framer.feed(view(longest.mid(cut) + '\n'), [&](std::string_view line) { size += line.size(); });
        QCOMPARE(size, LineFramer::MaxLine);
        QCOMPARE(framer.oversized(), std::uint64_t(0));
        framer.feed(view(longest.left(cut)), [&](std::string_view) { size = 0; });
        framer.feed(view(longest.mid(cut) + "x\n"), [&](std::string_view) { size = 0; });
        QCOMPARE(size, LineFramer::MaxLine);
        QCOMPARE(framer.oversized(), std::uint64_t(1));
    }
}

void TestLineFramer::byteByByte()
{
    const QByteArray line(60000, 'x'); // quadratic work would show: 10 times 60,000 bytes one at a time
    LineFramer framer;
    int lines = 0;
    for (int i = 0; i < 10; ++i) {
        for (const char &byte : line + '\n')
            framer.feed({&byte, 1}, [&](std::string_view got) {
                lines += qsizetype(got.size()) == line.size() ? 1 : 100;
            });
    }
    QCOMPARE(lines, 10);
}

void TestLineFramer::givesMemoryBack()
{
    LineFramer framer;
    framer.feed(view(QByteArray(50000, 'x')), [](std::string_view) {});
    QVERIFY(framer.capacity() >= 50000);
    framer.feed("\n", [](std::string_view) {});
    QVERIFY(framer.capacity() <= 1024);
}

void TestLineFramer::recordedDatagrams_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("lines");
    QTest::addColumn<QByteArrayList>("rejected");
    QTest::newRow("m3 with pystatsd") << QStringLiteral("m3.datagrams") << 36 << QByteArrayList();
    QTest::newRow("pystatsd")
        << QStringLiteral("pystatsd.datagrams") << 15
        << QByteArrayList{
               "neg:-4999999.000000|ms: rejected negative-timer at 4 (the client's clock stepped back)"};
    QTest::newRow("python-statsd") << QStringLiteral("python-statsd.datagrams") << 24
                                   << QByteArrayList{"app.s:a b:c|d|s: rejected bad-number at 6"};
}

void TestLineFramer::recordedDatagrams()
{
    QFETCH(QString, file);
    QFETCH(int, lines);
    QFETCH(QByteArrayList, rejected);
    QFile input(QStringLiteral(METRISCOPE_TEST_DATA "/statsd/") + file);
    QVERIFY(input.open(QIODevice::ReadOnly));
    QByteArrayList got;
    std::size_t count = 0;
    while (!input.atEnd()) {
        QByteArray datagram = input.readLine().trimmed();
        datagram.replace("\\n", "\n");
        count += forEachLine(view(datagram), [&](std::string_view line) {
            Recorder sink;
            const LineReport report = parseLine(line, defaultDialect(), sink);
            if (report.verdict != Verdict::Accepted)
                got += bytes(line) + ": " + describe(report);
        });
    }
    QCOMPARE(int(count), lines);
    QCOMPARE(got, rejected);
}

void TestLineFramer::canonicalTags_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("tags");
    const auto row = [](const char *name, const char *line, const char *tags) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(tags);
    };
    row("none", "a:1|c", "");
    row("P13 one", "a:1|c|#x:y", "x:y");
    row("P15 empty", "a:1|c|#", "");
    row("P15 colon in the value, bare tag", "a:1|c|#k:v:w,bare", "bare,k:v:w");
    row("P29 sorted", "a:1|c|#b:1,a:2", "a:2,b:1");
    row("P22 Graphite", "a;t=1;b=2:1|c", "b:2,t:1");
    row("P22 Influx", "a,t=1,b=2:1|c", "b:2,t:1");
    row("P22 SignalFx", "a[t=1,b=2]:1|c", "b:2,t:1");
    row("both", "a;t=1:1|c|#b:2", "b:2,t:1");
    row("the line wins over the name", "a;t=1:1|c|#t:2", "t:2");
    row("the last one wins", "a:1|c|#t:3,t:1,t:2", "t:2");
    row("the same twice", "a:1|c|#t:1,t:1,bare,bare", "bare,t:1");
    row("empty tags", "a:1|c|#,,t:1,", "t:1");
    row("empty value", "a:1|c|#t:", "t:");
    row("comma in a Graphite value", "a;t=1,2:1|c", "t:1_2");
    row("comma in a Graphite key", "a;,b=1;_b=2;A=3:1|c", "A:3,_b:2");
    row("bytes are kept", "a:1|c|#город:Казань", "город:Казань");
    row("case is kept", "a:1|c|#b:1,B:2", "B:2,b:1");
}

void TestLineFramer::canonicalTags()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, tags);
    struct Sink {
        std::string canonical = "left over";
        void sample(const Sample &sample) { metriscope::net::canonicalTags(sample, canonical); }
    } sink;
    QCOMPARE(parseLine(view(line), defaultDialect(), sink).verdict, Verdict::Accepted);
    QCOMPARE(bytes(sink.canonical), tags);
}

void TestLineFramer::oneSeriesWhateverTheOrder() // P29
{
    std::string one, other, graphite;
    metriscope::net::canonicalTags({}, TagSyntax::None, "b:1,a:2", one);
    metriscope::net::canonicalTags({}, TagSyntax::None, "a:2,b:1", other);
    metriscope::net::canonicalTags("b=1;a=2", TagSyntax::Graphite, {}, graphite);
    QCOMPARE(one, other);
    QCOMPARE(one, graphite);
}

void TestLineFramer::graphiteNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("graphite");
    const auto row = [](const char *title, const char *name, const char *graphite) {
        QTest::newRow(title) << QByteArray(name) << QByteArray(graphite);
    };
    row("plain", "api.hits_5-x", "api.hits_5-x");
    row("P20 blank", " a", "_a");
    row("P20 blank, slash and percent", "a b/c%d", "a_b-cd");
    row("blanks in a row", "a \t b", "a_b");
    row("P21 Cyrillic", "жа", "%D0%B6%D0%B0");
    row("P21 mixed", "api.ж", "api.%D0%B6");
    row("P22 tags", "a.b;t=1", "a.b;t=1");
    row("P23", "__proto__", "__proto__");
    row("nothing is left", "%%", "_");
    row("empty", "", "_");
    row("control characters",
        "a\x01\x7f"
        "b",
        "ab");
}

void TestLineFramer::graphiteNames()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, graphite);
    QCOMPARE(bytes(graphiteName(view(name))), graphite);
}

void TestLineFramer::unescapes() // D3
{
    std::string out = "left over";
    unescapeText("a\\nb\\\\n\\x\\", out);
    QCOMPARE(bytes(out), QByteArray("a\nb\\\n\\x\\"));
    unescapeText("", out);
    QVERIFY(out.empty());
}

QTEST_GUILESS_MAIN(TestLineFramer)
#include "tst_lineframer.moc"
