// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"
#include "netlayer/signals/presetfile.h"
#include "netlayer/signals/signalengine.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace metriscope::net;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

constexpr const char *Timing = "controller_2e07220ffe49e620e324f44fac4b106d.requests.timing";

MetricResult resultOf(MetricId id, MetricKind kind)
{
    MetricResult result;
    result.id = id;
    result.kind = kind;
    result.samples = 1;
    return result;
}

/// What a fold would do, by hand: metrics are registered at first sight, results go in between two ticks.
class Bed
{
public:
    explicit Bed(std::vector<Preset> presets = shippedPresets(), std::vector<TimerUnitRule> units = {},
                 std::size_t capacity = 10'000)
        : registry(capacity), store({}), engine(std::move(presets), std::move(units), registry, store)
    {
    }

    MetricId metric(const std::string &name, MetricKind kind, const std::string &tags = {})
    {
        const auto [at, isNew] = m_ids.try_emplace({name + '|' + tags, kind}, NoMetric);
        if (isNew) {
            at->second = registry.addCopy({name, tags, kind, Unit::None, source});
            if (at->second != NoMetric) {
                store.addSeries(at->second, kind);
                engine.registered(at->second, registry.info(at->second));
            }
        }
        return at->second;
    }
    /// `sinceRebase` where it differs from up - down.
    void counter(const std::string &name, double up, double down = 0, std::optional<double> sinceRebase = {})
    {
        MetricResult result = resultOf(metric(name, MetricKind::Counter), MetricKind::Counter);
        result.up = up;
        result.down = down;
        result.count = up - down;
        result.sinceRebase = sinceRebase.value_or(up - down);
        engine.folded(result);
    }
    void total(const std::string &name, double total, const std::string &tags = {})
    {
        MetricResult result = resultOf(metric(name, MetricKind::Counter, tags), MetricKind::Counter);
        result.total = total;
        result.up = 1;
        engine.folded(result);
    }
    void gauge(const std::string &name, double value, bool set = true, const std::string &tags = {})
    {
        MetricResult result = resultOf(metric(name, MetricKind::Gauge, tags), MetricKind::Gauge);
        result.value = value;
        result.set = set;
        engine.folded(result);
    }
    void timer(const std::string &name, const std::vector<double> &values,
               MetricKind kind = MetricKind::Timer)
    {
        Sketch sketch;
        MetricResult result = resultOf(metric(name, kind), kind);
        result.samples = values.size();
        result.lower = *std::ranges::min_element(values);
        result.upper = *std::ranges::max_element(values);
        for (const double value : values) {
            sketch.add(value);
            result.sum += value;
            result.sumSquares += value * value;
        }
        result.count = static_cast<double>(values.size());
        result.mean = result.sum / result.count;
        result.sketch = &sketch;
        engine.folded(result);
    }
    /// The next metric of a name is one of another source.
    void forgetNames() { m_ids.clear(); }
    void tick(Millis elapsed = 1s)
    {
        now += elapsed;
        store.beginTick(now, elapsed);
        engine.finishTick(elapsed);
        store.endTick();
    }
    [[nodiscard]] const SignalValues &values(std::size_t application = 0) const
    {
        return engine.values()[application];
    }
    [[nodiscard]] const Application &application(std::size_t i = 0) const { return engine.applications()[i]; }
    [[nodiscard]] std::vector<Point> points(MetricId id, Measure measure) const
    {
        auto points = store.points(id, measure, {Time{}, now + 1s});
        std::erase_if(points, [](const Point &point) { return std::isnan(point.value); });
        return points;
    }

    Registry registry;
    SeriesStore store;
    SignalEngine engine;
    Time now{1'700'000'000s};
    SourceId source = StatsdSource; ///< of the metrics to come

private:
    std::map<std::pair<std::string, MetricKind>, MetricId> m_ids;
};

} // namespace

class TestSignals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestRateDividesByElapsedTime()
    {
        Bed bed;
        bed.counter("app.requests.total", 30);
        bed.tick(1500ms);
        QCOMPARE(bed.values().requestRate.value(), 20);
        QCOMPARE(bed.application().name, std::string("app"));
        QVERIFY(!bed.values().latencyMean && !bed.values().activeUsers && !bed.values().logins);
        const MetricInfo &info = bed.registry.info(bed.application().requestRate);
        QCOMPARE(info.name, std::string_view("app.requestRate"));
        QCOMPARE(info.tags, std::string_view("preset:m3"));
        QVERIFY(info.unit == Unit::Requests && info.source == SignalSource);
        bed.tick(); // nobody asked anything
        QCOMPARE(bed.values().requestRate.value(), 0);
    }

