// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/fragmenttable.h"
#include "netlayer/capture/framedecoder.h"
#include "netlayer/capture/payloadframe.h"
#include "tests/net/frames.h"

#include <QTest>

#include <random>

using namespace metriscope::net;
using namespace metriscope::net::test;

Q_DECLARE_METATYPE(Bytes)
Q_DECLARE_METATYPE(LinkType)
Q_DECLARE_METATYPE(FrameIssue)

namespace
{

constexpr std::string_view Line = "requests.total:1|c";

std::string payloadOf(const Bytes &bytes, const Frame &frame)
{
    return {bytes.begin() + frame.payload.offset, bytes.begin() + frame.payload.end()};
}

Bytes loopback(std::initializer_list<std::uint8_t> family, const Bytes &inner)
{
    return Bytes(family) + inner;
}

/// Ranges stay within the captured bytes, and the tree says what the row says.
void checkAgrees(LinkType link, const Bytes &bytes, std::uint32_t original)
{
    const Bytes block(bytes); // of its own size: the sanitizers see one byte too many
    const Frame frame = decodeFrame(link, block, original);
    QVERIFY(frame.payload.end() <= block.size());
    QVERIFY(frame.fragment.body.end() <= block.size());
    QVERIFY(frame.payloadLength >= frame.payload.size || frame.issue == FrameIssue::LaterFragment);
    const auto fields = dissectFrame(link, block, original);
    std::uint32_t payload = 0;
    for (const Field &field : fields) {
        QVERIFY2(field.range.end() <= block.size(), fieldName(field.id).data());
        QVERIFY(!fieldName(field.id).empty());
        if (field.id == FieldId::Payload)
            payload = field.range.size;
    }
    if (frame.issue == FrameIssue::None && frame.protocol != PacketProtocol::Unknown)
        QCOMPARE(payload, frame.payload.size);
}

} // namespace

