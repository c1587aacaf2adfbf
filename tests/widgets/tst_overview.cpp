// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/chartfixture.h"

#include "widgets/charts/livechart.h"
#include "widgets/charts/plotview.h"
#include "widgets/charts/readoutlabel.h"
#include "widgets/charts/statisticsstrip.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/overview/emptyoverview.h"
#include "widgets/overview/overviewpane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace metriscope;
using namespace metriscope::test;
using net::Millis;

namespace
{

struct Scene {
    explicit Scene(int applications) : fed(applications), pane(fed.store, axis)
    {
        fed.feed(0, 300);
        axis.advance(fed.now, {});
        pane.resize(1000, 600);
        tick.time = fed.now;
        for (int i = 0; i < applications; ++i)
            addApplication(i, "application-" + std::to_string(i));
    }

    void addApplication(int i, const std::string &name)
    {
        net::Application application;
        application.name = name;
        application.requestRate = ChartStore::id(i, 0);
        application.latency = ChartStore::id(i, 1);
        application.activeUsers = ChartStore::id(i, 2);
        application.totalUsers = ChartStore::id(i, 3);
        application.userChanges = ChartStore::id(i, 4);
        tick.applications.push_back(application);
        net::SignalValues values;
        values.application = std::uint32_t(i);
        values.requestRate = 50 + i;
        values.latencyP50 = 12.4;
        values.latencyP95 = 41 + i;
        values.latencyP99 = 88;
        values.activeUsers = 37;
        values.totalUsers = 42;
        tick.signalValues.push_back(values);
    }

    void show()
    {
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        pane.apply(tick);
        pane.refresh();
    }

    [[nodiscard]] QStringList labels(int chart) const
    {
        QStringList result;
        for (const ui::Curve &curve : pane.charts()[std::size_t(chart)]->curves())
            result << curve.label;
        return result;
    }
    [[nodiscard]] const ui::ReadoutLabel &readout(int chart) const
    {
        return *pane.charts()[std::size_t(chart)]->findChild<ui::ReadoutLabel *>();
    }

    ChartStore fed;
    ui::TimeAxis axis;
    ui::OverviewPane pane;
    net::Tick tick;
};

} // namespace

