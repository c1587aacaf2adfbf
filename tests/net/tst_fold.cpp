// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/fold.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <numeric>

using namespace metriscope::net;
using Values = std::vector<double>;
Q_DECLARE_METATYPE(PercentileRule)

namespace
{

constexpr double Near = 1e-12;
constexpr Time Epoch{Millis{1'700'000'000'000}};

bool near(double a, double b)
{
    return std::abs(a - b) <= Near * std::max({1.0, std::abs(a), std::abs(b)});
}

Values upTo(int n)
{
    Values values(static_cast<std::size_t>(n));
    std::iota(values.begin(), values.end(), 1);
    return values;
}

struct Recorder final : FoldObserver {
    void registered(MetricId id, const MetricInfo &info) override { names[id] = info.name; }
    void folded(const MetricResult &result) override
    {
        results.push_back(result);
        sketched = result.sketch ? result.sketch->count() : 0;
        results.back().sketch = nullptr;
    }
    std::map<MetricId, std::string> names;
    std::vector<MetricResult> results;
    std::uint64_t sketched = 0;
};

/// A registry, a store and a fold with a listener, and a bank to be filled.
struct Bench {
    explicit Bench(FoldConfig config = {}, std::size_t capacity = 100)
        : registry(capacity), fold(config, registry, store)
    {
        fold.addObserver(recorder, true);
    }

    LocalId name(std::string_view text, MetricKind kind)
    {
        bank.newNames.push_back({text, {}, kind});
        return known++;
    }
    void time(LocalId metric, const Values &values, double weight = 0)
    {
        TimerCell cell;
        cell.metric = metric;
        cell.samples = static_cast<std::uint32_t>(values.size());
        cell.weight = weight > 0 ? weight : static_cast<double>(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i % SampleChunk::Capacity == 0) {
                bank.chunks.emplace_back();
                const auto at = static_cast<std::uint32_t>(bank.chunks.size() - 1);
                (i == 0 ? cell.firstChunk : bank.chunks[cell.lastChunk].next) = at;
                cell.lastChunk = at;
            }
            SampleChunk &chunk = bank.chunks.back();
            chunk.values[chunk.size++] = values[i];
            cell.sum += values[i];
            cell.sumSquares += values[i] * values[i];
        }
        cell.lower = *std::min_element(values.begin(), values.end());
        cell.upper = *std::max_element(values.begin(), values.end());
        bank.timers.push_back(cell);
    }
    const std::vector<MetricResult> &run(Millis elapsed = Millis{1000})
    {
        recorder.results.clear();
        now += elapsed;
        store.beginTick(now, elapsed);
        fold.fold(bank, StatsdSource, elapsed);
        store.endTick();
        bank = Bank();
        return recorder.results;
    }

    SeriesStore store{StoreConfig{}};
    Registry registry;
    Fold fold;
    Recorder recorder;
    Bank bank;
    LocalId known = 0;
    Time now = Epoch;
};

const PercentileResult *find(const MetricResult &result, double percentile)
{
    for (const auto &each : result.percentiles)
        if (each.percentile == percentile)
            return &each;
    return nullptr;
}

} // namespace

class tst_Fold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a1_tenValues();
    void a2_unsorted();
    void a3_single();
    void a4_rankOfZero();
    void a5_oddPercentiles();
    void a6_rules_data();
    void a6_rules();
    void a7_emptyTimer();
    void a8_sampleRate();
    void a9_nothingVanishesForWantOfABin();
    void a10_lateTick();
    void medianOfTwo();
    void manySamplesAreApproximate();
    void hugeValuesStayNumbers();
    void closeValuesKeepTheirDeviation();
    void counters();
    void gauges_data();
    void gauges();
    void sets();
    void kindsOfOneNameAreApart();
    void fullRegistryRefuses();
    void registryKeepsTextThatLiesApart();
    void unknownMetricIsLeftOut();
    void registrationComesFirst();
};

void tst_Fold::a1_tenValues()
{
    Bench bench({{90, 50}, PercentileRule::Statsd});
    bench.time(bench.name("a", MetricKind::Timer), upTo(10));
    const MetricResult r = bench.run(Millis{10000}).at(0);
    QCOMPARE(r.samples, std::uint64_t(10));
    QCOMPARE(r.count, 10.0);
    QCOMPARE(r.rate, 1.0);
    QCOMPARE(r.sum, 55.0);
    QCOMPARE(r.sumSquares, 385.0);
    QCOMPARE(r.mean, 5.5);
    QCOMPARE(r.median, 5.5);
    QCOMPARE(r.deviation, 2.8722813232690143);
    QCOMPARE(r.lower, 1.0);
    QCOMPARE(r.upper, 10.0);
    QVERIFY(!r.approximate);
    const auto *p90 = find(r, 90);
    QVERIFY(p90);
    QCOMPARE(p90->count, std::uint64_t(9));
    QCOMPARE(p90->mean, 5.0);
    QCOMPARE(p90->boundary, 9.0);
    QCOMPARE(p90->sum, 45.0);
    QCOMPARE(p90->sumSquares, 285.0);
    const auto *p50 = find(r, 50);
    QVERIFY(p50);
    QCOMPARE(p50->boundary, 5.0);
    QCOMPARE(p50->mean, 3.0);
}

