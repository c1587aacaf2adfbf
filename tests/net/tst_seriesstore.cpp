// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/seriesstore.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <random>
#include <thread>

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
    void latestOutlivesItsPoints();
    void gaugeHoldsForDays();
    void clockThatStandsStill();
    void secondPointOfATickIsAdded();
    void pointsOfNobodyAreIgnored();
    void emptyRanges();
    void budgetTakesTheOldestFirst();
    void watchedGoLast();
    void budgetTooSmallForAnything();
    void evictedTicksLiveOnAtCoarserLevels();
    void idleSeriesReturnTheirMemory();
    void readersDoNotDisturb();
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

void tst_SeriesStore::latestOutlivesItsPoints()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Counter);
    bench.tick(CounterPoint{5, 0});
    const Time seen = bench.now;
    for (int i = 0; i < 12'000; ++i)
        bench.idle(Millis{60'000});
    QCOMPARE(bench.store.usage().points, std::uint64_t(0));
    QCOMPARE(bench.store.latest(First).seen, seen);
    QCOMPARE(bench.store.latest(First).total, 5.0);
    // it is still known that nothing came
    QCOMPARE(bench.store.statistics(First, {What::Rate}, {bench.now - Millis{600'000}, bench.now}).n,
             std::size_t(10));
    QCOMPARE(bench.store.statistics(First, {What::Total}, {bench.now - Millis{600'000}, bench.now}).max, 5.0);
}

void tst_SeriesStore::gaugeHoldsForDays()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Gauge);
    bench.tick(GaugePoint{42.5});
    for (int i = 0; i < 12'000; ++i)
        bench.idle(Millis{60'000});
    const auto statistics =
        bench.store.statistics(First, {What::Value}, {bench.now - Millis{3'600'000}, bench.now});
    QCOMPARE(statistics.n, std::size_t(60));
    QCOMPARE(statistics.min, 42.5);
    QCOMPARE(statistics.mean, 42.5);
}

void tst_SeriesStore::clockThatStandsStill()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Counter);
    bench.tick(CounterPoint{1, 0});
    for (int i = 0; i < 3; ++i) { // the same end again, an earlier one, no time at all
        bench.store.beginTick(bench.now - Millis{500 * i}, Millis{i == 2 ? 0 : 1000});
        bench.store.append(First, CounterPoint{1, 0});
        bench.store.endTick();
    }
    bench.store.endTick();
    bench.now += Millis{10};
    const auto points = bench.store.points(First, {What::Count}, bench.all());
    QCOMPARE(valuesOf(points), (std::vector<double>{1, 1, 1, 1}));
    for (std::size_t i = 1; i < points.size(); ++i)
        QVERIFY(points[i].end > points[i - 1].end);
}

void tst_SeriesStore::secondPointOfATickIsAdded()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Counter);
    bench.begin(Millis{1000}, 0);
    bench.store.append(First, CounterPoint{2, 0});
    QCOMPARE(bench.store.append(First, CounterPoint{3, 1}), 4.0);
    bench.store.endTick();
    QCOMPARE(valuesOf(bench.store.points(First, {What::Count}, bench.all())), (std::vector<double>{4}));
}

void tst_SeriesStore::pointsOfNobodyAreIgnored()
{
    Bench bench;
    bench.store.append(First, CounterPoint{1, 0}); // no tick, no series
    bench.tick(CounterPoint{1, 0});
    bench.store.addSeries(First, MetricKind::Counter);
    bench.store.append(First, CounterPoint{1, 0}); // between ticks
    QVERIFY(!bench.store.latest(First).any);
    QVERIFY(bench.store.points(First, {What::Rate}, bench.all()).empty());
    QVERIFY(bench.store.window(MetricId{5}, {What::Rate}, bench.all(), 10).empty());
    bench.store.setScale(MetricId{5}, 2);
}

void tst_SeriesStore::emptyRanges()
{
    Bench bench;
    bench.store.addSeries(First, MetricKind::Counter);
    bench.tick(CounterPoint{1, 0});
    for (const What what : {What::Rate, What::Total}) {
        for (const TimeRange range : {TimeRange{bench.now, bench.now}, TimeRange{bench.now, Epoch},
                                      TimeRange{bench.now, bench.now + Millis{5000}}}) {
            QVERIFY(bench.store.window(First, {what}, range, 10).empty());
            QVERIFY(bench.store.points(First, {what}, range).empty());
            QCOMPARE(bench.store.statistics(First, {what}, range).n, std::size_t(0));
        }
    }
    QVERIFY(bench.store.window(First, {What::Rate}, bench.all(), 0).empty());
    QVERIFY(bench.store.drops({bench.now, Epoch}).empty());
}

namespace
{

/// So many counters with a new large value at every tick.
struct Crowd : Bench {
    static constexpr std::uint32_t Series = 100;
    static constexpr std::size_t BlockBytes = 1024; ///< more than one of theirs takes

    explicit Crowd(std::size_t budget) : Bench(StoreConfig{budget})
    {
        for (std::uint32_t id = 0; id < Series; ++id)
            store.addSeries(MetricId{id}, MetricKind::Counter);
    }
    void run(int ticks)
    {
        for (int i = 0; i < ticks; ++i) {
            begin(Millis{1000}, 0);
            for (std::uint32_t id = 0; id < Series; ++id)
                store.append(MetricId{id}, CounterPoint{std::sqrt(double(++count)), 0});
            store.endTick();
            most = std::max(most, store.usage().bytes);
        }
    }
    [[nodiscard]] std::vector<Point> ups(std::uint32_t id) const
    {
        return store.points(MetricId{id}, {What::Up}, all());
    }
    [[nodiscard]] static std::size_t fine(const std::vector<Point> &points)
    {
        return std::size_t(std::ranges::count(points, Millis{1000}, &Point::span));
    }

    std::uint64_t count = 0;
    std::size_t most = 0;
};

} // namespace

void tst_SeriesStore::budgetTakesTheOldestFirst()
{
    Crowd crowd(200'000);
    crowd.run(900);
    QVERIFY(crowd.most <= 200'000 + Crowd::BlockBytes);
    QVERIFY(crowd.most > 150'000); // what may be used is used
    QVERIFY(crowd.store.usage().evictedPoints > 0);
    for (std::uint32_t id = 0; id < Crowd::Series; ++id) {
        const auto points = crowd.ups(id);
        QVERIFY(!points.empty());
        QCOMPARE(points.back().end, crowd.now);
        // the newest are there, tick by tick, and nothing in between is missing
        QVERIFY(Crowd::fine(points) > 64);
        for (std::size_t i = 1; i < points.size(); ++i)
            QCOMPARE(points[i].end - points[i].span, points[i - 1].end);
    }
}

void tst_SeriesStore::watchedGoLast()
{
    Crowd crowd(200'000);
    const std::vector<MetricId> watched{MetricId{3}, MetricId{50}, MetricId{4711}};
    crowd.store.setWatched(watched);
    crowd.run(890);
    QCOMPARE(Crowd::fine(crowd.ups(3)), std::size_t(890));
    QCOMPARE(Crowd::fine(crowd.ups(50)), std::size_t(890));
    QVERIFY(Crowd::fine(crowd.ups(4)) < 890);
    QVERIFY(crowd.most <= 200'000 + Crowd::BlockBytes);
    crowd.store.setWatched({});
    crowd.run(300);
    QVERIFY(Crowd::fine(crowd.ups(3)) < 890);
}

void tst_SeriesStore::budgetTooSmallForAnything()
{
    for (const std::size_t budget : {std::size_t{0}, std::size_t{100}, std::size_t{5000}}) {
        Crowd crowd(budget);
        std::vector<MetricId> all;
        for (std::uint32_t id = 0; id < Crowd::Series; ++id)
            all.push_back(MetricId{id});
        crowd.store.setWatched(all);
        crowd.run(300);
        QVERIFY2(crowd.most <= budget + Crowd::BlockBytes, qPrintable(QString::number(crowd.most)));
        QVERIFY(crowd.store.usage().evictedPoints > 0);
        // what is known without points stays right
        QCOMPARE(crowd.store.latest(MetricId{99}).value, std::sqrt(300.0 * Crowd::Series));
        QCOMPARE(crowd.store.latest(MetricId{99}).seen, crowd.now);
    }
}

void tst_SeriesStore::evictedTicksLiveOnAtCoarserLevels()
{
    Crowd crowd(250'000);
    crowd.run(900);
    for (const std::uint32_t id : {0U, 17U, 99U}) {
        const auto points = crowd.ups(id);
        const std::size_t fine = Crowd::fine(points);
        QVERIFY(fine < 900);
        QVERIFY(points.size() > fine);
        for (std::size_t i = 0; i < points.size() - fine; ++i)
            QVERIFY(points[i].span >= Millis{1000} && points[i].span <= Millis{60'000});
        // a sum of ten thousand seconds' worth would show a tick that was left out or counted twice
        double got = 0, want = 0;
        for (const Point &point : points)
            got += point.value;
        const auto skipped = (points.front().end - points.front().span - Epoch).count() / 1000;
        for (std::int64_t tick = skipped; tick < 900; ++tick)
            want += std::sqrt(double(tick) * Crowd::Series + id + 1);
        QVERIFY2(std::abs(got - want) < 1e-6,
                 qPrintable(QString::number(got) + u' ' + QString::number(want)));
    }
}

void tst_SeriesStore::idleSeriesReturnTheirMemory()
{
    Crowd crowd(1 << 30);
    crowd.run(600);
    const std::size_t busy = crowd.store.usage().bytes;
    for (int i = 0; i < 1200; ++i)
        crowd.idle();
    QVERIFY(crowd.store.usage().bytes < busy / 2); // ticks went, ten seconds and minutes stay
    for (int i = 0; i < 12'000; ++i)
        crowd.idle(Millis{60'000});
    QCOMPARE(crowd.store.usage().bytes, std::size_t(0));
    QCOMPARE(crowd.store.usage().evictedPoints, std::uint64_t(0));
}

void tst_SeriesStore::readersDoNotDisturb()
{
    SeriesStore store(StoreConfig{60'000}); // small enough to have points evicted under the readers
    constexpr std::uint32_t Series = 40;
    for (std::uint32_t id = 0; id < Series / 2; ++id)
        store.addSeries(MetricId{id}, id % 2 == 0 ? MetricKind::Counter : MetricKind::Timer);
    std::atomic<bool> stop{false};
    std::atomic<int> wrong{0}, reads{0};
    const auto read = [&](unsigned seed) {
        std::mt19937 random(seed);
        while (!stop.load()) {
            const MetricId id{std::uint32_t(random() % Series)};
            const Time now = store.now();
            const TimeRange range{now - Millis{1000 * (1 + int(random() % 2000))}, now};
            // a counter of three a second, a timer of which each sample is ten
            const bool timer = index(id) % 2 == 1;
            const Measure measure = timer ? Measure{What::Quantile, 0.95} : Measure{What::Rate};
            Time last = range.from;
            for (const Point &point : store.points(id, measure, range)) {
                if (point.end <= last || point.end > range.to ||
                    std::abs(point.value - (timer ? 10 : 3)) > 1e-9)
                    ++wrong;
                last = point.end;
            }
            for (const Column &column : store.window(id, measure, range, 50))
                if (std::abs(column.upper - (timer ? 10 : 3)) > 1e-9)
                    ++wrong;
            const Latest latest = store.latest(id);
            if (latest.any && std::abs(latest.value - (timer ? 10 : 3)) > 1e-9)
                ++wrong;
            static_cast<void>(store.statistics(id, {What::Total}, range));
            static_cast<void>(store.drops(range));
            static_cast<void>(store.usage());
            const std::vector<MetricId> watched{id};
            store.setWatched(watched);
            store.setScale(id, 1);
            ++reads;
        }
    };
    std::thread first(read, 1U), second(read, 2U);
    Time now = Epoch;
    Sketch sketch;
    sketch.add(10, 2);
    for (int tick = 0; tick < 2500 || reads.load() < 200; ++tick) {
        if (tick == 100)
            for (std::uint32_t id = Series / 2; id < Series; ++id)
                store.addSeries(MetricId{id}, id % 2 == 0 ? MetricKind::Counter : MetricKind::Timer);
        now += Millis{1000};
        store.beginTick(now, Millis{1000}, 1);
        for (std::uint32_t id = 0; id < Series; ++id) {
            if (id % 2 == 0)
                store.append(MetricId{id}, CounterPoint{3, 0});
            else
                store.append(MetricId{id}, TimerPoint{2, 20, 200, 10, 10, 2, &sketch});
        }
        store.endTick();
    }
    stop = true;
    first.join();
    second.join();
    QCOMPARE(wrong.load(), 0);
    QVERIFY(store.usage().evictedPoints > 0);
}

QTEST_GUILESS_MAIN(tst_SeriesStore)
#include "tst_seriesstore.moc"
