// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/packets/tap.h"

#include "netlayer/statsd/receiver.h"
#include "tests/net/testsocket.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <map>
#include <string>
#include <thread>
#include <vector>

using namespace metriscope::net;
using namespace Qt::StringLiterals;

namespace
{

PacketAddress inet(std::uint16_t port)
{
    return {PacketAddress::Family::Inet, port, {127, 0, 0, 1}};
}

std::string textOf(const Packet &packet)
{
    return {packet.bytes.begin(), packet.bytes.end()};
}

/// Takes until `count` packets are there, or for two seconds.
std::vector<Packet> taken(Tap &tap, std::size_t count)
{
    std::vector<Packet> all;
    QElapsedTimer timer;
    timer.start();
    while (all.size() < count && timer.elapsed() < 2000)
        for (Packet &packet : tap.take())
            all.push_back(std::move(packet));
    return all;
}

ReceiverConfig anyPort()
{
    ReceiverConfig config;
    config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0}};
    return config;
}

} // namespace

class TestTap final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsOffered()
    {
        Tap tap;
        QVERIFY(!tap.isOn());
        tap.offer(PacketProtocol::Udp, inet(1), inet(2), "lost:1|c");
        QVERIFY(tap.take().empty());
        tap.setOn(true);
        QVERIFY(tap.isOn());
        const std::int64_t before = QDateTime::currentMSecsSinceEpoch();
        tap.offer(PacketProtocol::Udp, inet(40112), inet(8125), "a:1|c\nb:2|g");
        tap.offer(PacketProtocol::Http, nullptr, nullptr, {});
        const std::vector<Packet> packets = tap.take();
        QCOMPARE(packets.size(), 2U);
        QCOMPARE(textOf(packets[0]), "a:1|c\nb:2|g");
        QCOMPARE(packets[0].originalLength, 11U);
        QCOMPARE(packets[0].source.text(), "127.0.0.1:40112");
        QCOMPARE(packets[0].destination.text(), "127.0.0.1:8125");
        QCOMPARE(packets[0].feed, PacketFeed::Tap);
        QCOMPARE(packets[0].linkType, 0);
        QVERIFY(packets[0].time / 1'000'000 >= before && packets[0].time <= packets[1].time);
        QCOMPARE(packets[1].protocol, PacketProtocol::Http);
        QCOMPARE(packets[1].source.text(), "");
        QVERIFY(packets[1].bytes.empty());
        QVERIFY(tap.take().empty());
        QCOMPARE(tap.skipped(), 0U);
    }

    void forgetsWhenItGoesOff()
    {
        Tap tap;
        tap.setOn(true);
        tap.offer(PacketProtocol::Udp, inet(1), inet(2), "a:1|c");
        tap.setOn(false);
        QVERIFY(tap.take().empty());
        tap.setOn(true);
        QVERIFY(tap.take().empty());
        tap.offer(PacketProtocol::Udp, inet(1), inet(2), "b:1|c");
        QCOMPARE(tap.take().size(), 1U);
        QCOMPARE(tap.skipped(), 0U);
    }

    void isBounded_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("offers");
        QTest::addColumn<int>("kept");
        QTest::addRow("by number") << 1 << int(Tap::MaxPackets) + 7 << int(Tap::MaxPackets);
        QTest::addRow("by bytes") << 65'535 << 200 << int(Tap::MaxBytes / 65'535);
    }
    void isBounded()
    {
        QFETCH(int, size);
        QFETCH(int, offers);
        QFETCH(int, kept);
        Tap tap;
        tap.setOn(true);
        const std::string payload(static_cast<std::size_t>(size), 'x');
        for (int i = 0; i < offers; ++i)
            tap.offer(PacketProtocol::Udp, inet(1), inet(2), payload);
        QCOMPARE(int(tap.take().size()), kept);
        QCOMPARE(tap.skipped(), std::uint64_t(offers - kept));
        tap.offer(PacketProtocol::Udp, inet(1), inet(2), payload);
        QCOMPARE(tap.take().size(), 1U);
    }

    void cutsLongPayloads()
    {
        Tap tap;
        tap.setOn(true);
        tap.offer(PacketProtocol::UnixDatagram, inet(1), inet(2), std::string(200'000, 'x'));
        const std::vector<Packet> packets = tap.take();
        QCOMPARE(packets.size(), 1U);
        QCOMPARE(packets[0].bytes.size(), Tap::MaxPayload);
        QCOMPARE(packets[0].originalLength, 200'000U);
    }

    /// Four threads offer, one takes, one turns it off and on. What was not taken was counted or came while
    /// it was off; what one thread offered comes in its order.
    void threads()
    {
        constexpr int Threads = 4, Offers = 5000;
        Tap tap;
        tap.setOn(true);
        std::atomic<int> running = Threads;
        std::vector<std::jthread> threads;
        for (int t = 0; t < Threads; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < Offers; ++i)
                    if (tap.isOn())
                        tap.offer(PacketProtocol::Udp, inet(static_cast<std::uint16_t>(t)), inet(0),
                                  std::to_string(i));
                --running;
            });
        std::map<std::uint16_t, int> last;
        std::size_t count = 0;
        const auto takeAll = [&] {
            for (const Packet &packet : tap.take()) {
                const int number = std::stoi(textOf(packet));
                const auto known = last.find(packet.source.port);
                QVERIFY(known == last.end() || known->second < number);
                last[packet.source.port] = number;
                ++count;
            }
        };
        while (running > 0)
            takeAll();
        takeAll();
        threads.clear();
        takeAll();
        QCOMPARE(count + tap.skipped(), std::size_t{Threads} * Offers);

        std::atomic<bool> stop = false;
        std::jthread offering([&] {
            while (!stop)
                if (tap.isOn())
                    tap.offer(PacketProtocol::Udp, inet(1), inet(2), "a:1|c");
        });
        for (int i = 0; i < 200; ++i) {
            tap.setOn(i % 2 == 0);
            for (const Packet &packet : tap.take())
                QCOMPARE(textOf(packet), "a:1|c");
        }
        stop = true;
    }

    void showsDatagramsOfReceiver()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(u"statsd.sock"_s).toStdString();
        Tap tap;
        ReceiverConfig config = anyPort();
        config.endpoints.push_back({Endpoint::Kind::Unix, path, 0});
        Receiver receiver(config, nullptr, &tap);
        receiver.start();
        const std::uint16_t port = receiver.endpoints().front().port;
        const TestSocket udp = TestSocket::udp("127.0.0.1", port);
        QVERIFY(udp.send("before:1|c"));
        QTRY_COMPARE(receiver.flip(nullptr)->counts.packets, 1U);
        tap.setOn(true);
        QVERIFY(udp.send("a:1|c\nbroken"));
        const std::vector<Packet> first = taken(tap, 1);
        QCOMPARE(first.size(), 1U);
        QCOMPARE(textOf(first[0]), "a:1|c\nbroken");
        QCOMPARE(first[0].protocol, PacketProtocol::Udp);
        QCOMPARE(first[0].source.port, SocketAddress::local(udp.fd()).port());
        QCOMPARE(first[0].destination.text(), "127.0.0.1:" + std::to_string(port));
        QVERIFY(TestSocket::local(path).send("u:1|c"));
        const std::vector<Packet> second = taken(tap, 1);
        QCOMPARE(second.size(), 1U);
        QCOMPARE(second[0].protocol, PacketProtocol::UnixDatagram);
        QCOMPARE(second[0].destination.text(), "unix");
        QCOMPARE(second[0].source.text(), "");
        QCOMPARE(receiver.flip(nullptr)->counts.packets, 3U);
    }

    /// Only whole lines, and the rest when the client leaves.
    void showsLinesOfStreams()
    {
        Tap tap;
        tap.setOn(true);
        Receiver receiver(anyPort(), nullptr, &tap);
        receiver.start();
        const std::uint16_t port = receiver.endpoints().front().port;
        TestSocket client = TestSocket::tcp("127.0.0.1", port);
        QVERIFY(client.send("half"));
        QTRY_COMPARE(receiver.flip(nullptr)->counts.bytes, 4U);
        QVERIFY(tap.take().empty());
        QVERIFY(client.send(".way:1|c\nb:2|c\nta"));
        std::vector<Packet> packets = taken(tap, 1);
        QCOMPARE(packets.size(), 1U);
        QCOMPARE(textOf(packets[0]), "half.way:1|c\nb:2|c\n");
        QCOMPARE(packets[0].protocol, PacketProtocol::Tcp);
        QCOMPARE(packets[0].source.port, SocketAddress::local(client.fd()).port());
        QCOMPARE(packets[0].destination.text(), "127.0.0.1:" + std::to_string(port));
        QVERIFY(client.send("il:1|c"));
        client.close();
        packets = taken(tap, 1);
        QCOMPARE(packets.size(), 1U);
        QCOMPARE(textOf(packets[0]), "tail:1|c");
    }
};

QTEST_GUILESS_MAIN(TestTap)
#include "tst_tap.moc"