void tst_Fold::a2_unsorted()
{
    Bench bench({{90}, PercentileRule::Statsd});
    bench.time(bench.name("a", MetricKind::Timer), {450, 120, 553, 994, 334, 844, 675, 496});
    const MetricResult r = bench.run().at(0);
    const auto *p90 = find(r, 90);
    QVERIFY(p90);
    QCOMPARE(p90->count, std::uint64_t(7));
    QCOMPARE(p90->mean, 496.0);
    QCOMPARE(p90->boundary, 844.0);
    QCOMPARE(p90->sum, 3472.0);
    QVERIFY(near(r.deviation, 260.56033370411546));
    QCOMPARE(r.median, 524.5);
}

void tst_Fold::a3_single()
{
    Bench bench({{90, 10, -10}, PercentileRule::Statsd});
    bench.time(bench.name("a", MetricKind::Timer), {42});
    const MetricResult r = bench.run().at(0);
    QCOMPARE(r.deviation, 0.0);
    QCOMPARE(r.percentiles.size(), std::size_t(3));
    for (const auto &each : r.percentiles) {
        QCOMPARE(each.boundary, 42.0);
        QCOMPARE(each.mean, 42.0);
        QCOMPARE(each.sum, 42.0);
        QCOMPARE(each.count, std::uint64_t(1));
    }
}

void tst_Fold::a4_rankOfZero()
{
    Bench bench({{10, 25}, PercentileRule::Statsd});
    bench.time(bench.name("a", MetricKind::Timer), {1, 2});
    const MetricResult r = bench.run().at(0);
    QVERIFY(!find(r, 10));
    QVERIFY(find(r, 25));
    QCOMPARE(find(r, 25)->boundary, 1.0);
}

void tst_Fold::a5_oddPercentiles()
{
    Bench bench({{99.9, -10, -100, 0, 100, 250}, PercentileRule::Statsd});
    bench.time(bench.name("a", MetricKind::Timer), upTo(10));
    const MetricResult r = bench.run().at(0);
    QVERIFY(find(r, 99.9));
    QCOMPARE(find(r, 99.9)->boundary, 10.0);
    QVERIFY(find(r, -10));
    QCOMPARE(find(r, -10)->count, std::uint64_t(1));
    QCOMPARE(find(r, -10)->mean, 10.0);
    QCOMPARE(find(r, -10)->boundary, 10.0); // lower_top10
    QVERIFY(find(r, -100));
    QCOMPARE(find(r, -100)->mean, 5.5); // the reference says NaN
    QCOMPARE(find(r, -100)->boundary, 1.0);
    QVERIFY(!find(r, 0));
    QCOMPARE(find(r, 100)->boundary, 10.0);
    QCOMPARE(find(r, 250)->count, std::uint64_t(10));
}