    /// A latency is read from all samples together: the average of the two medians would be 505.
    void latencyMergesSketches()
    {
        Bed bed;
        const std::string prefix = "app..";
        bed.timer(prefix + Timing, {10'000, 10'000, 10'000, 10'000, 10'000, 10'000, 10'000, 10'000, 10'000});
        bed.timer(prefix + "controller_x.url_y.method_get.requests.timing", {1'000'000});
        bed.tick();
        const SignalValues &values = bed.values();
        QVERIFY(std::abs(values.latencyP50.value() - 10) < 0.11);
        QVERIFY(std::abs(values.latencyP99.value() - 1000) < 10.1);
        QCOMPARE(values.latencyMean.value(), 109);
        const MetricId id = bed.application().latency;
        const auto read = [&](Measure::What what) { return bed.points(id, {what}).back().value; };
        QCOMPARE(read(Measure::What::Count), 10);
        QCOMPARE(read(Measure::What::Lower), 10);
        QCOMPARE(read(Measure::What::Upper), 1000);
        QCOMPARE(read(Measure::What::Sum), 1090);
        QCOMPARE(bed.application().notes, SignalNotes(SignalNote::TimerUnitMicroseconds));
        bed.tick();
        QVERIFY(!bed.values().latencyMean);
        QCOMPARE(bed.points(id, {Measure::What::Mean}).size(), std::size_t{1});
    }

    /// Each row: what comes tick by tick, and the level after it. `g7` sets the gauge, `+2` and `-1` count;
    /// blanks part what comes within a tick, in this order.
    void users_data()
    {
        QTest::addColumn<QStringList>("ticks");
        QTest::addColumn<QList<double>>("levels");
        QTest::addColumn<bool>("sinceStart");
        QTest::addRow("gauge") << QStringList{u"g7"_s} << QList<double>{7} << false;
        QTest::addRow("deltas after it")
            << QStringList{u"g7"_s, u"+2"_s, u"-1"_s, u""_s} << QList<double>{7, 9, 8, 8} << false;
        QTest::addRow("in one tick") << QStringList{u"g12 +2 -1"_s} << QList<double>{13} << false;
        QTest::addRow("before it in one tick") << QStringList{u"+5 g12"_s} << QList<double>{12} << false;
        QTest::addRow("around it") << QStringList{u"+5 g12 +1"_s} << QList<double>{13} << false;
        QTest::addRow("based anew") << QStringList{u"g12 +2"_s, u"g9"_s, u"+1"_s} << QList<double>{14, 9, 10}
                                    << false;
        QTest::addRow("never a gauge") << QStringList{u"+1"_s, u"+2 -1"_s} << QList<double>{1, 2} << true;
        QTest::addRow("a gauge at last")
            << QStringList{u"+1"_s, u"g20"_s, u"-1"_s} << QList<double>{1, 20, 19} << false;
        QTest::addRow("below zero") << QStringList{u"g0"_s, u"-1"_s} << QList<double>{0, -1} << false;
        QTest::addRow("a gauge that moves")
            << QStringList{u"g5"_s, u"d8 +1"_s} << QList<double>{5, 9} << false;
    }
    void users()
    {
        QFETCH(QStringList, ticks);
        QFETCH(QList<double>, levels);
        QFETCH(bool, sinceStart);
        Bed bed;
        for (qsizetype i = 0; i < ticks.size(); ++i) {
            double up = 0, down = 0, sinceRebase = 0;
            std::optional<double> gauge;
            bool set = false;
            for (const QString &part : ticks[i].split(u' ', Qt::SkipEmptyParts)) {
                const double amount = part.mid(1).toDouble();
                if (part[0] == u'+' || part[0] == u'-') {
                    (part[0] == u'+' ? up : down) += amount;
                    sinceRebase += part[0] == u'+' ? amount : -amount;
                } else {
                    gauge = amount;
                    set = part[0] == u'g';
                    sinceRebase = set ? 0 : sinceRebase;
                }
            }
            if (up > 0 || down > 0) // the fold tells of counters first
                bed.counter("app.users.active", up, down, sinceRebase);
            if (gauge)
                bed.gauge("app.users.active", *gauge, set);
            bed.tick();
            QCOMPARE(bed.values().activeUsers.value(), levels[i]);
            if (bed.application().userChanges != NoMetric) {
                QCOMPARE(bed.values().logins.value(), up);
                QCOMPARE(bed.values().logouts.value(), down);
            }
        }
        QCOMPARE(bed.application().notes != 0, sinceStart);
        QCOMPARE(bed.store.latest(bed.application().activeUsers).value, levels.back());
    }

    void totalUsersWaitForTheirGauge()
    {
        Bed bed;
        bed.counter("app..users.count", 0, 1);
        bed.tick();
        QVERIFY(!bed.values().totalUsers);
        QCOMPARE(bed.application().totalUsers, NoMetric);
        bed.gauge("app.users.count", 42); // the other spelling, the same people
        bed.tick();
        QCOMPARE(bed.values().totalUsers.value(), 42);
        bed.counter("app..users.count", 0, 1);
        bed.tick();
        QCOMPARE(bed.values().totalUsers.value(), 41);
        QCOMPARE(bed.engine.applications().size(), std::size_t{1});
    }

    void levelsOfTaggedMetricsAdd()
    {
        Bed bed;
        bed.gauge("app.users.active", 3, true, "host:a");
        bed.gauge("app.users.active", 4, true, "host:b");
        bed.tick();
        bed.gauge("app.users.active", 5, true, "host:b");
        bed.tick();
        QCOMPARE(bed.values().activeUsers.value(), 8);
    }

    void doubtfulUnits_data()
    {
        QTest::addColumn<bool>("readAsMilliseconds");
        QTest::addColumn<int>("samples");
        QTest::addColumn<double>("first");
        QTest::addColumn<bool>("doubtful");
        QTest::addRow("whole microseconds") << false << 100 << 12453.0 << false;
        QTest::addRow("a fraction of a microsecond") << false << 1 << 12.453 << true;
        QTest::addRow("fractions of milliseconds") << true << 100 << 12.453 << false;
        QTest::addRow("whole milliseconds") << true << 100 << 12453.0 << true;
        QTest::addRow("too few to tell") << true << 19 << 12453.0 << false;
    }
    void doubtfulUnits()
    {
        QFETCH(bool, readAsMilliseconds);
        QFETCH(int, samples);
        QFETCH(double, first);
        QFETCH(bool, doubtful);
        Bed bed(shippedPresets(),
                {{"app", readAsMilliseconds ? TimerUnit::Milliseconds : TimerUnit::Microseconds}});
        for (int i = 0; i < samples; ++i)
            bed.timer(std::string("app.") + Timing, {first + i});
        bed.tick();
        QCOMPARE((bed.application().notes & SignalNotes(SignalNote::TimerUnitDoubtful)) != 0, doubtful);
    }

    /// A chart of one URL's timer shows what the chart of all of them shows.
    void timersBehindALatencyAreReadInItsUnit()
    {
        Bed bed;
        const MetricId timer = bed.metric(std::string("app.") + Timing, MetricKind::Timer);
        Sketch sketch;
        sketch.add(12'000);
        bed.store.beginTick(bed.now += 1s, 1s);
        bed.store.append(timer, TimerPoint{1, 12'000, 144e6, 12'000, 12'000, 1, &sketch});
        bed.engine.finishTick(1s);
        bed.store.endTick();
        QCOMPARE(bed.store.latest(timer).value, 12);
        QCOMPARE(bed.application().timerUnit, TimerUnit::Microseconds);
        QVERIFY(bed.application().hasTimers);
        // what is summed up is raw all the same
        Sketch raw;
        QCOMPARE(bed.store.samples(timer, {Time{}, bed.now}, raw).sum, 12'000);
        QCOMPARE(raw.count(), std::uint64_t{1});
        bed.engine.configure(shippedPresets(), {{"app.", TimerUnit::Seconds}});
        bed.tick();
        QCOMPARE(bed.store.latest(timer).value, 12'000'000);
        QCOMPARE(bed.application().timerUnit, TimerUnit::Seconds);
        QCOMPARE(bed.application().presetUnit, TimerUnit::Microseconds);
        bed.engine.configure({}, {}); // nobody's any more
        QCOMPARE(bed.store.latest(timer).value, 12'000);
    }

    void wholeMillisecondsOfGunicornAreNotDoubted()
    {
        Bed bed;
        for (int i = 0; i < 100; ++i)
            bed.timer("shop.gunicorn.request.duration", {20});
        bed.counter("shop.gunicorn.request.status.502", 2);
        bed.tick(2s);
        QCOMPARE(bed.application().notes, SignalNotes(0));
        QCOMPARE(bed.values().latencyMean.value(), 20);
        QCOMPARE(bed.values().errorRate.value(), 1);
        QVERIFY(bed.application().errors != NoMetric);
    }

    void configureMatchesAnewAndKeepsHistory()
    {
        Bed bed;
        bed.counter("app.requests.total", 5);
        bed.timer(std::string("app.") + Timing, {2000});
        bed.counter("shop.gunicorn.requests", 1);
        bed.tick();
        const Application before = bed.application();
        QCOMPARE(bed.values().latencyMean.value(), 2);

        bed.engine.configure(shippedPresets(), {{"app", TimerUnit::Seconds}});
        bed.timer(std::string("app.") + Timing, {3});
        bed.tick();
        QCOMPARE(bed.values().latencyMean.value(), 3000);
        QCOMPARE(bed.application().latency, before.latency);
        // what is kept is raw, so the past is read in the new unit, too
        QCOMPARE(bed.points(before.latency, {Measure::What::Mean}).front().value, 2'000'000);

        bed.engine.configure({shippedPresets()[1]}, {});
        bed.counter("app.requests.total", 5);
        bed.tick();
        QCOMPARE(bed.engine.applications().size(), std::size_t{2});
        QCOMPARE(bed.application(0).name, before.name);
        QCOMPARE(bed.application(0).requestRate, NoMetric);
        QVERIFY(!bed.values(0).requestRate);
        QVERIFY(bed.application(1).requestRate != NoMetric);

        bed.engine.configure(shippedPresets(), {});
        bed.counter("app.requests.total", 7);
        bed.tick();
        QCOMPARE(bed.application(0).requestRate, before.requestRate);
        QCOMPARE(bed.values(0).requestRate.value(), 7);
        QCOMPARE(bed.points(before.requestRate, {Measure::What::Up}).front().value, 5);
    }

    void genericComesFirstAndTakesTimers()
    {
        GenericPreset generic;
        generic.applicationName = "web";
        generic.latency = "web.time";
        generic.requestRate = "app.requests.total";
        generic.timerUnit = TimerUnit::Seconds;
        Preset byTimer{"by-timer", "web", TimerUnit::Milliseconds, false, {}};
        byTimer.rules.push_back({SignalRole::RequestRate, MetricKind::Timer, "only.timer"});
        auto presets = allPresets(generic);
        presets.push_back(byTimer);
        Bed bed(presets);
        bed.counter("app.requests.total", 4);
        bed.timer("web.time", {0.25}, MetricKind::Histogram);
        bed.timer("only.timer", {1, 2, 3});
        bed.tick();
        QCOMPARE(bed.engine.applications().size(), std::size_t{2});
        QCOMPARE(bed.application(0).preset, std::string("generic"));
        QCOMPARE(bed.values(0).requestRate.value(), 4);
        QCOMPARE(bed.values(0).latencyMean.value(), 250);
        QCOMPARE(bed.values(1).requestRate.value(), 3);
    }

    void applicationsAreBounded()
    {
        Bed bed;
        for (std::size_t i = 0; i < SignalEngine::MaxApplications + 10; ++i)
            bed.counter("app" + std::to_string(i) + ".requests.total", 1);
        bed.tick();
        QCOMPARE(bed.engine.applications().size(), SignalEngine::MaxApplications);
        QCOMPARE(bed.engine.refusedMetrics(), std::uint64_t{10});
        bed.counter("app0.requests.total", 3);
        bed.tick();
        QCOMPARE(bed.values(0).requestRate.value(), 3);
    }

    void aFullRegistryCostsTheSeriesNotTheValues()
    {
        Bed bed(shippedPresets(), {}, 1);
        bed.counter("app.requests.total", 3);
        bed.tick();
        bed.tick();
        QCOMPARE(bed.registry.size(), std::size_t{1});
        QCOMPARE(bed.application().requestRate, NoMetric);
        QCOMPARE(bed.values().requestRate.value(), 0);
    }

    void otherMetricsAreNobodysBusiness()
    {
        Bed bed;
        bed.counter("anything", 3);
        bed.gauge("else", 3);
        bed.timer("time", {1});
        bed.engine.folded(resultOf(MetricId{5000}, MetricKind::Counter));
        bed.tick();
        QVERIFY(bed.engine.applications().empty());
    }

    void presetOfASourceTakesOnlyItsMetrics()
    {
        Preset preset;
        preset.id = "p";
        preset.applicationName = "unnamed";
        preset.source = SourceKind::Prometheus;
        preset.applicationOfSource = true;
        preset.rules = {{SignalRole::RequestRate, MetricKind::Counter, "hits", {}, false},
                        {SignalRole::Errors, MetricKind::Counter, "responses", {{"status", "5*"}}, false},
                        {SignalRole::InFlight, MetricKind::Counter, "before", {}, false},
                        {SignalRole::InFlight, MetricKind::Counter, "after", {}, true},
                        {SignalRole::LatencyMean, MetricKind::Gauge, "avg", {}, false},
                        {SignalRole::LatencyDeviation, MetricKind::Gauge, "std", {}, false}};
        Bed bed({preset});
        bed.counter("hits", 3);
        bed.tick();
        QVERIFY(bed.engine.applications().empty()); // statsd's metric of that name is none of it

        Bed polled({preset});
        polled.source = sourceIdOf(SourceKind::Prometheus, 4);
        polled.engine.nameSource(polled.source, "shop");
        polled.counter("hits", 6);
        polled.total("responses", 2, "status:200");
        polled.total("responses", 2, "host:a,status:503");
        polled.total("before", 120);
        polled.total("after", 117);
        polled.gauge("avg", 20);
        polled.gauge("std", 30);
        polled.tick(2s);
        QCOMPARE(polled.application().name, "shop");
        QCOMPARE(*polled.values().requestRate, 3.0);
        QCOMPARE(*polled.values().errorRate, 0.5); // of one of the two
        QCOMPARE(*polled.values().inFlight, 3.0);
        QCOMPARE(*polled.values().latencyMean, 20.0);
        QCOMPARE(*polled.values().latencyDeviation, 30.0);
        QCOMPARE(polled.store.latest(polled.application().latencyBandLower).value, 0.0);
        QCOMPARE(polled.store.latest(polled.application().latencyBandUpper).value, 50.0);
        QCOMPARE(int(polled.application().notes), 0);
        polled.total("after", 125); // as after a reset in the middle of requests
        polled.tick(2s);
        QCOMPARE(*polled.values().inFlight, 0.0);
        QCOMPARE(int(polled.application().notes), int(SignalNote::MoreEndsThanStarts));
    }

    /// Two collectors that know an application of one name: they may be one collector asked twice, or two
    /// servers, and neither is a reason to add them up.
    void sourcesThatHaveAnApplicationOfOneNameStayApart()
    {
        Bed bed(shippedPresets());
        const auto ask = [&bed](std::uint16_t number, const std::string &name, double finished) {
            bed.source = sourceIdOf(SourceKind::Gstats, number);
            bed.engine.nameSource(bed.source, name);
            bed.counter("my_app.finished", finished);
        };
        ask(0, "tcp://a:2345", 3);
        bed.forgetNames();
        ask(1, "tcp://b:2345", 5);
        bed.forgetNames();
        bed.source = sourceIdOf(SourceKind::GstatsCollector, 0);
        bed.counter("my_app.finished", 7);
        bed.tick();
        QCOMPARE(bed.engine.applications().size(), std::size_t{3});
        QCOMPARE(bed.application(0).name, "my_app");
        QCOMPARE(bed.application(1).name, "my_app (tcp://b:2345)");
        QCOMPARE(*bed.values(0).requestRate, 3.0);
        QCOMPARE(*bed.values(1).requestRate, 5.0);
        QCOMPARE(*bed.values(2).requestRate, 7.0);
        // a source that was changed comes back under another number
        bed.forgetNames();
        ask(2, "tcp://a:2345", 4);
        bed.tick();
        QCOMPARE(bed.engine.applications().size(), std::size_t{3});
        QCOMPARE(*bed.values(0).requestRate, 4.0);
    }
};

QTEST_GUILESS_MAIN(TestSignals)
#include "tst_signals.moc"