class TestOverview final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void oneApplicationIsShownInFull()
    {
        Scene scene(1);
        scene.show();
        QCOMPARE(scene.labels(0), QStringList{u"application-0"_s});
        QCOMPARE(scene.labels(1), (QStringList{u"p95"_s, u"p50"_s, u"p99"_s, u"mean"_s}));
        QCOMPARE(scene.labels(2), (QStringList{u"active"_s, u"all users"_s}));
        QCOMPARE(scene.readout(0).value(), u"50 req/s"_s);
        QVERIFY(scene.readout(0).detail().startsWith(u"peak "_s));
        QCOMPARE(scene.readout(1).value(), u"p95 41 ms"_s);
        QCOMPARE(scene.readout(1).detail(), u"p50 12.4 ms  p99 88 ms"_s);
        QCOMPARE(scene.readout(2).value(), u"37"_s);
        QCOMPARE(scene.readout(2).detail(), u"of 42, +42 −27"_s); // a login each 7 s, a logout each 11 s
        QVERIFY(scene.pane.statistics().text().contains(u"Request rate · application-0"_s));
    }

    /// A collector that tells mean, deviation and requests in flight, and nothing of users.
    void whatACollectorTellsIsShown()
    {
        Scene scene(1);
        net::Application &application = scene.tick.applications[0];
        application.latency = application.activeUsers = application.totalUsers = application.userChanges =
            net::NoMetric;
        application.latencyMean = application.latencyBandLower = application.latencyBandUpper =
            application.inFlight = ChartStore::id(0, 2);
        net::SignalValues values;
        values.latencyMean = 20;
        values.latencyDeviation = 6;
        values.inFlight = 4;
        scene.tick.signalValues = {values};
        scene.show();
        QCOMPARE(scene.labels(1), (QStringList{u"mean"_s, u"mean + deviation"_s, u"mean − deviation"_s}));
        QCOMPARE(scene.readout(1).value(), u"20 ms"_s);
        QCOMPARE(scene.readout(1).detail(), u"± 6 ms"_s);
        QCOMPARE(scene.pane.charts()[2]->title(), u"Requests in flight"_s);
        QCOMPARE(scene.labels(2), QStringList{u"in flight"_s});
        QCOMPARE(scene.readout(2).value(), u"4"_s);
    }

    void severalApplicationsGetALineEach()
    {
        Scene scene(3);
        scene.show();
        QCOMPARE(scene.labels(1), (QStringList{u"application-0"_s, u"application-1"_s, u"application-2"_s}));
        QCOMPARE(scene.readout(0).value(), u"153 req/s"_s);
        QCOMPARE(scene.readout(1).value(), u"p95 43 ms"_s); // the slowest
        QCOMPARE(scene.readout(1).detail(), u"application-2"_s);
        QCOMPARE(scene.pane.charts()[1]->title(), u"Latency p95"_s);
        scene.pane.setApplicationFilter(1);
        QCOMPARE(scene.pane.charts()[1]->title(), u"Latency"_s);
        QCOMPARE(scene.labels(1), (QStringList{u"p95"_s, u"p50"_s, u"p99"_s, u"mean"_s}));
        QCOMPARE(scene.labels(0), QStringList{u"application-1"_s});
        QCOMPARE(scene.pane.charts()[0]->curves()[0].colour, 1); // its colour stays
        QCOMPARE(scene.readout(0).value(), u"51 req/s"_s);
        scene.pane.setApplicationFilter(99);
        QVERIFY(scene.labels(0).isEmpty());
        scene.pane.setApplicationFilter(-1);
        QCOMPARE(scene.labels(0).size(), 3);
    }

    void applicationsComeAndCurvesStayHidden()
    {
        Scene scene(2);
        QSignalSpy changed(&scene.pane, &ui::OverviewPane::applicationsChanged);
        const auto second = scene.tick.applications.back();
        scene.tick.applications.pop_back();
        scene.show();
        QCOMPARE(changed.size(), 1);
        auto curves = scene.pane.charts()[0]->curves();
        curves[0].visible = false;
        scene.pane.charts()[0]->setCurves(curves);
        scene.tick.applications.push_back(second);
        scene.pane.apply(scene.tick);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(scene.pane.applicationNames(), (QStringList{u"application-0"_s, u"application-1"_s}));
        QVERIFY(!scene.pane.charts()[0]->curves()[0].visible);
        QVERIFY(scene.pane.charts()[0]->curves()[1].visible);
        scene.pane.apply(scene.tick);
        QCOMPARE(changed.size(), 2);
    }

    void saysWhatIsOdd()
    {
        Scene scene(1);
        scene.tick.applications[0].notes = net::SignalNotes(net::SignalNote::TimerUnitMicroseconds) |
                                           net::SignalNotes(net::SignalNote::UsersSinceStart);
        scene.show();
        const auto labels = scene.pane.findChildren<QLabel *>();
        const auto note = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(u"microseconds"_s);
        });
        QVERIFY(note != labels.end());
        QVERIFY((*note)->isVisible() && (*note)->text().contains(u"application-0"_s));
        QCOMPARE((*note)->text().count(u'\n'), 1);
    }

    void hostileNamesAreText()
    {
        Scene scene(0);
        scene.addApplication(0, "<b>x</b>\xE2\x80\xAE\x01\xFF&y");
        scene.show();
        QCOMPARE(scene.labels(0), scene.pane.applicationNames());
        QVERIFY(!scene.labels(0)[0].contains(QChar(0x202E)));
        QVERIFY(scene.labels(0)[0].contains(u"<b>"_s));
    }

    void eventsBecomeMarkers()
    {
        Scene scene(1);
        net::Annotation event;
        event.title = "deploy";
        event.text = "1.2";
        event.level = 2;
        net::Annotation fine;
        fine.kind = net::Annotation::Kind::ServiceCheck;
        fine.title = "db";
        scene.tick.annotations = {event, fine};
        scene.show();
        const auto markers = scene.pane.charts()[1]->markers();
        QCOMPARE(markers.size(), std::size_t{1});
        QCOMPARE(markers[0], (ui::Marker{scene.fed.now, u"deploy: 1.2"_s, 2}));
        for (int i = 0; i < 3000; ++i)
            scene.pane.apply(scene.tick);
        QVERIFY(scene.pane.charts()[1]->markers().size() <= 2000);
    }

    void emptyPageSaysWhatToDo()
    {
        Scene scene(0);
        scene.show();
        QVERIFY(scene.pane.isEmpty());
        auto *const empty = scene.pane.findChild<ui::EmptyOverview *>();
        QVERIFY(empty->isVisible());
        scene.pane.setStatsdAddress(u"127.0.0.1"_s, 18125);
        QCOMPARE(empty->testCommand(), u"printf 'requests.total:1|c' | nc -u -w0 127.0.0.1 18125"_s);
        QSignalSpy demo(&scene.pane, &ui::OverviewPane::startDemoRequested);
        const auto buttons = empty->findChildren<QPushButton *>();
        QSignalSpy verify(&scene.pane, &ui::OverviewPane::verifyRequested);
        buttons[0]->click();
        QCOMPARE(verify.size(), 1);
        buttons[1]->click();
        QCOMPARE(demo.size(), 1);
        buttons[2]->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), empty->testCommand());
        QVERIFY(!buttons[3]->isVisible());
        scene.tick.self.series = 7; // something arrives, but no signal in it
        scene.pane.apply(scene.tick);
        QVERIFY(buttons[3]->isVisible());
        QVERIFY(!buttons[2]->isVisible());
        QVERIFY(!buttons[4]->isVisible());
        scene.pane.setMonitored(true); // a pystatsd makes no application, but charts
        QVERIFY(buttons[4]->isVisible());
        QSignalSpy charts(&scene.pane, &ui::OverviewPane::chartMonitorRequested);
        buttons[4]->click();
        QCOMPARE(charts.size(), 1);
        scene.pane.setMonitored(false);
        QVERIFY(!buttons[4]->isVisible());
        scene.pane.setStatsdAddress({}, 0);
        QVERIFY(!buttons[1]->isVisible());
        scene.addApplication(0, "first");
        scene.pane.apply(scene.tick);
        QVERIFY(!empty->isVisible());
        QVERIFY(scene.pane.charts()[0]->isVisible());
    }

    void hiddenPaneReadsNothing()
    {
        Scene scene(1);
        scene.pane.apply(scene.tick);
        QVERIFY(scene.readout(0).value().isEmpty());
        QVERIFY(scene.axis.frames().isIdle());
        scene.show();
        QVERIFY(!scene.readout(0).value().isEmpty());
    }

    void theStripFollowsThePointer()
    {
        Scene scene(1);
        scene.show();
        auto *const plot = scene.pane.charts()[1]->findChild<ui::PlotView *>();
        QTest::mouseMove(plot->viewport(), plot->rect().center());
        QTRY_VERIFY(scene.pane.statistics().text().contains(u"Latency · p95"_s));
    }
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
