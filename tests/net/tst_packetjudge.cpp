// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/packetjudge.h"
#include "tests/net/frames.h"

#include <QTest>

#include <random>
#include <string>

using namespace metriscope::net;
using namespace metriscope::net::test;
using namespace Qt::StringLiterals;

namespace
{

QString said(const PacketFacts &facts)
{
    return u"%1 %2/%3/%4"_s.arg(QString::fromStdString(std::string(payloadKindName(facts.kind))))
        .arg(facts.counts.items)
        .arg(facts.counts.warned)
        .arg(facts.counts.rejected);
}

Packet segment(std::string_view payload, std::uint32_t sequence, unsigned to,
               std::uint8_t flags = TcpSegment::Ack)
{
    return packetOf(ipv4(tcp(payload, sequence, to, 40000, flags), {.protocol = TcpProtocol}));
}

/// Items as lines: "accepted metric requests.total c 1".
QString itemsOf(std::string_view text, PayloadKind kind)
{
    static constexpr std::array says{"-", "metric", "event", "check", "request", "answer", "handshake"};
    QStringList lines;
    for (const PayloadItem &item : judgePayload(text, kind, defaultDialect())) {
        QString line = QLatin1String(verdictName(item.verdict).data());
        line += u' ' + QLatin1String(says[std::size_t(item.says)]);
        if (!item.name.empty())
            line += u' ' + QString::fromStdString(item.name);
        for (const double value : item.values)
            line += u' ' + QString::number(value);
        if (item.status)
            line += u' ' + QString::number(item.status);
        if (!item.judged)
            line += u" unjudged"_s;
        if (!item.reason().empty())
            line += u" (%1 at %2)"_s.arg(QString::fromStdString(std::string(item.reason()))).arg(item.at);
        lines << line;
    }
    return lines.join(u'\n');
}

std::string zmtp(std::initializer_list<std::string_view> frames)
{
    std::string out;
    std::size_t left = frames.size();
    for (const std::string_view frame : frames) {
        out += --left > 0 ? '\1' : '\0';
        out += char(frame.size());
        out += frame;
    }
    return out;
}

const std::string Greeting = std::string("\xff\0\0\0\0\0\0\0\1\x7f\3\1NULL", 16) + std::string(48, '\0');
const std::string Ready = std::string("\4\x1a\5READY\13Socket-Type\0\0\0\4PUSH", 28);
const std::string Body =
    R"({"info": {"url": {"6276da40cfa2f6ccac26f5bf34cd90ea": "/dict/rows"}, "controller": {"2e07220ffe49e620e324f44fac4b106d": {"url": "/auth"}}}, "timestamp": 1795177511, "identity": {"version": "v1", "region": "tatar", "client": "bars", "product": "test", "instance": "test"}})";

std::string registerCall(const std::string &body = Body, const char *method = "POST",
                         const char *path = "/register")
{
    return std::string(method) + ' ' + path +
           " HTTP/1.1\r\nHost: 127.0.0.1:1942\r\nContent-Type: application/json\r\n" +
           "Content-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

class TestPacketJudge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void items_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("items");
        const auto row = [](const char *name, PayloadKind kind, const std::string &text,
                            const QString &items) {
            QTest::newRow(name) << int(kind) << QByteArray::fromStdString(text) << items;
        };
        using enum PayloadKind;
        row("statsd", Statsd, "requests.total:1|c\na:1,5|c\n\nb:2|c|@2",
            u"accepted metric requests.total 1\n"
            "rejected - (bad-number at 3)\n"
            "warning metric b 2 (rate-above-one at 7)"_s);
        row("statsd, packed", Statsd, "a:1:2:3|ms", u"accepted metric a 1 2 3"_s);
        row("event", Statsd, "_e{5,4}:title|text", u"accepted event title"_s);
        row("service check", Statsd, "_sc|Redis|2", u"accepted check Redis"_s);
        row("carbon", Carbon,
            "a.b 1.5 1700000000\na.b 1 \na.b x 1\na.b 1 now\na.b nan 1\na b c d\na.b\t-2e3 -1\r\n",
            u"accepted metric a.b 1.5\n"
            "rejected - a.b (carbon-fields at 6)\n"
            "rejected - a.b (carbon-value at 4)\n"
            "rejected - a.b (carbon-time at 6)\n"
            "rejected - a.b (carbon-no-value at 4)\n"
            "rejected - (carbon-fields at 6)\n"
            "accepted metric a.b -2000"_s);
        row("register", Http, registerCall(), u"accepted request POST /register"_s);
        row("register twice", Http, registerCall() + registerCall(),
            u"accepted request POST /register\naccepted request POST /register"_s);
        row("register by GET", Http, registerCall("", "GET"),
            u"rejected request GET /register (wrong-method at 0)"_s);
        row("register with bad JSON", Http, registerCall(R"({"info": )"),
            u"rejected request POST /register (bad-json at %1)"_s.arg(registerCall(R"({"info": )").size()));
        row("register without identity", Http, registerCall(R"({"info": {}})"),
            u"rejected request POST /register (bad-register at %1)"_s.arg(
                registerCall(R"({"info": {}})").size() - 12));
        row("another request", Http, "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n",
            u"accepted request GET /metrics unjudged"_s);
        row("answer", Http, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
            u"accepted answer 200 unjudged"_s);
        row("refusal", Http, "HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n",
            u"warning answer 404 (error-status at 0)"_s);
        row("no HTTP", Http, "hello\r\n\r\n", u"rejected - (bad-http at 0)"_s);
        row("chunked", Http, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            u"accepted answer 200 unjudged"_s);
        row("gstats", Gstats,
            Greeting + Ready + zmtp({"my_app", ""}) + zmtp({"my_app", "14"}) + zmtp({"", " 1.5 "}),
            u"accepted handshake unjudged\naccepted handshake unjudged\n"
            "accepted metric my_app 1\naccepted metric my_app 14\naccepted metric default 1.5"_s);
        row("gstats, damaged", Gstats,
            zmtp({"a"}) + zmtp({"a", "b", "c"}) + zmtp({"a", "soon"}) + zmtp({"a", "nan"}),
            u"rejected - (wrong-frames at 0)\nrejected - (wrong-frames at 0)\n"
            "rejected metric a (bad-time at 5)\nrejected metric a (bad-time at 5)"_s);
        row("gstats, a question", Gstats, zmtp({"", "STATS"}), u"accepted request STATS unjudged"_s);
        row("no ZMTP", Gstats, "GET / HTTP/1.0\r\n\r\n", u"rejected - (bad-zmtp at 0)"_s);
        row("nothing", Statsd, "", QString());
    }
    void items()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, text);
        QFETCH(QString, items);
        const std::string_view view(text.constData(), std::size_t(text.size()));
        QCOMPARE(itemsOf(view, PayloadKind(kind)), items);
        const PayloadCounts counts = countPayload(view, PayloadKind(kind), defaultDialect());
        int judged = 0, rejected = 0;
        for (const PayloadItem &item : judgePayload(view, PayloadKind(kind), defaultDialect())) {
            judged += item.judged;
            rejected += item.verdict == Verdict::Rejected;
            QVERIFY(item.range.end() <= view.size());
            QVERIFY(item.at <= item.range.size);
        }
        QCOMPARE(int(counts.items), judged);
        QCOMPARE(int(counts.rejected), rejected);
    }

    void others()
    {
        const auto items = judgePayload("a:1,5|c", PayloadKind::Statsd, defaultDialect());
        QCOMPARE(items.size(), 1U);
        QCOMPARE(hintName(items[0].report.hint), std::string_view("decimal comma"));
        for (std::size_t i = 0; i < DialectCount; ++i)
            QCOMPARE(bool(items[0].acceptedBy[i]), dialects()[i].name == "statsite");
    }

    void kinds_data()
    {
        QTest::addColumn<bool>("tcp");
        QTest::addColumn<int>("port");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("facts");
        QTest::newRow("statsd by port") << false << 8125 << QByteArray("nonsense") << u"statsd 1/0/1"_s;
        QTest::newRow("statsd by content")
            << false << 18125 << QByteArray("a:1|c\nb:x|c") << u"statsd 2/0/1"_s;
        QTest::newRow("event by content") << false << 18125 << QByteArray("_e{1,1}:a|b") << u"statsd 1/0/0"_s;
        QTest::newRow("carbon over UDP") << false << 2003 << QByteArray("a 1 2\n") << u"carbon 1/0/0"_s;
        QTest::newRow("carbon by content") << true << 12003 << QByteArray("a 1 2\n") << u"carbon 1/0/0"_s;
        QTest::newRow("HTTP by content")
            << true << 8000 << QByteArray("GET / HTTP/1.1\r\n\r\n") << u"http 0/0/0"_s;
        QTest::newRow("register elsewhere")
            << true << 19420 << QByteArray::fromStdString(registerCall()) << u"http 1/0/0"_s;
        QTest::newRow("DNS") << false << 53 << QByteArray("\0\1\1\0\0\1:|", 8) << u"unknown 0/0/0"_s;
        QTest::newRow("text") << false << 514 << QByteArray("<13>hello world") << u"unknown 0/0/0"_s;
        QTest::newRow("gstats") << true << 2345 << QByteArray::fromStdString(Greeting) << u"gstats 0/0/0"_s;
        QTest::newRow("gstats by content")
            << true << 5555 << QByteArray::fromStdString(Greeting + zmtp({"a", ""})) << u"gstats 1/0/0"_s;
    }
    void kinds()
    {
        QFETCH(bool, tcp);
        QFETCH(int, port);
        QFETCH(QByteArray, payload);
        QFETCH(QString, facts);
        const std::string_view view(payload.constData(), std::size_t(payload.size()));
        PacketJudge judge;
        const auto to = unsigned(port);
        QCOMPARE(said(judge.take(tcp ? segment(view, 1, to) : packetOf(ipv4(udp(view, to))))), facts);
    }

    /// C2: what was cut, by fragments or by the snaplen, is never a bad line.
    void cutDatagrams()
    {
        Packet packet = packetOf(ipv4(udp("a:1|c\nb:22|c\nccc:3|c")));
        packet.bytes.resize(20 + 8 + 9); // within the second line
        PacketJudge judge;
        PacketFacts facts = judge.take(packet);
        QVERIFY(facts.frame.isTruncated());
        QCOMPARE(said(facts), u"statsd 1/0/0"_s);
        QCOMPARE(facts.wholeText(packet.bytes), std::string_view("a:1|c\n"));

        const Bytes datagram = udp("aaaaaaa:1|c\nb:22|c\nccc:3|c\nd:4|c"); // 8 + 36 bytes in pieces of 24
        const auto piece = [&](std::size_t from, std::size_t to, bool more) {
            return packetOf(
                ipv4(Bytes(datagram.begin() + std::ptrdiff_t(from), datagram.begin() + std::ptrdiff_t(to)),
                     {.offset = unsigned(from), .more = more}));
        };
        const Packet first = piece(0, 24, true), last = piece(24, datagram.size(), false);
        facts = judge.take(first);
        QCOMPARE(facts.frame.issue, FrameIssue::FirstFragment);
        QCOMPARE(facts.fragment, (FragmentPlace{1, 2}));
        QCOMPARE(facts.wholeText(first.bytes), std::string_view("aaaaaaa:1|c\n"));
        facts = judge.take(last);
        QCOMPARE(facts.fragment, (FragmentPlace{2, 2}));
        QCOMPARE(facts.wholeText(last.bytes), std::string_view("b:22|c\nccc:3|c\nd:4|c"));
        QCOMPARE(said(facts), u"statsd 3/0/0"_s);
        QCOMPARE(facts.frame.destination.port, std::uint16_t(8125));
        // the last one first: everything is counted once as well
        PacketJudge other;
        QCOMPARE(said(other.take(last)), u"unknown 0/0/0"_s);
        QCOMPARE(said(other.take(first)), u"statsd 4/0/0"_s);
    }

    /// C3: what passes several interfaces is one datagram; what a client sends twice is two.
    void copies()
    {
        PacketJudge judge;
        const auto by = [](std::uint32_t interface, std::int64_t time, std::string_view text = "a:1|c") {
            return packetOf(cookedV2(ipv4(udp(text)), 0x0800, 0, interface), LinkType::CookedV2, time);
        };
        QCOMPARE(said(judge.take(by(5, 1000))), u"statsd 1/0/0"_s);
        const PacketFacts copy = judge.take(by(6, 2000)), another = judge.take(by(7, 3000));
        QCOMPARE(said(copy), u"statsd 0/0/0"_s);
        QVERIFY(copy.repeated);
        QCOMPARE(int(copy.copy), 1);
        QCOMPARE(int(another.copy), 2);
        QCOMPARE(said(judge.take(by(5, 4000))), u"statsd 1/0/0"_s); // sent once more
        QCOMPARE(said(judge.take(by(6, 5000, "b:1|c"))), u"statsd 1/0/0"_s);
        QCOMPARE(said(judge.take(by(6, 90'000'000))), u"statsd 1/0/0"_s);
    }

    /// One stream of bytes, cut and disturbed in many ways, always says the same.
    void streams_data()
    {
        QTest::addColumn<int>("port");
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<int>("items");
        QTest::newRow("statsd") << 8125 << QByteArray("a:1|c\nbb:22|c\r\n\nccc:333|ms\ndd:4|c\n") << 4;
        QTest::newRow("statsd, the last line unended") << 8125 << QByteArray("a:1|c\nbb:22|c") << 2;
        QTest::newRow("carbon") << 2003 << QByteArray("a.b 1 1700000000\nc.d 2 1700000000\n") << 2;
        QTest::newRow("register") << 1942 << QByteArray::fromStdString(registerCall() + registerCall()) << 2;
        QTest::newRow("gstats") << 2345
                                << QByteArray::fromStdString(Greeting + Ready + zmtp({"app", ""}) +
                                                             zmtp({"app", "12"}))
                                << 2;
        QTest::newRow("answer until the end")
            << 1942
            << QByteArray("HTTP/1.0 500 Oops\r\nContent-Type: text/plain\r\n\r\nsome text that goes on") << 1;
    }
    void streams()
    {
        QFETCH(int, port);
        QFETCH(QByteArray, stream);
        QFETCH(int, items);
        const auto to = unsigned(port);
        std::mt19937 engine(7);
        const auto random = [&engine] { return static_cast<unsigned>(engine()); };
        for (int round = 0; round < 300; ++round) {
            // pieces with sequence numbers that wrap
            const std::uint32_t start = round % 2 ? 0xFFFFFFF0U : 1000;
            struct Piece {
                std::uint32_t at;
                std::string bytes;
            };
            std::vector<Piece> pieces;
            for (qsizetype at = 0; at < stream.size();) {
                const qsizetype size =
                    std::min<qsizetype>(1 + random() % (round < 100 ? 5 : 60), stream.size() - at);
                pieces.push_back({std::uint32_t(at), stream.mid(at, size).toStdString()});
                at += size;
            }
            if (round % 3 == 1) { // some swap places, some come again
                for (std::size_t i = 1; i < pieces.size(); i += 3)
                    std::swap(pieces[i], pieces[i - 1]);
            } else if (round % 3 == 2) {
                for (std::size_t i = 0; i + 1 < pieces.size(); i += 2)
                    pieces.insert(pieces.begin() + std::ptrdiff_t(i + 1), pieces[i]);
            }
            PacketJudge judge;
            std::uint32_t counted = 0, rejected = 0;
            bool gap = false;
            const auto take = [&](const Packet &packet) {
                const PacketFacts facts = judge.take(packet);
                counted += facts.counts.items;
                rejected += facts.counts.rejected;
                gap = gap || facts.gap;
                QVERIFY(facts.whole.end() <= facts.text(packet.bytes).size());
                QVERIFY(!facts.repeated || facts.counts.items == 0);
            };
            take(segment({}, start - 1, to, TcpSegment::Syn));
            for (const Piece &piece : pieces)
                take(segment(piece.bytes, start + piece.at, to));
            take(segment({}, start + std::uint32_t(stream.size()), to, TcpSegment::Fin | TcpSegment::Ack));
            QCOMPARE(int(counted), items);
            QCOMPARE(rejected, 0U);
            QVERIFY(!gap);
            QCOMPARE(judge.streams().streams(), 0U);
            QCOMPARE(judge.streams().held(), 0U);
        }
    }

    void whatASplitMessageSays()
    {
        PacketJudge judge;
        const std::string call = registerCall();
        const Packet first = segment(call.substr(0, 300), 1, 1942),
                     second = segment(call.substr(300), 301, 1942);
        const PacketFacts before = judge.take(first), after = judge.take(second);
        QCOMPARE(said(before), u"http 0/0/0"_s);
        QVERIFY(before.wholeText(first.bytes).empty());
        QCOMPARE(said(after), u"http 1/0/0"_s);
        QCOMPARE(after.wholeText(second.bytes), std::string_view(call));
    }

    void gaps()
    {
        // joined in the middle: the end of a line is not a line
        PacketJudge judge;
        QCOMPARE(said(judge.take(segment("23|c\na:1|c\n", 500, 8125))), u"statsd 1/0/0"_s);
        // ... but most clients send whole lines
        PacketJudge another;
        QCOMPARE(said(another.take(segment("b:23|c\na:1|c\n", 500, 8125))), u"statsd 2/0/0"_s);
        // a segment is lost to the capture, but not to its receiver, who says so
        QCOMPARE(said(another.take(segment("half", 513, 8125))), u"statsd 0/0/0"_s);
        QCOMPARE(said(another.take(segment("2|c\nc:3|c\nd", 600, 8125))), u"statsd 0/0/0"_s);
        Packet answer =
            packetOf(ipv4(tcp({}, 1, 40000, 8125, TcpSegment::Ack, 611), {.protocol = TcpProtocol}));
        std::swap_ranges(answer.bytes.begin() + 12, answer.bytes.begin() + 16, answer.bytes.begin() + 16);
        (void)another.take(answer);
        const PacketFacts facts = another.take(segment(":4|c\n", 611, 8125));
        QVERIFY(facts.gap);
        QCOMPARE(said(facts), u"statsd 2/0/0"_s); // c and d; what the gap cut is no line
        // a segment that came in order behind an answer to what is lost: the line ahead of the gap is read
        // too
        PacketJudge late;
        QCOMPARE(said(late.take(segment("a:1|c\n", 500, 8125))), u"statsd 1/0/0"_s);
        QCOMPARE(said(late.take(segment("7|c\nc:3|c\n", 520, 8125))), u"statsd 0/0/0"_s);
        (void)late.take(answer);
        const Packet early = segment("b:2|c\nhalf", 506, 8125);
        const PacketFacts both = late.take(early);
        QVERIFY(both.gap);
        QCOMPARE(said(both), u"statsd 2/0/0"_s);
        QCOMPARE(both.wholeText(early.bytes), std::string_view("b:2|c\nc:3|c\n"));
    }

    void bounds()
    {
        PacketJudge judge;
        // streams without end and holes without number
        const std::string filler(1000, 'x');
        for (unsigned i = 0; i < 6000; ++i)
            (void)judge.take(packetOf(ipv4(tcp(filler, 1, 8125, i + 1), {.protocol = TcpProtocol})));
        QVERIFY(judge.streams().streams() <= 4096);
        QVERIFY(judge.streams().dropped() > 1000);
        for (unsigned i = 0; i < 2000; ++i)
            (void)judge.take(segment(filler, 2 + i * 2000, 2003));
        QVERIFY(judge.streams().held() < (40U << 20U));
        // a line without an end, and a body larger than what is put together
        std::uint32_t tooLong = 0;
        PacketJudge other;
        (void)other.take(segment({}, 0, 8125, TcpSegment::Syn));
        for (std::uint32_t i = 0; i < 200; ++i)
            tooLong += other.take(segment(filler, 1 + i * 1000, 8125)).counts.rejected;
        QVERIFY(tooLong > 0);
        PacketJudge http;
        const std::string head = "POST /register HTTP/1.1\r\nContent-Length: 900000000\r\n\r\n";
        QCOMPARE(http.take(segment(head, 1, 1942)).counts.otherIssue, PayloadIssue::MessageTooLong);
        QVERIFY(http.streams().held() < 10'000);
    }

    void ofTheTap()
    {
        const auto tapped = [](PacketProtocol protocol, const std::string &text) {
            Packet packet;
            packet.protocol = protocol;
            packet.bytes = raw(text);
            packet.originalLength = std::uint32_t(text.size());
            return packet;
        };
        PacketJudge judge;
        QCOMPARE(said(judge.take(tapped(PacketProtocol::UnixDatagram, "a:1|c"))), u"statsd 1/0/0"_s);
        QCOMPARE(said(judge.take(tapped(PacketProtocol::Http, registerCall()))), u"http 1/0/0"_s);
        QCOMPARE(said(judge.take(tapped(PacketProtocol::Zmq, zmtp({"app", "12"})))), u"gstats 1/0/0"_s);
        Packet part = tapped(PacketProtocol::Tcp, "a:1|c\nb:");
        part.destination.port = 8125;
        QCOMPARE(said(judge.take(part)), u"statsd 1/0/0"_s);
        part.bytes = raw("2|c\n");
        const PacketFacts facts = judge.take(part);
        QCOMPARE(said(facts), u"statsd 1/0/0"_s);
        QCOMPARE(facts.assembled, std::string("b:2|c\n"));
    }

    void noise()
    {
        std::mt19937 engine(1942);
        const auto random = [&engine] { return static_cast<unsigned>(engine()); };
        const std::string seeds[] = {"a:1|c\nb:2|ms\n", registerCall(), Greeting + zmtp({"app", "12"}),
                                     "a 1 2\nb 3 4\n"};
        PacketJudge judge;
        for (int i = 0; i < 20'000; ++i) {
            std::string text = seeds[random() % 4];
            for (unsigned bends = random() % 4; bends > 0; --bends)
                text[random() % text.size()] = char(random());
            text = text.substr(0, random() % (text.size() + 1));
            static constexpr std::array ports{8125U, 1942U, 2003U, 2345U, 99U};
            const Packet packet = packetOf(ipv4(
                tcp(text, random() % 2000, ports[random() % 5], 1 + random() % 20,
                    std::uint8_t(random() % 32)),
                {.protocol = TcpProtocol, .offset = random() % 20 ? 0U : 8U, .more = random() % 20 == 0}));
            const PacketFacts facts = judge.take(packet);
            QVERIFY(facts.whole.end() <= facts.text(packet.bytes).size());
            (void)judgePayload(facts.wholeText(packet.bytes), facts.kind, defaultDialect());
        }
        QVERIFY(judge.streams().held() < (40U << 20U));
    }
};

QTEST_APPLESS_MAIN(TestPacketJudge)
#include "tst_packetjudge.moc"
