// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languageswitcher.h"
#include "app/mainwindow.h"
#include "app/pages.h"

#include "netlayer/engine/engine.h"
#include "netlayer/engine/residentmemory.h"
#include "netlayer/sockets/endpoint.h"
#include "netlayer/sockets/filedescriptor.h"
#include "netlayer/statsd/receiver.h"
#include "tests/bench/traffic.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>

using namespace Qt::StringLiterals;
namespace app = metriscope::app;
namespace net = metriscope::net;

/// Measures what a series costs that spoke once: the growth of the whole program's memory over 100,000 names
/// as m3 applications have them, from the socket to the rows of the window, when ticks of a minute have
/// passed. A tick takes a tenth of a second here.
class TestIdleSeries final : public QObject
{
    Q_OBJECT

    static constexpr std::size_t Names = 100'000;
    static constexpr int Ticks = 60, DatagramsPerSecond = 5'000;
    static constexpr double MostBytes = 400;

private Q_SLOTS:
    void costsFewBytes()
    {
        net::EngineConfig config;
        config.store.tick = net::Millis{100};
        net::Engine engine(config);
        net::ReceiverConfig listen;
        listen.endpoints = {{net::Endpoint::Kind::Inet, "127.0.0.1", 0}};
        net::Receiver receiver(listen);
        receiver.start();
        QCOMPARE(receiver.state(), net::Source::State::Running);
        engine.addSource(receiver);

        const QTemporaryDir folder;
        app::Settings settings(folder.filePath(u"settings.ini"_s));
        app::LanguageSwitcher languages;
        app::MainWindow window(engine.registry(), engine.store(), settings, languages);
        window.resize(1280, 720);
        window.showPage(int(app::Pages::Metrics));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        int ticks = 0;
        connect(&engine, &net::Engine::ticked, &window, &app::MainWindow::apply);
        connect(&engine, &net::Engine::ticked, this, [&ticks] { ++ticks; });
        engine.start();

        auto traffic = std::make_unique<Traffic>(Names, 10);
        const auto address = net::SocketAddress::of(receiver.endpoints().front());
        const net::FileDescriptor sender(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        QCOMPARE(::connect(sender.get(), address->get(), address->size), 0);
        QTRY_VERIFY(ticks > 5);
        const auto before = net::residentMemory();
        const std::size_t seriesBefore = engine.registry().size();
        traffic->pace(sender.get(), DatagramsPerSecond, traffic->datagramsPerRound());
        QTRY_VERIFY_WITH_TIMEOUT(engine.registry().size() >= seriesBefore + Names, 10'000);
        const int from = ticks;
        QTRY_VERIFY_WITH_TIMEOUT(ticks - from >= Ticks, 60'000);

        const double bytes = double(net::residentMemory() - before) / double(Names);
        const net::StoreUsage usage = engine.store().usage();
        qInfo("%.0f bytes a series: %.0f in its header, %.0f in its points, %.0f elsewhere", bytes,
              double(usage.seriesBytes) / double(usage.seriesBytes > 0 ? Names : 1),
              double(usage.bytes) / double(Names),
              bytes - double(usage.seriesBytes + usage.bytes) / double(Names));
        QVERIFY(bytes > 100);
        QVERIFY2(bytes <= MostBytes, qPrintable(u"%1 bytes"_s.arg(bytes)));
        engine.stop();
        receiver.stop();
    }
};

QTEST_MAIN(TestIdleSeries)
#include "tst_idleseries.moc"
