// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/explain.h"
#include "netlayer/statsd/lineparser.h"
#include "tests/net/statsdtext.h"

#include <QTest>

using namespace metriscope::net;
using namespace metriscope::net::test;

/// One line under the default dialect (or the one named), and all that came of it. Names such as P9 are those
/// of the corner cases that the project decided once and for all.
class TestLineParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void line_data();
    void line();
    void event_data();
    void event();
    void dialect_data();
    void dialect();
    void acceptedBy_data();
    void acceptedBy();
    void knowsDialectsByName();
    void splitsDatagrams_data();
    void splitsDatagrams();
    void longInput();
};

namespace
{

void columns()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("samples");
    QTest::addColumn<QByteArray>("report");
}

void row(const char *name, const char *line, const char *samples, const char *report = "accepted")
{
    QTest::newRow(name) << QByteArray(line) << QByteArray(samples) << QByteArray(report);
}

void check(const QByteArray &line, const Dialect &dialect, const QByteArray &samples,
           const QByteArray &report)
{
    Recorder sink;
    const LineReport got = parseLine(view(line), dialect, sink);
    QCOMPARE(describe(got), report);
    QCOMPARE(sink.text, samples);
}

} // namespace

void TestLineParser::line_data()
{
    columns();
    row("P1 counter", "a:1|c", "a=1 c");
    row("P2 name and kind", "a|c", "", "rejected missing-colon at 1");
    row("P2 name only", "a", "", "rejected missing-colon at 1");
    row("P3 counter without a value", "a:|c", "", "rejected empty-value at 2");
    row("P3 gauge without a value", "a:|g", "", "rejected empty-value at 2");
    row("P4 packed", "a:1:2:3|c", "a=1 c; a=2 c; a=3 c");
    row("P4 packed with a rate", "a:1:2|ms|@0.5|#k:v", "a=1 ms @0.5 #k:v; a=2 ms @0.5 #k:v");
    row("P4 packed, one bad", "a:1:x:3|c", "", "rejected bad-number at 4");
    row("P5 chained", "a:1|c:2|c:5|ms", "a=1 c; a=2 c; a=5 ms");
    row("P5 chained with rates", "a:1|c|@0.1:2|c:3|c|@0.5", "a=1 c @0.1; a=2 c; a=3 c @0.5");
    row("P5 chained, tags are the line's", "a:1|c:2|g|#k:v", "a=1 c #k:v; a=2 g #k:v");
    row("P5 chained, the last one bad", "a:1|c:2|c:x|ms", "", "rejected bad-number at 10");
    row("P6 packed with an empty one", "a:21::22|ms", "a=21 ms; a=22 ms", "warning empty-packed-value at 5");
    row("P6 packed, all empty", "a:::|ms", "", "rejected empty-value at 2");
    row("P7 h", "a:1|h", "a=1 h");
    row("P7 d", "a:1|d", "a=1 d");
    row("P7 x", "a:1|x", "", "rejected unknown-kind at 4");
    row("P7 no kind", "a:1|", "", "rejected missing-kind at 4");
    row("P7 no bar", "a:1", "", "rejected missing-kind at 3");
    row("P7 kv", "a:1|kv", "", "rejected unknown-kind at 4");
    row("P7 C", "a:1|C", "", "rejected unknown-kind at 4");
    row("P8 hexadecimal", "a:0x10|c", "", "rejected bad-number at 3 (hexadecimal number)");
    row("P8 exponent", "a:1e3|c", "a=1000 c");
    row("P8 blanks", "a: 7 |c", "a=7 c");
    row("P8 only blanks", "a:  |c", "", "rejected empty-value at 2");
    row("P8 Infinity", "a:Infinity|c", "", "rejected not-finite at 2");
    row("P8 -inf", "a:-inf|g", "", "rejected not-finite at 3");
    row("P8 NaN", "a:NaN|g", "", "rejected not-finite at 2");
    row("P8 too large", "a:1e400|c", "", "rejected not-finite at 2");
    row("P8 too small is zero", "a:1e-400|g", "a=0 g");
    row("P8 a small tail is zero", "a:0.000e-999|g", "a=0 g");
    row("P9 decimal comma", "a:1,5|c", "", "rejected bad-number at 3 (decimal comma)");
    row("P9 text after the number", "a:12abc|c", "", "rejected bad-number at 4 (text after the number)");
    row("P9 no number", "a:abc|c", "", "rejected bad-number at 2");
    row("P9 two points", "a:1.2.3|c", "", "rejected bad-number at 5 (text after the number)");
    row("P9 two signs", "a:--1|c", "", "rejected bad-number at 3");
    row("P9 sign alone", "a:-|g", "", "rejected bad-number at 3");
    row("P9 forms of a number", "a:.5:5.:+5:007:-0.25:1E2|g|#t",
        "a=0.5 g #t; a=5 g #t; a=5 g delta #t; a=7 g #t; a=-0.25 g delta #t; a=100 g #t");
    row("P10 rate", "a:1|c|@0.1", "a=1 c @0.1");
    row("P10 rate above one", "a:1|c|@2", "a=1 c @2", "warning rate-above-one at 7");
    row("P10 rate with an exponent", "a:1|c|@2e-1", "a=1 c @0.2");
    row("P11 rate of zero", "a:1|c|@0", "", "rejected bad-rate at 7");
    row("P11 rate that comes to zero", "a:1|c|@1e-400", "", "rejected bad-rate at 7");
    row("P11 rate that makes it infinite", "a:1e300|c|@1e-20", "", "rejected not-finite at 2");
    row("P12 infinite rate", "a:1|c|@Infinity", "", "rejected bad-rate at 7");
    row("P12 rate with a plus", "a:1|c|@+0.5", "", "rejected bad-rate at 7");
    row("P12 rate with a minus", "a:1|c|@-1", "", "rejected bad-rate at 7");
    row("P12 rate of text", "a:1|c|@often", "", "rejected bad-rate at 7");
    row("P12 empty rate", "a:1|c|@", "", "rejected bad-rate at 7");
    row("P12 rate with a comma", "a:1|c|@0,1", "", "rejected bad-rate at 8 (decimal comma)");
    row("P13 rate, tags", "a:1|c|@0.1|#x:y", "a=1 c @0.1 #x:y");
    row("P14 tags, rate", "a:1|c|#x:y|@0.1", "a=1 c @0.1 #x:y");
    row("P15 no tags", "a:1|c|#", "a=1 c");
    row("P15 colon in a tag, bare tag", "a:1|c|#k:v:w,bare", "a=1 c #k:v:w,bare");
    row("P16 container", "a:1|c|c:ci-abc", "a=1 c c:ci-abc");
    row("P16 timestamp", "a:1|c|T1656581400", "a=1 c T1656581400");
    row("P16 every field", "a:1|g|T1656581400|c:x|#k:v|@1|e:it-false|card:low", "a=1 g #k:v c:x T1656581400");
    row("P16 timestamp of zero", "a:1|c|T0", "", "rejected bad-timestamp at 7");
    row("P16 timestamp before the epoch", "a:1|c|T-5", "", "rejected bad-timestamp at 7");
    row("P16 timestamp with a fraction", "a:1|c|T1.5", "", "rejected bad-timestamp at 7");
    row("P16 timestamp of text", "a:1|c|Tx", "", "rejected bad-timestamp at 7");
    row("P17 carriage return", "a:1|c\r", "a=1 c", "accepted carriage-return at 5");
    row("P17 two carriage returns", "a:1|c\r\r", "", "rejected trailing-garbage at 5");
    row("P18 negative timer", "a:-5|ms", "",
        "rejected negative-timer at 2 (the client's clock stepped back)");
    row("P18 negative timer, carriage return", "a:-5|ms\r", "",
        "rejected negative-timer at 2 (the client's clock stepped back)");
    row("P18 negative histogram", "a:-5|h", "a=-5 h");
    row("P20 blank before the name", " a:1|c", " a=1 c");
    row("P20 blank, slash and percent", "a b/c%d:1|c", "a b/c%d=1 c");
    row("P21 Cyrillic", "привет:1|c", "привет=1 c");
    row("P22 Graphite tags", "a.b;t=1:1|c", "a.b=1 c graphite:t=1");
    row("P22 Graphite and Datadog tags", "a;t=1;u=2:1|c|#v:3", "a=1 c graphite:t=1;u=2 #v:3");
    row("P22 Influx tags", "a.b,t=1,u=2:1|c", "a.b=1 c influx:t=1,u=2");
    row("P22 SignalFx tags", "a.b[t=1,u=2]:1|c", "a.b=1 c signalfx:t=1,u=2");
    row("P22 separators of no tags", "a,b;c[d]:1|c", "a,b;c[d]=1 c");
    row("P22 open bracket", "a[t=1:1|c", "a[t=1=1 c");
    row("P22 tags without a name", ";t=1:1|c", "", "rejected empty-name at 0");
    row("P23 __proto__", "__proto__:1|ms", "__proto__=1 ms");
    row("P23 constructor", "constructor:1|ms", "constructor=1 ms");
    row("P24 set of an address", "s:bob@x.com|s", "s=bob@x.com s");
    row("P25 empty member", "s:|s", "", "rejected empty-value at 2");
    row("P25 colon in a member", "s:a:b|s", "s=a:b s");
    row("P25 member is no number", "s: a,b |s", "s= a,b  s");
    row("P27 escaped newline", "a:1|c\\nb:2|g", "", "rejected trailing-garbage at 5 (escaped newline)");
    row("P27 escaped newline after a number", "a:1\\nb:1|c", "",
        "rejected bad-number at 3 (escaped newline)");
    row("P27 escaped newline after a rate", "a:1|c|@0.5\\nb:1|c", "",
        "rejected bad-rate at 10 (escaped newline)");
    row("P27 escaped newline after tags", "a:1|c|#k:v\\nb:1|c", "a=1 c #k:v\\nb:1",
        "warning unknown-field at 10 (escaped newline)");
    row("P29 order of tags is left", "a:1|c|#b:1,a:2", "a=1 c #b:1,a:2");
    row("P30 empty name", ":1|c", "", "rejected empty-name at 0");
    row("P30 empty line", "", "", "rejected empty-name at 0");
    row("P30 bar first", "|c", "", "rejected missing-colon at 0");
    row("G1 gauge", "g:10|g", "g=10 g");
    row("G1 minus", "g:-3|g", "g=-3 g delta");
    row("G1 plus", "g:+3|g", "g=3 g delta");
    row("G1 minus zero", "g:-0|g", "g=0 g delta");
    row("G3 gauge with a rate", "g:5|g|@0.1", "g=5 g @0.1");
    row("G6 timing of m3", "v1..requests.timing:120345.000000|ms", "v1..requests.timing=120345 ms");
    row("G8 members are text", "s:01:1|s", "s=01:1 s");
    row("unknown field", "a:1|c|zzz", "a=1 c", "warning unknown-field at 6");
    row("bar at the end", "a:1|c|", "a=1 c", "warning unknown-field at 6");
    row("python-statsd's unescaped member", "app.s:a b:c|d|s", "", "rejected bad-number at 6");
    row("long integer", "a:12345678901234567890|c", "a=12345678901234567000 c");
    row("sivy's large gauge", "big:100000000000000000000.000000|g", "big=1e+20 g");
    row("all digits kept", "g:0.30000000000000004|g", "g=0.30000000000000004 g");
}

