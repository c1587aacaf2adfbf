// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
namespace app = metriscope::app;
namespace net = metriscope::net;
using State = net::Source::State;

namespace
{

net::EngineConfig fastEngine()
{
    net::EngineConfig config;
    config.store.tick = net::Millis{50};
    return config;
}

net::ReceiverConfig anyPort()
{
    net::ReceiverConfig config;
    config.endpoints = {{net::Endpoint::Kind::Inet, "127.0.0.1", 0}};
    return config;
}

/// An engine and a receiver, and nothing else that listens.
app::ConsoleConfig consoleConfig(const net::EngineConfig &engine, const net::ReceiverConfig &receiver)
{
    app::ConsoleConfig config;
    config.engine = engine;
    config.receiver = receiver;
    config.monitor = false;
    config.contexts.endpoints.clear();
    return config;
}

void send(const net::Receiver &receiver, const QByteArray &datagram)
{
    const quint16 port = receiver.endpoints().front().port;
    QCOMPARE(QUdpSocket().writeDatagram(datagram, QHostAddress::LocalHost, port), datagram.size());
}

/// Hears every tick of a console.
struct Ear final : QObject {
    std::uint64_t accepted = 0;
    std::size_t series = 0;
    int ticks = 0;

    explicit Ear(app::Console &console)
    {
        connect(&console.engine(), &net::Engine::ticked, this, [this](const net::Tick &tick) {
            accepted = tick.statsd.accepted;
            series = tick.self.series;
            ++ticks;
        });
    }
};

} // namespace

class TestConsole final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datagramBecomesASeries()
    {
        app::Console console(consoleConfig(fastEngine(), anyPort()));
        const Ear ear(console);
        console.start();
        QCOMPARE(console.receiver().state(), State::Running);
        send(console.receiver(), "hits:3|c\nqueue:7|g");
        QTRY_COMPARE(ear.series, std::size_t{2});
        QCOMPARE(ear.accepted, std::uint64_t{2});
        const auto &registry = console.engine().registry();
        const auto id = registry.find(net::StatsdSource, "hits", {}, net::MetricKind::Counter);
        QVERIFY(id != net::NoMetric);
        QCOMPARE(console.engine().store().latest(id).total, 3.0);
    }

    void countsStayWhileTheReceiverRests()
    {
        app::Console console(consoleConfig(fastEngine(), anyPort()));
        const Ear ear(console);
        console.start();
        send(console.receiver(), "hits:3|c\nqueue:7|g");
        QTRY_COMPARE(ear.accepted, std::uint64_t{2});
        console.receiver().stop();
        const int before = ear.ticks;
        QTRY_VERIFY(ear.ticks >= before + 3);
        QCOMPARE(ear.accepted, std::uint64_t{2});
    }

    void whatCameBeforeTheEndIsHandedOut()
    {
        auto slow = fastEngine();
        slow.store.tick = net::Millis{60'000};
        app::Console console(consoleConfig(slow, anyPort()));
        const Ear ear(console);
        console.start();
        send(console.receiver(), "late:1|c");
        console.stop();
        QCOMPARE(ear.accepted, std::uint64_t{1});
    }

    void takesAnotherConfigurationWhileItRuns()
    {
        app::Console console(consoleConfig(fastEngine(), anyPort()));
        const Ear ear(console);
        console.start();
        send(console.receiver(), "first:1|c");
        QTRY_COMPARE(ear.accepted, std::uint64_t{1});

        auto strict = anyPort();
        strict.dialect = "statsd";
        console.reconfigure(fastEngine(), strict);
        QCOMPARE(console.receiver().state(), State::Running);
        send(console.receiver(), "second:1|c");
        QTRY_COMPARE(ear.series, std::size_t{2});
        QCOMPARE(ear.accepted, std::uint64_t{2});
    }

    void sameConfigurationLeavesTheReceiverAlone()
    {
        app::Console console(consoleConfig(fastEngine(), anyPort()));
        console.start();
        const QString address = console.receiver().address();
        QSignalSpy states(&console.receiver(), &net::Source::stateChanged);
        console.reconfigure(fastEngine(), anyPort());
        QVERIFY(states.isEmpty());
        QCOMPARE(console.receiver().address(), address);
    }

    void aFailedReceiverIsTriedAgain()
    {
        app::Console first(consoleConfig(fastEngine(), anyPort()));
        first.start();
        net::ReceiverConfig taken = anyPort();
        taken.endpoints.front().port = first.receiver().endpoints().front().port;
        app::Console second(consoleConfig(fastEngine(), taken));
        second.start();
        QCOMPARE(second.receiver().state(), State::Failed);
        second.reconfigure(fastEngine(), anyPort());
        QCOMPARE(second.receiver().state(), State::Running);
    }

    void withoutAnAddressNothingListens()
    {
        net::ReceiverConfig none;
        none.endpoints.clear();
        app::Console console(consoleConfig(fastEngine(), none));
        console.start();
        QCOMPARE(console.receiver().state(), State::Stopped);
        console.setDemoRunning(true);
        QVERIFY(!console.isDemoRunning());
    }

    void demoSendsToTheReceiverAndEndsWithIt()
    {
        app::Console console(consoleConfig(fastEngine(), anyPort()));
        const Ear ear(console);
        QSignalSpy demo(&console, &app::Console::demoRunningChanged);
        console.start();
        console.setDemoRunning(true);
        QVERIFY(console.isDemoRunning());
        QTRY_VERIFY(ear.accepted > 20);
        console.receiver().stop();
        QVERIFY(!console.isDemoRunning());
        QCOMPARE(demo.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
