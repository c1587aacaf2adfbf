// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/seriesstore.h"

#include <QTest>

#include <cmath>

using namespace metriscope::net;
using What = Measure::What;

namespace
{

constexpr Time Epoch{Millis{1'700'000'000'000}};
constexpr MetricId First{0};

/// A store and the clock that drives it.
struct Bench {
    explicit Bench(StoreConfig config = {}) : store(config) {}

    template <typename Point>
    void tick(const Point &point, Millis elapsed = Millis{1000}, std::uint64_t drops = 0)
    {
        begin(elapsed, drops);
        store.append(First, point);
        store.endTick();
    }
    void idle(Millis elapsed = Millis{1000}, std::uint64_t drops = 0)
    {
        begin(elapsed, drops);
        store.endTick();
    }
    void begin(Millis elapsed, std::uint64_t drops)
    {
        now += elapsed;
        store.beginTick(now, elapsed, drops);
    }
    [[nodiscard]] TimeRange all() const { return {Epoch, now}; }

    SeriesStore store;
    Time now = Epoch;
};

TimerPoint timed(const std::vector<double> &values, Sketch &sketch)
{
    TimerPoint point{double(values.size()), 0, 0, values[0], values[0], values.size(), &sketch};
    for (const double value : values) {
        point.sum += value;
        point.sumSquares += value * value;
        point.lower = std::min(point.lower, value);
        point.upper = std::max(point.upper, value);
        sketch.add(value);
    }
    return point;
}

std::vector<double> valuesOf(const std::vector<Point> &points)
{
    std::vector<double> values;
    for (const Point &point : points)
        values.push_back(std::isnan(point.value) ? -1 : point.value);
    return values;
}

} // namespace

class tst_SeriesStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rateDividesByElapsed();
    void idleCounterIsZero();
    void idleGaugeHolds();
    void idleTimerIsAGap();
    void totalsRunOn();
    void quantileOfAColumnIsMerged();
    void scaleMultipliesWhatIsRead();
    void gapWhereNoTickRan();
    void dropsMerge();
    void latest();
};

void tst_SeriesStore::rateDividesByElapsed()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Counter);
    bench.tick(CounterPoint{10, 0});
    bench.tick(CounterPoint{10, 0}, Millis{4000});
    const auto points = bench.store.points(First, {What::Rate}, bench.all());
    QCOMPARE(valuesOf(points), (std::vector<double>{10, 2.5}));
    QCOMPARE(points[1].span, Millis{4000});
    QCOMPARE(points[1].end, bench.now);
}

void tst_SeriesStore::idleCounterIsZero()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Counter);
    bench.idle(); // before the first sight there is nothing
    bench.tick(CounterPoint{3, 1});
    bench.idle();
    QCOMPARE(valuesOf(bench.store.points(First, {What::Count}, bench.all())), (std::vector<double>{2, 0}));
}

void tst_SeriesStore::idleGaugeHolds()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Gauge);
    bench.tick(GaugePoint{7});
    bench.idle();
    bench.idle();
    QCOMPARE(valuesOf(bench.store.points(First, {What::Value}, bench.all())), (std::vector<double>{7, 7, 7}));
    // also when the value came before the range
    QCOMPARE(valuesOf(bench.store.points(First, {What::Value}, {bench.now - Millis{1000}, bench.now})),
             (std::vector<double>{7}));
}

void tst_SeriesStore::idleTimerIsAGap()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Timer);
    Sketch a, b;
    bench.tick(timed({5}, a));
    bench.idle();
    bench.idle();
    bench.tick(timed({7}, b));
    bench.idle();
    QCOMPARE(valuesOf(bench.store.points(First, {What::Mean}, bench.all())), (std::vector<double>{5, -1, 7}));
    const auto columns = bench.store.window(First, {What::Mean}, bench.all(), 5);
    QCOMPARE(columns.size(), std::size_t(3));
    QVERIFY(std::isnan(columns[1].lower));
    QVERIFY(std::isnan(columns[1].upper));
}

void tst_SeriesStore::totalsRunOn()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Counter);
    for (int i = 1; i <= 5; ++i)
        bench.tick(CounterPoint{double(i), 0});
    bench.idle();
    QCOMPARE(valuesOf(bench.store.points(First, {What::Total}, {bench.now - Millis{3000}, bench.now})),
             (std::vector<double>{10, 15, 15}));
}

void tst_SeriesStore::quantileOfAColumnIsMerged()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Timer);
    Sketch many, one;
    bench.tick(timed(std::vector<double>(99, 10.0), many));
    bench.tick(timed({1000}, one));
    const auto columns = bench.store.window(First, {What::Quantile, 0.95}, bench.all(), 1);
    QCOMPARE(columns.size(), std::size_t(1));
    // the average of the two percentiles would be 505
    QVERIFY(std::abs(columns[0].upper - 10) <= 0.1);
    const auto statistics = bench.store.statistics(First, {What::Quantile, 0.95}, bench.all());
    QCOMPARE(statistics.n, std::size_t(2));
    QVERIFY(std::abs(statistics.p95 - 10) <= 0.1);
    QCOMPARE(statistics.max, 1000.0);
    QCOMPARE(statistics.mean, 19.9);
}

void tst_SeriesStore::scaleMultipliesWhatIsRead()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Timer);
    Sketch sketch;
    bench.tick(timed({120345, 120345}, sketch));
    bench.store.setScale(First, 0.001);
    QCOMPARE(bench.store.latest(First).value, 120.345);
    QCOMPARE(bench.store.latest(First).rate, 2.0);
    QCOMPARE(valuesOf(bench.store.points(First, {What::Quantile, 0.5}, bench.all())),
             (std::vector<double>{120.345}));
    QCOMPARE(valuesOf(bench.store.points(First, {What::Count}, bench.all())), (std::vector<double>{2}));
}

void tst_SeriesStore::gapWhereNoTickRan()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Gauge);
    bench.tick(GaugePoint{1});
    bench.now += Millis{60'000};
    bench.tick(GaugePoint{2});
    QCOMPARE(valuesOf(bench.store.points(First, {What::Value}, bench.all())),
             (std::vector<double>{1, -1, 2}));
}

void tst_SeriesStore::dropsMerge()
{
    Bench bench;
    bench.idle(Millis{1000}, 3);
    bench.idle(Millis{1000}, 4);
    bench.idle();
    bench.idle(Millis{1000}, 1);
    const auto drops = bench.store.drops(bench.all());
    QCOMPARE(drops.size(), std::size_t(2));
    QCOMPARE(drops[0].dropped, std::uint64_t(7));
    QCOMPARE(drops[0].range.span(), Millis{2000});
    QCOMPARE(drops[1].dropped, std::uint64_t(1));
}

void tst_SeriesStore::latest()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Counter);
    QVERIFY(!bench.store.latest(First).any);
    QVERIFY(!bench.store.latest(MetricId{77}).any);
    bench.tick(CounterPoint{5, 1}, Millis{2000});
    const Latest latest = bench.store.latest(First);
    QVERIFY(latest.any);
    QCOMPARE(latest.seen, bench.now);
    QCOMPARE(latest.value, 4.0);
    QCOMPARE(latest.rate, 2.0);
    QCOMPARE(latest.total, 4.0);
    QCOMPARE(bench.store.now(), bench.now);
}

QTEST_GUILESS_MAIN(tst_SeriesStore)
#include "tst_seriesstore.moc"