void TestLineParser::line()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, samples);
    QFETCH(QByteArray, report);
    check(line, defaultDialect(), samples, report);
}

void TestLineParser::event_data()
{
    columns();
    row("P26 event", "_e{5,4}:title|text|#a:b", "event[title][text] level 0 #a:b");
    row("P26 service check", "_sc|Redis|2|#env:dev|m:timed out", "check[Redis] 2 #env:dev m:timed out");
    row("D1 lengths are bytes", "_e{12,12}:Привет|Привет", "event[Привет][Привет] level 0");
    row("D1 lengths of characters", "_e{6,6}:Привет|Привет", "",
        "rejected event-length at 14 (lengths look like characters, not bytes)");
    row("D1 length of the text alone", "_e{1,6}:a|Привет", "",
        "rejected event-length at 9 (lengths look like characters, not bytes)");
    row("D2 empty title", "_e{0,4}:|text", "", "rejected empty-title at 3");
    row("D2 short header", "_e{", "", "rejected bad-event-header at 3");
    row("D2 header without an end", "_e{1,1", "", "rejected bad-event-header at 6");
    row("D2 negative length", "_e{-1,1}:a|b", "", "rejected bad-event-header at 3");
    row("D2 length of text", "_e{a,1}:a|b", "", "rejected bad-event-header at 3");
    row("D2 length beyond all bounds", "_e{99999999999999999999,1}:a|b", "",
        "rejected bad-event-header at 3");
    row("D2 no text", "_e{5,0}:title|", "event[title][] level 0");
    row("D2 no bar at all", "_e{5,0}:title", "", "rejected event-length at 13");
    row("D2 declared above actual", "_e{5,40}:title|text", "", "rejected event-length at 14");
    row("D2 declared above actual, title", "_e{50,4}:title|text", "", "rejected event-length at 19");
    row("D2 declared below actual", "_e{5,2}:title|text", "", "rejected event-length at 13");
    row("D3 escapes are left", "_e{4,4}:a\\nb|c\\nd", "event[a\\nb][c\\nd] level 0");
    row("D3 every field", "_e{1,1}:a|b|s:src|#t:1|t:warning|p:low|k:key|h:host|d:1656581400|c:ci",
        "event[a][b] level 2 low #t:1 h:host k:key s:src c:ci d:1656581400");
    row("D3 success", "_e{1,1}:a|b|t:success|p:normal", "event[a][b] level 1");
    row("D3 error", "_e{1,1}:a|b|t:error", "event[a][b] level 3");
    row("D3 bad priority", "_e{1,1}:a|b|p:high|#k:v", "event[a][b] level 0 #k:v",
        "warning bad-event-field at 12");
    row("D3 bad level", "_e{1,1}:a|b|t:fatal", "event[a][b] level 0", "warning bad-event-field at 12");
    row("D3 bad time", "_e{1,1}:a|b|d:now", "event[a][b] level 0", "warning bad-event-field at 12");
    row("D3 unknown field", "_e{1,1}:a|b|zzz", "event[a][b] level 0", "warning unknown-field at 12");
    row("D3 carriage return", "_e{1,1}:a|b\r", "event[a][b] level 0", "accepted carriage-return at 11");
    row("D4 ok", "_sc|n|0", "check[n] 0");
    row("D4 unknown", "_sc|n|3|h:host|d:5|c:ci", "check[n] 3 h:host c:ci d:5");
    row("D4 status above three", "_sc|n|4", "", "rejected bad-check-status at 6");
    row("D4 status of two digits", "_sc|n|10", "", "rejected bad-check-status at 6");
    row("D4 no status", "_sc|n", "", "rejected bad-check-status at 5");
    row("D4 no name", "_sc||0", "", "rejected empty-name at 4");
    row("D4 message not last", "_sc|n|1|m:late|#k:v", "check[n] 1 #k:v m:late",
        "warning bad-event-field at 15");
    row("D5 blank and slash in a name", "a b/c:1|c", "a b/c=1 c");
    row("name like a service check", "_scores:1|c", "_scores=1 c");
}

