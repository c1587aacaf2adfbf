// SPDX-License-Identifier: GPL-3.0-or-later
// What 100,000 metrics cost: filter and sort on their own thread, a cell, and above all the longest time for
// which the GUI thread is busy while the list on screen is filtered, sorted and grows.
#include "tests/widgets/metricsfixture.h"

#include "widgets/metrics/metricspane.h"

#include <QApplication>
#include <QEventLoop>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>
#include <QTreeView>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;
using namespace metriscope;
using net::MetricKind;

namespace
{

constexpr int Rows = 100'000;

/// Names like m3's; every metric has a value, so that sorting by values has work to do.
test::Metrics &metrics()
{
    static test::Metrics metrics(2 * Rows + 10'000);
    static const bool filled = [] {
        std::vector<std::pair<net::MetricId, double>> values;
        for (int i = 0; i < Rows; ++i) {
            const net::MetricId id = metrics.add(
                "v1.eu.acme.portal.instance_" + std::to_string(i % 97) + ".controller_" +
                    std::to_string(i * 7919LL % 1000) + ".url_" + std::to_string(i) + ".requests.count",
                i % 3 ? MetricKind::Counter : MetricKind::Gauge, i % 5 ? "env:prod,zone:eu" : "env:dev");
            values.emplace_back(id, double(i * 7919LL % 100'003));
        }
        metrics.tick(values);
        return true;
    }();
    Q_UNUSED(filled);
    return metrics;
}

void order(benchmark::State &state, const ui::MetricFilter &filter, const ui::MetricSort &sort)
{
    const auto matcher = std::make_shared<const ui::MetricMatcher>(filter);
    const std::atomic<bool> cancelled = false;
    for (auto _ : state)
        benchmark::DoNotOptimize(ui::computeOrder(metrics().registry, metrics().store,
                                                  {.matcher = matcher, .sort = sort, .from = 0, .to = Rows},
                                                  cancelled));
}

/// Turns the event loop until `done`, and says how long its longest turn was.
double longestTurn(const std::function<void()> &start, const std::function<bool()> &done)
{
    // A timer that is always ready: between two of its calls lies one turn of whatever else there is to do.
    QTimer ticker;
    ticker.setInterval(0);
    // Processor time: what other programs take from us at that moment is not our turn's.
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    };
    qint64 since = now(), longest = 0;
    int quiet = 0;
    QEventLoop loop;
    QObject::connect(&ticker, &QTimer::timeout, &loop, [&] {
        longest = std::max(longest, now() - since);
        since = now();
        quiet = done() ? quiet + 1 : 0;
        constexpr int Settled = 50; // also what was painted after the last change
        if (quiet > Settled)
            loop.quit();
    });
    QTimer::singleShot(0, &loop, start);
    ticker.start();
    loop.exec();
    return double(longest) / 1e6;
}

struct Screen {
    ui::MetricsPane pane;
    ui::MetricModel &model;
    QTableView &table;

    explicit Screen(bool tree = false)
        : pane(metrics().registry, metrics().store), model(*pane.findChild<ui::MetricModel *>()),
          table(*pane.findChild<QTableView *>())
    {
        ui::MetricsState state;
        state.tree = tree;
        pane.setState(state);
        pane.resize(1280, 720);
        pane.show();
        turn([] {});
    }
    double turn(const std::function<void()> &start)
    {
        auto &tree = *pane.findChild<ui::MetricTreeModel *>();
        return longestTurn(start, [&] { return model.order().isSettled() && tree.order().isSettled(); });
    }
};

void report(benchmark::State &state, double longest)
{
    state.counters["longest_turn_ms"] = longest;
}

void data(benchmark::State &state, ui::MetricColumn column)
{
    const ui::MetricCells cells(metrics().registry, metrics().store);
    std::uint32_t id = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(cells.data(net::MetricId{id}, column, Qt::DisplayRole));
        id = (id + 1) % Rows;
    }
}

void trend(benchmark::State &state)
{
    std::uint32_t id = 0;
    ui::TrendCache cache(metrics().store);
    for (auto _ : state) {
        benchmark::DoNotOptimize(cache.trend(net::MetricId{id}, MetricKind::Counter));
        id = (id + 1) % Rows;
    }
}

void sortOnScreen(benchmark::State &state)
{
    Screen screen;
    double longest = 0;
    for (auto _ : state)
        for (int column = 0; column < ui::MetricColumnCount; ++column)
            longest = std::max(longest,
                               screen.turn([&] { screen.table.sortByColumn(column, Qt::DescendingOrder); }));
    report(state, longest);
}

void liveSortOnScreen(benchmark::State &state)
{
    Screen screen;
    screen.turn([&] { screen.table.sortByColumn(int(ui::MetricColumn::Value), Qt::DescendingOrder); });
    double longest = 0;
    for (auto _ : state)
        longest = std::max(longest, screen.turn([&] {
            std::vector<std::pair<net::MetricId, double>> values;
            for (std::uint32_t i = 0; i < 500; ++i)
                values.emplace_back(net::MetricId{i}, double(std::rand() % 100'000));
            metrics().tick(values);
            net::Tick tick;
            tick.time = metrics().now;
            tick.statsd.accepted = std::uint64_t(metrics().now.time_since_epoch().count());
            tick.endNew = net::MetricId{metrics().size()};
            screen.pane.apply(tick);
        }));
    report(state, longest);
}

void filterOnScreen(benchmark::State &state, ui::MetricFilter::Syntax syntax)
{
    Screen screen;
    double longest = 0;
    for (auto _ : state)
        for (const QString &text : {u"u"_s, u"ur"_s, u"url_99"_s, u"url_9"_s, u""_s})
            longest = std::max(longest,
                               screen.turn([&] { screen.pane.setFilter({.text = text, .syntax = syntax}); }));
    report(state, longest);
}

void treeOnScreen(benchmark::State &state)
{
    Screen screen(true);
    auto &tree = *screen.pane.findChild<QTreeView *>();
    double longest = 0;
    for (auto _ : state) {
        longest = std::max(longest, screen.turn([&] { tree.expandToDepth(4); }));
        longest = std::max(longest, screen.turn([&] { tree.collapseAll(); }));
        longest = std::max(longest, screen.turn([&] { screen.pane.setFilter({.text = u"9"_s}); }));
        longest = std::max(longest, screen.turn([&] { screen.pane.setFilter({}); }));
    }
    report(state, longest);
}

/// Last: it leaves more metrics behind.
void growOnScreen(benchmark::State &state)
{
    Screen screen;
    double longest = 0;
    for (auto _ : state)
        longest = std::max(longest, screen.turn([&] {
            for (int i = 0; i < 1000; ++i)
                (void)metrics().add("v1.eu.new_" + std::to_string(metrics().size()));
            net::Tick tick;
            tick.endNew = net::MetricId{metrics().size()};
            screen.pane.apply(tick);
        }));
    report(state, longest);
}

using Syntax = ui::MetricFilter::Syntax;
constexpr auto Unit = benchmark::kMillisecond;

BENCHMARK_CAPTURE(order, sort_by_name, ui::MetricFilter{}, ui::MetricSort{})->Unit(Unit);
BENCHMARK_CAPTURE(order, sort_by_value, ui::MetricFilter{}, ui::MetricSort{.by = ui::MetricSort::By::Value})
    ->Unit(Unit);
BENCHMARK_CAPTURE(order, filter_text, ui::MetricFilter{.text = u"url_99 env:dev"_s}, ui::MetricSort{})
    ->Unit(Unit);
BENCHMARK_CAPTURE(order, filter_wildcard, ui::MetricFilter{.text = u"*url_99*"_s, .syntax = Syntax::Glob},
                  ui::MetricSort{})
    ->Unit(Unit);
BENCHMARK_CAPTURE(order, filter_expression,
                  ui::MetricFilter{.text = u"url_99\\d*\\.req"_s, .syntax = Syntax::Regex}, ui::MetricSort{})
    ->Unit(Unit);
BENCHMARK_CAPTURE(data, name, ui::MetricColumn::Name);
BENCHMARK_CAPTURE(data, value, ui::MetricColumn::Value);
BENCHMARK_CAPTURE(data, rate, ui::MetricColumn::Rate);
BENCHMARK_CAPTURE(data, age, ui::MetricColumn::Age);
BENCHMARK(trend);
BENCHMARK(sortOnScreen)->Unit(Unit)->Iterations(3);
BENCHMARK(liveSortOnScreen)->Unit(Unit)->Iterations(10);
BENCHMARK_CAPTURE(filterOnScreen, text, Syntax::Text)->Unit(Unit)->Iterations(3);
BENCHMARK_CAPTURE(filterOnScreen, expression, Syntax::Regex)->Unit(Unit)->Iterations(3);
BENCHMARK(treeOnScreen)->Unit(Unit)->Iterations(3);
BENCHMARK(growOnScreen)->Unit(Unit)->Iterations(10);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    const QApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
