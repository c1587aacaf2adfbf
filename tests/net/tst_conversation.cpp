// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/conversation.h"
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

constexpr unsigned Client = 40'000, Server = 2003;

/// A segment of the client's, or of the server's.
struct Segment {
    bool asks = true;
    std::uint32_t sequence = 0;
    std::string payload;
    std::uint8_t flags = TcpSegment::Ack;
    std::uint32_t acknowledged = 0;
};

Packet packetOf(const Segment &segment)
{
    Packet packet =
        test::packetOf(ipv4(tcp(segment.payload, segment.sequence, segment.asks ? Server : Client,
                                segment.asks ? Client : Server, segment.flags, segment.acknowledged),
                            {.protocol = TcpProtocol}));
    if (!segment.asks)
        std::swap_ranges(packet.bytes.begin() + 12, packet.bytes.begin() + 16, packet.bytes.begin() + 16);
    return packet;
}

/// The conversation of the first of the packets: "> asked", "< answered", "[5]" for what is missing.
QString conversationOf(const std::vector<Packet> &packets)
{
    PacketJudge judge;
    PacketRing ring;
    for (const Packet &packet : packets)
        ring.push(packet, judge.take(packet));
    Conversation conversation(ring.at(0));
    for (std::uint64_t i = ring.first(); i < ring.end(); ++i)
        conversation.add(ring.at(i));
    conversation.end();
    QStringList said;
    for (const Conversation::Part &part : conversation.parts())
        said << QString(part.side == Conversation::Side::Asking ? u"> "_s : u"< "_s) +
                    (part.missing > 0 ? u"[%1] "_s.arg(part.missing) : QString()) +
                    QString::fromStdString(part.bytes);
    return said.join(u'\n');
}

} // namespace

