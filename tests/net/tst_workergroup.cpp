// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/portrange.h"
#include "netlayer/prometheus/quantiles.h"
#include "netlayer/prometheus/seriesbook.h"
#include "netlayer/prometheus/workergroup.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace metriscope::net;

namespace
{

constexpr double Inf = std::numeric_limits<double>::infinity();

/// What one target answers in one round: its number, the start time (0: none), the total of its one counter.
struct Answer {
    std::uint32_t target = 0;
    double start = 0, total = 0;
};

/// Rounds of five seconds from the time 1000 on.
struct Play {
    WorkerGroup group;
    double now = 995;

    /// What was counted in the round.
    double round(const std::vector<Answer> &answers)
    {
        now += 5;
        double counted = 0;
        group.beginRound(now);
        for (const auto &[target, start, total] : answers) {
            const auto outcome =
                group.take(target, start > 0 ? std::optional(start) : std::nullopt, {{7, false, total}});
            for (const Reading &step : outcome.increments)
                counted += step.value;
        }
        group.endRound();
        return counted;
    }
};

QList<double> list(std::initializer_list<double> values)
{
    return values;
}

} // namespace

/// The arithmetic between an exposition and the series: addresses, workers, buckets.
class TestWorkerGroup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targets_data();
    void targets();
    void badTargets_data();
    void badTargets();
    void rounds_data();
    void rounds();
    void manySeries();
    void standingTotals();
    void workersAreBounded();
    void quantiles_data();
    void quantiles();
    void spreads();
    void summaries();
    void gaugeChoices_data();
    void gaugeChoices();
};

void TestWorkerGroup::targets_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<bool>("range");
    const auto row = [](const char *name, const char *address, const QStringList &urls, bool range = false) {
        QTest::newRow(name) << QByteArray(address) << urls << range;
    };
    row("whole", "http://localhost:8000/metrics", {u"http://localhost:8000/metrics"_s});
    row("no path", "http://localhost:8000", {u"http://localhost:8000/metrics"_s});
    row("path with an end", "http://localhost:8000/", {u"http://localhost:8000/"_s});
    row("query", "https://a.example/x?name[]=up", {u"https://a.example/x?name[]=up"_s});
    row("query without a path", "http://a?x=1", {u"http://a/?x=1"_s});
    row("no scheme", "localhost:8000/metrics", {u"http://localhost:8000/metrics"_s});
    row("range, both ends", "http://h:8001-8003/m",
        {u"http://h:8001/m"_s, u"http://h:8002/m"_s, u"http://h:8003/m"_s}, true);
    row("range of one", "http://h:8001-8001", {u"http://h:8001/metrics"_s});
    row("several", "http://a:1  http://b:2,http://a:1", {u"http://a:1/metrics"_s, u"http://b:2/metrics"_s});
    row("M10 IPv6", "http://[::1]:8000/metrics", {u"http://[::1]:8000/metrics"_s});
    row("IPv6 with a range", "http://[::1]:1-2", {u"http://[::1]:1/metrics"_s, u"http://[::1]:2/metrics"_s},
        true);
}

void TestWorkerGroup::targets()
{
    QFETCH(QByteArray, address);
    QFETCH(QStringList, urls);
    QFETCH(bool, range);
    const auto read = readTargets({address.constData(), std::size_t(address.size())});
    QVERIFY(bool(read));
    QStringList found;
    for (const std::string &url : read->urls)
        found << QString::fromStdString(url);
    QCOMPARE(found, urls);
    QCOMPARE(read->range, range);
}

void TestWorkerGroup::badTargets_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<int>("issue");
    QTest::addColumn<int>("at");
    const auto row = [](const char *address, TargetIssue issue, int at) {
        QTest::addRow("'%s'", address) << QByteArray(address) << int(issue) << at;
    };
    row("", TargetIssue::Empty, 0);
    row("  ", TargetIssue::Empty, 0);
    row("ftp://a", TargetIssue::BadScheme, 0);
    row("http://", TargetIssue::BadHost, 7);
    row("http:///metrics", TargetIssue::BadHost, 7);
    row("http://[::1", TargetIssue::BadHost, 7);
    row("http://a:0", TargetIssue::BadPort, 9);
    row("http://a:", TargetIssue::BadPort, 9);
    row("http://a:65536", TargetIssue::BadPort, 9);
    row("http://a:1-x", TargetIssue::BadPort, 9);
    row("http://a:8049-8001", TargetIssue::BackwardRange, 9);
    row("http://a:1-2000", TargetIssue::TooMany, 0);
    row("http://a:1 http://b:x", TargetIssue::BadPort, 20);
}

