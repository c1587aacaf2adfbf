// SPDX-License-Identifier: GPL-3.0-or-later
// What history costs: nanoseconds of a sketch, milliseconds of a tick over 100,000 active series, bytes of a
// series and of a point, microseconds of a read. 40 % counters, 40 % timers with a few samples, 20 % gauges.
#include "netlayer/series/fold.h"
#include "netlayer/series/series.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>
#include <string>

using namespace metriscope::net;

namespace
{

constexpr Time Epoch{Millis{1'700'000'000'000}};
constexpr Millis Second{1000};
constexpr std::uint32_t Many = 100'000;

MetricKind kindOf(LocalId id)
{
    return id % 5 < 2 ? MetricKind::Counter : id % 5 < 4 ? MetricKind::Timer : MetricKind::Gauge;
}

/// Whole requests, microseconds and levels, the latter with two decimals for every other gauge.
void fill(Bank &bank, std::uint32_t series, std::mt19937_64 &random, int kinds)
{
    std::lognormal_distribution<double> latency(10, 0.7);
    std::vector<LocalId> order(series);
    for (LocalId id = 0; id < series; ++id)
        order[id] = id;
    std::ranges::shuffle(order, random); // as they arrive
    for (const LocalId id : order) {
        if (kinds >= 0 && kindOf(id) != static_cast<MetricKind>(kinds))
            continue;
        if (kindOf(id) == MetricKind::Counter) {
            const double up = std::uniform_int_distribution(1, 60)(random);
            bank.counters.push_back({id, 5, up, 0, up});
        } else if (kindOf(id) == MetricKind::Gauge) {
            const double level = std::round(std::normal_distribution(2000.0, 30.0)(random));
            bank.gauges.push_back({id, 1, id % 2 == 0 ? level : level / 100, 0, true});
        } else {
            TimerCell cell;
            cell.metric = id;
            cell.samples = std::uniform_int_distribution(1U, 5U)(random);
            cell.weight = cell.samples;
            cell.firstChunk = cell.lastChunk = static_cast<std::uint32_t>(bank.chunks.size());
            SampleChunk &chunk = bank.chunks.emplace_back();
            for (; chunk.size < cell.samples; ++chunk.size) {
                const double value = std::round(latency(random));
                chunk.values[chunk.size] = value;
                cell.sum += value;
                cell.sumSquares += value * value;
                cell.lower = chunk.size == 0 ? value : std::min(cell.lower, value);
                cell.upper = std::max(cell.upper, value);
            }
            bank.timers.push_back(cell);
        }
    }
}

struct Listener final : FoldObserver {
    void registered(MetricId, const MetricInfo &) override {}
    void folded(const MetricResult &result) override { seen += result.samples; }
    std::uint64_t seen = 0;
};

/// A store with its fold and a few banks of traffic that are folded in turn.
struct Machine {
    explicit Machine(std::uint32_t series, int kinds = -1, StoreConfig config = {})
        : store(config), registry(series)
    {
        fold.addObserver(listener, false);
        for (LocalId id = 0; id < series; ++id)
            first.newNames.push_back({"v1.region.client.portal.instance_1.requests.count", {}, kindOf(id)});
        fill(first, series, random, kinds);
        for (auto &bank : banks)
            fill(bank, series, random, kinds);
    }
    void tick(const Bank *bank)
    {
        now += Second;
        store.beginTick(now, Second);
        if (bank)
            fold.fold(*bank, StatsdSource, Second);
        store.endTick();
    }
    void run(int ticks)
    {
        tick(&first);
        for (int i = 1; i < ticks; ++i)
            tick(&banks[static_cast<std::size_t>(i) % banks.size()]);
    }