void tst_Fold::a6_rules_data()
{
    QTest::addColumn<PercentileRule>("rule");
    QTest::addColumn<Values>("values");
    QTest::addColumn<double>("percentile");
    QTest::addColumn<double>("boundary");
    const double none = std::nan("");
    using enum PercentileRule;
    QTest::addRow("statsd [1,2] p90") << Statsd << Values{1, 2} << 90.0 << 2.0;
    QTest::addRow("nearest [1,2] p90") << Nearest << Values{1, 2} << 90.0 << 2.0;
    QTest::addRow("linear [1,2] p90") << Interpolate << Values{1, 2} << 90.0 << 1.9;
    QTest::addRow("statsd [1..5] p90") << Statsd << upTo(5) << 90.0 << 5.0;
    QTest::addRow("nearest [1..5] p90") << Nearest << upTo(5) << 90.0 << 5.0;
    QTest::addRow("linear [1..5] p90") << Interpolate << upTo(5) << 90.0 << 4.6;
    QTest::addRow("statsd 1..10 p90") << Statsd << upTo(10) << 90.0 << 9.0;
    QTest::addRow("nearest 1..10 p90") << Nearest << upTo(10) << 90.0 << 9.0;
    QTest::addRow("linear 1..10 p90") << Interpolate << upTo(10) << 90.0 << 9.1;
    QTest::addRow("statsd 1..100 p95") << Statsd << upTo(100) << 95.0 << 95.0;
    QTest::addRow("nearest 1..100 p95") << Nearest << upTo(100) << 95.0 << 95.0;
    QTest::addRow("linear 1..100 p95") << Interpolate << upTo(100) << 95.0 << 95.05;
    QTest::addRow("statsd [1,2] p10") << Statsd << Values{1, 2} << 10.0 << none;
    QTest::addRow("nearest [1,2] p10") << Nearest << Values{1, 2} << 10.0 << 1.0;
    QTest::addRow("linear [1,2] p10") << Interpolate << Values{1, 2} << 10.0 << 1.1;
    QTest::addRow("nearest 1..1000 p99.9") << Nearest << upTo(1000) << 99.9 << 999.0;
    QTest::addRow("nearest 1..10 top 10") << Nearest << upTo(10) << -10.0 << 10.0;
    QTest::addRow("linear 1..10 top 10") << Interpolate << upTo(10) << -10.0 << 9.1;
    QTest::addRow("nothing of nothing") << Interpolate << Values{} << 50.0 << none;
    QTest::addRow("zero") << Interpolate << upTo(3) << 0.0 << none;
}

void tst_Fold::a6_rules()
{
    QFETCH(PercentileRule, rule);
    QFETCH(Values, values);
    QFETCH(double, percentile);
    QFETCH(double, boundary);
    const auto exact = percentileOf(values, percentile, rule);
    QCOMPARE(exact.has_value(), !std::isnan(boundary));
    Sketch sketch;
    for (const double value : values)
        sketch.add(value);
    const auto sketched = percentileOf(sketch, percentile, rule);
    QCOMPARE(sketched.has_value(), exact.has_value());
    if (!exact)
        return;
    QVERIFY2(near(exact->boundary, boundary), qPrintable(QString::number(exact->boundary)));
    QVERIFY(std::abs(sketched->boundary - boundary) <= boundary * Sketch::RelativeError);
    QCOMPARE(sketched->count, exact->count);
    QVERIFY(std::abs(sketched->mean - exact->mean) <= exact->mean * Sketch::RelativeError);
}

void tst_Fold::a7_emptyTimer()
{
    Bench bench;
    bench.name("a", MetricKind::Timer);
    QVERIFY(bench.run().empty());
    bench.bank.timers.push_back({});
    QVERIFY(bench.run().empty());
    QVERIFY(!bench.store.latest(MetricId{0}).any);
}

void tst_Fold::a8_sampleRate()
{
    Bench bench;
    bench.time(bench.name("a", MetricKind::Timer), {10}, 10); // 10|ms|@0.1
    const MetricResult r = bench.run().at(0);
    QCOMPARE(r.count, 10.0);
    QCOMPARE(r.rate, 10.0);
    QCOMPARE(r.mean, 10.0);
    QCOMPARE(r.sum, 10.0);
    QCOMPARE(r.samples, std::uint64_t(1));
}

/// statsd counts into bins that were chosen beforehand, and forgets what fits none. Here there are no bins to
/// choose: the sketch of each point answers for any value.
void tst_Fold::a9_nothingVanishesForWantOfABin()
{
    Bench bench;
    bench.time(bench.name("t", MetricKind::Timer), {0.5, 1, 9, 10, 100});
    const MetricResult &result = bench.run().front();
    QCOMPARE(result.samples, std::uint64_t{5});
    QCOMPARE(result.upper, 100.0);
    QCOMPARE(bench.recorder.sketched, std::uint64_t{5});
    const auto at = [&](double quantile) {
        const TimeRange all{Epoch, bench.now};
        return bench.store.points(result.id, {Measure::What::Quantile, quantile}, all).back().value;
    };
    QVERIFY(std::abs(at(0) - 0.5) <= 0.5 * Sketch::RelativeError);
    QVERIFY(std::abs(at(0.5) - 9) <= 9 * Sketch::RelativeError);
    QVERIFY(std::abs(at(1) - 100) <= 100 * Sketch::RelativeError);
}

void tst_Fold::a10_lateTick()
{
    Bench bench;
    bench.bank.counters.push_back({bench.name("c", MetricKind::Counter), 1, 2, 0, 2});
    QCOMPARE(bench.run(Millis{10000}).at(0).rate, 0.2);
    bench.bank.counters.push_back({0, 1, 2, 0, 2});
    QCOMPARE(bench.run(Millis{13000}).at(0).rate, 2.0 / 13);
    QCOMPARE(bench.store.latest(MetricId{0}).rate, 2.0 / 13);
}