void TestWorkerGroup::badTargets()
{
    QFETCH(QByteArray, address);
    QFETCH(int, issue);
    QFETCH(int, at);
    const auto read = readTargets({address.constData(), std::size_t(address.size())});
    QVERIFY(!read);
    QCOMPARE(int(read.error().issue), issue);
    QCOMPARE(int(read.error().at), at);
}

void TestWorkerGroup::rounds_data()
{
    using Rounds = QList<QList<Answer>>;
    QTest::addColumn<Rounds>("rounds");
    QTest::addColumn<QList<double>>("counted");
    QTest::addColumn<bool>("shared");
    QTest::addColumn<int>("workers"); ///< after the last round
    const auto row = [](const char *name, const Rounds &rounds, const QList<double> &counted, bool shared,
                        int workers) { QTest::newRow(name) << rounds << counted << shared << workers; };
    row("totals from before count nothing", {{{0, 0, 10}}, {{0, 0, 13}}, {{0, 0, 13}}}, list({0, 3, 0}),
        false, 1);
    // the answer after a fall tells what it was
    row("restart without a start time", {{{0, 0, 10}}, {{0, 0, 2}}, {{0, 0, 5}}}, list({0, 0, 5}), false, 1);
    row("changed process_start_time_seconds is a new worker",
        {{{0, 100, 10}}, {{0, 1003, 4}}, {{0, 1003, 5}}}, list({0, 4, 1}), false, 1);
    row("and no spike", {{{0, 100, 10}}, {{0, 900, 4000}}, {{0, 900, 4001}}}, list({0, 0, 1}), false, 1);
    row("M7 worker moves port", {{{1, 100, 10}}, {{2, 100, 12}}, {{2, 100, 13}}}, list({0, 2, 1}), false, 1);
    row("M7 worker moves port, another takes its place", {{{1, 100, 10}}, {{2, 100, 12}, {1, 1004, 3}}},
        list({0, 5}), false, 2);
    row("workers sum", {{{1, 100, 10}, {2, 101, 20}}, {{1, 100, 11}, {2, 101, 25}}}, list({0, 6}), false, 2);
    row("workers of one moment sum", {{{1, 100, 10}, {2, 100, 20}}, {{1, 100, 11}, {2, 100, 25}}},
        list({0, 6}), false, 2);
    row("a worker that answers not for a while",
        {{{1, 100, 10}, {2, 101, 20}}, {{1, 100, 11}}, {{1, 100, 12}, {2, 101, 22}}}, list({0, 1, 3}), false,
        2);
    row("a worker that was there before, but was not seen", {{{1, 100, 10}}, {{1, 100, 10}, {2, 101, 500}}},
        list({0, 0}), false, 2);
    row("M8 back and forth with one start time",
        {{{0, 100, 2}}, {{0, 100, 0}}, {{0, 100, 2}}, {{0, 100, 0}}, {{0, 100, 3}}}, list({0, 0, 0, 0, 1}),
        true, 2);
    row("M8 back and forth without a start time", {{{0, 0, 2}}, {{0, 0, 0}}, {{0, 0, 2}}}, list({0, 0, 0}),
        true, 2);
    row("M8 back and forth while both grow",
        {{{0, 0, 60}}, {{0, 0, 7}}, {{0, 0, 61}}, {{0, 0, 8}}, {{0, 0, 63}}, {{0, 0, 9}}},
        // the first return might be a quick restart, so the fall before it is kept until it is known
        list({0, 0, 1, 1, 2, 1}), true, 2);
    row("two workers behind one URL, each with its start time",
        {{{0, 100, 6}}, {{0, 101, 9}}, {{0, 100, 8}}, {{0, 101, 10}}, {{0, 101, 12}}}, list({0, 0, 2, 1, 2}),
        true, 2);
}