class TestConversation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orders_data()
    {
        using Segments = std::vector<Segment>;
        QTest::addColumn<Segments>("segments");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const Segments &segments, const QString &said) {
            QTest::addRow("%s", name) << segments << said;
        };
        row("as it came", {{true, 1, "ab"}, {false, 1, "12"}, {true, 3, "cd"}}, u"> ab\n< 12\n> cd"_s);
        row("one side in several segments", {{true, 1, "ab"}, {true, 3, "cd"}}, u"> abcd"_s);
        row("swapped", {{true, 1, "ab"}, {true, 5, "ef"}, {true, 3, "cd"}}, u"> abcdef"_s);
        row("sent again", {{true, 1, "ab"}, {true, 3, "cd"}, {true, 1, "ab"}, {true, 3, "cd"}}, u"> abcd"_s);
        row("sent again with more", {{true, 1, "ab"}, {true, 1, "abcd"}}, u"> abcd"_s);
        row("sent again after the answer",
            {{true, 1, "ab"}, {false, 1, "12"}, {true, 1, "ab"}, {true, 3, "c"}}, u"> ab\n< 12\n> c"_s);
        row("the answer overtakes nothing",
            {{true, 1, "ab"}, {true, 5, "ef"}, {false, 1, "1"}, {true, 3, "cd"}}, u"> ab\n< 1\n> cdef"_s);
        row("lost to the capture, as the peer's answer tells",
            {{true, 1, "ab"}, {true, 5, "ef"}, {false, 1, "1", TcpSegment::Ack, 7}, {true, 7, "gh"}},
            u"> ab\n< 1\n> [2] efgh"_s);
        row("lost until the end", {{true, 1, "ab"}, {true, 5, "ef"}, {true, 9, "ij"}},
            u"> ab\n> [2] ef\n> [2] ij"_s);
        row("lost before the last segment",
            {{true, 1, "ab"}, {true, 5, "ef"}, {true, 7, {}, TcpSegment::Fin | TcpSegment::Ack}},
            u"> ab\n> [2] ef"_s);
        row("begins with what was sent before", {{true, 100, "cd"}, {true, 98, "ab"}, {true, 102, "ef"}},
            u"> cdef"_s);
        row("numbers that wrap", {{true, 0xFFFFFFFE, "ab"}, {true, 2, "ef"}, {true, 0, "cd"}}, u"> abcdef"_s);
        row("another connection of the same ends",
            {{true, 0, {}, TcpSegment::Syn},
             {true, 1, "ab"},
             {true, 5, "ef"},
             {true, 9000, {}, TcpSegment::Syn},
             {true, 9001, "new"}},
            u"> ab\n> [2] efnew"_s);
        row("the opening comes twice",
            {{true, 0, {}, TcpSegment::Syn}, {true, 0, {}, TcpSegment::Syn}, {true, 1, "ab"}}, u"> ab"_s);
    }
    void orders()
    {
        QFETCH(std::vector<Segment>, segments);
        QFETCH(QString, said);
        std::vector<Packet> packets;
        for (const Segment &segment : segments)
            packets.push_back(packetOf(segment));
        QCOMPARE(conversationOf(packets), said);
    }

    /// However the segments came, both sides read as they were sent.
    void disturbed()
    {
        std::mt19937 engine(11);
        const auto random = [&engine](std::size_t below) { return engine() % below; };
        for (int round = 0; round < 300; ++round) {
            std::string text;
            std::vector<Segment> segments;
            const std::uint32_t start = round % 2 ? 0xFFFFFFC0U : 7;
            segments.push_back({true, start - 1, {}, TcpSegment::Syn});
            while (segments.size() < 40) {
                std::string piece(1 + random(30), '\0');
                for (char &byte : piece)
                    byte = static_cast<char>('a' + random(26));
                segments.push_back({true, start + std::uint32_t(text.size()), piece});
                text += piece;
            }
            for (std::size_t i = 2; i < segments.size(); ++i) {
                if (random(3) == 0)
                    std::swap(segments[i], segments[i - random(std::min<std::size_t>(i, 4))]);
                if (random(5) == 0)
                    segments.push_back(segments[i]);
                if (segments.size() > 80)
                    break;
            }
            std::vector<Packet> packets;
            for (const Segment &segment : segments)
                packets.push_back(packetOf(segment));
            QCOMPARE(conversationOf(packets), u"> "_s + QString::fromStdString(text));
        }
    }

    void datagrams()
    {
        const auto datagram = [](std::string_view payload, unsigned to = 8125, unsigned from = Client) {
            return test::packetOf(ipv4(udp(payload, to, from)));
        };
        QCOMPARE(conversationOf({datagram("a:1|c"), datagram("other", 8126), datagram("a:1|c"),
                                 datagram("other", 8125, 40'001)}),
                 u"> a:1|c\n> a:1|c"_s); // alike, but two
        // in fragments: as a whole, once
        const Bytes whole = udp("b:1|c\nc:2|c\n");
        const auto fragment = [&whole](std::size_t at, std::size_t size, bool more) {
            const auto from = whole.begin() + std::ptrdiff_t(at);
            return test::packetOf(ipv4(Bytes(from, from + std::ptrdiff_t(size)),
                                       {.id = 9, .offset = unsigned(at), .more = more}));
        };
        QCOMPARE(conversationOf({datagram("a:1|c"), fragment(0, 16, true), fragment(16, 4, false)}),
                 u"> a:1|c\n> b:1|c\nc:2|c\n"_s);
        QCOMPARE(conversationOf({datagram("a:1|c"), fragment(16, 4, false), fragment(0, 16, true)}),
                 u"> a:1|c\n> b:1|c\nc:2|c\n"_s);
    }

    void isBounded()
    {
        const Packet packet = packetOf({true, 1, std::string(1000, 'x')});
        PacketJudge judge;
        PacketRing ring;
        ring.push(packet, judge.take(packet));
        Conversation conversation(ring.at(0));
        for (std::uint32_t i = 0; i < 4000; ++i) {
            const Packet next = packetOf({true, 1 + i * 1000, std::string(1000, 'x')});
            PacketRing one;
            one.push(next, judge.take(next));
            conversation.add(one.at(0));
        }
        conversation.end();
        QVERIFY(conversation.isCut());
        QCOMPARE(conversation.parts().size(), 1U);
        QCOMPARE(conversation.parts()[0].bytes.size(), Conversation::MaxBytes);
    }
};

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
