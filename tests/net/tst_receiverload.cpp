// SPDX-License-Identifier: GPL-3.0-or-later
// What takes seconds: ten thousand clients, a million names.
#include "netlayer/statsd/receiver.h"

#include "tests/net/gathered.h"
#include "tests/net/testsocket.h"

#include <QTest>

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

using namespace metriscope::net;

namespace
{

constexpr std::uint64_t Clients = 10'000;

bool allowDescriptors(rlim_t wanted)
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    return files.rlim_cur >= wanted;
}

/// In a process of its own, because each end of a connection takes a descriptor. Sends a line on every
/// connection, a second one when it is told to, then closes them all.
[[noreturn]] void beClients(std::uint16_t port, int commands)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::vector<TestSocket> clients;
    for (std::uint64_t i = 0; i < Clients; ++i) {
        clients.push_back(TestSocket::tcp("127.0.0.1", port));
        if (!clients.back().send("first:1|c\nsec"))
            ::_exit(1);
    }
    char command = 0;
    if (::read(commands, &command, 1) != 1)
        ::_exit(1);
    for (const TestSocket &client : clients)
        client.send("ond:1|c\n");
    if (::read(commands, &command, 1) != 1)
        ::_exit(1);
    ::_exit(0);
}

} // namespace

class TestReceiverLoad final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesTenThousandClients()
    {
        if (!allowDescriptors(Clients + 100))
            QSKIP("too few file descriptors allowed");
        ReceiverConfig config;
        config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0}};
        Receiver receiver(config);
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        receiver.start();
        const std::uint16_t port = receiver.endpoints().front().port;
        const pid_t child = ::fork();
        if (child == 0)
            beClients(port, ends[0]);
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(Clients));
        QCOMPARE(gathered.counts.connections, Clients);
        QCOMPARE(gathered.counts.refusedConnections, 0U);
        QCOMPARE(::write(ends[1], "g", 1), 1);
        QVERIFY(gathered.lines(2 * Clients));
        QCOMPARE(gathered.counters["second"], double(Clients));
        QCOMPARE(::write(ends[1], "q", 1), 1);
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        ::close(ends[0]);
        ::close(ends[1]);
        // all of them left; there is room again
        const TestSocket late = TestSocket::tcp("127.0.0.1", port);
        QVERIFY(late.send("late:1|c\n"));
        QVERIFY(gathered.lines(2 * Clients + 1));
    }

    void refusesClientsWithoutDescriptors()
    {
        rlimit before{};
        ::getrlimit(RLIMIT_NOFILE, &before);
        ReceiverConfig config;
        config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0}};
        Receiver receiver(config);
        receiver.start();
        const std::uint16_t port = receiver.endpoints().front().port;
        std::vector<TestSocket> clients;
        for (int i = 0; i < 50; ++i)
            clients.push_back(TestSocket::tcp("127.0.0.1", port));
        Gathered gathered(receiver);
        QVERIFY(gathered.until([&] { return gathered.counts.connections == 50; }));
        // Descriptors of our own are needed to connect: they are made first, then the limit comes down.
        std::vector<FileDescriptor> spare;
        for (int i = 0; i < 20; ++i)
            spare.emplace_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const rlimit none{static_cast<rlim_t>(spare.back().get()) + 1, before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &none);
        const auto address = SocketAddress::of(receiver.endpoints().front());
        for (const FileDescriptor &fd : spare)
            QCOMPARE(::connect(fd.get(), address->get(), address->size), 0);
        QVERIFY(gathered.until([&] { return gathered.counts.refusedConnections >= 20; }));
        ::setrlimit(RLIMIT_NOFILE, &before);
        QCOMPARE(gathered.counts.connections, 50U);
        QVERIFY(clients[0].send("still:1|c\n"));
        QVERIFY(gathered.lines(1));
    }

    void outlivesMillionNames()
    {
        constexpr std::uint64_t Names = 1'000'000, PerDatagram = 50;
        ReceiverConfig config;
        config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0}};
        config.limits.series = 50'000;
        Receiver receiver(config);
        receiver.start();
        const TestSocket client = TestSocket::udp("127.0.0.1", receiver.endpoints().front().port);
        Gathered gathered(receiver);
        std::uint64_t sent = 0, lines = 0;
        for (std::uint64_t i = 0; i < Names; i += PerDatagram) {
            std::string text;
            for (std::uint64_t k = i; k < i + PerDatagram; ++k)
                text += "one.of.a.million.names." + std::to_string(k) + ":1|c\n";
            text += "one.of.a.million.names.0:1|c"; // known, whatever happens
            QVERIFY(client.send(text));
            lines += PerDatagram + 1;
            if (++sent % 50 == 0) // never more on its way than any socket buffer holds
                QVERIFY(gathered.until([&] { return gathered.counts.packets == sent; }));
        }
        QVERIFY(gathered.lines(lines));
        QCOMPARE(gathered.counts.kernelDrops, 0U);
        QCOMPARE(gathered.names.size(), 50'000U);
        QCOMPARE(gathered.counts.refusedSeries, Names - 50'000);
        QCOMPARE(gathered.counters["one.of.a.million.names.0"], 1.0 + double(Names / PerDatagram));
    }
};

QTEST_GUILESS_MAIN(TestReceiverLoad)
#include "tst_receiverload.moc"