void TestWorkerGroup::rounds()
{
    QFETCH(QList<QList<Answer>>, rounds);
    QFETCH(QList<double>, counted);
    QFETCH(bool, shared);
    QFETCH(int, workers);
    Play play;
    QList<double> found;
    for (const QList<Answer> &answers : rounds)
        found << play.round({answers.begin(), answers.end()});
    QCOMPARE(found, counted);
    QCOMPARE(play.group.isShared(0), shared);
    QCOMPARE(int(play.group.workers()), workers);
}

/// A series that appears later counts from zero; one that starts anew alone counts alone.
/// Of the workers that are there: what one that has ended had counted is no part of it.
void TestWorkerGroup::standingTotals()
{
    Play play;
    QCOMPARE(play.group.standing(7), 0.0);
    play.round({{0, 900, 50}, {1, 901, 20}});
    QCOMPARE(play.group.standing(7), 70.0);
    QCOMPARE(play.group.standing(8), 0.0);
    play.round({{0, 900, 51}});
    QCOMPARE(play.group.standing(7), 51.0);
    play.round({{0, 900, 51}, {1, 1009, 3}}); // a successor
    QCOMPARE(play.group.standing(7), 54.0);
    // taking turns behind one address
    Play turns;
    for (int i = 0; i < 3; ++i) {
        turns.round({{0, 900, 50}});
        turns.round({{0, 901, 20}});
    }
    QVERIFY(turns.group.isShared(0));
    QCOMPARE(turns.group.standing(7), 70.0);
}

void TestWorkerGroup::manySeries()
{
    WorkerGroup group;
    const auto take = [&](std::vector<Reading> totals) {
        group.beginRound(1000);
        auto outcome = group.take(0, 50, std::move(totals));
        group.endRound();
        QList<QPair<int, double>> steps;
        for (const Reading &step : outcome.increments)
            steps << qMakePair(int(step.series), step.value);
        return steps;
    };
    using Steps = QList<QPair<int, double>>;
    QCOMPARE(take({{1, false, 5}, {3, false, 5}}), Steps());
    QCOMPARE(take({{1, false, 6}, {2, false, 4}, {3, false, 5}}), (Steps{{1, 1}, {2, 4}}));
    QCOMPARE(take({{1, false, 1}, {2, false, 5}, {3, false, 5}}), Steps()); // in doubt
    QCOMPARE(take({{1, false, 2}, {2, false, 7}, {3, false, 5}}), (Steps{{1, 2}, {2, 3}}));
    QCOMPARE(take({{2, false, 7}}), Steps()); // two were left out
    QCOMPARE(take({{1, false, 3}, {2, false, 7}, {3, false, 5}}), (Steps{{1, 1}}));
    QCOMPARE(take({{1, false, 3}, {2, false, 7}, {4, true, -3}}), (Steps{{4, -3}}));
    QCOMPARE(take({{1, false, 3}, {2, false, 7}, {4, true, -5}}), (Steps{{4, -2}})); // a sum may fall
}

void TestWorkerGroup::workersAreBounded()
{
    Play play;
    for (int i = 0; i < 200; ++i)
        play.round({{0, double(1 + i), 1}});
    QVERIFY(play.group.workers() <= WorkerGroup::MostWorkersOfTarget);
}

void TestWorkerGroup::quantiles_data()
{
    using Buckets = QList<QPair<double, double>>;
    QTest::addColumn<Buckets>("buckets"); ///< bound and count, not cumulative
    QTest::addColumn<double>("quantile");
    QTest::addColumn<double>("value");
    const auto row = [](const char *name, const Buckets &buckets, double quantile, double value) {
        QTest::newRow(name) << buckets << quantile << value;
    };
    const Buckets plain{{1, 10}, {2, 10}, {Inf, 0}};
    row("middle", plain, 0.5, 1);
    row("within", plain, 0.75, 1.5);
    row("lowest", plain, 0, 0);
    row("highest", plain, 1, 2);
    row("one value", {{0.5, 0}, {1, 1}, {Inf, 0}}, 0.5, 0.75);
    row("M9 in the bucket without a bound", {{1, 1}, {2, 0}, {Inf, 9}}, 0.9, 2);
    row("M9 empty", {{1, 0}, {Inf, 0}}, 0.5, qQNaN());
    row("no buckets", {}, 0.5, qQNaN());
    row("no bound at all", {{Inf, 4}}, 0.5, qQNaN());
    row("first bound below zero", {{-1, 4}, {1, 4}, {Inf, 0}}, 0.25, -1);
    row("across zero", {{-1, 4}, {1, 4}, {Inf, 0}}, 0.75, 0);
    row("no +Inf", {{1, 4}, {3, 4}}, 0.75, 2);
}

