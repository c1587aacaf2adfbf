// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/packetlinks.h"
#include "app/pages.h"

#include "widgets/boards/boardspane.h"
#include "widgets/charts/livechart.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/metrics/metricspane.h"
#include "widgets/packets/packetdesk.h"
#include "widgets/packets/packetmodel.h"
#include "widgets/packets/packetspane.h"
#include "widgets/packets/packettable.h"
#include "widgets/packets/searchbar.h"

#include "tests/app/stage.h"

#include <QMenu>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
namespace app = metriscope::app;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

class TestPacketLinks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A datagram is received, its packet chosen; its metric, its chart at that time, and back from a point
    /// of the chart and from the metric to the packet.
    void packetChartPacket_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addRow("English") << u"en"_s;
        QTest::addRow("Russian") << u"ru"_s;
    }
    void packetChartPacket()
    {
        QFETCH(QString, language);
        QTemporaryDir folder;
        app::ConsoleConfig config;
        config.engine.store.tick = net::Millis{100};
        config.receiver.endpoints = {{net::Endpoint::Kind::Inet, "127.0.0.1", 0}};
        config.contexts.endpoints.clear();
        config.monitor = false;
        app::Console console(config);
        app::Settings settings(folder.filePath(u"settings.ini"_s));
        app::LanguageSwitcher languages;
        languages.setLanguage(language);
        app::MainWindow window(console.engine().registry(), console.engine().store(), settings, languages);
        window.addSource(console.receiver());
        window.packets().setTap(&console.tap());
        connect(&console.engine(), &net::Engine::ticked, &window, &app::MainWindow::apply);
        window.show();
        console.start();

        window.showPage(app::Pages::Packets);
        auto *pane = window.findChild<ui::PacketsPane *>();
        auto *pages = window.findChild<app::Pages *>();
        auto *axis = window.findChild<ui::TimeAxis *>();
        QVERIFY(!console.tap().isOn());
        pane->findChild<QToolButton *>(u"watchsockets"_s)->click();
        QVERIFY(console.tap().isOn());
        const quint16 port = console.receiver().endpoints().front().port;
        for (const char *datagram : {"broken", "shop.orders:3|c|#env:dev", "other:1|c"})
            QVERIFY(QUdpSocket().writeDatagram(datagram, QHostAddress::LocalHost, port) > 0);
        QTRY_COMPARE(pane->model().rowCount(), 3);
        const auto find = [&] {
            return console.engine().registry().find(net::StatsdSource, "shop.orders", "env:dev",
                                                    net::MetricKind::Counter);
        };
        QTRY_VERIFY(find() != net::NoMetric);
        const net::MetricId metric = find();

        // the metric of the packet
        pane->table().choose(1);
        pane->findChild<QAction *>(u"showmetric"_s)->trigger();
        QCOMPARE(pages->currentIndex(), int(app::Pages::Metrics));
        auto *metrics = window.findChild<ui::MetricsPane *>();
        QTRY_COMPARE(metrics->selected(), std::vector<net::MetricId>{metric});

        // its chart, at the time of the packet
        window.showPage(app::Pages::Packets);
        const std::int64_t time = pane->model().record(1).time;
        QTRY_VERIFY(console.engine().store().now() - console.engine().store().latest(metric).seen >=
                    net::Millis{0});
        pane->findChild<QAction *>(u"showchart"_s)->trigger();
        QCOMPARE(pages->currentIndex(), int(app::Pages::Charts));
        auto *boards = window.findChild<ui::BoardsPane *>();
        QTRY_VERIFY(boards->findChild<ui::LiveChart *>() != nullptr);
        auto *chart = boards->findChild<ui::LiveChart *>();
        QCOMPARE(chart->curves().front().metric, metric);
        QVERIFY(axis->crosshair().has_value());
        const auto wall = *axis->crosshair() + axis->wallOffset();
        QVERIFY(std::abs(std::chrono::nanoseconds(wall.time_since_epoch()).count() - time) < 2'000'000);
        QVERIFY(axis->visible().contains(*axis->crosshair()));

        // from the chart's point to the packet, and the cursors to it
        QMenu menu;
        Q_EMIT boards->chartMenuAboutToShow(chart, &menu);
        QVERIFY(!menu.findChild<QAction *>(u"removecursors"_s)->isEnabled());
        menu.findChild<QAction *>(u"cursora"_s)->trigger();
        menu.findChild<QAction *>(u"cursorb"_s)->trigger();
        QCOMPARE(axis->cursorA(), axis->crosshair());
        QCOMPARE(axis->cursorB(), axis->crosshair());
        QMenu again;
        Q_EMIT boards->chartMenuAboutToShow(chart, &again);
        again.findChild<QAction *>(u"removecursors"_s)->trigger();
        QVERIFY(!axis->cursorA() && !axis->cursorB());
        menu.findChild<QAction *>(u"showpackets"_s)->trigger();
        QCOMPARE(pages->currentIndex(), int(app::Pages::Packets));
        QTRY_COMPARE(pane->model().rowCount(), 1);
        QTRY_COMPARE(pane->table().currentNumber(), std::optional<std::uint64_t>(1));
        QCOMPARE(pane->search().filter(), u"name = \"shop.orders\""_s);
        QVERIFY(pane->search().query().hasRange());

        // and once more from the list of metrics
        pane->search().clear();
        QTRY_COMPARE(pane->model().rowCount(), 3);
        Q_EMIT metrics->packetsRequested({metric});
        QTRY_COMPARE(pane->model().rowCount(), 1);
        QVERIFY(!pane->search().query().hasRange());
        console.stop();
    }

    void namesOfMetrics()
    {
        net::Registry registry(10);
        const net::MetricId a = registry.addCopy({.name = "a", .tags = "x:1"});
        const net::MetricId again = registry.addCopy({.name = "a", .tags = "x:2"});
        const net::MetricId signal =
            registry.addCopy({.name = "shop.requests", .tags = {}, .source = net::SignalSource});
        QCOMPARE(app::packetNames(registry, {a, again, net::NoMetric}), QStringList{u"a"_s});
        QCOMPARE(app::packetNames(registry, {a, signal}), QStringList());
    }

    void spanAroundAPoint()
    {
        ui::TimeAxis axis;
        const net::Time now{std::chrono::seconds{1'700'000'000}};
        axis.advance(now, net::Millis{250});
        axis.setSpan(std::chrono::seconds{60});
        const app::PacketSpan span = app::packetSpan(axis, now, net::Millis{1000});
        const std::int64_t at = std::chrono::nanoseconds(now.time_since_epoch()).count() + 250'000'000;
        QCOMPARE(span.from, at - 2'000'000'000);
        QCOMPARE(span.to, at + 1'000'000'000);
        axis.setSpan(std::chrono::hours{6}); // where a point stands for more than a tick
        QVERIFY(app::packetSpan(axis, now, net::Millis{1000}).to - at == 36'000'000'000);
    }
};

QTEST_MAIN(TestPacketLinks)
#include "tst_packetlinks.moc"
