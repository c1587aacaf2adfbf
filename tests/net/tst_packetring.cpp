// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/packetring.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string>

using namespace metriscope::net;

Q_DECLARE_METATYPE(metriscope::net::PacketAddress)

namespace
{

PacketAddress inet6(std::array<std::uint8_t, 16> bytes, std::uint16_t port = 8125)
{
    return {PacketAddress::Family::Inet6, port, bytes};
}

Packet packetOf(std::uint64_t number, std::size_t size)
{
    Packet packet;
    packet.time = static_cast<std::int64_t>(number) * 1000;
    packet.interface = static_cast<std::uint32_t>(number % 3);
    packet.originalLength = static_cast<std::uint32_t>(size + number % 2);
    packet.linkType = 1;
    packet.feed = PacketFeed::Wire;
    packet.protocol = PacketProtocol::Udp;
    packet.source = {PacketAddress::Family::Inet, static_cast<std::uint16_t>(number), {10, 0, 0, 1}};
    packet.destination = {PacketAddress::Family::Inet, 8125, {10, 0, 0, 2}};
    packet.bytes.assign(size, static_cast<std::uint8_t>(number));
    return packet;
}

PacketFacts factsOf(const Packet &packet)
{
    PacketFacts facts;
    facts.frame.protocol = packet.protocol;
    facts.frame.source = packet.source;
    facts.frame.destination = packet.destination;
    facts.frame.payload = {0, static_cast<std::uint32_t>(packet.bytes.size())};
    facts.counts.items = 2;
    facts.counts.rejected = 1;
    facts.counts.issue = LineIssue::BadNumber;
    facts.kind = PayloadKind::Statsd;
    facts.copy = static_cast<std::uint8_t>(packet.interface);
    facts.repeated = facts.copy > 0;
    if (packet.time % 7000 == 0)
        facts.assembled = "assembled of " + std::to_string(packet.time);
    return facts;
}

bool isSame(const PacketRecord &view, const Packet &packet)
{
    const PacketFacts facts = factsOf(packet);
    return view.kind == facts.kind && view.copy == facts.copy && view.repeated == facts.repeated &&
           view.verdict() == Verdict::Rejected && view.issue == LineIssue::BadNumber &&
           view.assembled == facts.assembled && view.text() == facts.text(packet.bytes) &&
           view.packet().bytes == packet.bytes && view.time == packet.time &&
           view.interface == packet.interface && view.originalLength == packet.originalLength &&
           view.linkType == packet.linkType && view.feed == packet.feed && view.protocol == packet.protocol &&
           view.source == packet.source && view.destination == packet.destination &&
           std::ranges::equal(view.bytes, packet.bytes);
}

void put(PacketRing &ring, const Packet &packet)
{
    ring.push(packet, factsOf(packet));
}

} // namespace

