// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/pythonjson.h"
#include "netlayer/gstats/requestbook.h"
#include "netlayer/gstats/statsreply.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace metriscope::net;

Q_DECLARE_METATYPE(metriscope::net::RequestBook::Verdict)
Q_DECLARE_METATYPE(metriscope::net::ReplyIssue)

namespace
{

using Verdict = RequestBook::Verdict;
using Doubles = std::vector<double>;
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t Window = 600'000;

std::string stats(RequestBook &book, std::int64_t now = 0)
{
    std::string out;
    book.appendStats(out, now);
    return out;
}

std::string times(RequestBook &book, std::int64_t now = 0)
{
    std::string out;
    book.appendTimes(out, now);
    return out;
}

/// JSON with its quotes; moc loses its way in raw strings.
std::string quoted(std::string json)
{
    std::ranges::replace(json, '\'', '"');
    return json;
}

QByteArray repeated(const char *text, int times)
{
    return QByteArray(text).repeated(times);
}

} // namespace

class TestGstatsBook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pushedNumbers_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<double>("millis");
        const auto accept = [](const char *number, double millis) {
            QTest::addRow("accepts '%s'", number) << QByteArray(number) << true << millis;
        };
        const auto reject = [](const char *number) {
            QTest::addRow("rejects '%s'", number) << QByteArray(number) << false << 0.0;
        };
        accept("14", 14);
        accept("0", 0);
        accept("14.3281459808", 14.3281459808); // before 2019-12: str() of a float
        accept(" 12 ", 12);
        accept("\t7\n", 7);
        accept("1e3", 1000);
        accept("2.5E-1", 0.25);
        accept("+5", 5);
        accept(".5", 0.5);
        accept("5.", 5);
        accept("-3", -3); // the application's clock was set back
        reject("");
        reject(" ");
        reject("abc");
        reject("12abc");
        reject("1,5");
        reject("0x10");
        reject("nan");
        reject("inf");
        reject("-Infinity");
        reject("1e999");
        reject("+-1");
        reject("--1");
        reject("1 2");
    }
    void pushedNumbers()
    {
        QFETCH(const QByteArray, number);
        QFETCH(const bool, accepted);
        QFETCH(const double, millis);
        double read = 0;
        QCOMPARE(readPushedNumber({number.constData(), std::size_t(number.size())}, read), accepted);
        if (accepted)
            QCOMPARE(read, millis);
    }

    void countingRule_data()
    {
        QTest::addColumn<bool>("original");
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<Verdict>("verdict");
        for (const bool original : {false, true}) {
            const char *who = original ? "original" : "ours";
            QTest::addRow("Z1 empty is a start, %s", who) << original << QByteArray() << Verdict::Started;
            QTest::addRow("Z1 number is an end, %s", who)
                << original << QByteArray("12") << Verdict::Finished;
            QTest::addRow("no number, %s", who) << original << QByteArray("x") << Verdict::BadNumber;
        }
        QTest::addRow("Z2 zero is an end, ours") << false << QByteArray("0") << Verdict::Finished;
        QTest::addRow("Z2 zero is a start, original") << true << QByteArray("0") << Verdict::Started;
        QTest::addRow("0.0 is a start, original") << true << QByteArray("0.0") << Verdict::Started;
    }
    void countingRule()
    {
        QFETCH(const bool, original);
        QFETCH(const QByteArray, number);
        QFETCH(const Verdict, verdict);
        RequestBook book({}, original ? RequestBook::Counting::Original : RequestBook::Counting::Sensible);
        QCOMPARE(book.take("a", {number.constData(), std::size_t(number.size())}, 0).verdict, verdict);
    }

    void repliesAreThoseOfPython()
    {
        RequestBook book({}, RequestBook::Counting::Original);
        QCOMPARE(stats(book), std::string("{}"));
        QCOMPARE(times(book), std::string("{}"));
        for (const char *number : {"", "14", "", "", "26", "", "0", "0"})
            (void)book.take("my_app", number, 0);
        QCOMPARE(
            stats(book),
            quoted(
                "{'my_app': {'started': 6, 'finished': 2, 'processing_time': {'avg': 20.0, 'std': 6.0}}}"));
        QCOMPARE(times(book), quoted("{'my_app': [14.0, 26.0]}"));
        (void)book.take("", "", 0);
        QCOMPARE(times(book), quoted("{'my_app': [14.0, 26.0], 'default': []}"));
        book.reset();
        QCOMPARE(stats(book), std::string("{}"));
    }

    void deviationIsThatOfThePopulation()
    {
        RequestBook book({});
        for (const char *number : {"12", "40", "300"})
            (void)book.take("a", number, 0);
        QCOMPARE(stats(book), quoted("{'a': {'started': 0, 'finished': 3, 'processing_time': {'avg': "
                                     "117.33333333333333, 'std': 129.6696657750849}}}"));
        RequestBook close({});
        for (const char *number : {"1000000000.25", "1000000000.75"})
            (void)close.take("a", number, 0);
        QVERIFY(stats(close).find(quoted("'avg': 1000000000.5, 'std': 0.25")) != std::string::npos);
    }

    void timesLeaveTheWindowByThemselves()
    {
        RequestBook book({});
        (void)book.take("a", "10", 0);
        (void)book.take("a", "20", 1000);
        QCOMPARE(times(book, Window), quoted("{'a': [10.0, 20.0]}"));
        QCOMPARE(times(book, Window + 1), quoted("{'a': [20.0]}"));
        QVERIFY(stats(book, Window + 1).find(quoted("'avg': 20.0, 'std': 0.0")) != std::string::npos);
        // an idle application has no average that stays for ever; what it counted stays
        QCOMPARE(stats(book, Window + 1001),
                 quoted("{'a': {'started': 0, 'finished': 2, 'processing_time': {'avg': 0.0, 'std': 0.0}}}"));
        QCOMPARE(book.samples(), std::size_t{0});
    }

    void limitsAreCounted()
    {
        RequestBook::Limits limits;
        limits.prefixes = 2;
        limits.prefixBytes = 3;
        limits.samples = 4;
        RequestBook book(limits);
        for (const char *number : {"1", "2", "3", "4", "5"})
            QCOMPARE(book.take("a", number, 0).verdict, Verdict::Finished);
        QCOMPARE(times(book), quoted("{'a': [2.0, 3.0, 4.0, 5.0]}"));
        QCOMPARE(book.take("b", "6", 0).verdict, Verdict::Finished); // takes from the loudest
        QCOMPARE(times(book), quoted("{'a': [3.0, 4.0, 5.0], 'b': [6.0]}"));
        QCOMPARE(book.evictedSamples(), std::uint64_t{2});
        QCOMPARE(book.take("c", "", 0).verdict, Verdict::TooManyNames);
        QCOMPARE(book.take("long", "", 0).verdict, Verdict::LongPrefix);
        QCOMPARE(book.totals(0).finished, std::uint64_t{5});
    }

    void statsOfAMillionTimesIsNoPass()
    {
        RequestBook book({});
        for (int i = 0; i < 1'000'000; ++i)
            (void)book.take("a", i % 2 == 0 ? "10" : "30", i / 10);
        const auto start = std::chrono::steady_clock::now();
        const std::string reply = stats(book, 100'000);
        const auto took = std::chrono::steady_clock::now() - start;
        QVERIFY(reply.find(quoted("'finished': 1000000, 'processing_time': {'avg': 20.0, 'std': 10.0}")) !=
                std::string::npos);
        QVERIFY2(took < std::chrono::milliseconds(5), "a pass over the samples?");
    }

    void pythonStrings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("json");
        QTest::addRow("plain") << QByteArray("my_app") << QByteArray("\"my_app\"");
        QTest::addRow("quotes") << QByteArray("a\"b\\c/d") << QByteArray("\"a\\\"b\\\\c/d\"");
        QTest::addRow("controls") << QByteArray("\n\r\t\b\f\x01\x7f")
                                  << QByteArray("\"\\n\\r\\t\\b\\f\\u0001\x7f\"");
        QTest::addRow("Cyrillic") << QByteArray("приложение").left(4) << QByteArray("\"\\u043f\\u0440\"");
        QTest::addRow("outside the plane")
            << QByteArray("\xF0\x9F\x98\x80") << QByteArray("\"\\ud83d\\ude00\"");
        QTest::addRow("not UTF-8") << QByteArray("a\xFF\xC0z") << QByteArray("\"a\\udcff\\udcc0z\"");
        QTest::addRow("cut short") << QByteArray("\xD0") << QByteArray("\"\\udcd0\"");
        QTest::addRow("overlong") << QByteArray("\xC0\x80") << QByteArray("\"\\udcc0\\udc80\"");
        QTest::addRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("\"\\udced\\udca0\\udc80\"");
    }
    void pythonStrings()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, json);
        std::string out;
        appendPythonString(out, bytes.toStdString());
        QCOMPARE(QByteArray::fromStdString(out), json);
        // and back: the prefix survives
        const StatsReply reply = readStatsReply("{" + out + ": {}}");
        QCOMPARE(reply.issue, ReplyIssue::None);
        QCOMPARE(QByteArray::fromStdString(reply.prefixes.at(0).prefix), bytes);
    }

    void pythonFloats_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("json");
        QTest::addRow("whole") << 20.0 << QByteArray("20.0");
        QTest::addRow("shortest") << 0.1 << QByteArray("0.1");
        QTest::addRow("all digits") << 129.6696657750849 << QByteArray("129.6696657750849");
        QTest::addRow("last plain") << 1e15 << QByteArray("1000000000000000.0");
        QTest::addRow("first with an exponent") << 1e16 << QByteArray("1e+16");
        QTest::addRow("long with an exponent")
            << 123456789012345680.0 << QByteArray("1.2345678901234568e+17");
        QTest::addRow("small plain") << 0.0001 << QByteArray("0.0001");
        QTest::addRow("small with an exponent") << 0.00001 << QByteArray("1e-05");
        QTest::addRow("three digits of exponent") << 1e-300 << QByteArray("1e-300");
        QTest::addRow("negative zero") << -0.0 << QByteArray("-0.0");
        QTest::addRow("NaN") << NaN << QByteArray("NaN");
        QTest::addRow("Infinity") << std::numeric_limits<double>::infinity() << QByteArray("Infinity");
    }
    void pythonFloats()
    {
        QFETCH(const double, value);
        QFETCH(const QByteArray, json);
        std::string out;
        appendPythonFloat(out, value);
        QCOMPARE(QByteArray::fromStdString(out), json);
    }

    void statsReplies_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ReplyIssue>("issue");
        QTest::addColumn<int>("prefixes");
        QTest::addColumn<int>("damaged");
        const auto row = [](const char *name, const QByteArray &bytes, ReplyIssue issue, int prefixes,
                            int damaged) {
            QTest::addRow("%s", name) << bytes << issue << prefixes << damaged;
        };
        const char *good = "'b': {'started': 1, 'finished': 1, 'processing_time': {'avg': 2.0, 'std': 0.5}}";
        const auto with = [good](const char *first) { return QByteArray("{") + first + ", " + good + "}"; };
        row("one", QByteArray("{") + good + "}", ReplyIssue::None, 1, 0);
        row("Z3 empty", "{}", ReplyIssue::None, 0, 0);
        row("null", "null", ReplyIssue::None, 0, 0);
        row("Z4 ERROR", "ERROR", ReplyIssue::Fault, 0, 0);
        row("nothing", "", ReplyIssue::NotJson, 0, 0);
        row("HTML", "<html></html>", ReplyIssue::NotJson, 0, 0);
        row("an array", "[1, 2]", ReplyIssue::NotJson, 0, 0);
        row("NaN and Infinity", with("'a': {'started': 1, 'processing_time': {'avg': NaN, 'std': Infinity}}"),
            ReplyIssue::None, 2, 2);
        row("-Infinity", with("'a': {'finished': -Infinity}"), ReplyIssue::None, 2, 1);
        row("nulls", with("'a': {'started': null, 'finished': null, 'processing_time': null}"),
            ReplyIssue::None, 2, 0);
        row("a prefix is null", with("'a': null"), ReplyIssue::None, 1, 0);
        row("a prefix is a number", with("'a': 5"), ReplyIssue::None, 1, 1);
        row("strings for numbers", with("'a': {'started': '1', 'finished': [2]}"), ReplyIssue::None, 2, 2);
        row("half and negative", with("'a': {'started': 1.5, 'finished': -1}"), ReplyIssue::None, 2, 2);
        row("unknown fields", with("'a': {'x': {'y': [1, {'z': true}]}, 'started': 3}"), ReplyIssue::None, 2,
            0);
        row("blanks", QByteArray(" {\n") + good + " } \r\n", ReplyIssue::None, 1, 0);
        row("cut short", QByteArray("{") + good + ", 'c': {'star", ReplyIssue::Damaged, 2, 0);
        row("text after it", QByteArray("{") + good + "} x", ReplyIssue::Damaged, 1, 0);
        row("deep", with(("'a': {'x': " + repeated("[", 5000)).constData()), ReplyIssue::Damaged, 1, 0);
        row("deep objects", "{'a': {'x': " + repeated("{'y': ", 100'000), ReplyIssue::Damaged, 1, 0);
        row("bad escape", "{'\\q': {}}", ReplyIssue::Damaged, 0, 0);
        row("missing comma", "{'a': {} 'b': {}}", ReplyIssue::Damaged, 1, 0);
    }
    void statsReplies()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const ReplyIssue, issue);
        QFETCH(const int, prefixes);
        QFETCH(const int, damaged);
        const StatsReply reply = readStatsReply(quoted(bytes.toStdString()));
        QCOMPARE(reply.issue, issue);
        QCOMPARE(int(reply.prefixes.size()), prefixes);
        QCOMPARE(int(reply.damaged), damaged);
        for (const PrefixStats &one : reply.prefixes) {
            if (one.prefix != "b")
                continue; // the other prefixes survive
            QCOMPARE(one.started.value(), std::uint64_t{1});
            QCOMPARE(one.average.value(), 2.0);
            QCOMPARE(one.deviation.value(), 0.5);
        }
        (void)readTimesReply(bytes.toStdString());
    }

    void tooManyPrefixesAreCounted()
    {
        std::string bytes = "{";
        for (std::size_t i = 0; i < MaxReplyPrefixes + 5; ++i)
            bytes += (i == 0 ? "\"" : ", \"") + std::to_string(i) + "\": {}";
        const StatsReply reply = readStatsReply(bytes + "}");
        QCOMPARE(reply.prefixes.size(), MaxReplyPrefixes);
        QCOMPARE(reply.damaged, 5U);
        QCOMPARE(reply.issue, ReplyIssue::None);
    }

    void timesReplies()
    {
        const TimesReply reply = readTimesReply(quoted("{'a': [14.0, NaN, 26, 'x', null], 'b': [], 'c': 5}"));
        QCOMPARE(reply.issue, ReplyIssue::None);
        QCOMPARE(reply.prefixes.size(), std::size_t{2});
        QCOMPARE(reply.prefixes[0].millis.size(), std::size_t{5});
        QCOMPARE(reply.prefixes[0].millis[2], 26.0);
        QVERIFY(std::isnan(reply.prefixes[0].millis[1]));
        QCOMPARE(reply.damaged, 4U);
    }

    void newTimesOfTheRing_data()
    {
        QTest::addColumn<Doubles>("before");
        QTest::addColumn<Doubles>("now");
        QTest::addColumn<int>("expected"); ///< -1: not known
        QTest::addColumn<int>("fresh");
        QTest::addRow("first") << Doubles{} << Doubles{1, 2} << -1 << 2;
        QTest::addRow("nothing new") << Doubles{1, 2} << Doubles{1, 2} << 0 << 0;
        QTest::addRow("appended") << Doubles{1, 2} << Doubles{1, 2, 3} << 1 << 1;
        QTest::addRow("expired and appended") << Doubles{1, 2, 3} << Doubles{3, 4, 5} << 2 << 2;
        QTest::addRow("expired only") << Doubles{1, 2, 3} << Doubles{3} << 0 << 0;
        QTest::addRow("all expired") << Doubles{1, 2} << Doubles{8, 9} << 2 << 2;
        QTest::addRow("emptied") << Doubles{1, 2} << Doubles{} << 0 << 0;
        QTest::addRow("one value, nothing known") << Doubles{5, 5, 5} << Doubles{5, 5, 5} << -1 << 0;
        QTest::addRow("one value, two came and two went") << Doubles{5, 5, 5} << Doubles{5, 5, 5} << 2 << 2;
        QTest::addRow("one value, all new") << Doubles{5, 5} << Doubles{5, 5, 5} << 3 << 3;
        QTest::addRow("a pattern") << Doubles{1, 2, 1, 2} << Doubles{1, 2, 1, 2} << 2 << 2;
        QTest::addRow("one more came after STATS") << Doubles{1, 2} << Doubles{2, 3, 4} << 1 << 2;
        QTest::addRow("NaN is like NaN") << Doubles{1, NaN} << Doubles{NaN, 2} << 1 << 1;
        QTest::addRow("more than it holds") << Doubles{1, 2} << Doubles{7, 8} << 50 << 2;
    }
    void newTimesOfTheRing()
    {
        QFETCH(const Doubles, before);
        QFETCH(const Doubles, now);
        QFETCH(const int, expected);
        QFETCH(const int, fresh);
        const auto told = expected < 0 ? std::optional<std::uint64_t>() : std::uint64_t(expected);
        QCOMPARE(int(newTimes(before, now, told)), fresh);
    }
};

QTEST_GUILESS_MAIN(TestGstatsBook)
#include "tst_gstatsbook.moc"
