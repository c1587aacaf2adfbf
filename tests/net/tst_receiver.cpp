// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/receiver.h"

#include "netlayer/statsd/lineframer.h"
#include "tests/net/gathered.h"
#include "tests/net/testsocket.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <ctime>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace metriscope::net;
using namespace Qt::StringLiterals;

namespace
{

ReceiverConfig anyPort()
{
    ReceiverConfig config;
    config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0}};
    return config;
}

std::uint16_t port(const Receiver &receiver)
{
    return receiver.endpoints().front().port;
}

std::uint64_t linesSoFar(Receiver &receiver)
{
    const std::unique_ptr<Bank> bank = receiver.flip(nullptr);
    return bank ? bank->counts.lines : 0;
}

} // namespace

class TestReceiver final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsDatagram_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addRow("IPv4") << QByteArray("127.0.0.1");
        QTest::addRow("IPv6") << QByteArray("::1");
    }
    void countsDatagram()
    {
        QFETCH(QByteArray, host);
        ReceiverConfig config;
        config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0}, {Endpoint::Kind::Inet6, "::1", 0}};
        Receiver receiver(config);
        QSignalSpy spy(&receiver, &Source::stateChanged);
        receiver.start();
        QCOMPARE(spy.count(), 2); // Starting, Running
        QCOMPARE(receiver.state(), Source::State::Running);
        QCOMPARE(receiver.endpoints().size(), 2U);
        QCOMPARE(receiver.endpoints()[0].port, receiver.endpoints()[1].port);
        QVERIFY(receiver.address().startsWith("127.0.0.1:"_L1));
        QVERIFY(receiver.receiveBuffer() > 100'000);

        const TestSocket client = TestSocket::udp(host.toStdString(), receiver.endpoints()[0].port);
        client.send("a.b:3|c\nbad line\nb:7|c|@0.5|#y:2,x:1\n");
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(3));
        QCOMPARE(gathered.counters["a.b"], 3.0);
        QCOMPARE(gathered.counters["b#x:1,y:2"], 14.0);
        QCOMPARE(gathered.counts.packets, 1U);
        QCOMPARE(gathered.counts.accepted, 2U);
        QCOMPARE(gathered.counts.rejected, 1U);
        QCOMPARE(gathered.notes.size(), 1U);
        QCOMPARE(QByteArray::fromStdString(gathered.notes[0].line), "bad line"_ba);
        QVERIFY(QByteArray::fromStdString(gathered.notes[0].peer)
                    .startsWith(host.contains(':') ? "[::1]:" : "127.0.0.1:"));
        receiver.stop();
        QCOMPARE(receiver.state(), Source::State::Stopped);
        QVERIFY(receiver.flip(nullptr) == nullptr);
    }

    void countsStreamSplitAtEveryByte()
    {
        Receiver receiver(anyPort());
        receiver.start();
        Gathered gathered(receiver);
        const std::string text = "split.a:1|c\nsplit.b:2|c\r\n";
        for (std::size_t at = 0; at <= text.size(); ++at) {
            TestSocket client = TestSocket::tcp("127.0.0.1", port(receiver));
            QVERIFY(client.send(text.substr(0, at)));
            QVERIFY(gathered.until([&] { return gathered.counts.bytes >= text.size() * at + at; }));
            QVERIFY(client.send(text.substr(at)));
            QVERIFY(gathered.lines(2 * (at + 1)));
        }
        QCOMPARE(gathered.counts.rejected, 0U);
        QCOMPARE(gathered.counters["split.a"], 1.0 * double(text.size() + 1));
        QCOMPARE(gathered.counters["split.b"], 2.0 * double(text.size() + 1));
        QCOMPARE(gathered.counts.connections, text.size() + 1);
    }

    void countsTailOfStream()
    {
        Receiver receiver(anyPort());
        receiver.start();
        TestSocket client = TestSocket::tcp("127.0.0.1", port(receiver));
        QVERIFY(client.send("whole:1|c\ntail:5|c"));
        client.close();
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(2));
        QCOMPARE(gathered.counters["tail"], 5.0);
        QCOMPARE(gathered.counts.accepted, 2U);
        QCOMPARE(gathered.counts.byIssue[std::size_t(LineIssue::Unterminated)], 1U);
    }

    void cutsEndlessLine()
    {
        Receiver receiver(anyPort());
        receiver.start();
        const TestSocket client = TestSocket::tcp("127.0.0.1", port(receiver));
        QVERIFY(client.send(std::string(20 * LineFramer::MaxLine, 'x')));
        QVERIFY(client.send(":1|c\nafter:1|c\n"));
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(2));
        QCOMPARE(gathered.counts.oversized, 1U);
        QCOMPARE(gathered.counts.byIssue[std::size_t(LineIssue::LineTooLong)], 1U);
        QCOMPARE(gathered.counters["after"], 1.0);
    }

    void takesByteAtATime()
    {
        Receiver receiver(anyPort());
        receiver.start();
        const TestSocket client = TestSocket::tcp("127.0.0.1", port(receiver));
        const int on = 1;
        ::setsockopt(client.fd(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        for (int i = 0; i < 20; ++i) {
            for (const char byte : std::string_view("slow.client:1|c\n"))
                QVERIFY(client.send({&byte, 1}));
        }
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(20));
        QCOMPARE(gathered.counters["slow.client"], 20.0);
    }

    void P28_takesLargestDatagram()
    {
        Receiver receiver(anyPort());
        receiver.start();
        const TestSocket client = TestSocket::udp("127.0.0.1", port(receiver));
        constexpr std::size_t Largest = 65'507;
        const std::string line = "large.datagram:1|c\n";
        std::string text;
        while (text.size() + line.size() < Largest)
            text += line;
        const std::size_t whole = text.size() / line.size();
        text.resize(Largest, 'y'); // ends within a line
        QVERIFY(client.send(text));
        QVERIFY(client.send("long." + std::string(20'000, 'n') + ":1|c"));
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(whole + 2));
        QCOMPARE(gathered.counts.bytes, Largest + 20'009);
        QCOMPARE(gathered.counts.rejected, 1U);
        QCOMPARE(gathered.counters["large.datagram"], double(whole));
    }

    void takesUnixDatagrams()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(u"statsd.sock"_s).toStdString();
        ReceiverConfig config;
        config.endpoints = {{Endpoint::Kind::Unix, path, 0}};
        Receiver receiver(config);
        receiver.start();
        QCOMPARE(receiver.state(), Source::State::Running);
        QCOMPARE(receiver.address().toStdString(), path);
        const TestSocket client = TestSocket::local(path);
        QVERIFY(client.isConnected());
        QVERIFY(client.send("local:2|c"));
        std::string large;
        while (large.size() < 200'000) // more than any UDP datagram holds
            large += "local:1|c\n";
        QVERIFY(client.send(large));
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(1 + large.size() / 10));
        QCOMPARE(gathered.counters["local"], 2.0 + double(large.size()) / 10);
        receiver.stop();
        QVERIFY(!QFile::exists(QString::fromStdString(path)));
    }

    void cutsUnixDatagramBeyondTheBuffer()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(u"statsd.sock"_s).toStdString();
        ReceiverConfig config;
        config.endpoints = {{Endpoint::Kind::Unix, path, 0}};
        Receiver receiver(config);
        receiver.start();
        const TestSocket client = TestSocket::local(path);
        const int bytes = 1 << 20;
        if (::setsockopt(client.fd(), SOL_SOCKET, SO_SNDBUFFORCE, &bytes, sizeof bytes) != 0)
            QSKIP("no right to send datagrams that large");
        std::string large;
        while (large.size() < 300'000)
            large += "local:1|c\n";
        QVERIFY(client.send(large));
        QVERIFY(client.send("after:1|c"));
        Gathered gathered(receiver);
        QVERIFY(gathered.until([&] { return gathered.counters["after"] > 0; }));
        QCOMPARE(gathered.counts.oversized, 1U);
        QCOMPARE(gathered.counters["local"], double((1 << 18) / 10));
    }

    void countsRandomBytes()
    {
        Receiver receiver(anyPort());
        receiver.start();
        const TestSocket udp = TestSocket::udp("127.0.0.1", port(receiver));
        const TestSocket tcp = TestSocket::tcp("127.0.0.1", port(receiver));
        Gathered gathered(receiver);
        std::mt19937 random(8125);
        constexpr std::string_view LikelyBytes = "ab.:|c#@0123\n,;-\r ";
        std::uint64_t sent = 0;
        for (int round = 0; round < 40; ++round) {
            for (int i = 0; i < 25; ++i) { // few enough for any socket buffer
                std::string bytes(random() % 300, '\0');
                for (char &byte : bytes)
                    byte = random() % 4 == 0 ? char(random()) : LikelyBytes[random() % LikelyBytes.size()];
                if (!bytes.empty()) {
                    QVERIFY(udp.send(bytes));
                    ++sent;
                }
                QVERIFY(tcp.send(bytes));
            }
            QVERIFY(gathered.until([&] { return gathered.counts.packets == sent; }));
        }
        QVERIFY(udp.send("sane:1|c"));
        QVERIFY(tcp.send("\nsane:1|c\n"));
        QVERIFY(gathered.until([&] { return gathered.counters["sane"] == 2; }));
        QCOMPARE(gathered.counts.accepted + gathered.counts.rejected, gathered.counts.lines);
        QVERIFY(gathered.counts.rejected > 1000);
        std::uint64_t issues = 0;
        for (const std::uint64_t count : gathered.counts.byIssue)
            issues += count;
        QVERIFY(issues >= gathered.counts.rejected);
    }

    void notesAreBounded()
    {
        Receiver receiver(anyPort());
        receiver.start();
        const TestSocket client = TestSocket::udp("127.0.0.1", port(receiver));
        std::string text;
        for (int i = 0; i < 100; ++i)
            text += "odd:1|c|@2\n"; // a warning each
        for (int i = 0; i < 100; ++i)
            text += "bad line\n";
        QVERIFY(client.send(text));
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(200));
        QCOMPARE(gathered.counts.warned, 100U);
        QCOMPARE(gathered.counts.rejected, 100U);
        QCOMPARE(gathered.notes.size(), Bank::MaxNotes);
        const auto rejected = std::ranges::count_if(
            gathered.notes, [](const LineNote &note) { return note.report.verdict == Verdict::Rejected; });
        QVERIFY2(rejected >= 50, "warnings crowd out the rejected lines");
    }

    void keepsAnnotations()
    {
        Receiver receiver(anyPort());
        receiver.start();
        const TestSocket client = TestSocket::udp("127.0.0.1", port(receiver));
        QVERIFY(
            client.send("_e{6,12}:deploy|one\\ntwo\\nok|t:warning|#b,a:1\n_sc|Redis|2|#env:dev|m:timed out"));
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(2));
        QCOMPARE(gathered.counts.accepted, 2U);
        QCOMPARE(gathered.annotations.size(), 2U);
        QVERIFY(gathered.annotations[0].kind == Annotation::Kind::Event);
        QCOMPARE(gathered.annotations[0].level, std::uint8_t(Event::Level::Warning));
        QCOMPARE(QByteArray::fromStdString(gathered.annotations[0].title), "deploy"_ba);
        QCOMPARE(QByteArray::fromStdString(gathered.annotations[0].text), "one\ntwo\nok"_ba);
        QCOMPARE(QByteArray::fromStdString(gathered.annotations[0].tags), "a:1,b"_ba);
        QVERIFY(gathered.annotations[1].kind == Annotation::Kind::ServiceCheck);
        QCOMPARE(gathered.annotations[1].level, std::uint8_t(ServiceCheck::Status::Critical));

        std::string flood;
        for (int i = 0; i < 1000; ++i)
            flood += "_e{1,1}:x|y\n";
        QVERIFY(client.send(flood));
        QVERIFY(gathered.lines(1002));
        QVERIFY(gathered.annotations.size() <= 2 + Bank::MaxAnnotations);
    }

    void speaksDialect()
    {
        ReceiverConfig config = anyPort();
        config.dialect = "statsd";
        Receiver receiver(config);
        receiver.start();
        const TestSocket client = TestSocket::udp("127.0.0.1", port(receiver));
        QVERIFY(client.send("plain:1|c\n_sc|Redis|0\n"));
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(2));
        QCOMPARE(gathered.counts.rejected, 1U);
    }

    void startsAgainOnTheSamePort()
    {
        ReceiverConfig config = anyPort();
        Receiver receiver(config);
        receiver.start();
        config.endpoints = receiver.endpoints();
        receiver.stop();
        receiver.configure(config);
        for (int round = 1; round <= 5; ++round) {
            QSignalSpy spy(&receiver, &Source::stateChanged);
            receiver.start();
            QCOMPARE(receiver.state(), Source::State::Running);
            const TestSocket stream = TestSocket::tcp("127.0.0.1", port(receiver)); // still open at the stop
            const TestSocket packet = TestSocket::udp("127.0.0.1", port(receiver));
            QVERIFY(stream.send("stream:1|c\n"));
            QVERIFY(packet.send("packet:1|c\n"));
            QTRY_COMPARE(linesSoFar(receiver), std::uint64_t(2 * round)); // counts go on
            receiver.stop();
            QCOMPARE(spy.count(), 3); // Starting, Running, Stopped
        }
        // names keep their numbers over a stop
        receiver.start();
        const TestSocket packet = TestSocket::udp("127.0.0.1", port(receiver));
        QVERIFY(packet.send("packet:1|c\nnew:1|c"));
        std::unique_ptr<Bank> bank;
        const auto arrived = [&] {
            if (!bank || bank->counters.empty())
                bank = receiver.flip(nullptr);
            return !bank->counters.empty();
        };
        QTRY_VERIFY(arrived());
        QCOMPARE(bank->newNames.size(), 1U);
        QCOMPARE(bank->counters[1].metric, 2U);
    }

    void twoReceiversAtOnce()
    {
        Receiver one(anyPort()), two(anyPort());
        one.start();
        two.start();
        QVERIFY(port(one) != port(two));
        QVERIFY(TestSocket::udp("127.0.0.1", port(one)).send("one:1|c"));
        QVERIFY(TestSocket::udp("127.0.0.1", port(two)).send("two:1|c"));
        Gathered first(one), second(two);
        QVERIFY(first.lines(1));
        QVERIFY(second.lines(1));
        QCOMPARE(first.counters.count("one"), 1U);
        QCOMPARE(second.counters.count("two"), 1U);
    }

    void failedStartIsAnsweredOnce()
    {
        Receiver first(anyPort());
        first.start();
        ReceiverConfig config;
        config.endpoints = first.endpoints();
        Receiver second(config);
        QSignalSpy spy(&second, &Source::stateChanged);
        second.start();
        QCOMPARE(spy.count(), 2);
        QCOMPARE(spy[1][0].value<Source::State>(), Source::State::Failed);
        QCOMPARE(spy[1][1].value<SourceError>(), SourceError::AddressInUse);
        QVERIFY(spy[1][2].toString().endsWith(u" (%1)"_s.arg(QCoreApplication::applicationPid())));
        QCOMPARE(second.address(), first.address());
        QVERIFY(second.flip(nullptr) == nullptr);
        first.stop();
        second.start();
        QCOMPARE(second.state(), Source::State::Running);
    }

    void flipsAndStopsUnderLoad()
    {
        Receiver receiver(anyPort());
        receiver.start();
        std::atomic<bool> stop = false;
        std::jthread sender([&stop, target = port(receiver)] {
            const TestSocket udp = TestSocket::udp("127.0.0.1", target);
            const TestSocket tcp = TestSocket::tcp("127.0.0.1", target);
            std::string text;
            for (int i = 0; i < 50; ++i)
                text += "under.load." + std::to_string(i) + ":1|c\n";
            while (!stop) {
                udp.send(text);
                tcp.send(text);
            }
        });
        Gathered gathered(receiver);
        QVERIFY(gathered.until([&] { return gathered.counts.lines > 100'000; }));
        double counted = 0;
        for (const auto &[name, count] : gathered.counters)
            counted += count;
        QCOMPARE(counted, double(gathered.counts.accepted));
        QElapsedTimer timer;
        timer.start();
        receiver.stop();
        stop = true;
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(!gathered.flip());
    }

    void countsWhatTheKernelDrops()
    {
        ReceiverConfig config = anyPort();
        config.receiveBuffer = 1; // the kernel's own least
        Receiver receiver(config);
        receiver.start();
        const TestSocket client = TestSocket::udp("127.0.0.1", port(receiver));
        Gathered gathered(receiver);
        const std::string text(1000, 'x');
        std::uint64_t sent = 0;
        const bool dropped = gathered.until([&] {
            for (int i = 0; i < 500; ++i, ++sent)
                client.send(text);
            return gathered.counts.kernelDrops > 0;
        });
        QVERIFY(dropped);
        QVERIFY(
            gathered.until([&] { return gathered.counts.packets + gathered.counts.kernelDrops >= sent; }));
        QCOMPARE(gathered.counts.packets + gathered.counts.kernelDrops, sent);
        QCOMPARE(gathered.dropsOfBanks, gathered.counts.kernelDrops);
    }

    void lossCounterSurvivesWrapping()
    {
        LossCounter counter;
        QCOMPARE(counter.observe(5), 5U);
        QCOMPARE(counter.observe(5), 0U);
        QCOMPARE(counter.observe(3), 0U); // an older reading
        QCOMPARE(counter.observe(0x7FFF'FFFFU), 0x7FFF'FFFAU);
        QCOMPARE(counter.observe(0xFFFF'FFF0U), 0x7FFF'FFF1U);
        QCOMPARE(counter.observe(0x10U), 0x20U);
    }

    void servesManyClients()
    {
        constexpr std::uint64_t Clients = 1200;
        rlimit files{};
        ::getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
        if (files.rlim_cur < 3 * Clients)
            QSKIP("too few file descriptors allowed");
        Receiver receiver(anyPort());
        receiver.start();
        std::vector<TestSocket> clients;
        for (std::uint64_t i = 0; i < Clients; ++i) {
            clients.push_back(TestSocket::tcp("127.0.0.1", port(receiver)));
            QVERIFY(clients.back().isConnected());
        }
        for (const TestSocket &client : clients)
            QVERIFY(client.send("many:1|c\nma"));
        for (const TestSocket &client : clients)
            QVERIFY(client.send("ny:1|c\n"));
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(2 * Clients));
        QCOMPARE(gathered.counts.connections, Clients);
        QCOMPARE(gathered.counters["many"], 2.0 * Clients);
        clients.clear();
        const TestSocket late = TestSocket::tcp("127.0.0.1", port(receiver));
        QVERIFY(late.send("many:1|c\n"));
        QVERIFY(gathered.lines(2 * Clients + 1));
    }

    void refusesClientsBeyondTheLimit()
    {
        ReceiverConfig config = anyPort();
        config.maxConnections = 3;
        Receiver receiver(config);
        receiver.start();
        std::vector<TestSocket> clients;
        for (int i = 0; i < 5; ++i)
            clients.push_back(TestSocket::tcp("127.0.0.1", port(receiver)));
        Gathered gathered(receiver);
        QVERIFY(gathered.until([&] { return gathered.counts.refusedConnections == 2; }));
        QCOMPARE(gathered.counts.connections, 3U);
        QVERIFY(clients[2].send("in:1|c\n"));
        QVERIFY(gathered.lines(1));
        clients[0].close();
        QVERIFY(gathered.until([&] { // its place is given to the next one
            const TestSocket next = TestSocket::tcp("127.0.0.1", port(receiver));
            next.send("in:1|c\n");
            return gathered.counts.lines > 1;
        }));
    }

    void isIdleWhenQuiet()
    {
        Receiver receiver(anyPort());
        receiver.start();
        const TestSocket client = TestSocket::udp("127.0.0.1", port(receiver));
        QVERIFY(client.send("a:1|c"));
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(1));
        const auto cpuMillis = [] {
            timespec time{};
            ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
            return time.tv_sec * 1000 + time.tv_nsec / 1'000'000;
        };
        const auto before = cpuMillis();
        QTest::qWait(500);
        QVERIFY2(cpuMillis() - before < 100, "the ingest thread does not sleep");
    }
};

QTEST_GUILESS_MAIN(TestReceiver)
#include "tst_receiver.moc"