void TestLineParser::event()
{
    line();
}

void TestLineParser::dialect_data()
{
    QTest::addColumn<QByteArray>("name");
    columns();
    const auto add = [](const char *row, const char *name, const char *line, const char *samples,
                        const char *report = "accepted") {
        QTest::addRow("%s %s", name, row)
            << QByteArray(name) << QByteArray(line) << QByteArray(samples) << QByteArray(report);
    };
    add("P2", "netdata", "a", "a=1 c");
    add("P2 with a kind", "netdata", "a|c", "a=1 c");
    add("P2 without a kind", "netdata", "a:3", "a=3 c");
    add("P2 gauge", "netdata", "a|g", "", "rejected empty-value at 1");
    add("P3", "brubeck", "a:|g", "a=0 g");
    add("P4", "statsd", "a:1:2:3|c", "", "rejected packed-not-in-dialect at 3");
    add("P4 fraction", "netdata", "a:1.5|c", "", "rejected bad-number at 3");
    add("P4 fraction of a timer", "netdata", "a:1.5|ms", "a=1.5 ms");
    add("dictionary", "netdata", "a:b|d", "a=b s");
    add("P5", "statsd", "a:1|c:2|c:5|ms", "a=1 c; a=2 c; a=5 ms");
    add("P5", "statsite", "a:1|c:2|c", "", "rejected trailing-garbage at 5");
    add("P7 h", "statsd", "a:1|h", "a=1 c", "warning kind-read-as-counter at 4");
    add("P7 empty", "statsd", "a:1|", "a=1 c", "warning kind-read-as-counter at 4");
    add("P7 h", "statsite", "a:1|h", "a=1 ms");
    add("P7 h", "pystatsd", "a:1|h", "", "rejected kind-not-in-dialect at 4");
    add("P7 kv", "statsite", "a:1|kv", "a=1 g");
    add("P7 C", "brubeck", "a:1|C", "a=1 c");
    add("P8 hexadecimal", "statsd", "a:0x10|c", "a=16 c");
    add("P8 Infinity", "statsd", "a:Infinity|c", "", "rejected not-finite at 2");
    add("P8 blanks", "brubeck", "a: 7|c", "", "rejected bad-number at 2");
    add("P9 comma", "statsite", "a:1,5|c", "a=1 c");
    add("P9 text", "statsite", "a:12abc|c", "a=12 c");
    add("P9 hexadecimal", "statsite", "a:0x10|c", "a=0 c");
    add("P10", "statsd", "a:1|c|@2", "a=1 c @2");
    add("P10", "statsite", "a:1|c|@2", "a=1 c");
    add("P10", "brubeck", "a:1|c|@2", "", "rejected bad-rate at 7");
    add("P11", "pystatsd", "a:1|c|@0", "", "rejected bad-rate at 7");
    add("P11", "statsite", "a:1|c|@0", "a=1 c");
    add("P11", "brubeck", "a:1|c|@0", "", "rejected bad-rate at 7");
    add("P15", "statsd", "a:1|c|#k:v", "a=1 c #k:v");
    add("P15", "pystatsd", "a:1|c|#k:v", "", "rejected field-not-in-dialect at 6");
    add("P16", "statsd", "a:1|c|c:ci-abc", "", "rejected field-not-in-dialect at 6");
    add("P16", "statsd", "a:1|c|T1656581400", "", "rejected field-not-in-dialect at 6");
    add("P17", "pystatsd", "a:1|c\r", "", "rejected carriage-return at 5");
    add("P17", "brubeck", "a:1|c\r", "", "rejected carriage-return at 5");
    add("P18", "statsite", "a:-5|ms", "a=-5 ms");
    add("P22", "netdata", "a.b;t=1:1|c", "", "rejected packed-not-in-dialect at 7");
    add("P22", "statsd", "a.b;t=1:1|c", "a.b=1 c graphite:t=1");
    add("P25 colon", "statsd", "s:a:b|s", "", "rejected packed-not-in-dialect at 3");
    add("P25 empty", "statsd", "s:|s", "s=0 s");
    add("P26 event", "statsd", "_e{5,4}:title|text", "", "rejected event-not-in-dialect at 0");
    add("P26 check", "brubeck", "_sc|Redis|2", "", "rejected event-not-in-dialect at 0");
    add("P30", "statsd", ":1|c", "=1 c");
    add("blank in a name", "brubeck", "a b:1|c", "", "rejected name-not-in-dialect at 1");
    add("dot at the end", "brubeck", "a.:1|c", "",
        "rejected name-not-in-dialect at 1 (the prefix ends with a dot)");
    add("G2", "pystatsd", "g:-3|g", "g=-3 g");
    add("G3", "statsite", "g:5|g|@0.1", "", "rejected field-not-in-dialect at 6");
    add("sets", "pystatsd", "s:x|s", "", "rejected kind-not-in-dialect at 4");
    add("unknown field", "statsd", "a:1|c|zzz", "", "rejected bad-field at 6");
    add("unknown field", "netdata", "a:1|c|zzz", "a=1 c");
}

