// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/foldthread.h"

#include "netlayer/engine/residentmemory.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace metriscope::net
{

using Clock = std::chrono::steady_clock;

void FoldThread::Collector::folded(const MetricResult &result)
{
    results.push_back(result);
    results.back().sketch = nullptr;
}

FoldThread::FoldThread(const EngineConfig &config, Registry &registry, SeriesStore &store,
                       std::vector<Inlet> inlets, Post post)
    : m_tick(config.store.tick), m_wantResults(config.wantResults), m_registry(registry), m_store(store),
      m_fold(config.fold, registry, store), m_signals(config.presets, config.timerUnits, registry, store),
      m_post(std::move(post)), m_lastFlip(Clock::now())
{
    for (Inlet &inlet : inlets)
        addInlet(std::move(inlet));
    m_fold.addObserver(m_signals, false);
    if (m_wantResults)
        m_fold.addObserver(m_collector, true);
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

FoldThread::~FoldThread()
{
    m_thread.request_stop();
    m_thread.join();
}

void FoldThread::configureSignals(std::vector<Preset> presets, std::vector<TimerUnitRule> units)
{
    const std::scoped_lock lock(m_mutex);
    m_newSignals = NewSignals{std::move(presets), std::move(units)};
}

void FoldThread::addInlet(Inlet inlet)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_newNames.push_back(inlet);
    }
    const std::scoped_lock lock(m_inletMutex);
    m_inlets.push_back({std::move(inlet), std::make_unique<Bank>()});
}

void FoldThread::removeInlet(SourceId source)
{
    const std::scoped_lock lock(m_inletMutex);
    std::erase_if(m_inlets, [source](const OpenInlet &each) { return each.inlet.source == source; });
}

void FoldThread::run(const std::stop_token &stop)
{
    // The last tick is folded after the stop was asked for, however early that came.
    auto deadline = Clock::now() + m_tick;
    for (bool last = false; !last;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_until(lock, stop, deadline, [] { return false; });
        }
        last = stop.stop_requested();
        tick();
        const auto behind = (Clock::now() - deadline) / m_tick;
        m_lateTicks += static_cast<std::uint64_t>(behind);
        deadline += m_tick * (behind + 1);
    }
}

void FoldThread::tick()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (auto changed = std::exchange(m_newSignals, std::nullopt))
            m_signals.configure(std::move(changed->presets), std::move(changed->units));
        for (Inlet &each : std::exchange(m_newNames, {}))
            m_signals.nameSource(each.source, std::move(each.application));
    }

    Tick tick;
    tick.statsd = m_statsd; // a receiver that does not run gives no bank, but has counted what it has
    std::vector<Gathered> banks = gather(tick);

    const auto flipped = Clock::now();
    tick.time = m_clock.now();
    tick.wallOffset = m_clock.wallOffset();
    tick.elapsed =
        std::max(Millis{1}, std::chrono::round<Millis>(flipped - std::exchange(m_lastFlip, flipped)));
    tick.firstNew = MetricId{static_cast<std::uint32_t>(m_registry.size())};

    m_store.beginTick(tick.time, tick.elapsed, tick.kernelDrops);
    for (const Gathered &each : banks) {
        m_fold.fold(*each.bank, each.source, tick.elapsed);
        each.bank->clear();
    }
    giveBack(std::move(banks));
    m_signals.finishTick(tick.elapsed);
    m_store.endTick();

    tick.endNew = MetricId{static_cast<std::uint32_t>(m_registry.size())};
    const auto applications = m_signals.applications();
    tick.applications.assign(applications.begin(), applications.end());
    const auto values = m_signals.values();
    tick.signalValues.assign(values.begin(), values.end());
    tick.results = std::exchange(m_collector.results, {});
    tick.self.store = m_store.usage();
    tick.self.series = m_registry.size();
    tick.self.seriesCapacity = m_registry.capacity();
    tick.self.lateTicks = m_lateTicks;
    tick.self.refusedSignalMetrics = m_signals.refusedMetrics();
    tick.self.rssBytes = residentMemory();
    tick.self.foldTime = std::chrono::round<Millis>(Clock::now() - flipped);
    m_post(std::move(tick));
    m_store.prepareTick();
}

std::vector<FoldThread::Gathered> FoldThread::gather(Tick &tick)
{
    std::vector<Gathered> banks;
    const std::scoped_lock lock(m_inletMutex);
    for (OpenInlet &each : m_inlets) {
        auto empty = each.spare ? std::move(each.spare) : std::make_unique<Bank>();
        empty->wantsBuckets = m_wantResults;
        auto bank = each.inlet.banks->flip(std::move(empty));
        if (!bank)
            continue;
        tick.kernelDrops += bank->kernelDrops;
        tick.touched += bank->counters.size() + bank->gauges.size() + bank->timers.size() + bank->sets.size();
        std::ranges::move(bank->notes, std::back_inserter(tick.notes));
        std::ranges::move(bank->annotations, std::back_inserter(tick.annotations));
        if (each.inlet.source == StatsdSource)
            tick.statsd = m_statsd = bank->counts;
        banks.push_back({each.inlet.source, std::move(bank)});
    }
    return banks;
}

void FoldThread::giveBack(std::vector<Gathered> banks)
{
    const std::scoped_lock lock(m_inletMutex);
    for (Gathered &each : banks) {
        const auto inlet =
            std::ranges::find(m_inlets, each.source, [](const OpenInlet &open) { return open.inlet.source; });
        if (inlet != m_inlets.end())
            inlet->spare = std::move(each.bank);
    }
}

} // namespace metriscope::net