    std::mt19937_64 random{1};
    SeriesStore store;
    Registry registry;
    Listener listener;
    Fold fold{FoldConfig{}, registry, store};
    Bank first;
    std::array<Bank, 7> banks;
    Time now = Epoch;
};

void sketchAdd(benchmark::State &state)
{
    std::mt19937_64 random(1);
    std::vector<double> values(4096);
    for (double &value : values)
        value = std::lognormal_distribution(10.0, 0.7)(random);
    Sketch sketch;
    for (auto _ : state)
        for (const double value : values)
            sketch.add(value);
    state.counters["ns/add"] = benchmark::Counter(static_cast<double>(state.iterations()) * 4096 / 1e9,
                                                  benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
    state.counters["bins"] = static_cast<double>(sketch.bins());
}
BENCHMARK(sketchAdd);

void sketchMerge(benchmark::State &state)
{
    std::mt19937_64 random(1);
    Sketch all, part;
    for (int i = 0; i < 100'000; ++i)
        (i % 100 == 0 ? part : all).add(std::lognormal_distribution(10.0, 0.7)(random));
    for (auto _ : state)
        all.merge(part);
}
BENCHMARK(sketchMerge);

double millisSince(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

/// Every series active in every tick; the goal is 50 ms at the most. What is done between two ticks stands
/// beside it.
void tickOfActiveSeries(benchmark::State &state)
{
    Machine machine(Many);
    machine.run(1);
    std::size_t at = 0;
    std::vector<double> took, between;
    for (auto _ : state) {
        state.PauseTiming();
        const auto prepared = std::chrono::steady_clock::now();
        machine.store.prepareTick();
        between.push_back(millisSince(prepared));
        state.ResumeTiming();
        const auto begun = std::chrono::steady_clock::now();
        machine.tick(&machine.banks[at++ % machine.banks.size()]);
        took.push_back(millisSince(begun));
    }
    std::ranges::sort(took);
    std::ranges::sort(between);
    state.counters["between_ms"] = between[between.size() / 2];
    state.counters["median_ms"] = took[took.size() / 2];
    state.counters["p99_ms"] = took[took.size() * 99 / 100];
    state.counters["longest_ms"] = took.back();
    state.counters["MB"] = static_cast<double>(machine.store.usage().bytes) / 1e6;
}
BENCHMARK(tickOfActiveSeries)->Iterations(400)->Unit(benchmark::kMillisecond);

/// The one after the first sight of all of them: every block is written anew, for one value is a constant.
void secondTickOfSeries(benchmark::State &state)
{
    for (auto _ : state) {
        state.PauseTiming();
        auto machine = std::make_unique<Machine>(Many);
        machine->run(1);
        machine->store.prepareTick();
        state.ResumeTiming();
        machine->tick(&machine->banks[0]);
        state.PauseTiming();
        machine.reset();
        state.ResumeTiming();
    }
}
BENCHMARK(secondTickOfSeries)->Iterations(10)->Unit(benchmark::kMillisecond);

void tickOfIdleSeries(benchmark::State &state)
{
    Machine machine(Many);
    machine.run(2);
    for (auto _ : state)
        machine.tick(nullptr);
}
BENCHMARK(tickOfIdleSeries)->Iterations(1000)->Unit(benchmark::kMillisecond);

/// Bytes of a series that spoke once; its name belongs to the receiver.
void memoryOfIdleSeries(benchmark::State &state)
{
    for (auto _ : state) {
        auto machine = std::make_unique<Machine>(Many);
        machine->tick(&machine->first);
        for (int i = 0; i < 300; ++i)
            machine->tick(nullptr);
        const StoreUsage usage = machine->store.usage();
        state.counters["header_B"] = static_cast<double>(Registry::EntryBytes + usage.seriesBytes / Many);
        state.counters["points_B"] = static_cast<double>(usage.bytes - usage.sketchBytes) / Many;
        state.counters["sketch_B"] = static_cast<double>(usage.sketchBytes) / Many;
    }
}
BENCHMARK(memoryOfIdleSeries)->Iterations(1)->Unit(benchmark::kMillisecond);

/// Bytes a point of series that are active for half an hour, all levels together.
void memoryOfPoints(benchmark::State &state, MetricKind kind)
{
    for (auto _ : state) {
        constexpr std::uint32_t Series = 2000;
        Machine machine(Series, static_cast<int>(kind));
        machine.run(1800);
        const StoreUsage usage = machine.store.usage();
        state.counters["B/point"] =
            static_cast<double>(usage.bytes - usage.sketchBytes) / static_cast<double>(usage.points);
        state.counters["sketch_B/point"] =
            static_cast<double>(usage.sketchBytes) / static_cast<double>(usage.points);
    }
}
BENCHMARK_CAPTURE(memoryOfPoints, counters, MetricKind::Counter)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(memoryOfPoints, gauges, MetricKind::Gauge)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(memoryOfPoints, timers, MetricKind::Timer)->Iterations(1)->Unit(benchmark::kMillisecond);

/// What a chart asks for in every frame: the last minutes of one series in 600 columns.
void readWindow(benchmark::State &state, LocalId id, Measure measure, Millis span)
{
    static Machine machine(50);
    if (machine.now == Epoch)
        machine.run(7200);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            machine.store.window(MetricId{id}, measure, {machine.now - span, machine.now}, 600));
}
BENCHMARK_CAPTURE(readWindow, counter_5min, 0, Measure{Measure::What::Rate}, Second * 300)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(readWindow, counter_1h, 0, Measure{Measure::What::Rate}, Second * 3600)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(readWindow, p95_5min, 2, Measure{Measure::What::Quantile, 0.95}, Second * 300)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(readWindow, p95_1h, 2, Measure{Measure::What::Quantile, 0.95}, Second * 3600)
    ->Unit(benchmark::kMicrosecond);

void readLatest(benchmark::State &state)
{
    static Machine machine(Many);
    if (machine.now == Epoch)
        machine.run(2);
    for (auto _ : state)
        for (std::uint32_t id = 0; id < Many; ++id)
            benchmark::DoNotOptimize(machine.store.latest(MetricId{id}));
}
BENCHMARK(readLatest)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
