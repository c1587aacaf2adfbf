// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/chartfixture.h"

#include "widgets/charts/legend.h"
#include "widgets/charts/livechart.h"
#include "widgets/charts/plotview.h"
#include "widgets/charts/statisticsstrip.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/common/chartpalette.h"
#include "widgets/common/numberformat.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>
#include <QWheelEvent>
#include <QtCharts/QLineSeries>

using namespace Qt::StringLiterals;
using namespace metriscope;
using namespace metriscope::test;
using net::Millis;
using What = net::Measure::What;

namespace
{

ui::Curve rateCurve(int application, const QString &label)
{
    return {ChartStore::id(application, 0), {What::Rate, 0}, net::Unit::Requests, label, application};
}

/// A chart shown over ten minutes of history, with everything a test reaches for.
struct Scene {
    explicit Scene(int applications = 1, int seconds = 600) : fed(applications), chart(fed.store, axis)
    {
        fed.feed(0, seconds);
        axis.advance(fed.now, {});
        std::vector<ui::Curve> curves;
        for (int i = 0; i < applications; ++i)
            curves.push_back(rateCurve(i, u"application %1"_s.arg(i)));
        chart.setTitle(u"Request rate"_s);
        chart.setEmptyText(u"nothing here"_s);
        chart.setCurves(curves);
        chart.resize(900, 260);
        plot = chart.findChild<ui::PlotView *>();
    }

    bool show()
    {
        chart.show();
        return QTest::qWaitForWindowExposed(&chart) && QTest::qWaitFor([this] { return drawn(); });
    }

    [[nodiscard]] bool drawn() { return axis.frames().isIdle() && plot->furniture().range == axis.visible(); }
    [[nodiscard]] QPoint at(double share) const
    {
        const QRectF area = plot->furniture().area;
        return {int(area.left() + share * area.width()), int(area.center().y())};
    }
    void advance()
    {
        fed.feed(int((fed.now - Noon) / 1s), int((fed.now - Noon) / 1s) + 1);
        axis.advance(fed.now, {});
        chart.markDirty();
    }
    [[nodiscard]] QLineSeries *series(int index) const
    {
        return qobject_cast<QLineSeries *>(plot->chart()->series().at(index));
    }

    ChartStore fed;
    ui::TimeAxis axis;
    ui::LiveChart chart;
    ui::PlotView *plot;
};

} // namespace

