// SPDX-License-Identifier: GPL-3.0-or-later
// Long runs of random ticks against a model that keeps every tick for ever and adds up by brute force. The
// model knows nothing of levels: whatever span a point of the store covers, its value must be that of the
// ticks in it.
#include "netlayer/series/seriesstore.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <random>

using namespace metriscope::net;
using What = Measure::What;

namespace
{

constexpr Time Epoch{Millis{1'700'000'000'000}};
constexpr Millis Quarter{15 * 60'000}, SixHours{6 * 3'600'000}, Week{7 * 86'400'000};

struct ModelTick {
    Time start, end;
    Millis elapsed{0};
};

struct ModelSeries {
    MetricKind kind = MetricKind::Counter;
    double density = 1; ///< share of ticks with a point
    int decimals = 0;   ///< of the values; below 0: any double
    double size = 100;
    bool bursts = false;
    std::map<std::size_t, std::vector<double>>
        ticks; ///< counter: up, down; gauge, set: value; timer: samples
};

class Model
{
public:
    Model(StoreConfig config, unsigned seed) : store(config), m_random(seed)
    {
        for (const MetricKind kind :
             {MetricKind::Counter, MetricKind::Gauge, MetricKind::Set, MetricKind::Timer}) {
            add({kind, 1, 0, 20, false, {}});
            add({kind, 0.9, 2, 500, true, {}});
            add({kind, 0.02, -1, 1e9, false, {}});
            add({kind, 0.5, 0, 200'000, true, {}});
        }
    }

    void tick(Millis elapsed, Millis pause)
    {
        const Time end = now + pause + elapsed;
        ticks.push_back({end - elapsed, end, elapsed});
        now = end;
        store.beginTick(end, elapsed);
        for (std::size_t i = 0; i < series.size(); ++i)
            if (active(series[i]))
                write(MetricId{std::uint32_t(i)}, series[i]);
        store.endTick();
    }

    /// Ticks by number that lie within the span of a point.
    [[nodiscard]] std::pair<std::size_t, std::size_t> within(Time from, Time to) const
    {
        const auto ended = [](Time time, const ModelTick &tick) { return time < tick.end; };
        const auto first = std::upper_bound(ticks.begin(), ticks.end(), from, ended);
        const auto last = std::upper_bound(first, ticks.end(), to, ended);
        return {std::size_t(first - ticks.begin()), std::size_t(last - ticks.begin())};
    }
    /// All numbers of the ticks, one after the other.
    [[nodiscard]] static std::vector<double> gather(const ModelSeries &one, std::size_t first,
                                                    std::size_t last)
    {
        std::vector<double> all;
        for (auto at = one.ticks.lower_bound(first); at != one.ticks.end() && at->first < last; ++at)
            all.insert(all.end(), at->second.begin(), at->second.end());
        return all;
    }
    [[nodiscard]] double seconds(std::size_t first, std::size_t last) const
    {
        Millis sum{0};
        for (std::size_t i = first; i < last; ++i)
            sum += ticks[i].elapsed;
        return double(sum.count()) / 1000;
    }

    SeriesStore store;
    std::vector<ModelTick> ticks;
    std::vector<ModelSeries> series;
    Time now = Epoch;

private:
    void add(const ModelSeries &one)
    {
        store.addSeries(MetricId{std::uint32_t(series.size())}, one.kind);
        series.push_back(one);
    }
    bool active(const ModelSeries &one)
    {
        // bursts: some minutes on, some off
        if (one.bursts && (ticks.size() / 700) % 2 == 1)
            return false;
        return std::uniform_real_distribution(0.0, 1.0)(m_random) < one.density;
    }
    double number(const ModelSeries &one)
    {
        const double raw = std::uniform_real_distribution(0.0, one.size)(m_random);
        if (one.decimals < 0)
            return raw;
        const double unit = std::pow(10, one.decimals);
        return std::round(raw * unit) / unit;
    }
    void write(MetricId id, ModelSeries &one)
    {
        std::vector<double> &values = one.ticks[ticks.size() - 1];
        if (one.kind == MetricKind::Counter) {
            values = {number(one), one.bursts ? number(one) : 0};
            store.append(id, CounterPoint{values[0], values[1]});
        } else if (one.kind == MetricKind::Timer) {
            Sketch sketch;
            TimerPoint point;
            for (auto n = std::uniform_int_distribution(1, 6)(m_random); n > 0; --n) {
                values.push_back(number(one));
                sketch.add(values.back());
                point.sum += values.back();
                point.sumSquares += values.back() * values.back();
            }
            point.samples = values.size();
            point.weight = double(values.size());
            point.lower = *std::ranges::min_element(values);
            point.upper = *std::ranges::max_element(values);
            point.sketch = &sketch;
            store.append(id, point);
        } else {
            values = {number(one)};
            if (one.kind == MetricKind::Gauge)
                store.append(id, GaugePoint{values[0]});
            else
                store.append(id, SetPoint{values[0]});
        }
    }

    std::mt19937_64 m_random;
};

bool close(double a, double b, double relative = 1e-9)
{
    return a == b || std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

double nearestRank(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    const auto rank = std::size_t(std::ceil(share * double(values.size()) - 1e-9));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

/// What a measure is for the ticks `first` .. `last` - 1; nothing when there is no number in them.
std::optional<double> expected(const Model &model, const ModelSeries &one, const Measure &measure,
                               std::size_t first, std::size_t last)
{
    const std::vector<double> all = Model::gather(one, first, last);
    if (all.empty())
        return std::nullopt;
    const double n = double(all.size()), sum = std::accumulate(all.begin(), all.end(), 0.0);
    if (one.kind == MetricKind::Counter) {
        double up = 0, down = 0;
        for (std::size_t i = 0; i < all.size(); i += 2) {
            up += all[i];
            down += all[i + 1];
        }
        switch (measure.what) {
        case What::Rate:
            return (up - down) / model.seconds(first, last);
        case What::Up:
            return up;
        case What::Down:
            return down;
        default:
            return up - down;
        }
    }
    if (one.kind == MetricKind::Gauge)
        return all.back();
    if (one.kind == MetricKind::Set)
        return *std::ranges::max_element(all);
    switch (measure.what) {
    case What::Rate:
        return n / model.seconds(first, last);
    case What::Count:
        return n;
    case What::Sum:
        return sum;
    case What::Lower:
        return *std::ranges::min_element(all);
    case What::Upper:
        return *std::ranges::max_element(all);
    case What::Quantile:
        return nearestRank(all, measure.quantile);
    case What::Deviation: {
        double squares = 0;
        for (const double value : all)
            squares += (value - sum / n) * (value - sum / n);
        return std::sqrt(squares / n);
    }
    default:
        return sum / n;
    }
}

/// A sketch may be off by one percent, a deviation by what single precision and the sums of squares lose.
double tolerance(const Measure &measure)
{
    return measure.what == What::Quantile    ? Sketch::RelativeError * 1.0001
           : measure.what == What::Deviation ? 1e-5
                                             : 1e-9;
}

struct Pace {
    Millis tick{1000}, jitter{0};
    std::size_t ticks = 0;
    Millis pause{0}; ///< once, in the middle
};

} // namespace

Q_DECLARE_METATYPE(Pace)

class tst_StoreHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheModel_data();
    void agreesWithTheModel();

private:
    void checkPoints(const Model &model, std::uint32_t id, const Measure &measure, TimeRange range);
    void checkColumns(const Model &model, std::uint32_t id, const Measure &measure, TimeRange range,
                      int count);
    void checkStatistics(const Model &model, std::uint32_t id, const Measure &measure, TimeRange range);
    void checkTotals(const Model &model, std::uint32_t id, TimeRange range);
};

void tst_StoreHistory::agreesWithTheModel_data()
{
    QTest::addColumn<Pace>("pace");
    QTest::addRow("0.1 s ticks, 25 min") << Pace{Millis{100}, Millis{20}, 15'000, Millis{0}};
    QTest::addRow("1 s ticks, 3 h") << Pace{Millis{1000}, Millis{40}, 11'000, Millis{0}};
    QTest::addRow("1 s ticks, asleep for 3 days")
        << Pace{Millis{1000}, Millis{0}, 4'000, Millis{3 * 86'400'000}};
    QTest::addRow("7 s ticks, 20 h") << Pace{Millis{7000}, Millis{500}, 10'000, Millis{0}};
    QTest::addRow("60 s ticks, 8 days") << Pace{Millis{60'000}, Millis{0}, 11'600, Millis{0}};
}

void tst_StoreHistory::agreesWithTheModel()
{
    QFETCH(Pace, pace);
    Model model(StoreConfig{}, 7);
    std::mt19937_64 random(11);
    for (std::size_t i = 0; i < pace.ticks; ++i) {
        const Millis jitter{
            std::uniform_int_distribution<Millis::rep>(-pace.jitter.count(), pace.jitter.count())(random)};
        model.tick(pace.tick + jitter, i == pace.ticks / 2 ? pace.pause : Millis{0});
    }
    QCOMPARE(model.store.usage().evictedPoints, std::uint64_t(0));
    const Time from = std::max(Epoch, model.now - Week);
    std::vector<TimeRange> ranges{{from, model.now}, {model.now - Millis{30 * 60'000}, model.now}};
    const auto anywhere = [&] {
        return from +
               Millis{std::uniform_int_distribution<Millis::rep>(0, (model.now - from).count())(random)};
    };
    const Time a = anywhere(), b = anywhere();
    ranges.push_back({std::min(a, b), std::max(a, b) + Millis{1}});
    for (std::uint32_t id = 0; id < model.series.size(); ++id) {
        for (const TimeRange &range : ranges) {
            for (const Measure &measure : measuresOf(model.series[id].kind)) {
                if (measure.what == What::Quantile && measure.quantile != 0.95)
                    continue; // the same with another number
                if (measure.what == What::Total) {
                    checkTotals(model, id, range);
                } else {
                    checkPoints(model, id, measure, range);
                    checkColumns(model, id, measure, range, 150);
                    checkStatistics(model, id, measure, range);
                }
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
}

void tst_StoreHistory::checkPoints(const Model &model, std::uint32_t id, const Measure &measure,
                                   TimeRange range)
{
    const ModelSeries &one = model.series[id];
    Time covered = range.from - Week;
    std::optional<double> held;
    const auto before = model.within(Epoch, range.from);
    if (const auto last = Model::gather(one, 0, before.second); !last.empty())
        held = last.back();
    for (const Point &point : model.store.points(MetricId{id}, measure, range)) {
        QVERIFY(point.span > Millis{0});
        QVERIFY(point.end - point.span >= covered);
        QVERIFY(point.end <= range.to);
        const auto [first, last] = model.within(point.end - point.span, point.end);
        const auto want = expected(model, one, measure, first, last);
        const auto where = [&] { // QVERIFY2 would spell it for every point
            return QStringLiteral("series %1, what %2, at %3, span %4: %5 instead of %6")
                .arg(id)
                .arg(int(measure.what))
                .arg((point.end - Epoch).count())
                .arg(point.span.count())
                .arg(point.value)
                .arg(want.value_or(-1));
        };
        if (std::isnan(point.value)) {
            // a gap between what neighbours show: no number at all, and no tick where idle ones would show
            if (want || (one.kind != MetricKind::Timer && first != last))
                QFAIL(qPrintable(where()));
        } else if (want) {
            if (!close(point.value, *want, tolerance(measure)))
                QFAIL(qPrintable(where()));
        } else if (one.kind == MetricKind::Timer ||
                   !close(point.value, one.kind == MetricKind::Gauge ? held.value_or(-1) : 0)) {
            QFAIL(qPrintable(where()));
        }
        if (want && one.kind == MetricKind::Gauge)
            held = want;
        // the finest resolution that must still be there
        const Millis age = model.now - point.end;
        const Millis tick = model.ticks.back().elapsed * 2 + Millis{2000};
        if (!std::isnan(point.value) && age < Quarter - Millis{11'000})
            QVERIFY(point.span <= tick);
        else if (!std::isnan(point.value) && age < SixHours - Millis{61'000})
            QVERIFY(point.span <= std::max(Millis{11'000}, tick));
        covered = point.end;
    }
    // nothing was left out
    if (one.kind == MetricKind::Counter && measure.what == What::Up) {
        double sum = 0, want = 0;
        const auto points = model.store.points(MetricId{id}, measure, range);
        for (const Point &point : points)
            sum += std::isnan(point.value) ? 0 : point.value;
        if (!points.empty()) {
            const auto [first, last] =
                model.within(points.front().end - points.front().span, points.back().end);
            want = expected(model, one, measure, first, last).value_or(0);
        }
        QVERIFY(close(sum, want));
        const auto [first, last] = model.within(range.from, range.to - Millis{60'000});
        if (expected(model, one, measure, first, last))
            QVERIFY(!points.empty() && points.front().end - points.front().span <=
                                           model.ticks[one.ticks.lower_bound(first)->first].start);
    }
}

void tst_StoreHistory::checkColumns(const Model &model, std::uint32_t id, const Measure &measure,
                                    TimeRange range, int count)
{
    const ModelSeries &one = model.series[id];
    const auto columns = model.store.window(MetricId{id}, measure, range, count);
    const auto points = model.store.points(MetricId{id}, measure, range);
    QVERIFY(columns.size() <= std::size_t(count));
    const auto columnOf = [&](Time end) {
        return ((end - range.from).count() * count - 1) / range.span().count();
    };
    std::size_t at = 0;
    std::int64_t previous = -1;
    for (auto point = points.begin(); point != points.end();) {
        if (std::isnan(point->value)) {
            ++point;
            continue;
        }
        const std::int64_t column = columnOf(point->end);
        double low = point->value, high = point->value;
        std::vector<double> samples;
        Time end = point->end;
        bool gap = false;
        for (; point != points.end() && (std::isnan(point->value) || columnOf(point->end) == column);
             ++point) {
            gap = std::isnan(point->value);
            if (gap)
                continue;
            end = point->end;
            const auto [first, last] = model.within(point->end - point->span, point->end);
            const auto all = Model::gather(one, first, last);
            samples.insert(samples.end(), all.begin(), all.end());
            low = std::min(low, point->value);
            high = std::max(high, point->value);
            if (one.kind != MetricKind::Counter && one.kind != MetricKind::Timer && !all.empty()) {
                low = std::min(low, *std::ranges::min_element(all));
                high = std::max(high, *std::ranges::max_element(all));
            }
        }
        QVERIFY(at < columns.size());
        if (std::isnan(columns[at].lower)) {
            QVERIFY(std::isnan(columns[at].upper));
            QVERIFY(previous >= 0 && column > previous + 1);
            ++at;
        }
        QVERIFY(at < columns.size());
        if (one.kind == MetricKind::Timer && measure.what == What::Mean)
            low = high = std::accumulate(samples.begin(), samples.end(), 0.0) / double(samples.size());
        else if (one.kind == MetricKind::Timer && measure.what == What::Quantile)
            low = high = nearestRank(samples, measure.quantile);
        else if (one.kind == MetricKind::Timer && measure.what == What::Lower)
            high = low;
        else if (one.kind == MetricKind::Timer && measure.what == What::Upper)
            low = high;
        if (one.kind != MetricKind::Timer || measure.what != What::Deviation) {
            QVERIFY(close(columns[at].lower, low, tolerance(measure)));
            QVERIFY(close(columns[at].upper, high, tolerance(measure)));
        }
        QCOMPARE(columns[at].time, end);
        ++at;
        previous = column;
    }
    QCOMPARE(at, columns.size());
}

void tst_StoreHistory::checkStatistics(const Model &model, std::uint32_t id, const Measure &measure,
                                       TimeRange range)
{
    const ModelSeries &one = model.series[id];
    const auto statistics = model.store.statistics(MetricId{id}, measure, range);
    std::vector<double> values, samples;
    for (const Point &point : model.store.points(MetricId{id}, measure, range)) {
        if (std::isnan(point.value))
            continue;
        values.push_back(point.value);
        const auto [first, last] = model.within(point.end - point.span, point.end);
        const auto all = Model::gather(one, first, last);
        samples.insert(samples.end(), all.begin(), all.end());
    }
    QCOMPARE(statistics.n, values.size());
    if (values.empty()) {
        QVERIFY(std::isnan(statistics.min) && std::isnan(statistics.mean) && std::isnan(statistics.p99));
        return;
    }
    const bool ofSamples = one.kind == MetricKind::Timer && measure.what != What::Rate &&
                           measure.what != What::Count && measure.what != What::Sum &&
                           measure.what != What::Deviation;
    const std::vector<double> &of = ofSamples ? samples : values;
    const double error = ofSamples ? Sketch::RelativeError * 1.0001 : 1e-9;
    QVERIFY(close(statistics.p50, nearestRank(of, 0.5), error));
    QVERIFY(close(statistics.p95, nearestRank(of, 0.95), error));
    QVERIFY(close(statistics.p99, nearestRank(of, 0.99), error));
    if (ofSamples || one.kind == MetricKind::Counter) {
        QCOMPARE(statistics.min, *std::ranges::min_element(of));
        QCOMPARE(statistics.max, *std::ranges::max_element(of));
    } else {
        QVERIFY(statistics.min <= *std::ranges::min_element(of) &&
                statistics.max >= *std::ranges::max_element(of));
    }
    if (ofSamples)
        QVERIFY(close(statistics.mean, std::accumulate(of.begin(), of.end(), 0.0) / double(of.size())));
    else
        QVERIFY(statistics.mean >= statistics.min && statistics.mean <= statistics.max);
}

void tst_StoreHistory::checkTotals(const Model &model, std::uint32_t id, TimeRange range)
{
    const ModelSeries &one = model.series[id];
    const double total = model.store.latest(MetricId{id}).total;
    double want = 0;
    auto tick = one.ticks.begin();
    for (const Point &point : model.store.points(MetricId{id}, {What::Total}, range)) {
        const std::size_t end = model.within(Epoch, point.end).second;
        for (; tick != one.ticks.end() && tick->first < end; ++tick)
            want += tick->second[0] - tick->second[1];
        if (std::isnan(point.value))
            continue;
        // the differences of large sums
        QVERIFY(std::abs(point.value - want) <= 1e-9 * std::max(1.0, std::abs(total)) * 10);
    }
}

QTEST_GUILESS_MAIN(tst_StoreHistory)
#include "tst_storehistory.moc"