void tst_Fold::medianOfTwo()
{
    QCOMPARE(medianOf(Values{1, 2}), 1.5);
    QCOMPARE(medianOf(Values{1, 2, 9}), 2.0);
    QVERIFY(std::isnan(medianOf(Values{})));
    const double huge = std::numeric_limits<double>::max();
    QCOMPARE(medianOf(Values{huge, huge}), huge);
}

void tst_Fold::manySamplesAreApproximate()
{
    Bench bench({{95}, PercentileRule::Statsd});
    Sketch sketch;
    TimerCell cell;
    cell.metric = bench.name("a", MetricKind::Timer);
    for (int i = 1; i <= 10000; ++i) {
        sketch.add(i);
        cell.sum += i;
        cell.sumSquares += double(i) * i;
    }
    cell.samples = 10000;
    cell.weight = 10000;
    cell.lower = 1;
    cell.upper = 10000;
    cell.sketch = 0;
    bench.bank.sketches.push_back(sketch);
    bench.bank.timers.push_back(cell);
    const MetricResult r = bench.run().at(0);
    QVERIFY(r.approximate);
    QCOMPARE(r.mean, 5000.5);
    QVERIFY(std::abs(r.median - 5000.5) < 51);
    QVERIFY(std::abs(find(r, 95)->boundary - 9500) < 95);
    QVERIFY(std::abs(r.deviation - 2886.75) < 0.1);
    QCOMPARE(bench.recorder.sketched, std::uint64_t(10000));
}

void tst_Fold::hugeValuesStayNumbers()
{
    Bench bench;
    const LocalId timer = bench.name("t", MetricKind::Timer);
    const LocalId counter = bench.name("c", MetricKind::Counter);
    const LocalId gauge = bench.name("g", MetricKind::Gauge);
    for (int tick = 0; tick < 3; ++tick) {
        bench.time(timer, {1e308, 1e308, 1e308, 5e-324});
        bench.bank.counters.push_back({counter, 1, 1.5e308, 0, 1.5e308});
        bench.bank.gauges.push_back({gauge, 1, 0, 1.5e308, false});
        for (const MetricResult &r : bench.run()) {
            for (const double value : {r.count, r.rate, r.total, r.value, r.sum, r.sumSquares, r.mean,
                                       r.median, r.deviation, r.lower, r.upper})
                QVERIFY(std::isfinite(value));
            for (const auto &each : r.percentiles)
                QVERIFY(std::isfinite(each.boundary));
        }
    }
}

void tst_Fold::closeValuesKeepTheirDeviation()
{
    Bench bench;
    bench.time(bench.name("a", MetricKind::Timer), {1e9 + 1, 1e9 + 2, 1e9 + 3});
    QVERIFY(near(bench.run().at(0).deviation, std::sqrt(2.0 / 3)));
}

void tst_Fold::counters()
{
    Bench bench;
    bench.bank.counters.push_back({bench.name("c", MetricKind::Counter), 3, 5, 2, 1});
    MetricResult r = bench.run(Millis{2000}).at(0);
    QCOMPARE(r.samples, std::uint64_t(3));
    QCOMPARE(r.up, 5.0);
    QCOMPARE(r.down, 2.0);
    QCOMPARE(r.count, 3.0);
    QCOMPARE(r.rate, 1.5);
    QCOMPARE(r.total, 3.0);
    QCOMPARE(r.sinceRebase, 1.0);
    bench.run();
    bench.bank.counters.push_back({0, 1, 0, 4, -4});
    r = bench.run().at(0);
    QCOMPARE(r.count, -4.0);
    QCOMPARE(r.total, -1.0);
}

void tst_Fold::gauges_data()
{
    QTest::addColumn<QList<bool>>("set");
    QTest::addColumn<Values>("numbers");
    QTest::addColumn<Values>("levels");
    // a tick each; `set` is a value, otherwise a delta
    QTest::addRow("G1 value, delta") << QList<bool>{true, false} << Values{10, -3} << Values{10, 7};
    QTest::addRow("G1 delta first") << QList<bool>{false} << Values{-10} << Values{-10};
    QTest::addRow("G1 zero, delta") << QList<bool>{true, false} << Values{0, -3} << Values{0, -3};
    QTest::addRow("deltas add up") << QList<bool>{false, false, false} << Values{1, 1, -1} << Values{1, 2, 1};
    QTest::addRow("value replaces") << QList<bool>{false, true} << Values{5, 9} << Values{5, 9};
}

