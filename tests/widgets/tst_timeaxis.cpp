// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plotdata.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/charts/timeticks.h"
#include "widgets/charts/valuescale.h"
#include "widgets/common/chartpalette.h"
#include "widgets/common/numberformat.h"
#include "widgets/common/timeformat.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace metriscope;
using namespace std::chrono_literals;
using net::Millis;
using net::Time;

namespace
{

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr Time Noon{Millis{1'795'176'000'000}}; // 2026-11-20 12:00:00 UTC

struct Client : ui::FrameClient {
    explicit Client(std::vector<int> &drawn, int id) : order(drawn), name(id) {}
    bool drawFrame() override
    {
        order.push_back(name);
        return order.size() == 1; // the first one needs two goes
    }
    std::vector<int> &order;
    int name;
};

} // namespace

class TestTimeAxis final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void followsTheTicks()
    {
        ui::TimeAxis axis;
        QSignalSpy moved(&axis, &ui::TimeAxis::rangeChanged);
        axis.advance(Noon, Millis{250});
        QCOMPARE(axis.visible(), (net::TimeRange{Noon - 5min, Noon}));
        QCOMPARE(axis.wallOffset(), Millis{250});
        axis.advance(Noon + 1s, Millis{250});
        QCOMPARE(axis.visible().to, Noon + 1s);
        QCOMPARE(moved.size(), 2);
        axis.setSpan(1h);
        QCOMPARE(axis.span(), Millis{1h});
        QVERIFY(axis.isFollowing());
    }

    void pauseFreezesAndLetsGo()
    {
        ui::TimeAxis axis;
        axis.advance(Noon, {});
        QSignalSpy moved(&axis, &ui::TimeAxis::rangeChanged), mode(&axis, &ui::TimeAxis::modeChanged);
        axis.setPaused(true);
        axis.advance(Noon + 10s, {});
        QCOMPARE(axis.visible().to, Noon);
        QCOMPARE(axis.now(), Noon + 10s);
        QCOMPARE(moved.size(), 0);
        axis.setPaused(false);
        QCOMPARE(axis.visible().to, Noon + 10s);
        QCOMPARE(mode.size(), 2);
        axis.setPaused(true);
        axis.setFollowing(true);
        QVERIFY(!axis.isPaused());
    }

    void zoomLeavesFollowAndBackReturns()
    {
        ui::TimeAxis axis;
        axis.advance(Noon, {});
        axis.zoomTo({Noon - 100s, Noon - 160s}); // given backwards
        QVERIFY(!axis.isFollowing());
        QCOMPARE(axis.visible(), (net::TimeRange{Noon - 160s, Noon - 100s}));
        axis.advance(Noon + 1s, {});
        QCOMPARE(axis.visible().to, Noon - 100s);
        axis.pan(-30s);
        QCOMPARE(axis.visible().to, Noon - 130s);
        axis.back();
        QCOMPARE(axis.visible().to, Noon - 100s);
        axis.back();
        QVERIFY(axis.isFollowing());
        QCOMPARE(axis.visible(), (net::TimeRange{Noon + 1s - 5min, Noon + 1s}));
        QVERIFY(!axis.canGoBack());
        axis.back(); // nothing left: nothing happens
        QVERIFY(axis.isFollowing());
    }

    void zoomKeepsTheInstantUnderThePointer()
    {
        ui::TimeAxis axis;
        axis.advance(Noon, {});
        const Time about = Noon - 100s;
        axis.zoom(0.5, about);
        QCOMPARE(axis.span(), Millis{150s});
        QCOMPARE(axis.visible().from, about - 100s); // it stood at two thirds and does so still
        axis.zoom(1e-9, about);
        QCOMPARE(axis.span(), ui::TimeAxis::MinSpan);
        axis.zoom(1e12, about);
        QCOMPARE(axis.span(), ui::TimeAxis::MaxSpan);
        const auto before = axis.visible();
        axis.zoom(NaN, about);
        axis.zoom(-1, about);
        axis.zoom(0, about);
        QCOMPARE(axis.visible(), before);
    }

    void neverShowsTheFuture()
    {
        ui::TimeAxis axis;
        axis.advance(Noon, {});
        axis.pan(-1min);
        axis.pan(1h);
        QCOMPARE(axis.visible(), (net::TimeRange{Noon - 5min, Noon}));
        axis.zoomTo({Noon + 1h, Noon + 1h + 1s});
        QCOMPARE(axis.visible(), (net::TimeRange{Noon - 5s, Noon}));
    }

    void signalsOnlyWhatChanged()
    {
        ui::TimeAxis axis;
        QSignalSpy crosshair(&axis, &ui::TimeAxis::crosshairChanged),
            cursors(&axis, &ui::TimeAxis::cursorsChanged);
        axis.setCrosshair(Noon);
        axis.setCrosshair(Noon);
        axis.setCrosshair(std::nullopt);
        axis.setCursorA(Noon);
        axis.setCursorA(Noon);
        axis.setCursorB(Noon + 12s);
        QCOMPARE(crosshair.size(), 2);
        QCOMPARE(cursors.size(), 2);
    }

    void framesAreDrawnOneAtATime()
    {
        ui::FrameClock clock;
        std::vector<int> order;
        Client first(order, 1), second(order, 2), gone(order, 3);
        QVERIFY(clock.isIdle());
        clock.request(first);
        clock.request(gone);
        clock.request(second);
        clock.request(first);
        clock.forget(gone);
        QTRY_VERIFY(clock.isIdle());
        QCOMPARE(order, (std::vector<int>{1, 1, 2}));
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 3; ++i) {
            clock.request(first);
            QTRY_VERIFY(clock.isIdle());
        }
        QCOMPARE(order.size(), std::size_t{6});
        QVERIFY2(timer.elapsed() >= 3 * ui::FrameClock::FrameMilliseconds - 6,
                 "faster than 30 frames a second");
    }

    void timeTicks_data()
    {
        QTest::addColumn<qint64>("span");
        QTest::addColumn<int>("most");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("seconds") << qint64{20'000} << 5
                                 << QStringList{u"12:00:00"_s, u"12:00:05"_s, u"12:00:10"_s, u"12:00:15"_s,
                                                u"12:00:20"_s};
        QTest::newRow("minutes") << qint64{300'000} << 6 << QStringList{u"12:00"_s, u"12:01"_s, u"12:02"_s,
                                                                        u"12:03"_s, u"12:04"_s, u"12:05"_s};
        QTest::newRow("hours across midnight")
            << qint64{16 * 3'600'000} << 4 << QStringList{u"12:00"_s, u"18:00"_s, u"21 Nov"_s};
        QTest::newRow("days") << qint64{3 * 86'400'000} << 4
                              << QStringList{u"21 Nov"_s, u"22 Nov"_s, u"23 Nov"_s};
        QTest::newRow("nothing") << qint64{0} << 4 << QStringList{};
    }
    void timeTicks()
    {
        QFETCH(qint64, span);
        QFETCH(int, most);
        QStringList labels;
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        for (const auto &tick : ui::timeTicks({Noon, Noon + Millis{span}}, {}, most, english)) {
            labels << tick.label;
            QVERIFY(tick.time >= Noon && tick.time <= Noon + Millis{span});
        }
        QTEST(labels, "labels");
        QVERIFY(labels.size() <= std::max(most, 0) + 1);
    }

    void ticksStandAtRoundWallTimes()
    {
        // The engine's axis is 400 ms behind the wall clock: the labels follow the wall
        const auto ticks = ui::timeTicks({Noon, Noon + 20s}, Millis{400}, 5, QLocale::c());
        QVERIFY(!ticks.empty());
        QCOMPARE(ticks.front().time, Noon + 4600ms);
        QCOMPARE(ticks.front().label, u"12:00:05"_s);
    }

    void valueScaleStandsStill()
    {
        ui::ValueScale scale;
        QVERIFY(scale.fit(3, 96, 5));
        QCOMPARE(scale.from(), 0.0);
        QCOMPARE(scale.to(), 100.0);
        QCOMPARE(scale.step(), 20.0);
        QVERIFY(!scale.fit(1, 100, 5));
        QVERIFY(!scale.fit(10, 70, 5)); // shrinks not yet
        QVERIFY(scale.fit(10, 130, 5)); // grows at once
        QVERIFY(scale.fit(1, 9, 5));    // shrinks when less than half is used
        QCOMPARE(scale.to(), 10.0);
        QVERIFY(!scale.fit(NaN, NaN, 5));
    }

    void valueScaleSurvives_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        for (const auto &[name, low, high] : {std::tuple{"zero", 0.0, 0.0},
                                              {"flat", 5.0, 5.0},
                                              {"negative", -40.0, -3.0},
                                              {"tiny", 0.0, 1e-300},
                                              {"huge", -1.7e308, 1.7e308},
                                              {"infinite", 0.0, std::numeric_limits<double>::infinity()}})
            QTest::newRow(name) << low << high;
    }
    void valueScaleSurvives()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        for (const bool fromZero : {true, false}) {
            ui::ValueScale scale;
            scale.setFromZero(fromZero);
            (void)scale.fit(low, high, 4);
            QVERIFY(std::isfinite(scale.from()) && std::isfinite(scale.to()) && scale.step() > 0);
            QVERIFY(scale.from() < scale.to());
        }
    }

    void numbers_data()
    {
        using enum net::Unit;
        QTest::addColumn<double>("value");
        QTest::addColumn<ui::Quantity>("quantity");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("russian");
        const auto row = [](const char *name, double value, ui::Quantity quantity, const QString &english,
                            const QString &russian) {
            QTest::newRow(name) << value << quantity << english << russian;
        };
        row("zero", 0, {}, u"0"_s, u"0"_s);
        row("no minus zero", -0.0, {}, u"0"_s, u"0"_s);
        row("count", 1284, {}, u"1,284"_s, u"1\u00A0284"_s);
        row("decimal", 12.44, {}, u"12.4"_s, u"12,4"_s);
        row("small", 0.04137, {}, u"0.0414"_s, u"0,0414"_s);
        row("million", 1'284'000, {}, u"1.28 M"_s, u"1,28 M"_s);
        row("nearly a million", 999'999, {}, u"999,999"_s, u"999\u00A0999"_s);
        row("rate", 128.43, {Requests, true}, u"128.4 req/s"_s, u"128,4 req/s"_s);
        row("bare rate", 2, {None, true}, u"2/s"_s, u"2/s"_s);
        row("milliseconds", 41, {Milliseconds, false}, u"41 ms"_s, u"41 ms"_s);
        row("a long wait", 3204, {Milliseconds, false}, u"3.20 s"_s, u"3,20 s"_s);
        row("seconds", 0.0412, {Seconds, false}, u"41.2 ms"_s, u"41,2 ms"_s);
        row("microseconds", 0.05, {Milliseconds, false}, u"50 µs"_s, u"50 µs"_s);
        row("minutes", 150'000, {Milliseconds, false}, u"2.50 min"_s, u"2,50 min"_s);
        row("bytes", 1536, {Bytes, false}, u"1.50 KiB"_s, u"1,50 KiB"_s);
        row("percent", 12.5, {Percent, false}, u"12.5 %"_s, u"12,5 %"_s);
        row("absent", NaN, {Milliseconds, false}, u"–"_s, u"–"_s);
        row("negative", -12.44, {Milliseconds, false}, u"−12.4 ms"_s, u"−12,4 ms"_s);
        row("infinite", -std::numeric_limits<double>::infinity(), {}, u"−∞"_s, u"−∞"_s);
    }
    void numbers()
    {
        QFETCH(double, value);
        QFETCH(ui::Quantity, quantity);
        QTEST(ui::formatValue(value, quantity, QLocale(QLocale::English, QLocale::UnitedStates)), "english");
        QTEST(ui::formatValue(value, quantity, QLocale(QLocale::Russian, QLocale::Russia)), "russian");
    }

    void axisLabelsShareOneScale()
    {
        const ui::Quantity time{net::Unit::Milliseconds, false};
        const QLocale c = QLocale::c();
        QCOMPARE(ui::formatAxisValue(500, 500, 1500, time, c), u"0.5 s"_s);
        QCOMPARE(ui::formatAxisValue(1500, 500, 1500, time, c), u"1.5 s"_s);
        QCOMPARE(ui::formatAxisValue(0, 500, 1500, time, c), u"0"_s);
        QCOMPARE(ui::formatAxisValue(2.5, 2.5, 10, {}, c), u"2.5"_s);
        QCOMPARE(ui::formatAxisValue(0.25, 0.25, 1, {}, c), u"0.25"_s);
        QCOMPARE(ui::formatAxisValue(20, 20, 100, {}, c), u"20"_s);
    }

    void durations()
    {
        const QLocale c = QLocale::c();
        QCOMPARE(ui::formatDuration(850ms, c), u"850 ms"_s);
        QCOMPARE(ui::formatDuration(12s, c), u"12 s"_s);
        QCOMPARE(ui::formatDuration(-12500ms, c), u"−12.5 s"_s);
        QCOMPARE(ui::formatDuration(270s, c), u"4 min 30 s"_s);
        QCOMPARE(ui::formatDuration(125min, c), u"2 h 5 min"_s);
        QCOMPARE(ui::formatDuration(76h, c), u"3 d 4 h"_s);
        QCOMPARE(ui::isoUtc(Noon + 31ms), u"2026-11-20T12:00:00.031Z"_s);
    }

    void aTimersRateIsNotInMilliseconds()
    {
        using What = net::Measure::What;
        QCOMPARE(ui::quantityOf({What::Rate, 0}, net::Unit::Milliseconds),
                 (ui::Quantity{net::Unit::None, true}));
        QCOMPARE(ui::quantityOf({What::Rate, 0}, net::Unit::Requests),
                 (ui::Quantity{net::Unit::Requests, true}));
        QCOMPARE(ui::quantityOf({What::Mean, 0}, net::Unit::Milliseconds),
                 (ui::Quantity{net::Unit::Milliseconds, false}));
    }

    void curvesStandOut()
    {
        for (const QPalette &palette : {ui::lightPalette(), ui::darkPalette()}) {
            const auto colours = ui::ChartPalette::of(palette);
            QCOMPARE(colours.dark, palette.color(QPalette::Window).lightness() < 128);
            for (int i = 0; i < ui::ChartPalette::CurveColours; ++i) {
                const double contrast = ui::contrastRatio(colours.curve(i), colours.base);
                QVERIFY2(contrast >= 3, qPrintable(u"curve %1: %2"_s.arg(i).arg(contrast)));
            }
            QVERIFY(ui::contrastRatio(colours.text, colours.base) >= 7);
            QVERIFY(ui::contrastRatio(colours.mutedText, colours.base) >= 4.5);
            QVERIFY(ui::contrastRatio(colours.mutedText, palette.color(QPalette::Window)) >= 4.5);
            QVERIFY(ui::contrastRatio(colours.dropLine, colours.dropFill) >= 3);
            for (const QColor &level : colours.levels)
                QVERIFY(ui::contrastRatio(level, colours.base) >= 3);
        }
        QCOMPARE(ui::contrastRatio(Qt::black, Qt::white), 21.0);
        QVERIFY(ui::dashPattern(0).isEmpty());
        QVERIFY(!ui::dashPattern(0, ui::ChartPalette::CurveColours).isEmpty());
    }

    void gapsAndLonePoints()
    {
        const ui::Columns columns{{Noon, 1, 1},          {Noon + 1s, NaN, NaN}, {Noon + 2s, 5, 5},
                                  {Noon + 3s, NaN, NaN}, {Noon + 4s, 2, 9},     {Noon + 5s, 9, 9}};
        QList<QPointF> points;
        ui::toPoints(columns, Noon, 100, points);
        QCOMPARE(points.size(), 9);
        QCOMPARE(points[0], QPointF(-100, 1)); // alone: a dash
        QCOMPARE(points[1], QPointF(100, 1));
        QVERIFY(std::isnan(points[2].y()));
        QCOMPARE(points[4], QPointF(2100, 5));
        QCOMPARE(points[6], QPointF(4000, 2));
        QCOMPARE(points[7], QPointF(4000, 9));
        QVERIFY(ui::nearestColumn(columns, Noon + 1200ms, 1s)->time == Noon + 2s);
        QVERIFY(!ui::nearestColumn(columns, Noon + 20s, 1s));
        QVERIFY(ui::neighbourColumn(columns, Noon, true)->time == Noon + 2s);
        QVERIFY(ui::neighbourColumn(columns, Noon + 4s, false)->time == Noon + 2s);
        QVERIFY(!ui::neighbourColumn(columns, Noon, false));
    }

    void linesEndAtTheEdges()
    {
        QList<QPointF> points{{-20, 1}, {-10, 0}, {10, 2}, {20, NaN}, {50, 3}, {90, 4}, {130, 40}, {140, 5}};
        ui::cutAtEdges(points, 100, 0, 10);
        QCOMPARE(points.first(), QPointF(0, 1));
        QCOMPARE(points.last(), QPointF(100, 10)); // 13 by the line, but the picture ends at 10
        QCOMPARE(points.size(), 6);
        QVERIFY(std::isnan(points[2].y()));
        points = {{-20, 5}, {-10, NaN}, {120, NaN}};
        ui::cutAtEdges(points, 100, 0, 10);
        for (const QPointF &point : std::as_const(points))
            QVERIFY(std::isnan(point.y()));
        points = {{-500, 0}, {500, 10}};
        ui::cutAtEdges(points, 100, 0, 10);
        QCOMPARE(points, (QList<QPointF>{{0, 5}, {100, 6}}));
        points = {};
        ui::cutAtEdges(points, 100, 0, 10);
        QVERIFY(points.isEmpty());
    }

    void stacks()
    {
        std::vector<ui::Columns> curves{{{Noon, 1, 1}, {Noon + 1s, NaN, NaN}, {Noon + 2s, 3, 4}},
                                        {{Noon, 10, 10}, {Noon + 1s, NaN, NaN}},
                                        {{Noon + 2s, 100, 100}}};
        ui::stackColumns(curves);
        QCOMPARE(curves[1][0].upper, 11.0);
        QVERIFY(std::isnan(curves[2][1].upper));
        QCOMPARE(curves[2][2].lower, 103.0);
        QCOMPARE(curves[2][2].upper, 104.0);
        const auto range = ui::valueRange(curves, {Noon, Noon + 2s});
        QCOMPARE(range.lowest, 1.0);
        QCOMPARE(range.highest, 104.0);
        QCOMPARE(ui::valueRange(curves, {Noon, Noon + 1s}).highest, 11.0);
        QVERIFY(std::isnan(ui::valueRange(curves, {Noon + 5s, Noon + 9s}).highest));
    }
};

QTEST_MAIN(TestTimeAxis)
#include "tst_timeaxis.moc"