void TestLineParser::dialect()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, samples);
    QFETCH(QByteArray, report);
    const Dialect *dialect = dialectByName(view(name));
    QVERIFY(dialect);
    check(line, *dialect, samples, report);
}

void TestLineParser::acceptedBy_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("report");
    QTest::addColumn<QByteArray>("acceptedBy");
    const auto add = [](const char *name, const char *line, const char *report, const char *acceptedBy) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(report) << QByteArray(acceptedBy);
    };
    add("everybody", "a:1|c", "accepted", "dogstatsd statsd netdata brubeck statsite pystatsd ");
    add("P9", "a:1,5|c", "rejected bad-number at 3 (decimal comma)", "statsite ");
    add("P2", "a", "rejected missing-colon at 1", "netdata ");
    add("P4", "a:1:2:3|c", "accepted", "dogstatsd ");
    add("P17", "a:1|c\r", "accepted carriage-return at 5", "dogstatsd statsd netdata ");
    add("nobody", "a:NaN|g", "rejected not-finite at 2", "");
    add("double dot is only information", "v1.i..requests.total:1|c",
        "accepted double-dot at 4 (the prefix ends with a dot)",
        "dogstatsd statsd netdata brubeck statsite pystatsd ");
    add("a warning is no information", "v1..a:1|c|@2", "warning rate-above-one at 11",
        "dogstatsd statsd netdata statsite pystatsd ");
}