void TestWorkerGroup::quantiles()
{
    using Pairs = QList<QPair<double, double>>;
    QFETCH(Pairs, buckets);
    QFETCH(double, quantile);
    QFETCH(double, value);
    std::vector<Bucket> all;
    for (const auto &[bound, count] : buckets)
        all.push_back({bound, count});
    const double found = histogramQuantile(quantile, all);
    QVERIFY2(qIsNaN(value) ? qIsNaN(found) : qAbs(found - value) < 1e-12, qPrintable(QString::number(found)));
}

/// What goes into the charts says the same as histogram_quantile, as exactly as a sketch can.
void TestWorkerGroup::spreads()
{
    const std::vector<Bucket> buckets{{0.005, 12}, {0.01, 700}, {0.1, 3000}, {0.5, 41}, {Inf, 5}};
    const Spread spread = spreadOfBuckets(buckets, 130.0);
    QCOMPARE(spread.sketch.count(), std::uint64_t(3758));
    QCOMPARE(spread.sum, 130.0);
    for (const double quantile : {0.01, 0.1, 0.5, 0.9, 0.95, 0.99}) {
        const double expected = histogramQuantile(quantile, buckets);
        QVERIFY2(qAbs(spread.sketch.quantile(quantile) - expected) < expected * 0.04,
                 qPrintable(QString::number(quantile)));
    }
    QCOMPARE(spread.lower, 0.0);
    QCOMPARE(spread.upper, 0.5);
    const double mean = spread.sum / 3758;
    QVERIFY(spread.sumSquares / 3758 - mean * mean > 0);
    QCOMPARE(spreadOfBuckets({}, 0).sketch.count(), std::uint64_t(0));
    const std::vector<Bucket> unbound{{Inf, 4}};
    QVERIFY(qAbs(spreadOfBuckets(unbound, 8).sketch.quantile(0.5) - 2) < 0.04);
    QVERIFY(qAbs(spreadOfBuckets(buckets, std::nullopt).sum - 185) < 1); // from the middles
}

void TestWorkerGroup::summaries()
{
    const std::vector<QuantilePoint> points{{0.5, 10}, {0.9, 20}, {0.99, 50}};
    const Spread spread = spreadOfQuantiles(points, 1000, 12'000);
    QCOMPARE(spread.sketch.count(), std::uint64_t(1000));
    for (const auto &[quantile, value] : points)
        QVERIFY2(qAbs(spread.sketch.quantile(quantile) - value) < value * 0.05,
                 qPrintable(QString::number(quantile)));
    const Spread mean = spreadOfQuantiles({}, 4, 8);
    QVERIFY(qAbs(mean.sketch.quantile(0.99) - 2) < 0.04);
    QCOMPARE(mean.sumSquares, 16.0);
}

void TestWorkerGroup::gaugeChoices_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found"); ///< null: none
    const auto row = [](const char *text, const QString &found) {
        QTest::addRow("'%s'", text) << QByteArray(text) << found;
    };
    row("users_active", u"users_active"_s);
    row("users{state=\"active\"}", u"users state=active"_s);
    row("users{state=\"active\",site=\"a b\"}", u"users state=active site=a b"_s);
    row("{\"users.active\"}", u"users.active"_s);
    for (const char *bad :
         {"", " ", "users{", "users 1", "users\nother", "1users", "users{a=b}", "# TYPE a gauge"})
        row(bad, {});
}

void TestWorkerGroup::gaugeChoices()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, found);
    const auto choice = readGaugeChoice({text.constData(), std::size_t(text.size())});
    QCOMPARE(choice.has_value(), !found.isNull());
    if (!choice)
        return;
    QString shown = QString::fromStdString(choice->name);
    for (const auto &[name, value] : choice->labels)
        shown += u' ' + QString::fromStdString(name) + u'=' + QString::fromStdString(value);
    QCOMPARE(shown, found);
}

QTEST_GUILESS_MAIN(TestWorkerGroup)
#include "tst_workergroup.moc"