void tst_Fold::gauges()
{
    QFETCH(QList<bool>, set);
    QFETCH(Values, numbers);
    QFETCH(Values, levels);
    Bench bench;
    bench.name("other", MetricKind::Gauge);
    const LocalId gauge = bench.name("g", MetricKind::Gauge);
    for (qsizetype i = 0; i < set.size(); ++i) {
        const double number = numbers[static_cast<std::size_t>(i)];
        bench.bank.gauges.push_back({gauge, 1, set[i] ? number : 0, set[i] ? 0 : number, set[i]});
        const MetricResult r = bench.run().at(0);
        QCOMPARE(r.value, levels[static_cast<std::size_t>(i)]);
        QCOMPARE(r.set, set[i]);
        QCOMPARE(bench.store.latest(r.id).value, r.value);
        bench.run(); // an idle tick changes nothing
    }
}

void tst_Fold::sets()
{
    Bench bench;
    bench.bank.sets.push_back({bench.name("s", MetricKind::Set), 7, 3, 0});
    const MetricResult r = bench.run().at(0);
    QCOMPARE(r.value, 3.0);
    QCOMPARE(r.samples, std::uint64_t(7));
    QCOMPARE(bench.store.latest(r.id).value, 3.0);
}

void tst_Fold::kindsOfOneNameAreApart()
{
    Bench bench;
    bench.bank.counters.push_back({bench.name("x", MetricKind::Counter), 1, 1, 0, 1});
    bench.bank.gauges.push_back({bench.name("x", MetricKind::Gauge), 1, 12, 0, true});
    const auto results = bench.run();
    QCOMPARE(results.size(), std::size_t(2));
    QVERIFY(results[0].id != results[1].id);
    QCOMPARE(bench.registry.find(StatsdSource, "x", {}, MetricKind::Gauge), results[1].id);
    QCOMPARE(bench.registry.find(StatsdSource, "x", {}, MetricKind::Set), NoMetric);
}

void tst_Fold::registryKeepsTextThatLiesApart()
{
    Registry registry(3);
    const std::string together = "hitsenv:dev", name = "visits", tags = "env:live";
    const std::string_view whole = together;
    const MetricInfo apart{name, tags, MetricKind::Timer, Unit::Bytes, SignalSource};
    QCOMPARE(registry.add({whole.substr(0, 4), whole.substr(4)}, nullptr), MetricId{0});
    QCOMPARE(registry.add(apart, nullptr), MetricId{1});
    QCOMPARE(registry.addCopy(apart), MetricId{2});
    QCOMPARE(registry.addCopy(apart), NoMetric);
    QCOMPARE(registry.info(MetricId{0}).name.data(), together.data());
    QVERIFY(registry.info(MetricId{0}).tags == "env:dev");
    for (const MetricId id : {MetricId{1}, MetricId{2}}) {
        const MetricInfo info = registry.info(id);
        QVERIFY(info.name == name && info.tags == tags);
        QVERIFY(info.kind == apart.kind && info.unit == apart.unit && info.source == apart.source);
    }
}

void tst_Fold::fullRegistryRefuses()
{
    Bench bench({}, 1);
    const LocalId first = bench.name("a", MetricKind::Counter), second = bench.name("b", MetricKind::Counter);
    bench.bank.counters.push_back({first, 1, 1, 0, 1});
    bench.bank.counters.push_back({second, 1, 1, 0, 1});
    QCOMPARE(bench.run().size(), std::size_t(1));
    QCOMPARE(bench.fold.refused(), std::uint64_t(1));
    bench.bank.counters.push_back({first, 1, 1, 0, 1});
    QCOMPARE(bench.run().at(0).total, 2.0);
}

void tst_Fold::unknownMetricIsLeftOut()
{
    Bench bench;
    bench.bank.counters.push_back({99, 1, 1, 0, 1});
    bench.bank.gauges.push_back({99, 1, 1, 0, true});
    bench.bank.sets.push_back({99, 1, 1, 0});
    bench.bank.timers.push_back({});
    QVERIFY(bench.run().empty());
}

void tst_Fold::registrationComesFirst()
{
    Bench bench;
    bench.bank.counters.push_back({bench.name("api.hits", MetricKind::Counter), 1, 1, 0, 1});
    const auto results = bench.run();
    QCOMPARE(bench.recorder.names.at(results.at(0).id), std::string("api.hits"));
    QCOMPARE(bench.registry.info(results[0].id).name, std::string_view("api.hits"));
    QCOMPARE(bench.registry.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(tst_Fold)
#include "tst_fold.moc"
