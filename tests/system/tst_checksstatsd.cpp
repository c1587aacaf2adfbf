// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/checkfixture.h"

#include "netlayer/checks/wireprobe.h"
#include "netlayer/statsd/receiver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using metriscope::net::CheckContext;
using metriscope::net::CheckId;
using metriscope::net::CheckKind;

namespace
{

constexpr std::chrono::milliseconds Wait{600};

QString at(const QString &host, quint16 port)
{
    return u"%1:%2"_s.arg(host).arg(port);
}

CheckContext contextFor(quint16 port, std::chrono::milliseconds wait = Wait)
{
    CheckContext context;
    context.kind = CheckKind::Statsd;
    context.statsd = {at(u"127.0.0.1"_s, port)};
    context.wait = wait;
    return context;
}

constexpr auto OwnUdp = R"(
import socket, sys, time
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('127.0.0.1', int(sys.argv[1])))
print('ready')
time.sleep(60)
)";
constexpr auto OwnTcp = R"(
import socket, sys, time
s = socket.socket()
s.bind(('127.0.0.1', int(sys.argv[1])))
s.listen()
print('ready')
time.sleep(60)
)";

} // namespace

/// Every fault of statsd is made for real, and the checks have to name exactly that one.
class TestChecksStatsd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthy()
    {
        const quint16 port = freePort();
        const auto outcome = runChecks(contextFor(port), [&] {
            sendUdp(u"127.0.0.1"_s, port, "app.requests:1|c\napp.latency:12.5|ms");
        });
        QCOMPARE(outcome.faults(), QString());
        QVERIFY2(outcome.took >= 0 && outcome.took < 5000, qPrintable(QString::number(outcome.took)));
        QCOMPARE(outcome.of(CheckId::PortOwner), u"pass can-be-served"_s);
        QCOMPARE(outcome.of(CheckId::SelfTest), u"pass self-test-arrived"_s);
        QCOMPARE(outcome.of(CheckId::Traffic), u"pass traffic-seen"_s);
        QCOMPARE(outcome.of(CheckId::Lines), u"pass lines-good"_s);
        QCOMPARE(outcome.of(CheckId::OtherPort), u"pass none-elsewhere"_s);
        // the self-test is not taken for traffic
        QCOMPARE(outcome.evidence(CheckId::Traffic).detail, u"app.requests:1|c\napp.latency:12.5|ms"_s);
    }

    void healthyWithoutWaiting()
    {
        const auto outcome = runChecks(contextFor(freePort(), {}));
        QCOMPARE(outcome.faults(), QString());
        QCOMPARE(outcome.of(CheckId::Traffic), u"skipped not-waited"_s);
        QVERIFY(outcome.took < 2000);
    }

    void localhostIsBothFamilies()
    {
        const quint16 port = freePort();
        CheckContext context = contextFor(port);
        context.statsd = {at(u"localhost"_s, port)};
        const auto outcome = runChecks(context, [&] { sendUdp(u"::1"_s, port, "a:1|c"); });
        QCOMPARE(outcome.faults(), QString());
        QCOMPARE(outcome.of(CheckId::Traffic), u"pass traffic-seen"_s);
    }

    void linesByTcp()
    {
        const quint16 port = freePort();
        QTcpSocket socket;
        const auto outcome = runChecks(contextFor(port), [&] {
            if (socket.state() == QAbstractSocket::UnconnectedState)
                socket.connectToHost(QHostAddress::LocalHost, port);
            socket.write("a:1|c\n");
        });
        QCOMPARE(outcome.faults(), QString());
        QCOMPARE(outcome.evidence(CheckId::Traffic).detail, u"a:1|c"_s);
    }

    void portOfAnotherProgram_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("UDP") << QByteArray(OwnUdp);
        QTest::newRow("TCP") << QByteArray(OwnTcp);
    }
    void portOfAnotherProgram()
    {
        QFETCH(QByteArray, script);
        const quint16 port = freePort();
        Peer owner;
        QVERIFY(owner.python(script, {QString::number(port)}));
        const auto outcome = runChecks(contextFor(port, {}));
        QCOMPARE(outcome.faults(), u"statsd.port-owner fail taken-by"_s);
        QCOMPARE(outcome.evidence(CheckId::PortOwner).peer,
                 u"python3 (%1)"_s.arg(owner.process().processId()));
        QCOMPARE(outcome.of(CheckId::SelfTest), u"skipped depends-on"_s);
    }

    void secondConsole()
    {
        const quint16 port = freePort();
        Peer console;
        QVERIFY(console.start(QStringLiteral(METRISCOPE_BINARY),
                              {u"watch"_s, u"--json"_s, u"--statsd"_s, at(u"127.0.0.1"_s, port)}));
        const auto outcome = runChecks(contextFor(port, {}));
        QCOMPARE(outcome.faults(), u"statsd.port-owner warning second-console"_s);
        QCOMPARE(outcome.evidence(CheckId::PortOwner).peer,
                 u"metriscope (%1)"_s.arg(console.process().processId()));
        QCOMPARE(outcome.of(CheckId::SelfTest), u"skipped not-our-socket"_s);
    }

    /// Of "localhost", one address is ours and the other belongs to another console.
    void halfASecondConsole()
    {
        using namespace metriscope::net;
        const quint16 port = freePort();
        Peer console;
        QVERIFY(console.start(QStringLiteral(METRISCOPE_BINARY),
                              {u"watch"_s, u"--json"_s, u"--statsd"_s, at(u"127.0.0.1"_s, port)}));
        Packet packet;
        packet.protocol = PacketProtocol::Udp;
        packet.source = packet.destination = {PacketAddress::Family::Inet, port, {127, 0, 0, 1}};
        packet.bytes = {'a', ':', '1', '|', 'c'};
        CheckContext context = contextFor(port);
        context.statsd = {at(u"localhost"_s, port)};
        context.wire.available = true;
        context.wire.packets = [&](std::int64_t) { return std::vector<Packet>(50, packet); };
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.faults(), u"statsd.port-owner warning second-console"_s);
        QCOMPARE(outcome.of(CheckId::Traffic), u"skipped not-our-socket"_s);
    }

    void addressesThatAreNone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("result");
        QTest::newRow("no port") << u"127.0.0.1"_s << u"fail bad-address"_s;
        QTest::newRow("no host") << u":8125"_s << u"fail bad-address"_s;
        QTest::newRow("port too large") << u"127.0.0.1:81250"_s << u"fail bad-address"_s;
        QTest::newRow("unknown host") << u"no.such.host.invalid:8125"_s << u"fail host-unknown"_s;
        QTest::newRow("of another machine") << u"192.0.2.7:8125"_s << u"skipped not-local"_s;
        QTest::newRow("of another machine, IPv6") << u"[2001:db8::7]:8125"_s << u"skipped not-local"_s;
    }
    void addressesThatAreNone()
    {
        QFETCH(QString, address);
        QFETCH(QString, result);
        CheckContext context = contextFor(8125, {});
        context.statsd = {address};
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.of(CheckId::PortOwner), result);
        QCOMPARE(outcome.results.size(), 11U);
        for (const auto &[id, each] : outcome.results) {
            if (id != CheckId::PortOwner)
                QVERIFY2(each.verdict == metriscope::net::CheckVerdict::Skipped,
                         qPrintable(outcome.faults()));
        }
    }

    void sentToAnotherPort_data()
    {
        QTest::addColumn<quint16>("port");
        for (const int port : {1825, 8126, 9125, 2003})
            QTest::addRow("%d", port) << static_cast<quint16>(port);
    }
    void sentToAnotherPort()
    {
        QFETCH(quint16, port);
        {
            QUdpSocket probe;
            if (!probe.bind(QHostAddress::LocalHost, port, QAbstractSocket::DontShareAddress))
                QSKIP("the port is in use on this machine");
        }
        const auto outcome =
            runChecks(contextFor(freePort()), [&] { sendUdp(u"127.0.0.1"_s, port, "app.hits:1|c"); });
        QCOMPARE(outcome.faults(), u"statsd.other-port fail seen-elsewhere"_s);
        QCOMPARE(outcome.evidence(CheckId::OtherPort).found, at(u"127.0.0.1"_s, port));
        QCOMPARE(outcome.evidence(CheckId::OtherPort).detail, u"app.hits:1|c"_s);
        QVERIFY(outcome.evidence(CheckId::OtherPort).count > 1);
        QCOMPARE(outcome.of(CheckId::Traffic), u"skipped explained-by"_s);
    }

    /// Other people's traffic is no fault of ours.
    void foreignTrafficElsewhere()
    {
        const quint16 port = freePort();
        CheckContext context = contextFor(port);
        context.prefix = u"app"_s;
        const auto outcome = runChecks(context, [&] {
            sendUdp(u"127.0.0.1"_s, port, "app.hits:1|c");
            sendUdp(u"127.0.0.1"_s, 9125, "other.hits:1|c");
            sendUdp(u"127.0.0.1"_s, 8126, "\x01\x02\x03 no statsd at all");
        });
        QCOMPARE(outcome.faults(), QString());
    }

    void otherAddressFamily_data()
    {
        QTest::addColumn<QString>("listen");
        QTest::addColumn<QString>("send");
        QTest::newRow("sent by IPv6 only") << u"127.0.0.1"_s << u"::1"_s;
        QTest::newRow("sent by IPv4 only") << u"[::1]"_s << u"127.0.0.1"_s;
    }
    void otherAddressFamily()
    {
        QFETCH(QString, listen);
        QFETCH(QString, send);
        const quint16 port = freePort();
        CheckContext context = contextFor(port);
        context.statsd = {at(listen, port)};
        const auto outcome = runChecks(context, [&] { sendUdp(send, port, "app.hits:1|c"); });
        QCOMPARE(outcome.faults(), u"statsd.address-family fail seen-other-family"_s);
        QCOMPARE(outcome.evidence(CheckId::AddressFamily).found,
                 at(send.contains(u':') ? u"[::1]"_s : send, port));
    }

    void otherInterface()
    {
        // a network of one's own has none yet; elsewhere this is refused
        if (networkIsOurs)
            QProcess::execute(u"ip"_s, {u"addr"_s, u"add"_s, u"10.213.78.1/32"_s, u"dev"_s, u"lo"_s});
        QHostAddress own;
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (!address.isLoopback() && address.protocol() == QHostAddress::IPv4Protocol)
                own = address;
        }
        if (own.isNull())
            QSKIP("this machine has no address beside loopback");
        const quint16 port = freePort();
        const auto outcome =
            runChecks(contextFor(port), [&] { sendUdp(own.toString(), port, "app.hits:1|c"); });
        QCOMPARE(outcome.faults(), u"statsd.interface fail seen-other-interface"_s);
        QCOMPARE(outcome.evidence(CheckId::Interface).found, at(own.toString(), port));
    }

    /// A sender in a network namespace of its own, as in a container, reaches the host's end of the cable.
    void sentFromAContainer()
    {
        const QString name = u"metriscope-%1"_s.arg(QCoreApplication::applicationPid());
        const QString inside = u"ms%1i"_s.arg(QCoreApplication::applicationPid() % 100'000),
                      outside = u"ms%1o"_s.arg(QCoreApplication::applicationPid() % 100'000);
        const auto ip = [](const QString &line) { return QProcess::execute(u"ip"_s, line.split(u' ')) == 0; };
        if (::geteuid() != 0 || !ip(u"netns add "_s + name))
            QSKIP("making a network namespace needs root");
        struct Cleaner {
            QString name;
            ~Cleaner() { QProcess::execute(u"ip"_s, {u"netns"_s, u"del"_s, name}); }
        } cleaner{name};
        if (!ip(u"-n %1 link set lo up"_s.arg(name)))
            QSKIP("a network namespace cannot be entered here: in a chroot without /sys, for example");
        if (!ip(u"link add %1 type veth peer name %2 netns %3"_s.arg(outside, inside, name)))
            QSKIP("this machine has no virtual cables");
        QVERIFY(ip(u"addr add 10.213.77.1/30 dev "_s + outside) && ip(u"link set %1 up"_s.arg(outside)));
        QVERIFY(ip(u"-n %1 addr add 10.213.77.2/30 dev %2"_s.arg(name, inside)) &&
                ip(u"-n %1 link set %2 up"_s.arg(name, inside)));
        const quint16 port = freePort();
        Peer sender;
        QVERIFY(sender.start(u"ip"_s, {u"netns"_s, u"exec"_s, name, u"/usr/bin/python3"_s, u"-u"_s, u"-c"_s,
                                       u"import socket,time,sys\n"
                                       "s=socket.socket(socket.AF_INET,socket.SOCK_DGRAM)\n"
                                       "print('ready')\n"
                                       "while True:\n"
                                       " s.sendto(b'app.hits:1|c',('10.213.77.1',int(sys.argv[1])))\n"
                                       " time.sleep(0.05)\n"_s,
                                       QString::number(port)}));
        const auto outcome = runChecks(contextFor(port));
        QCOMPARE(outcome.faults(), u"statsd.interface fail seen-other-interface"_s);
        QCOMPARE(outcome.evidence(CheckId::Interface).found, at(u"10.213.77.1"_s, port));
        QVERIFY(outcome.evidence(CheckId::Interface).peer.startsWith("10.213.77.2:"_L1));
    }

    void nothingArrives()
    {
        const auto outcome = runChecks(contextFor(freePort()));
        QCOMPARE(outcome.faults(), u"statsd.traffic fail no-traffic"_s);
        QCOMPARE(outcome.of(CheckId::Lines), u"skipped nothing-seen"_s);
    }

    void fullBuffer_data()
    {
        QTest::addColumn<bool>("goesOn");
        QTest::addColumn<QString>("faults");
        QTest::newRow("before") << false << u"statsd.kernel-drops warning drops-before"_s;
        QTest::newRow("now") << true << u"statsd.kernel-drops fail drops-grow"_s;
    }
    /// A socket that nobody reads; it belongs to "this console".
    void fullBuffer()
    {
        QFETCH(bool, goesOn);
        QUdpSocket socket;
        QVERIFY(socket.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
        socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 2048);
        const quint16 port = socket.localPort();
        const auto flood = [&] {
            for (int i = 0; i < 50; ++i)
                sendUdp(u"127.0.0.1"_s, port, "app.hits:1|c" + QByteArray(1000, ' '));
        };
        flood();
        CheckContext context = contextFor(port);
        context.console.pid = QCoreApplication::applicationPid();
        const auto outcome = runChecks(context, [&] {
            if (goesOn)
                flood();
        });
        QFETCH(QString, faults);
        QCOMPARE(outcome.faults(), faults);
        QVERIFY(outcome.evidence(CheckId::KernelDrops).count > 10);
        QVERIFY(outcome.evidence(CheckId::KernelDrops).total > 0);
        QCOMPARE(outcome.of(CheckId::PortOwner), u"pass served-by-us"_s);
    }

    void selfTestIsLost()
    {
        QUdpSocket socket; // ours, but nobody reads it
        QVERIFY(socket.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
        CheckContext context = contextFor(socket.localPort(), {});
        context.console.pid = QCoreApplication::applicationPid();
        context.console.selfTests = [] { return std::uint64_t{3}; };
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.faults(), u"statsd.self-test fail self-test-lost"_s);
    }

    /// The receiver counts a self-test apart and leaves it out of everything else.
    void selfTestOfTheConsole()
    {
        using namespace metriscope::net;
        ReceiverConfig config;
        config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0}};
        Receiver receiver(config);
        receiver.start();
        QCOMPARE(receiver.state(), Source::State::Running);
        CheckContext context = contextFor(receiver.endpoints().front().port, {});
        context.console.pid = QCoreApplication::applicationPid();
        context.console.selfTests = [&] { return receiver.selfTests(); };
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.faults(), QString());
        QCOMPARE(outcome.of(CheckId::SelfTest), u"pass self-test-arrived"_s);
        QCOMPARE(receiver.selfTests(), std::uint64_t{1});
        const auto bank = receiver.flip(std::make_unique<Bank>());
        QVERIFY(bank && bank->counts.packets == 0 && bank->counts.lines == 0 && bank->newNames.empty());
    }

    /// What goes does not speak to who goes with it.
    void probeThatFailed()
    {
        auto probe = std::make_unique<metriscope::net::WireProbe>();
        probe->start(u"/no/such/folder/and/no/such/program"_s);
        QVERIFY(probe->isReady() && !probe->knowledge().available);
        QVERIFY(!probe->knowledge().error.isEmpty());
        probe.reset();
        auto capture = std::make_unique<metriscope::net::WireCapture>();
        QSignalSpy said(capture.get(), &metriscope::net::WireCapture::stateChanged);
        metriscope::net::WireConfig config;
        config.helper = u"/no/such/program"_s;
        capture->start(config);
        const qsizetype before = said.count();
        QVERIFY(before > 0);
        capture.reset();
        QCOMPARE(said.count(), before);
    }

    /// The wire shows what goes to ports that nobody watches; reading it needs a right.
    void capturedFromTheWire()
    {
        using namespace metriscope::net;
        const quint16 port = freePort(), other = freePort();
        CheckContext context = contextFor(port, std::chrono::milliseconds(1200));
        WireProbe probe;
        QSignalSpy ready(&probe, &WireProbe::ready);
        probe.start(QStringLiteral(METRISCOPE_CAPTURE));
        QVERIFY(ready.count() > 0 || ready.wait(10'000));
        context.wire = probe.knowledge();
        const auto healthy = runChecks(context, [&] { sendUdp(u"127.0.0.1"_s, port, "app.hits:1|c"); });
        QVERIFY2(!healthy.of(CheckId::CaptureRight).startsWith("fail"_L1),
                 qPrintable(healthy.of(CheckId::CaptureRight)));
        QCOMPARE(healthy.faults(), QString());
        if (healthy.of(CheckId::CaptureRight) != "pass capture-allowed"_L1)
            QSKIP("capturing is not allowed here");
        QCOMPARE(healthy.of(CheckId::WireLoss), u"pass wire-matches"_s);
        const auto outcome = runChecks(context, [&] { sendUdp(u"127.0.0.1"_s, other, "app.hits:1|c"); });
        QCOMPARE(outcome.faults(), u"statsd.other-port fail seen-elsewhere"_s);
        QCOMPARE(outcome.evidence(CheckId::OtherPort).found, at(u"127.0.0.1"_s, other));
    }

    void badLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("faults");
        const auto row = [](const char *name, const QByteArray &line, const QString &verdict) {
            QTest::newRow(name) << line << (verdict.isEmpty() ? QString() : u"statsd.lines "_s + verdict);
        };
        row("escaped newline", "a:1|c\\nb:2|g", u"fail line-escaped-newline"_s);
        row("decimal comma", "a:1,5|ms", u"fail line-decimal-comma"_s);
        row("CR LF", "a:1|c\r\nb:1|c\r\n", u"warning line-carriage-return"_s);
        row("trailing garbage", "a:1|c hello", u"fail line-trailing-garbage"_s);
        row("empty name", ":1|c", u"fail line-empty-name"_s);
        row("no kind", "a:1", u"fail line-rejected"_s);
        row("rate above one", "a:1|c|@2", u"warning line-doubtful"_s);
        row("one of many", "a:1|c\nb:x|c\nc:1|c", u"fail line-rejected"_s);
        row("good", "a:1|c|@0.5|#x:y", {});
    }
    void badLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, faults);
        const quint16 port = freePort();
        const auto outcome = runChecks(contextFor(port, std::chrono::milliseconds(300)),
                                       [&] { sendUdp(u"127.0.0.1"_s, port, line); });
        QCOMPARE(outcome.faults(), faults);
        if (faults.isEmpty())
            return;
        const auto evidence = outcome.evidence(CheckId::Lines);
        QVERIFY(evidence.peer.startsWith("127.0.0.1:"_L1));
        QVERIFY2(line.contains(evidence.detail.toUtf8()), qPrintable(evidence.detail));
        QVERIFY(evidence.total >= evidence.count && evidence.count > 0);
    }

    void prefix_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("result");
        QTest::newRow("trailing dot given")
            << u"v1.app."_s << QByteArray() << u"warning prefix-trailing-dot"_s;
        QTest::newRow("two dots seen")
            << QString() << QByteArray("v1.app..hits:1|c") << u"warning prefix-trailing-dot"_s;
        QTest::newRow("good") << u"v1.app"_s << QByteArray("v1.app.hits:1|c") << u"pass prefix-good"_s;
        QTest::newRow("nothing") << QString() << QByteArray() << u"skipped nothing-given"_s;
    }
    void prefix()
    {
        QFETCH(QString, prefix);
        QFETCH(QByteArray, line);
        QFETCH(QString, result);
        const quint16 port = freePort();
        CheckContext context = contextFor(port, std::chrono::milliseconds(line.isEmpty() ? 0 : 300));
        context.prefix = prefix;
        const auto outcome = runChecks(context, [&] {
            if (!line.isEmpty())
                sendUdp(u"127.0.0.1"_s, port, line);
        });
        QCOMPARE(outcome.of(CheckId::Prefix), result);
        QCOMPARE(outcome.faults(),
                 result.startsWith("warning"_L1) ? u"statsd.prefix "_s + result : QString());
        if (result.startsWith("warning"_L1))
            QCOMPARE(outcome.evidence(CheckId::Prefix).found, u"v1.app"_s);
    }

    /// What the wire shows is told by a capture, which stands outside of these checks.
    void wireKnowsMore()
    {
        using namespace metriscope::net;
        const quint16 port = freePort();
        Packet packet;
        packet.protocol = PacketProtocol::Udp;
        packet.source = packet.destination = {PacketAddress::Family::Inet, port, {127, 0, 0, 1}};
        packet.bytes = {'a', ':', '1', '|', 'c'};
        CheckContext context = contextFor(port);
        context.wire.available = true;
        context.wire.packets = [&](std::int64_t) { return std::vector<Packet>(50, packet); };
        QCOMPARE(runChecks(context).faults(), u"statsd.wire-loss fail wire-lost"_s);
        packet.destination.port = 4711; // no sentinel stands there, only the wire shows it
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.faults(), u"statsd.other-port fail seen-elsewhere"_s);
        QCOMPARE(outcome.evidence(CheckId::OtherPort).found, u"127.0.0.1:4711"_s);
        QCOMPARE(outcome.of(CheckId::CaptureRight), u"pass capture-allowed"_s);
    }

    /// The right is taken away for real, and the command that gives it is told; all else is checked as ever.
    void noRightToCapture()
    {
        using metriscope::net::WireProbe;
        const QTemporaryDir folder;
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                 QFile::ReadOther | QFile::ExeOther);
        const QString helper = folder.filePath(u"metriscope-capture"_s);
        QVERIFY(QFile::copy(QStringLiteral(METRISCOPE_CAPTURE), helper)); // without what the original may
        QFile::setPermissions(helper,
                              QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        WireProbe probe;
        {
            const AsNobody nobody;
            if (!nobody.works())
                QSKIP("becoming another user needs root");
            QSignalSpy ready(&probe, &WireProbe::ready);
            probe.start(helper);
            QVERIFY(ready.count() > 0 || ready.wait(10'000));
        }
        CheckContext context = contextFor(freePort(), {});
        context.wire = probe.knowledge();
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.of(CheckId::CaptureRight), u"skipped no-right"_s);
        QCOMPARE(outcome.evidence(CheckId::CaptureRight).found, u"sudo setcap cap_net_raw+ep "_s + helper);
        QCOMPARE(outcome.faults(), QString());
    }

    /// Whatever peers do, a run ends; what was not answered by then says so.
    void endsInTime()
    {
        CheckContext context = contextFor(freePort(), {});
        context.kind = CheckKind::M3;
        quint16 port = 0;
        const auto mute = listenAndSay(port, {}, {}, false);
        context.contexts = u"http://127.0.0.1:%1/"_s.arg(port);
        context.longest = std::chrono::milliseconds(200);
        const auto outcome = runChecks(context);
        QVERIFY2(outcome.took > 150 && outcome.took < 1500, qPrintable(QString::number(outcome.took)));
        QCOMPARE(outcome.of(CheckId::ContextsUrl), u"skipped cancelled"_s);
        QCOMPARE(outcome.of(CheckId::PortOwner), u"pass can-be-served"_s);
    }

    void cancelAndRunAgain()
    {
        metriscope::net::CheckRun run(contextFor(freePort(), std::chrono::seconds(30)));
        QSignalSpy finished(&run, &metriscope::net::CheckRun::finished);
        QElapsedTimer clock;
        clock.start();
        run.start();
        QTest::qWait(100);
        run.cancel();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(clock.elapsed() < 3000);
        QVERIFY(run.counts().skipped > 5);
        run.setContext(contextFor(freePort(), {}));
        run.start();
        QVERIFY(run.isRunning());
        QVERIFY(finished.wait(10'000));
        QCOMPARE(run.counts().fail, 0);
        for (const auto &entry : run.entries())
            QCOMPARE(entry.state, metriscope::net::CheckEntry::State::Done);
    }
};

int main(int argc, char *argv[])
{
    return runInOwnNetwork<TestChecksStatsd>(argc, argv);
}

#include "tst_checksstatsd.moc"