class TestFrameDecoder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesALine_data()
    {
        QTest::addColumn<LinkType>("link");
        QTest::addColumn<Bytes>("bytes");
        QTest::addColumn<QString>("ends");
        const Bytes inet = ipv4(udp(Line)), inet6 = ipv6(udp(Line));
        const QString four = QStringLiteral("127.0.0.1:40000 127.0.0.2:8125");
        const QString six = QStringLiteral("[::1]:40000 [::2]:8125");
        const auto row = [](const char *name, LinkType link, const Bytes &bytes, const QString &ends) {
            QTest::newRow(name) << link << bytes << ends;
        };
        row("Ethernet", LinkType::Ethernet, ethernet(inet), four);
        row("Ethernet, IPv6", LinkType::Ethernet, ethernet(inet6, 0x86DD), six);
        row("Ethernet, padded to 60", LinkType::Ethernet, ethernet(inet) + Bytes(20, 0xAA), four);
        row("VLAN", LinkType::Ethernet, ethernet(vlan(inet, 5), 0x8100), four);
        row("VLAN in VLAN", LinkType::Ethernet, ethernet(vlan(vlan(inet6, 5, 0x86DD), 6, 0x8100), 0x88A8),
            six);
        row("cooked", LinkType::Cooked, cooked(inet), four);
        row("cooked VLAN", LinkType::Cooked, cooked(vlan(inet, 9), 0x8100), four);
        row("cooked v2", LinkType::CookedV2, cookedV2(inet6, 0x86DD), six);
        row("loopback of a Mac", LinkType::Null, loopback({2, 0, 0, 0}, inet), four);
        row("loopback of a Mac, IPv6", LinkType::Null, loopback({30, 0, 0, 0}, inet6), six);
        row("loopback, big endian", LinkType::Null, loopback({0, 0, 0, 2}, inet), four);
        row("loopback of FreeBSD, IPv6", LinkType::Null, loopback({0, 0, 0, 28}, inet6), six);
        row("loopback of OpenBSD", LinkType::Loop, loopback({0, 0, 0, 24}, inet6), six);
        row("raw", LinkType::Raw, inet, four);
        row("raw of Linux", LinkType::RawLinux, inet6, six);
        row("raw of OpenBSD", LinkType::RawOpenBsd, inet, four);
        row("IPv4 alone", LinkType::Ipv4, inet, four);
        row("IPv6 alone", LinkType::Ipv6, inet6, six);
        row("IPv4 with options", LinkType::Raw, ipv4(udp(Line), {.options = {7, 7, 4, 0, 0, 0, 0, 1}}), four);
        row("IPv4 left to the card: no length", LinkType::Raw, ipv4(udp(Line), {.total = 0}), four);
        row("IPv6, hop by hop", LinkType::Raw, ipv6(Bytes{17, 0, 1, 4, 0, 0, 0, 0} + udp(Line), 0), six);
        row("IPv6, three extensions", LinkType::Raw,
            ipv6(Bytes{60, 0, 1, 4, 0, 0, 0, 0} + Bytes{51, 1, 1, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0} +
                     Bytes{17, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0} + udp(Line),
                 0),
            six);
        row("IPv6 fragment that is whole", LinkType::Raw,
            ipv6(Bytes{17, 0, 0, 0, 0, 0, 0, 9} + udp(Line), 44), six);
        row("UDP of a jumbogram", LinkType::Raw, ipv6(udp(Line, 8125, 40000, 0), 17, 0), six);
        row("TCP", LinkType::Raw, ipv4(tcp(Line, 1), {.protocol = TcpProtocol}), four);
        row("TCP with options", LinkType::Raw,
            ipv4(tcp(Line, 1, 8125, 40000, TcpSegment::Ack, 1, Bytes(12, 1)), {.protocol = TcpProtocol}),
            four);
    }
    void carriesALine()
    {
        QFETCH(LinkType, link);
        QFETCH(Bytes, bytes);
        QFETCH(QString, ends);
        const Frame frame = decodeFrame(link, bytes, std::uint32_t(bytes.size()));
        QCOMPARE(frameIssueName(frame.issue), std::string_view());
        QCOMPARE(payloadOf(bytes, frame), std::string(Line));
        QVERIFY(!frame.isTruncated());
        QCOMPARE(QString::fromStdString(frame.source.text() + ' ' + frame.destination.text()), ends);
        // cut anywhere, it is never misread as something whole
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const Bytes cut(bytes.begin(), bytes.begin() + std::ptrdiff_t(size));
            const Frame part = decodeFrame(link, cut, std::uint32_t(bytes.size()));
            checkAgrees(link, cut, std::uint32_t(bytes.size()));
            QVERIFY(part.issue != FrameIssue::None || payloadOf(cut, part) == Line);
        }
    }

    void refused_data()
    {
        QTest::addColumn<LinkType>("link");
        QTest::addColumn<Bytes>("bytes");
        QTest::addColumn<FrameIssue>("issue");
        const auto row = [](const char *name, LinkType link, const Bytes &bytes, FrameIssue issue) {
            QTest::newRow(name) << link << bytes << issue;
        };
        const Bytes inet = ipv4(udp(Line));
        row("nothing", LinkType::Ethernet, {}, FrameIssue::CutLink);
        row("a link nobody knows", LinkType{147}, inet, FrameIssue::UnknownLink);
        row("ARP", LinkType::Ethernet, ethernet(inet, 0x0806), FrameIssue::NotIp);
        row("802.3 length", LinkType::Ethernet, ethernet(inet, 46), FrameIssue::NotIp);
        row("nine VLAN tags", LinkType::Ethernet,
            ethernet(
                vlan(vlan(vlan(vlan(vlan(vlan(vlan(vlan(vlan(inet, 1), 1, 0x8100), 1, 0x8100), 1, 0x8100), 1,
                                         0x8100),
                                    1, 0x8100),
                               1, 0x8100),
                          1, 0x8100),
                     1, 0x8100),
                0x8100),
            FrameIssue::NotIp);
        row("family of AppleTalk", LinkType::Null, loopback({16, 0, 0, 0}, inet), FrameIssue::NotIp);
        row("IP version 5", LinkType::Raw, Bytes(40, 0x55), FrameIssue::NotIp);
        row("ethernet says 4, IP says 6", LinkType::Ethernet, ethernet(ipv6(udp(Line)), 0x0800),
            FrameIssue::BadNetwork);
        row("ethernet says 6, IP says 4", LinkType::Ethernet, ethernet(inet + Bytes(20), 0x86DD),
            FrameIssue::BadNetwork);
        row("header of 16 bytes", LinkType::Raw, Bytes{0x44} + Bytes(inet.begin() + 1, inet.end()),
            FrameIssue::BadNetwork);
        row("total below the header", LinkType::Raw, ipv4(udp(Line), {.total = 19}), FrameIssue::BadNetwork);
        row("ICMP", LinkType::Raw, ipv4(udp(Line), {.protocol = 1}), FrameIssue::UnknownTransport);
        row("ESP", LinkType::Raw, ipv6(udp(Line), 50), FrameIssue::UnknownTransport);
        row("no next header", LinkType::Raw, ipv6({}, 59, 0), FrameIssue::UnknownTransport);
        row("extension longer than the packet", LinkType::Raw, ipv6(Bytes{17, 200, 0, 0, 0, 0, 0, 0}, 0),
            FrameIssue::BadNetwork);
        row("UDP of 7 bytes", LinkType::Raw, ipv4(Bytes(7)), FrameIssue::BadTransport);
        row("UDP length of 7", LinkType::Raw, ipv4(udp(Line, 8125, 1, 7)), FrameIssue::BadTransport);
        row("UDP length beyond IP", LinkType::Raw, ipv4(udp(Line, 8125, 1, 500)), FrameIssue::BadTransport);
        row("TCP header of 16", LinkType::Raw,
            ipv4(Bytes(12) + Bytes{0x40} + Bytes(7), {.protocol = TcpProtocol}), FrameIssue::BadTransport);
        row("TCP header beyond IP", LinkType::Raw,
            ipv4(Bytes(12) + Bytes{0xF0} + Bytes(7), {.protocol = TcpProtocol}), FrameIssue::BadTransport);
        row("first fragment", LinkType::Raw, ipv4(udp(Line, 8125, 1, 500), {.more = true}),
            FrameIssue::FirstFragment);
        row("later fragment", LinkType::Raw, ipv4(raw(Line), {.offset = 64}), FrameIssue::LaterFragment);
        row("later fragment of IPv6", LinkType::Raw, ipv6(Bytes{17, 0, 0, 64, 0, 0, 0, 9} + raw(Line), 44),
            FrameIssue::LaterFragment);
    }
    void refused()
    {
        QFETCH(LinkType, link);
        QFETCH(Bytes, bytes);
        QFETCH(FrameIssue, issue);
        const Frame frame = decodeFrame(link, bytes, std::uint32_t(bytes.size()));
        QCOMPARE(frameIssueName(frame.issue), frameIssueName(issue));
        checkAgrees(link, bytes, std::uint32_t(bytes.size()));
    }

    void sayings()
    {
        const Bytes bytes =
            cookedV2(vlan(ipv4(tcp("x", 7, 2003, 99, TcpSegment::Syn, 5), {.protocol = TcpProtocol}), 77),
                     0x8100, 4, 12);
        const Frame frame = decodeFrame(LinkType::CookedV2, bytes, std::uint32_t(bytes.size()));
        QVERIFY(frame.outgoing);
        QCOMPARE(frame.interfaceIndex, 12U);
        QCOMPARE(int(frame.vlan), 77);
        QCOMPARE(frame.tcp.sequence, 7U);
        QCOMPARE(int(frame.tcp.flags), int(TcpSegment::Syn));
        const auto fields = dissectFrame(LinkType::CookedV2, bytes, std::uint32_t(bytes.size()));
        const auto value = [&fields](FieldId id) {
            for (const Field &field : fields) {
                if (field.id == id)
                    return qint64(field.value);
            }
            return qint64(-1);
        };
        QCOMPARE(value(FieldId::CookedInterface), 12);
        QCOMPARE(value(FieldId::VlanNumber), 77);
        QCOMPARE(value(FieldId::DestinationPort), 2003);
        QCOMPARE(value(FieldId::Sequence), 7);
        QCOMPARE(value(FieldId::TcpFlags), 2);
        QCOMPARE(value(FieldId::TimeToLive), 64);
    }

    void ofTheTap()
    {
        Packet packet;
        packet.bytes = raw("a:1|c");
        packet.originalLength = 500;
        packet.protocol = PacketProtocol::UnixDatagram;
        const Frame frame = decodePacket(packet);
        QCOMPARE(frame.issue, FrameIssue::CutPayload);
        QCOMPARE(frame.payload, (ByteRange{0, 5}));
        QCOMPARE(dissectPacket(packet).size(), 1U);
    }

    /// Bytes bent at random: nothing leaves the captured bytes, whatever they say.
    void noise()
    {
        std::mt19937 engine(8125);
        const auto random = [&engine] { return static_cast<unsigned>(engine()); };
        const std::array links{LinkType::Ethernet, LinkType::Cooked, LinkType::CookedV2, LinkType::Null,
                               LinkType::Raw};
        const Bytes seeds[] = {ethernet(vlan(ipv4(udp(Line)), 5), 0x8100), cooked(ipv6(udp(Line)), 0x86DD),
                               cookedV2(ipv4(tcp(Line, 1), {.protocol = TcpProtocol})),
                               loopback({30, 0, 0, 0}, ipv6(Bytes{17, 0, 0, 1, 0, 0, 0, 9} + udp(Line), 44)),
                               ipv4(udp(Line), {.options = {7, 7, 4, 0}})};
        for (int i = 0; i < 20'000; ++i) {
            const std::size_t which = random() % links.size();
            Bytes bytes = seeds[which];
            for (unsigned bends = 1 + random() % 5; bends > 0; --bends)
                bytes[random() % bytes.size()] = std::uint8_t(random());
            bytes.resize(random() % 3 == 0 ? random() % (bytes.size() + 1) : bytes.size());
            checkAgrees(links[which], bytes,
                        random() % 4 == 0 ? std::uint32_t(random()) : std::uint32_t(bytes.size()));
        }
    }

    void fragments_data()
    {
        QTest::addColumn<QList<int>>("order");
        QTest::addColumn<QString>("places");
        // a datagram of 8 + 40 bytes in pieces of 16
        QTest::newRow("in order") << QList<int>{0, 1, 2} << "1/3 2/3 3/3";
        QTest::newRow("backwards") << QList<int>{2, 1, 0} << "0/0 2/3 1/3";
        QTest::newRow("the middle last") << QList<int>{0, 2, 1} << "1/3 3/3 2/3";
        QTest::newRow("one twice") << QList<int>{0, 1, 1, 2} << "1/3 2/3 2/3 3/3";
    }
    void fragments()
    {
        QFETCH(QList<int>, order);
        QFETCH(QString, places);
        const Bytes datagram = udp("a:1|c\nb:22|c\nc:333|c\nddddddd:4|c\neee:5|c");
        FragmentTable table;
        QStringList seen;
        int whole = 0;
        for (const int piece : order) {
            const auto at = std::ptrdiff_t(piece) * 16;
            const auto end = std::min<std::ptrdiff_t>(at + 16, std::ptrdiff_t(datagram.size()));
            const Bytes bytes = ipv4(Bytes(datagram.begin() + at, datagram.begin() + end),
                                     {.offset = unsigned(at), .more = piece < 2});
            const Frame frame = decodeFrame(LinkType::Raw, bytes, std::uint32_t(bytes.size()));
            QVERIFY(frame.fragment.is);
            const auto answer = table.take(
                frame, std::span(bytes).subspan(frame.fragment.body.offset, frame.fragment.body.size), 1);
            seen << QStringLiteral("%1/%2").arg(answer.place.number).arg(answer.place.of);
            if (answer.datagram) {
                ++whole;
                QCOMPARE(*answer.datagram, datagram);
                const Frame decoded = decodeDatagram(frame, *answer.datagram);
                QCOMPARE(decoded.destination.port, std::uint16_t(8125));
                QCOMPARE(decoded.payload.size, std::uint32_t(datagram.size() - 8));
            }
        }
        QCOMPARE(whole, 1);
        QCOMPARE(seen.join(u' '), places);
        QCOMPARE(table.held(), 0U);
    }

    void fragmentsAreBounded()
    {
        FragmentTable table;
        const Bytes body(1000, 'x');
        for (unsigned i = 0; i < 5000; ++i) {
            const Bytes bytes = ipv4(body, {.id = i, .offset = 8, .more = true});
            const Frame frame = decodeFrame(LinkType::Raw, bytes, std::uint32_t(bytes.size()));
            (void)table.take(frame, body, i);
            QVERIFY(table.held() <= 257'000);
        }
        QVERIFY(table.dropped() > 4000);
        // those that wait too long go
        const Bytes bytes = ipv4(body, {.id = 9999, .offset = 8, .more = true});
        (void)table.take(decodeFrame(LinkType::Raw, bytes, std::uint32_t(bytes.size())), body,
                         60'000'000'000);
        QCOMPARE(table.held(), 1000U);
        // what overlaps costs the datagram
        const Bytes other = ipv4(body, {.id = 9999, .offset = 16, .more = true});
        (void)table.take(decodeFrame(LinkType::Raw, other, std::uint32_t(other.size())), body,
                         60'000'000'001);
        QCOMPARE(table.held(), 0U);
    }

    void payloadsAsFrames_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<int>("family");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("frames");
        using enum PacketAddress::Family;
        for (const auto family : {Inet, Inet6, None, Unix}) {
            QTest::addRow("UDP %d", int(family)) << int(PacketProtocol::Udp) << int(family) << 52 << 1;
            QTest::addRow("HTTP %d", int(family)) << int(PacketProtocol::Http) << int(family) << 65'535 << 2;
        }
        QTest::newRow("unix") << int(PacketProtocol::UnixDatagram) << int(Unix) << 12 << 1;
        QTest::newRow("empty") << int(PacketProtocol::Udp) << int(Inet) << 0 << 1;
    }
    void payloadsAsFrames()
    {
        QFETCH(int, protocol);
        QFETCH(int, family);
        QFETCH(int, size);
        QFETCH(int, frames);
        Packet packet;
        packet.protocol = PacketProtocol(protocol);
        packet.source.family = packet.destination.family = PacketAddress::Family(family);
        packet.source.bytes[3] = 7;
        packet.destination.port = 8125;
        packet.bytes = Bytes(std::size_t(size), 'a');
        PayloadFrames wrap;
        int seen = 0;
        std::size_t payload = 0;
        std::uint32_t next = 0;
        wrap.frame(packet, [&](std::span<const std::uint8_t> bytes) {
            const Frame frame = decodeFrame(LinkType::Raw, bytes, std::uint32_t(bytes.size()));
            QCOMPARE(frameIssueName(frame.issue), std::string_view());
            QCOMPARE(frame.destination.port, std::uint16_t(8125));
            QVERIFY(seen == 0 || frame.tcp.sequence == next);
            next = frame.tcp.sequence + frame.payload.size;
            payload += frame.payload.size;
            ++seen;
        });
        QCOMPARE(seen, frames);
        QCOMPARE(payload, packet.bytes.size());
    }
};

QTEST_APPLESS_MAIN(TestFrameDecoder)
#include "tst_framedecoder.moc"