class TestLiveChart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void drawsFromTheStore()
    {
        Scene scene;
        QVERIFY(scene.show());
        const QLineSeries *const series = scene.series(0);
        QVERIFY(series->count() >= 300 && series->count() <= ui::MaxPointsPerCurve);
        const auto points = scene.fed.store.points(ChartStore::id(0, 0), {What::Rate, 0},
                                                   {scene.fed.now - 1s, scene.fed.now + 1ms});
        QCOMPARE(points.size(), std::size_t{1});
        QCOMPARE(series->at(series->count() - 1).y(), points.front().value);
        QCOMPARE(series->at(series->count() - 1).x(),
                 double(scene.axis.span().count())); // now is the right edge
        QCOMPARE(series->pen().width(), 1);
    }

    void neverMoreThanSixHundredPoints()
    {
        Scene scene(1, 3700);
        scene.chart.resize(1800, 300);
        QVERIFY(scene.show());
        for (const Millis span : {Millis{10s}, Millis{5min}, Millis{15min}, Millis{1h}}) {
            scene.axis.setSpan(span);
            QTRY_VERIFY(scene.drawn());
            QVERIFY2(scene.series(0)->count() <= ui::MaxPointsPerCurve,
                     qPrintable(QString::number(scene.series(0)->count())));
            QVERIFY(scene.series(0)->count() >= std::min<qint64>(span.count() / 1000, 200));
        }
    }

    void fortyCurvesAreAllDrawn()
    {
        Scene scene(40, 120); // more than one go
        QVERIFY(scene.show());
        for (int i = 0; i < 40; ++i)
            QVERIFY(scene.series(i)->count() >= 118);
        QVERIFY(scene.plot->viewport()->updatesEnabled());
        auto curves = scene.chart.curves();
        curves.resize(3); // fewer in the middle of it all
        scene.advance();
        scene.chart.setCurves(curves);
        QTRY_VERIFY(scene.drawn());
        QVERIFY(scene.series(2)->count() >= 119);
    }

    void hiddenCostsNothing()
    {
        Scene scene;
        QVERIFY(scene.show());
        scene.chart.hide();
        const auto before = scene.plot->furniture().range;
        scene.advance();
        QVERIFY(scene.axis.frames().isIdle());
        QCOMPARE(scene.plot->furniture().range, before);
        scene.chart.show();
        QTRY_COMPARE(scene.plot->furniture().range, scene.axis.visible());
        QTRY_VERIFY(scene.axis.frames().isIdle()); // and the timer stands still again
    }

    void minimisedCostsNothing()
    {
        Scene scene(40, 120);
        QVERIFY(scene.show());
        scene.advance(); // a frame is on its way
        scene.chart.setWindowState(Qt::WindowMinimized);
        QTRY_VERIFY(scene.axis.frames().isIdle());
        scene.advance();
        QVERIFY(scene.axis.frames().isIdle());
        scene.chart.setWindowState(Qt::WindowNoState);
        scene.advance();
        QTRY_VERIFY(scene.drawn());
        QVERIFY(scene.plot->viewport()->updatesEnabled());
        QCOMPARE(scene.plot->furniture().range.to, scene.fed.now);
    }

    void thePastIsNotDrawnAgain()
    {
        Scene scene;
        QVERIFY(scene.show());
        scene.axis.zoomTo({Noon + 100s, Noon + 200s});
        QTRY_VERIFY(scene.drawn());
        scene.advance();
        QVERIFY(scene.axis.frames().isIdle());
    }

    void dragZoomsAndDoubleClickFollows()
    {
        Scene scene;
        QVERIFY(scene.show());
        const auto before = scene.axis.visible();
        QWidget *const viewport = scene.plot->viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, scene.at(0.25));
        QTest::mouseMove(viewport, scene.at(0.5));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, scene.at(0.5));
        QVERIFY(!scene.axis.isFollowing());
        const Millis tolerance{1500};
        QVERIFY(std::chrono::abs(scene.axis.visible().from - (before.from + before.span() / 4)) < tolerance);
        QVERIFY(std::chrono::abs(scene.axis.visible().to - (before.from + before.span() / 2)) < tolerance);
        QTRY_VERIFY(scene.drawn());
        QTest::mouseDClick(viewport, Qt::LeftButton, {}, scene.at(0.5));
        QVERIFY(scene.axis.isFollowing());
        QCOMPARE(scene.axis.visible(), before);
    }

    void aClickDoesNotZoom()
    {
        Scene scene;
        QVERIFY(scene.show());
        QTest::mouseClick(scene.plot->viewport(), Qt::LeftButton, {}, scene.at(0.5));
        QVERIFY(scene.axis.isFollowing());
    }

    void wheelZoomsAboutThePointerAndShiftPans()
    {
        Scene scene;
        QVERIFY(scene.show());
        const auto turn = [&](int delta, Qt::KeyboardModifiers modifiers) {
            const QPointF position = scene.at(0.5);
            QWheelEvent event(position, scene.plot->viewport()->mapToGlobal(position), {}, {0, delta},
                              Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(scene.plot->viewport(), &event);
        };
        const net::Time about = scene.plot->furniture().timeAt(scene.at(0.5).x());
        turn(120, {});
        QVERIFY(scene.axis.span() < 5min);
        const auto zoomed = scene.axis.visible();
        QVERIFY(std::chrono::abs(zoomed.from + zoomed.span() / 2 - about) < 1500ms);
        QTRY_VERIFY(scene.drawn());
        turn(120, Qt::ShiftModifier);
        QCOMPARE(scene.axis.span(), zoomed.span());
        QVERIFY(scene.axis.visible().from < zoomed.from);
    }

    void crosshairIsSharedAndReads()
    {
        Scene scene;
        ui::LiveChart second(scene.fed.store, scene.axis);
        second.setCurves({{ChartStore::id(0, 1), {What::Quantile, 0.95}, net::Unit::Milliseconds, u"p95"_s}});
        second.resize(900, 260);
        second.show();
        QVERIFY(scene.show());
        auto *const plot = second.findChild<ui::PlotView *>();
        QTRY_COMPARE(plot->furniture().range, scene.axis.visible());
        QTest::mouseMove(scene.plot->viewport(), scene.at(0.4));
        QTRY_VERIFY(scene.axis.crosshair());
        const auto readings = plot->readingsAt(*scene.axis.crosshair());
        QCOMPARE(readings.size(), std::size_t{1});
        QCOMPARE(readings[0].label, u"p95"_s);
        QVERIFY2(readings[0].value.endsWith(u" ms"_s), qPrintable(readings[0].value));
        const net::Time before = *scene.axis.crosshair();
        scene.advance(); // the picture scrolls under the resting mouse
        QTRY_COMPARE(*scene.axis.crosshair(), before + 1s);
    }

    void keyboardDoesItAll()
    {
        Scene scene;
        QVERIFY(scene.show());
        scene.chart.activateWindow();
        scene.plot->setFocus();
        const auto key = [&](Qt::Key name, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(scene.plot, name, modifiers);
        };
        key(Qt::Key_Left); // the newest point first
        QCOMPARE(scene.axis.crosshair(), std::optional{scene.fed.now});
        key(Qt::Key_Left);
        QCOMPARE(scene.axis.crosshair(), std::optional{scene.fed.now - 1s});
        key(Qt::Key_Right);
        QCOMPARE(scene.axis.crosshair(), std::optional{scene.fed.now});
        key(Qt::Key_A);
        QCOMPARE(scene.axis.cursorA(), std::optional{scene.fed.now});
        key(Qt::Key_Left);
        QKeyEvent russianB(QEvent::KeyPress, 0x0418, Qt::NoModifier, u"и"_s);
        QCoreApplication::sendEvent(scene.plot, &russianB); // B on a Russian keyboard
        QCOMPARE(scene.axis.cursorB(), std::optional{scene.fed.now - 1s});
        key(Qt::Key_Plus);
        QVERIFY(scene.axis.span() < 5min);
        QVERIFY(!scene.axis.isFollowing());
        key(Qt::Key_Backspace);
        QVERIFY(scene.axis.isFollowing());
        key(Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(scene.axis.visible().to < scene.fed.now);
        key(Qt::Key_Home);
        QVERIFY(scene.axis.isFollowing());
        key(Qt::Key_Space);
        QVERIFY(scene.axis.isPaused());
        key(Qt::Key_Space);
        QVERIFY(!scene.axis.isPaused());
        key(Qt::Key_Escape);
        QVERIFY(!scene.axis.crosshair() && !scene.axis.cursorA() && !scene.axis.cursorB());
    }

    void legendToggles()
    {
        Scene scene(3);
        QVERIFY(scene.show());
        QSignalSpy changed(&scene.chart, &ui::LiveChart::curvesChanged);
        const auto items = scene.chart.findChildren<ui::LegendItem *>();
        QCOMPARE(items.size(), 3);
        QVERIFY(items[1]->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(items[1], Qt::Key_Space);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!scene.chart.curves()[1].visible);
        QTRY_COMPARE(scene.series(1)->count(), 0);
        QTRY_VERIFY(scene.series(2)->count() > 0);
        QCOMPARE(scene.plot->readingsAt(scene.fed.now).size(), std::size_t{2});
    }

    void tabWalksThroughPlotLegendAndButton()
    {
        Scene scene(3);
        QList<QWidget *> order{scene.plot};
        QWidget *widget = scene.plot;
        do {
            widget = widget->nextInFocusChain();
            if ((widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
                order << widget;
        } while (order.size() < 5 && widget != scene.plot);
        const auto items = scene.chart.findChildren<ui::LegendItem *>();
        QCOMPARE(order, (QList<QWidget *>{scene.plot, items[0], items[1], items[2],
                                          scene.chart.findChild<QToolButton *>()}));
    }

    void gapsStayGaps()
    {
        Scene scene(1, 600);
        scene.chart.setCurves({{ChartStore::id(0, 1), {What::Mean, 0}, net::Unit::Milliseconds, u"mean"_s}});
        QVERIFY(scene.show());
        const QList<QPointF> points = scene.series(0)->points();
        const auto gaps =
            std::count_if(points.begin(), points.end(), [](const QPointF &p) { return std::isnan(p.y()); });
        QVERIFY(gaps >= 1);
        // 12:07:00 to 12:07:50 had no samples: no point of the line lies there
        const double origin = double((scene.axis.visible().from - Noon).count());
        for (const QPointF &point : points) {
            const double second = (point.x() + origin) / 1000;
            QVERIFY(std::isnan(point.y()) || second < 420 || second > 470);
        }
    }

    void dashedLinesHaveGapsToo()
    {
        Scene scene(1, 600);
        scene.chart.setCurves(
            {{ChartStore::id(0, 1), {What::Mean, 0}, net::Unit::Milliseconds, u"mean"_s, 0, 1}});
        QVERIFY(scene.show());
        const auto &furniture = scene.plot->furniture();
        const QImage picture = scene.plot->grab().toImage();
        const auto inked = [&](int from, int to) {
            const QColor ink = furniture.colours.curve(0);
            for (int x = int(furniture.xOf(Noon + std::chrono::seconds{from}));
                 x < int(furniture.xOf(Noon + std::chrono::seconds{to})); ++x)
                for (int y = int(furniture.area.top()); y < int(furniture.area.bottom()); ++y)
                    if (picture.pixelColor(x, y) == ink)
                        return true;
            return false;
        };
        QVERIFY(inked(380, 418));
        QVERIFY(!inked(423, 468));
        QVERIFY(inked(472, 500));
    }

    void absentMetricIsHarmless()
    {
        Scene scene;
        scene.chart.setCurves(
            {{net::NoMetric, {}, {}, u"gone"_s}, {net::MetricId{4711}, {}, {}, u"unknown"_s}});
        QVERIFY(scene.show());
        QVERIFY(scene.chart.grab().width() > 0);
        scene.chart.setCurves({});
        scene.chart.drawNow();
        QCOMPARE(scene.chart.leadingCurve(), nullptr);
    }

    void stackedAddsUp()
    {
        Scene scene(3);
        scene.chart.setStacked(true);
        QVERIFY(scene.show());
        double sum = 0;
        for (int i = 0; i < 3; ++i) {
            sum += scene.plot->columns()[std::size_t(i)].back().upper;
            QCOMPARE(scene.series(i)->at(scene.series(i)->count() - 1).y(), sum);
        }
        QVERIFY(scene.chart.highestTotal() >= sum);
        QVERIFY(scene.plot->furniture().scale.to() >= sum);
    }

    void tableShowsTheSamePoints()
    {
        Scene scene(2);
        QVERIFY(scene.show());
        auto *const button = scene.chart.findChild<QToolButton *>();
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(scene.chart.isTableVisible());
        auto *const table = scene.chart.findChild<QTableView *>();
        QVERIFY(table);
        QTRY_VERIFY(table->model()->rowCount() > 290);
        const QAbstractItemModelTester tester(table->model());
        QCOMPARE(table->model()->columnCount(), 3);
        QCOMPARE(table->model()->headerData(2, Qt::Horizontal).toString(), u"application 1"_s);
        const int last = table->model()->rowCount() - 1;
        QCOMPARE(table->model()->index(last, 0).data().toString(), u"12:10:00"_s);
        QCOMPARE(table->model()->index(last, 1).data().toString(),
                 scene.plot->readingsAt(scene.fed.now)[0].value);
        QSignalSpy reset(table->model(), &QAbstractItemModel::modelReset);
        QSignalSpy removed(table->model(), &QAbstractItemModel::rowsRemoved);
        scene.advance();
        QTRY_COMPARE(table->model()->index(table->model()->rowCount() - 1, 0).data().toString(),
                     u"12:10:01"_s);
        QCOMPARE(reset.size(), 0); // the reader's selection stays
        QVERIFY(removed.size() <= 1);
        scene.chart.setTableVisible(false);
        QVERIFY(!scene.chart.isTableVisible());
    }

    void statisticsOfTheVisibleRange()
    {
        Scene scene;
        ui::StatisticsStrip strip(scene.axis);
        strip.setChart(&scene.chart);
        strip.resize(1200, 30);
        strip.refresh();
        const auto range = scene.axis.visible();
        const auto statistics = scene.fed.store.statistics(ChartStore::id(0, 0), {What::Rate, 0},
                                                           {range.from, range.to + Millis{1}});
        QVERIFY2(strip.text().contains(u"12:05:00 – 12:10:00"_s), qPrintable(strip.text()));
        QVERIFY(strip.text().contains(u"n %1"_s.arg(statistics.n)));
        QVERIFY(
            strip.text().contains(u"max "_s + ui::formatValue(statistics.max, {net::Unit::Requests, true})));
        QVERIFY(!strip.text().contains(u"A–B"_s));
        scene.axis.setCursorA(scene.fed.now - 20s);
        scene.axis.setCursorB(scene.fed.now - 8s);
        strip.refresh();
        QVERIFY2(strip.text().contains(u"A–B 12 s"_s), qPrintable(strip.text()));
    }

    void speaksToAssistiveTechnology()
    {
        Scene scene;
        scene.chart.setReadout(u"128.4 req/s"_s, u"peak 212"_s);
        QVERIFY(scene.show());
        QAccessibleInterface *const chart = QAccessible::queryAccessibleInterface(scene.plot);
        QVERIFY(chart);
        QCOMPARE(chart->text(QAccessible::Name), u"Request rate"_s);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QVERIFY(chart->state().focusable);
        QVERIFY2(chart->text(QAccessible::Description).contains(u"128.4 req/s"_s),
                 qPrintable(chart->text(QAccessible::Description)));
        QVERIFY(chart->text(QAccessible::Description).contains(u"application 0: "_s));
        const QString before = chart->text(QAccessible::Description);
        scene.advance(); // within the second: not told again
        QTRY_VERIFY(scene.drawn());
        QCOMPARE(chart->text(QAccessible::Description), before);
        auto *const item = scene.chart.findChild<ui::LegendItem *>();
        QAccessibleInterface *const legend = QAccessible::queryAccessibleInterface(item);
        QCOMPARE(legend->text(QAccessible::Name), u"application 0"_s);
        QVERIFY(legend->state().checkable && legend->state().checked && legend->state().focusable);
        QAccessibleInterface *const button =
            QAccessible::queryAccessibleInterface(scene.chart.findChild<QToolButton *>());
        QVERIFY(button->text(QAccessible::Name).contains(u"Request rate"_s));
    }

    void hostileLabelsAreText()
    {
        Scene scene;
        const QString label = u"<img src=x>&amp;<b>bold"_s;
        scene.chart.setTitle(label);
        scene.chart.setCurves({rateCurve(0, label)});
        QVERIFY(scene.show());
        QVERIFY(!Qt::mightBeRichText(scene.chart.findChild<ui::LegendItem *>()->toolTip()) ||
                scene.chart.findChild<ui::LegendItem *>()->toolTip().contains(u"&lt;"_s));
        QVERIFY(scene.chart.grab().width() > 0);
    }

    void followsThePalette()
    {
        Scene scene;
        QVERIFY(scene.show());
        scene.chart.setPalette(ui::darkPalette());
        QTRY_VERIFY(scene.plot->furniture().colours.dark);
        QCOMPARE(scene.series(0)->pen().color(), ui::ChartPalette::of(ui::darkPalette()).curve(0));
        scene.chart.setPalette(ui::lightPalette());
        QTRY_VERIFY(!scene.plot->furniture().colours.dark);
        const QImage picture = scene.chart.grab().toImage();
        QCOMPARE(picture.pixelColor(scene.plot->mapTo(&scene.chart, QPoint(2, 2))),
                 ui::lightPalette().color(QPalette::Base));
    }
};

QTEST_MAIN(TestLiveChart)
#include "tst_livechart.moc"