void TestLineParser::acceptedBy()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, report);
    QFETCH(QByteArray, acceptedBy);
    const Explanation explanation = explainLine(view(line), defaultDialect());
    QCOMPARE(describe(explanation.report), report);
    QByteArray names;
    for (std::size_t i = 0; i < DialectCount; ++i) {
        if (explanation.acceptedBy[i])
            names += bytes(dialects()[i].name) + ' ';
    }
    QCOMPARE(names, acceptedBy);
}

void TestLineParser::knowsDialectsByName()
{
    for (const Dialect &dialect : dialects())
        QCOMPARE(dialectByName(dialect.name), &dialect);
    QCOMPARE(dialectByName("dogstatsd"), &defaultDialect());
    QVERIFY(!dialectByName("DogStatsD"));
    QVERIFY(!dialectByName(""));
}

void TestLineParser::splitsDatagrams_data()
{
    QTest::addColumn<QByteArray>("datagram");
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("P17 carriage returns")
        << QByteArray("a:5|ms\r\nb:1|c\r\n") << QByteArray("[a:5|ms\r][b:1|c\r]");
    QTest::newRow("P19 empty lines") << QByteArray("\n\na:1|c\n\n") << QByteArray("[a:1|c]");
    QTest::newRow("P19 empty lines with returns")
        << QByteArray("\r\n\r\na:1|c\r\n\r") << QByteArray("[a:1|c\r]");
    QTest::newRow("P28 ends in mid-line") << QByteArray("a:1|c\nb:") << QByteArray("[a:1|c][b:]");
    QTest::newRow("P28 a NUL") << QByteArray("a\0b:1|c\n", 8) << QByteArray("[a\0b:1|c]", 9);
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestLineParser::splitsDatagrams()
{
    QFETCH(QByteArray, datagram);
    QFETCH(QByteArray, lines);
    QByteArray got;
    const std::size_t count =
        forEachLine(view(datagram), [&](std::string_view line) { got += '[' + bytes(line) + ']'; });
    QCOMPARE(got, lines);
    QCOMPARE(qsizetype(count), lines.count('['));
}

void TestLineParser::longInput()
{
    Recorder sink;
    const QByteArray name(20000, 'n');
    QCOMPARE(describe(parseLine(view(name + ":1|c"), defaultDialect(), sink)), "accepted");
    QCOMPARE(sink.text, name + "=1 c");

    const QByteArray packed =
        "a" + QByteArray(":1").repeated(32000) + "|c"; // P28: 64 KiB of values in one line
    Recorder values;
    QCOMPARE(describe(parseLine(view(packed), defaultDialect(), values)), "accepted");
    QCOMPARE(values.calls, 32000);

    std::size_t rejected = 0; // P28: one-byte lines
    Recorder none;
    const std::size_t lines =
        forEachLine(view(QByteArray("x\n").repeated(1000000)), [&](std::string_view line) {
            rejected += parseLine(line, defaultDialect(), none).verdict == Verdict::Rejected ? 1 : 0;
        });
    QCOMPARE(lines, std::size_t(1000000));
    QCOMPARE(rejected, std::size_t(1000000));
}

QTEST_GUILESS_MAIN(TestLineParser)
#include "tst_lineparser.moc"
