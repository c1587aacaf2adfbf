// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/engine.h"
#include "netlayer/engine/netthread.h"
#include "netlayer/engine/polledfeed.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

using namespace metriscope::net;
using namespace std::chrono_literals;

namespace
{

/// A source that has a feed and nothing to poll.
class Fed final : public Source
{
public:
    explicit Fed(std::uint16_t number, QString application = {})
        : m_id(sourceIdOf(SourceKind::Prometheus, number)), m_application(std::move(application))
    {
    }
    void start() override {}
    void stop() override {}
    [[nodiscard]] State state() const noexcept override { return State::Running; }
    [[nodiscard]] SourceId sourceId() const noexcept override { return m_id; }
    [[nodiscard]] QString address() const override { return {}; }
    [[nodiscard]] QString application() const override { return m_application; }
    [[nodiscard]] BankSource *banks() noexcept override { return &feed; }

    PolledFeed feed;

private:
    const SourceId m_id;
    const QString m_application;
};

std::unique_ptr<Bank> flip(PolledFeed &feed)
{
    return feed.flip(std::make_unique<Bank>());
}

/// Everything that the feed hands over until it has nothing left, added up.
struct Sums {
    double up = 0, sum = 0, sumSquares = 0, lower = INFINITY, upper = -INFINITY;
    std::uint64_t samples = 0;
    int flips = 0, gauges = 0;
    std::vector<double> values;
    Sketch sketch;

    void add(const Bank &bank)
    {
        ++flips;
        gauges += static_cast<int>(bank.gauges.size());
        for (const CounterCell &cell : bank.counters)
            up += cell.up;
        for (const TimerCell &cell : bank.timers) {
            samples += cell.samples;
            sum += cell.sum;
            sumSquares += cell.sumSquares;
            lower = std::min(lower, cell.lower);
            upper = std::max(upper, cell.upper);
            if (cell.sketch != TimerCell::None)
                sketch.merge(bank.sketches[cell.sketch]);
            for (auto at = cell.firstChunk; at != TimerCell::None; at = bank.chunks[at].next)
                values.insert(values.end(), bank.chunks[at].values.begin(),
                              bank.chunks[at].values.begin() + bank.chunks[at].size);
        }
    }
};

Sums playOut(PolledFeed &feed, Millis covers, Millis step)
{
    Sums sums;
    for (auto end = std::chrono::steady_clock::now() + covers + step; std::chrono::steady_clock::now() < end;
         std::this_thread::sleep_for(step))
        sums.add(*flip(feed));
    sums.add(*flip(feed));
    return sums;
}

} // namespace

