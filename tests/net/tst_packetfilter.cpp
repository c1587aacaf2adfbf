// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/packets/packetfilter.h"

#include <QTest>

#include <string>

using namespace metriscope::net;

using Kind = FilterError::Kind;
Q_DECLARE_METATYPE(metriscope::net::FilterError)

namespace
{

/// A datagram of two lines from 10.1.2.3:40112 to [::1]... as the rows ask about it.
struct Sample {
    std::vector<FilterLine> lines{
        {Verdict::Accepted, "requests.total", {}, MetricKind::Counter},
        {Verdict::Rejected, {}, "bad-number", {}},
    };
    FilterSubject subject{.feed = PacketFeed::Wire,
                          .protocol = PacketProtocol::Udp,
                          .source = {PacketAddress::Family::Inet, 40112, {10, 1, 2, 3}},
                          .destination = {PacketAddress::Family::Inet6,
                                          8125,
                                          {0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}},
                          .length = 30,
                          .payload = "requests.total:1|c\nlogin:1,5|c",
                          .interface = "eth0",
                          .lines = {}};
    Sample() { subject.lines = lines; }
};

} // namespace

class TestPacketFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *filter, bool matches) {
            QTest::addRow("%s", filter) << QByteArray(filter) << matches;
        };
        row("", true);
        row("  ", true);
        // names, with wildcards and without
        row("name = requests.total", true);
        row("name == requests.total", true);
        row("name=requests.*", true);
        row("name = *.total", true);
        row("name = *", true);
        row("name = requests", false);
        row("name = Requests.total", false);
        row("name = \"requests.*\"", false);
        row("name = \"requests.total\"", true);
        row("name ~ TOTAL", true);
        row("name !~ total", true); // the other line has no name
        row("name != requests.total", true);
        // kinds, verdicts and reasons are of one line
        row("kind = counter", true);
        row("kind = gauge", false);
        row("verdict = rejected", true);
        row("verdict = accepted and kind = counter", true);
        row("verdict = rejected and kind = counter", false);
        row("verdict = rejected and name = requests.total", false);
        row("verdict = none", false);
        row("verdict != accepted", true);
        row("reason = bad-number", true);
        row("reason = bad-*", true);
        row("reason ~ number", true);
        row("reason = empty-name", false);
        // addresses
        row("address = 10.1.2.3", true);
        row("address = 10.1.2.3:40112", true);
        row("address = 10.1.2.3:1", false);
        row("address = 10.0.0.0/8", true);
        row("address = 10.1.2.0/25", true);
        row("address = 10.1.2.128/25", false);
        row("address = 0.0.0.0/0", true);
        row("source = fe80::1", false);
        row("destination = fe80::1", true);
        row("destination = [fe80::1]:8125", true);
        row("destination = [fe80::1]:8126", false);
        row("destination = fe80::/10", true);
        row("destination = fe80:0:0:0:0:0:0:1", true);
        row("destination != 10.1.2.3", true);
        row("address = ::/0", true);
        // numbers
        row("port = 8125", true);
        row("port = 40112", true);
        row("port = 1", false);
        row("port != 8125", false); // neither of the two
        row("port > 40112", false);
        row("port >= 40112", true);
        row("length = 30", true);
        row("length < 30", false);
        row("length <= 30", true);
        row("length > 29", true);
        // the rest
        row("protocol = udp", true);
        row("protocol != udp", false);
        row("feed = wire", true);
        row("feed = tap", false);
        row("interface = eth0", true);
        row("interface = eth*", true);
        row("text ~ LOGIN", true);
        row("text !~ login", false);
        row("login", true);
        row("LOGIN:1,5", true);
        row("\"total:1|c\"", true);
        row("\"quote \\\" inside\"", false);
        row("nothing", false);
        // together
        row("not name = requests.total", true);
        row("not (port = 8125)", false);
        row("! port = 8125", false);
        row("not not port = 8125", true);
        row("port = 8125 and length = 30", true);
        row("port = 8125 && length = 31", false);
        row("port = 1 or length = 30", true);
        row("port = 1 || length = 31", false);
        row("port = 1 and length = 30 or feed = wire", true);
        row("port = 1 and (length = 30 or feed = wire)", false);
        row("port = 8125 login", true);
        row("(((port = 8125)))", true);
        row("name = and", false);
        row("text ~ or", false);
    }
    void matches()
    {
        QFETCH(QByteArray, filter);
        QFETCH(bool, matches);
        const auto parsed = PacketFilter::parse(filter.toStdString());
        QVERIFY(parsed);
        QCOMPARE(parsed->matches(Sample().subject), matches);
    }

    void matchesWithoutLines()
    {
        FilterSubject subject;
        subject.payload = "GET / HTTP/1.1";
        const auto passes = [&](std::string_view filter) {
            const auto parsed = PacketFilter::parse(filter);
            return parsed && parsed->matches(subject);
        };
        QVERIFY(passes("verdict = none"));
        QVERIFY(passes("name = \"\""));
        QVERIFY(!passes("verdict = accepted"));
        QVERIFY(passes("verdict != rejected"));
        QVERIFY(passes("not kind = counter"));
        QVERIFY(!passes("address = 0.0.0.0/0")); // there is none
    }

    void knowsWhetherItNeedsLines()
    {
        QVERIFY(PacketFilter::parse("not (port = 1 or verdict = rejected)")->needsLines());
        QVERIFY(!PacketFilter::parse("port = 8125 and login and length > 3")->needsLines());
        QVERIFY(!PacketFilter::parse("")->needsLines());
        QVERIFY(PacketFilter::parse("")->isEmpty());
    }

    void rejects_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<FilterError>("error");
        const auto row = [](const char *filter, Kind kind, std::size_t at, std::size_t length) {
            QTest::addRow("%s", filter) << QByteArray(filter) << FilterError{kind, at, length};
        };
        row("colour = red", Kind::UnknownField, 0, 6);
        row("\"name\" = a", Kind::UnknownField, 0, 6);
        row("name =", Kind::MissingValue, 5, 1);
        row("name = )", Kind::MissingValue, 5, 1);
        row("name = = a", Kind::MissingValue, 5, 1);
        row("name < a", Kind::OperatorNotForField, 5, 1);
        row("kind ~ c", Kind::OperatorNotForField, 5, 1);
        row("address >= 1.2.3.4", Kind::OperatorNotForField, 8, 2);
        row("kind = colour", Kind::UnknownWord, 7, 6);
        row("verdict = Rejected", Kind::UnknownWord, 10, 8);
        row("port = http", Kind::NotANumber, 7, 4);
        row("port = -1", Kind::NotANumber, 7, 2);
        row("length > 99999999999999999999", Kind::NotANumber, 9, 20);
        row("address = 1.2.3", Kind::NotAnAddress, 10, 5);
        row("address = 1.2.3.4.5", Kind::NotAnAddress, 10, 9);
        row("address = 1.2.3.256", Kind::NotAnAddress, 10, 9);
        row("address = 1.2.3.4/33", Kind::NotAnAddress, 10, 10);
        row("address = 1.2.3.4:99999", Kind::NotAnAddress, 10, 13);
        row("address = localhost", Kind::NotAnAddress, 10, 9);
        row("address = ::1::2", Kind::NotAnAddress, 10, 6);
        row("address = 1:2:3:4:5:6:7:8:9", Kind::NotAnAddress, 10, 17);
        row("address = 12345::", Kind::NotAnAddress, 10, 7);
        row("address = ::/129", Kind::NotAnAddress, 10, 6);
        row("address = [::1", Kind::NotAnAddress, 10, 4);
        row("address = [::1]8", Kind::NotAnAddress, 10, 6);
        row("text ~ \"open", Kind::UnclosedQuote, 7, 5);
        row("\"", Kind::UnclosedQuote, 0, 1);
        row("(port = 1", Kind::UnclosedParenthesis, 0, 1);
        row("port = 1)", Kind::UnexpectedParenthesis, 8, 1);
        row(")", Kind::UnexpectedParenthesis, 0, 1);
        row("()", Kind::MissingOperand, 1, 1);
        row("a and", Kind::MissingOperand, 5, 0);
        row("or a", Kind::MissingOperand, 0, 2);
        row("not", Kind::MissingOperand, 3, 0);
        row("a or or b", Kind::MissingOperand, 5, 2);
        row("= a", Kind::UnexpectedOperator, 0, 1);
        row("a b = c", Kind::UnknownField, 2, 1);
        row("port = 1 = 2", Kind::UnexpectedOperator, 9, 1);
    }
    void rejects()
    {
        QFETCH(QByteArray, filter);
        QFETCH(FilterError, error);
        const auto parsed = PacketFilter::parse(filter.toStdString());
        QVERIFY(!parsed);
        QCOMPARE(int(parsed.error().kind), int(error.kind));
        QCOMPARE(parsed.error().at, error.at);
        QCOMPARE(parsed.error().length, error.length);
    }

    void isBounded()
    {
        QCOMPARE(int(PacketFilter::parse(std::string(PacketFilter::MaxLength + 1, 'a')).error().kind),
                 int(Kind::TooLong));
        QVERIFY(PacketFilter::parse(std::string(PacketFilter::MaxLength, 'a')));
        for (const char *opening : {"(", "not ", "!"}) {
            std::string deep;
            while (deep.size() + 5 < PacketFilter::MaxLength)
                deep += opening;
            QCOMPARE(int(PacketFilter::parse(deep + "a").error().kind), int(Kind::TooDeep));
        }
        std::string wide = "a";
        while (wide.size() + 2 <= PacketFilter::MaxLength)
            wide += " a";
        FilterSubject subject;
        subject.payload = "A";
        QVERIFY(PacketFilter::parse(wide)->matches(subject));
    }

    void completes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("at");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *text, int at, const char *words) {
            QTest::addRow("%s", text) << QByteArray(text) << at << QByteArray(words);
        };
        row("na", 0, "name");
        row("s", 0, "source");
        row("p", 0, "port protocol");
        row("n", 0, "name not");
        row("name", 0, "");
        row("name ", 5, "= != ~ !~ and or");
        row("port ", 5, "= != < <= > >= and or");
        row("kind = ", 7, "counter gauge timer set histogram distribution");
        row("kind = g", 7, "gauge");
        row("verdict=r", 8, "rejected");
        row("port = 1 ", 9, "and or");
        row("port = 1 a", 9, "and");
        row("port = 1 and ver", 13, "verdict");
        row("(ki", 1, "kind");
        row("not fe", 4, "feed");
        row("text ~ \"na", 10, "");
        row("reason = bad-n", 9, "bad-number");
        row("name = ", 7, "");
    }
    void completes()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, at);
        QFETCH(QByteArray, words);
        const FilterCompletion completion = completeFilter(text.toStdString());
        QCOMPARE(int(completion.at), at);
        QByteArrayList found;
        for (const std::string_view word : completion.words)
            found << QByteArray(word.data(), qsizetype(word.size()));
        QCOMPARE(found.join(' '), words);
    }
};

QTEST_APPLESS_MAIN(TestPacketFilter)
#include "tst_packetfilter.moc"