class TestPacketRing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressText_data()
    {
        QTest::addColumn<PacketAddress>("address");
        QTest::addColumn<QByteArray>("text");
        using Family = PacketAddress::Family;
        QTest::addRow("none") << PacketAddress{} << QByteArray();
        QTest::addRow("unix") << PacketAddress{Family::Unix, 0, {}} << QByteArray("unix");
        QTest::addRow("IPv4") << PacketAddress{Family::Inet, 8125, {127, 0, 0, 1}}
                              << QByteArray("127.0.0.1:8125");
        QTest::addRow("IPv4 at most") << PacketAddress{Family::Inet, 65'535, {255, 255, 255, 255}}
                                      << QByteArray("255.255.255.255:65535");
        QTest::addRow("any IPv6") << inet6({}) << QByteArray("[::]:8125");
        QTest::addRow("loopback") << inet6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0)
                                  << QByteArray("[::1]:0");
        QTest::addRow("the first of equal runs")
            << inet6({0x20, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0x0A, 0, 0, 0xFF})
            << QByteArray("[2001::1:0:0:a00:ff]:8125");
        QTest::addRow("the longest run") << inet6({0x20, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0xFF})
                                         << QByteArray("[2001:0:0:1::ff]:8125");
        QTest::addRow("a single zero stays") << inet6({0x20, 1, 0, 0, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8})
                                             << QByteArray("[2001:0:3:4:5:6:7:8]:8125");
        QTest::addRow("zeroes at the end")
            << inet6({0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}) << QByteArray("[fe80::]:8125");
    }
    void addressText()
    {
        QFETCH(PacketAddress, address);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(address.text()), text);
    }

    void givesBackWhatItGot()
    {
        PacketRing ring({.packets = 100'000, .bytes = std::size_t{64} << 20});
        std::minstd_rand random(7);
        std::vector<Packet> given;
        for (std::uint64_t i = 0; i < 5000; ++i) {
            given.push_back(packetOf(i, i == 17 ? 65'535 : random() % 200));
            put(ring, given.back());
        }
        QCOMPARE(ring.size(), 5000U);
        QCOMPARE(ring.evicted(), 0U);
        for (std::uint64_t i = 0; i < 5000; ++i)
            QVERIFY2(isSame(ring.at(i), given[i]), qPrintable(QString::number(i)));
    }

    void keepsComments()
    {
        PacketRing ring({.packets = 200, .bytes = std::size_t{1} << 20});
        const Packet packet = packetOf(0, 10);
        put(ring, packet);
        const std::size_t without = ring.bytes();
        const std::vector<std::string> comments{"first", std::string(500, 'x')};
        ring.push(packet, factsOf(packet), comments);
        QVERIFY(ring.bytes() > 2 * without + 500);
        QVERIFY(ring.comments(0).empty());
        QVERIFY(std::ranges::equal(ring.comments(1), comments));
        for (int i = 0; i < 1000; ++i)
            put(ring, packet);
        QVERIFY(!ring.contains(1));
        QCOMPARE(ring.bytes(), without * ring.size()); // and went with it
    }

    void isBounded_data()
    {
        QTest::addColumn<quint64>("packets");
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<quint64>("size");
        QTest::addColumn<quint64>("least"); // that it still holds
        QTest::addRow("by number") << quint64{1000} << quint64{1} << quint64{10} << quint64{990};
        QTest::addRow("one") << quint64{1} << quint64{1} << quint64{10} << quint64{1};
        QTest::addRow("by bytes") << quint64{100'000} << quint64{4} << quint64{10'000} << quint64{400};
        QTest::addRow("larger than the ring")
            << quint64{1000} << quint64{1} << quint64{2'000'000} << quint64{1};
    }
    void isBounded()
    {
        QFETCH(quint64, packets);
        QFETCH(quint64, bytes);
        QFETCH(quint64, size);
        QFETCH(quint64, least);
        const PacketRing::Limits limits{packets, bytes << 20U};
        PacketRing ring(limits);
        const std::uint64_t count = size > 1'000'000 ? 5 : 3000;
        for (std::uint64_t i = 0; i < count; ++i) {
            put(ring, packetOf(i, size));
            QVERIFY(ring.size() <= packets);
            QVERIFY(ring.bytes() <= limits.bytes || ring.size() == 1);
            QCOMPARE(ring.end(), i + 1);
            QCOMPARE(ring.evicted() + ring.size(), i + 1);
            QCOMPARE(ring.first(), ring.evicted());
            QVERIFY(isSame(ring.at(i), packetOf(i, size)));
            QVERIFY(isSame(ring.at(ring.first()), packetOf(ring.first(), size)));
        }
        QVERIFY(ring.size() >= least);
    }

    void clearKeepsNumbers()
    {
        PacketRing ring;
        for (std::uint64_t i = 0; i < 10; ++i)
            put(ring, packetOf(i, 10));
        const PacketRing gone = ring.clear();
        QCOMPARE(gone.size(), 10U);
        QVERIFY(isSame(gone.at(3), packetOf(3, 10)));
        QCOMPARE(ring.size(), 0U);
        QCOMPARE(ring.bytes(), 0U);
        QCOMPARE(ring.evicted(), 0U);
        QCOMPARE(ring.first(), 10U);
        put(ring, packetOf(10, 10));
        QVERIFY(ring.contains(10) && !ring.contains(9) && !ring.contains(11));
        QVERIFY(isSame(ring.at(10), packetOf(10, 10)));
    }

    void smallerLimitsCountAtOnce()
    {
        PacketRing ring({.packets = 10'000, .bytes = std::size_t{64} << 20});
        for (std::uint64_t i = 0; i < 10'000; ++i)
            put(ring, packetOf(i, 10));
        ring.setLimits({.packets = 1000, .bytes = std::size_t{64} << 20});
        QVERIFY(ring.size() <= 1000 && ring.size() > 800);
        QCOMPARE(ring.evicted() + ring.size(), 10'000U);
        QVERIFY(isSame(ring.at(9999), packetOf(9999, 10)));
    }
};

QTEST_APPLESS_MAIN(TestPacketRing)
#include "tst_packetring.moc"
