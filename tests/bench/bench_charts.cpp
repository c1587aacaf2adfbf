// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds a frame of a chart on the GUI thread: one hour of history, 100,000 series in the store.
#include "widgets/charts/livechart.h"
#include "widgets/charts/plotdata.h"
#include "widgets/charts/plotview.h"
#include "widgets/charts/timeaxis.h"

#include <benchmark/benchmark.h>

#include <QApplication>

#include <cmath>
#include <memory>

using namespace metriscope;
using namespace std::chrono_literals;

namespace
{

constexpr int Series = 100'000, Charted = 40, Seconds = 3600;
constexpr net::Time Start{net::Millis{1'795'176'000'000}};

/// Half counters, half timers at the front of the ids; everything else has a point a minute.
const net::SeriesStore &history()
{
    static const auto filled = [] {
        auto store = std::make_unique<net::SeriesStore>(net::StoreConfig{});
        for (int second = 1; second <= Seconds; ++second) {
            store->beginTick(Start + std::chrono::seconds{second}, 1s);
            if (second == 1)
                for (std::uint32_t i = 0; i < Series; ++i)
                    store->addSeries(net::MetricId{i}, i < Charted && i % 2 ? net::MetricKind::Timer
                                                                            : net::MetricKind::Counter);
            for (int i = 0; i < Charted; ++i) {
                const double value =
                    100 + 40 * std::sin(second / 90.0 + i) + (second * 7919 + i * 104729) % 23;
                if (i % 2 == 0) {
                    store->append(net::MetricId(i), net::CounterPoint{value, 0});
                    continue;
                }
                net::Sketch sketch;
                for (int k = 0; k < 20; ++k)
                    sketch.add(value + k);
                store->append(net::MetricId(i), net::TimerPoint{20, 20 * value, 20 * value * value, value,
                                                                value + 19, 20, &sketch});
            }
            if (second % 60 == 0)
                for (int i = Charted; i < Series; ++i)
                    store->append(net::MetricId(i), net::CounterPoint{1, 0});
            store->endTick();
        }
        return store;
    }();
    return *filled;
}

std::vector<ui::Curve> curves(int count, bool dashed)
{
    std::vector<ui::Curve> result;
    for (int i = 0; i < count; ++i) {
        const bool timer = i % 2;
        result.push_back({net::MetricId(i),
                          {timer ? net::Measure::What::Quantile : net::Measure::What::Rate, 0.95},
                          timer ? net::Unit::Milliseconds : net::Unit::Requests,
                          QString::number(i),
                          i,
                          dashed ? i % 4 : 0});
    }
    return result;
}

/// Reading the store alone.
void read(benchmark::State &state)
{
    const net::SeriesStore &store = history();
    const auto all = curves(int(state.range(0)), false);
    const net::TimeRange range{Start, Start + std::chrono::seconds{Seconds}};
    std::size_t columns = 0;
    for (auto _ : state)
        for (const ui::Curve &curve : all)
            columns += ui::readColumns(store, curve, range, 1100).size();
    state.counters["columns/series"] = double(columns) / double(state.iterations()) / double(all.size());
}

/// The strip under the charts: one curve over the hour; 0 a rate, 1 latencies.
void statistics(benchmark::State &state)
{
    const net::SeriesStore &store = history();
    const auto curve = curves(2, false)[std::size_t(state.range(0))];
    const net::TimeRange range{Start, Start + std::chrono::seconds{Seconds}};
    for (auto _ : state)
        benchmark::DoNotOptimize(store.statistics(curve.metric, curve.measure, range));
}

/// A frame: read, replace, paint.
void frame(benchmark::State &state, bool dashed)
{
    const net::SeriesStore &store = history();
    ui::TimeAxis axis;
    axis.setSpan(1h);
    axis.advance(Start + std::chrono::seconds{Seconds}, {});
    ui::LiveChart chart(store, axis);
    chart.resize(1200, 300);
    chart.setCurves(curves(int(state.range(0)), dashed));
    chart.show();
    QApplication::processEvents();
    QWidget *const viewport = chart.findChild<ui::PlotView *>()->viewport();
    for (auto _ : state) {
        chart.drawNow();
        viewport->repaint();
    }
    std::size_t columns = 0;
    for (const ui::Columns &one : chart.findChild<ui::PlotView *>()->columns())
        columns += one.size();
    state.counters["columns/series"] = double(columns) / double(state.range(0));
}

void solid(benchmark::State &state)
{
    frame(state, false);
}

void dashed(benchmark::State &state)
{
    frame(state, true);
}

/// The mouse moved: only what lies over the curves is new, yet the viewport is painted.
void crosshair(benchmark::State &state)
{
    const net::SeriesStore &store = history();
    ui::TimeAxis axis;
    axis.setSpan(1h);
    axis.advance(Start + std::chrono::seconds{Seconds}, {});
    ui::LiveChart chart(store, axis);
    chart.resize(1200, 300);
    chart.setCurves(curves(int(state.range(0)), false));
    chart.show();
    QApplication::processEvents();
    chart.drawNow();
    QWidget *const viewport = chart.findChild<ui::PlotView *>()->viewport();
    int second = 0;
    for (auto _ : state) {
        axis.setCrosshair(Start + std::chrono::seconds{second = (second + 17) % Seconds});
        viewport->repaint();
    }
}

BENCHMARK(read)->Arg(12)->Unit(benchmark::kMillisecond);
BENCHMARK(statistics)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(solid)->Arg(4)->Arg(12)->Arg(40)->Unit(benchmark::kMillisecond);
BENCHMARK(dashed)->Arg(12)->Unit(benchmark::kMillisecond);
BENCHMARK(crosshair)->Arg(12)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