class TestPolledFeed final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingShowsBeforeThePollEnds()
    {
        PolledFeed feed;
        const LocalId gauge = feed.metric("g", {}, MetricKind::Gauge);
        feed.beginPoll();
        feed.setGauge(gauge, 7);
        QVERIFY(flip(feed)->gauges.empty());
        feed.endPoll(0ms);
        const auto bank = flip(feed);
        QCOMPARE(bank->gauges.size(), std::size_t{1});
        QCOMPARE(bank->gauges[0].value, 7.0);
        QVERIFY(flip(feed)->gauges.empty());
    }

    void namesAreHandedOverOnceAndLive()
    {
        PolledFeed feed(3);
        QCOMPARE(feed.metric("a", "x:1", MetricKind::Counter, Unit::Requests, 41), LocalId{0});
        QCOMPARE(feed.metric("a", "x:2", MetricKind::Counter), LocalId{1});
        QCOMPARE(feed.metric("a", "x:1", MetricKind::Counter), LocalId{0});
        QCOMPARE(feed.metric("a", "x:1", MetricKind::Gauge), LocalId{2});
        QCOMPARE(feed.metric("b", {}, MetricKind::Gauge), PolledFeed::NoMetric);
        QCOMPARE(feed.refused(), std::size_t{1});
        feed.beginPoll();
        feed.addCount(PolledFeed::NoMetric, 1); // what found no room is left out, not misplaced
        feed.endPoll(0ms);
        auto bank = flip(feed);
        QCOMPARE(bank->newNames.size(), std::size_t{3});
        QCOMPARE(bank->newNames[0].total, 41.0);
        QCOMPARE(bank->newNames[0].unit, Unit::Requests);
        QCOMPARE(bank->counters.size(), std::size_t{2}); // both show, though neither moved
        QCOMPARE(bank->counters[1].metric, LocalId{1});
        QCOMPARE(bank->counters[1].up, 0.0);
        QVERIFY(flip(feed)->newNames.empty());
        QCOMPARE(bank->newNames[1].tags, "x:2");
    }

    void aNewCounterThatMovesHasOneCell()
    {
        PolledFeed feed;
        const LocalId counter = feed.metric("c", {}, MetricKind::Counter);
        feed.beginPoll();
        feed.addCount(counter, 5);
        feed.endPoll(0ms);
        const auto bank = flip(feed);
        QCOMPARE(bank->counters.size(), std::size_t{1});
        QCOMPARE(bank->counters[0].up, 5.0);
    }

    void incrementsArePlayedOutEvenly()
    {
        PolledFeed feed;
        const LocalId counter = feed.metric("c", {}, MetricKind::Counter);
        const LocalId gauge = feed.metric("g", {}, MetricKind::Gauge);
        feed.beginPoll();
        feed.addCount(counter, 300);
        feed.setGauge(gauge, 1);
        feed.endPoll(300ms);
        double first = 0;
        Sums sums;
        for (int i = 0; sums.up < 299.999; ++i) {
            QTest::qWait(20);
            const double before = sums.up;
            sums.add(*flip(feed));
            if (i == 0)
                first = sums.up - before;
            QVERIFY(sums.flips < 1000);
        }
        QVERIFY2(first < 250, "the first flip, after 20 ms, got most of it");
        QVERIFY(sums.flips > 1);
        QCOMPARE(sums.up, 300.0);
        QCOMPARE(sums.gauges, 1); // a gauge is told once
    }

    void samplesKeepTheirOrderAndNumber()
    {
        PolledFeed feed;
        const LocalId timer = feed.metric("t", {}, MetricKind::Timer, Unit::Milliseconds);
        feed.beginPoll();
        std::vector<double> wanted;
        for (int i = 0; i < 1000; ++i) {
            wanted.push_back(i * 0.5);
            feed.addSample(timer, wanted.back());
        }
        feed.addSample(timer, NAN);
        feed.endPoll(100ms);
        const Sums sums = playOut(feed, 100ms, 7ms);
        QCOMPARE(sums.values, wanted);
        QCOMPARE(sums.samples, std::uint64_t{1000});
        QCOMPARE(sums.lower, 0.0);
        QCOMPARE(sums.upper, 499.5);
    }

    void distributionsAddUp_data()
    {
        QTest::addColumn<int>("samples");
        QTest::newRow("one") << 1;
        QTest::newRow("a few") << 7;
        QTest::newRow("many") << 100'000;
    }
    void distributionsAddUp()
    {
        QFETCH(int, samples);
        PolledFeed feed;
        const LocalId timer = feed.metric("t", {}, MetricKind::Histogram, Unit::Seconds);
        Sketch sketch;
        double sum = 0, squares = 0;
        for (int i = 1; i <= samples; ++i) {
            sketch.add(i);
            sum += i;
            squares += double(i) * i;
        }
        feed.beginPoll();
        feed.addDistribution(timer, sketch, sum, squares, 1, samples);
        feed.endPoll(60ms);
        const Sums sums = playOut(feed, 60ms, 5ms);
        QCOMPARE(sums.samples, std::uint64_t(samples));
        QVERIFY(std::abs(sums.sum - sum) < sum * 1e-9);
        QVERIFY(std::abs(sums.sumSquares - squares) < squares * 1e-9);
        for (const double q : {0.0, 0.25, 0.5, 0.95, 1.0})
            QCOMPARE(sums.sketch.quantile(q), sketch.quantile(q));
    }

    void sharesOfADistributionAreFair()
    {
        Sketch all;
        for (int i = 1; i <= 10'000; ++i)
            all.add(i);
        for (int tenth = 0; tenth < 10; ++tenth) {
            Sketch share;
            const auto count = share.mergeShare(all, tenth / 10.0, (tenth + 1) / 10.0);
            QCOMPARE(count, share.count());
            QVERIFY(std::abs(double(count) - 1000) < 200);
            QVERIFY(std::abs(share.quantile(0.5) - 5000) < 600);
        }
    }

    void aPollThatComesEarlyLosesNothing()
    {
        PolledFeed feed;
        const LocalId counter = feed.metric("c", {}, MetricKind::Counter);
        const LocalId timer = feed.metric("t", {}, MetricKind::Timer);
        Sums sums;
        for (int poll = 0; poll < 3; ++poll) {
            feed.beginPoll();
            feed.addCount(counter, 10);
            for (int i = 0; i < 10; ++i)
                feed.addSample(timer, poll * 10 + i);
            feed.endPoll(poll < 2 ? Millis{50'000} : Millis{30});
            sums.add(*flip(feed));
        }
        const Sums rest = playOut(feed, 30ms, 5ms);
        QCOMPARE(std::round(sums.up + rest.up), 30.0);
        QCOMPARE(sums.samples + rest.samples, std::uint64_t{30});
    }

    void sourcesComeAndGoWhileTheEngineRuns()
    {
        EngineConfig config;
        config.store.tick = 20ms;
        Engine engine(config);
        auto late = std::make_unique<Fed>(7);
        QSignalSpy ticks(&engine, &Engine::ticked);
        engine.start();
        QTRY_VERIFY(!ticks.isEmpty());
        engine.addSource(*late);
        const auto poll = [&](double value) {
            const LocalId gauge = late->feed.metric("late", {}, MetricKind::Gauge);
            late->feed.beginPoll();
            late->feed.setGauge(gauge, value);
            late->feed.endPoll(0ms);
        };
        poll(3);
        const auto find = [&] {
            return engine.registry().find(late->sourceId(), "late", {}, MetricKind::Gauge);
        };
        QTRY_VERIFY(find() != metriscope::net::NoMetric);
        const MetricId id = find();
        QTRY_COMPARE(engine.store().latest(id).value, 3.0);
        engine.removeSource(*late);
        poll(4);
        const auto seen = ticks.size();
        QTRY_VERIFY(ticks.size() > seen + 3);
        QCOMPARE(engine.store().latest(id).value, 3.0);
        engine.addSource(*late); // and again: it is still the same metric
        QTRY_COMPARE(engine.store().latest(id).value, 4.0);
        engine.stop();
        late.reset();
    }

    /// Polls may come faster than ticks, and the last request of the day must show without another one.
    void whatAPollLeftGoesOutWhole()
    {
        PolledFeed feed;
        const LocalId timer = feed.metric("t", {}, MetricKind::Timer);
        const LocalId gauge = feed.metric("g", {}, MetricKind::Gauge);
        feed.beginPoll();
        feed.addSample(timer, 8);
        feed.setGauge(gauge, 5);
        feed.endPoll(1h);
        feed.beginPoll();
        feed.addSample(timer, 9); // in an hour
        feed.endPoll(1h);
        const auto bank = flip(feed);
        QCOMPARE(bank->gauges.size(), std::size_t{1});
        QCOMPARE(bank->gauges[0].value, 5.0);
        QCOMPARE(bank->timers.size(), std::size_t{1});
        QCOMPARE(bank->timers[0].sum, 8.0);
        feed.beginPoll();
        feed.endPoll(0ms);
        QCOMPARE(flip(feed)->timers.at(0).sum, 9.0);
        QVERIFY(flip(feed)->timers.empty());
    }

    /// A poll that took long covers much time; what is left of it when the next one comes makes no peak.
    void whatAPollLeftAfterATickGoesOnWithTheNext()
    {
        PolledFeed feed;
        const LocalId counter = feed.metric("c", {}, MetricKind::Counter);
        const auto poll = [&](double up, Millis covers) {
            feed.beginPoll();
            feed.addCount(counter, up);
            feed.endPoll(covers);
        };
        (void)flip(feed);
        poll(1000, 10h);
        QVERIFY(flip(feed)->counters.at(0).up < 10);
        poll(2000, 10h);
        QVERIFY(flip(feed)->counters.at(0).up < 10);
        poll(0, 0ms);
        const double rest = flip(feed)->counters.at(0).up;
        QVERIFY2(rest > 2980 && rest <= 3000, qPrintable(QString::number(rest)));
    }

    /// Buckets go out with the samples that they count, and only where they are wanted.
    void bucketsFollowTheirSamples()
    {
        constexpr double Inf = std::numeric_limits<double>::infinity();
        const std::vector<Bucket> buckets{{0.1, 7}, {0.5, 0}, {1, 40}, {Inf, 3}};
        Sketch sketch;
        sketch.add(0.05, 7);
        sketch.add(0.75, 40);
        sketch.add(1, 3);
        PolledFeed feed;
        const LocalId latency = feed.metric("latency", {}, MetricKind::Histogram);
        const auto poll = [&](Millis covers) {
            feed.beginPoll();
            feed.addDistribution(latency, sketch, 33, 30, 0, 1, buckets);
            feed.endPoll(covers);
        };
        poll(0ms);
        QVERIFY(flip(feed)->buckets.empty());

        const auto wanting = [&feed] {
            auto empty = std::make_unique<Bank>();
            empty->wantsBuckets = true;
            return feed.flip(std::move(empty));
        };
        QVERIFY(wanting()->timers.empty());
        poll(50ms);
        poll(50ms);
        std::vector<double> counts(buckets.size());
        for (double sum = 0; sum < 100;) {
            const auto bank = wanting();
            for (const TimerCell &cell : bank->timers) {
                const auto &got = bank->buckets.at(cell.buckets);
                QCOMPARE(got.size(), buckets.size());
                double count = 0;
                for (std::size_t i = 0; i < got.size(); ++i) {
                    QCOMPARE(got[i].bound, buckets[i].bound);
                    QVERIFY(got[i].count >= 0);
                    counts[i] += got[i].count;
                    count += got[i].count;
                }
                QCOMPARE(count, double(cell.samples));
                sum += count;
            }
            QTest::qWait(1);
        }
        QCOMPARE(counts, (std::vector<double>{14, 0, 80, 6}));
    }

    void theNetThreadRunsWhatWasAskedForBeforeItEnds()
    {
        int ran = 0;
        QThread *where = nullptr;
        {
            NetThread thread;
            for (int i = 0; i < 100; ++i)
                thread.run([&] {
                    ++ran;
                    where = QThread::currentThread();
                });
        }
        QCOMPARE(ran, 100);
        QVERIFY(where != QThread::currentThread());
    }
};

QTEST_GUILESS_MAIN(TestPolledFeed)
#include "tst_polledfeed.moc"
