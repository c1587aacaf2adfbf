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
      m_inlets(std::move(inlets)), m_spare(m_inlets.size()), m_post(std::move(post)), m_lastFlip(Clock::now())
{
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
    }

    Tick tick;
    tick.statsd = m_statsd; // a receiver that does not run gives no bank, but has counted what it has
    std::vector<std::unique_ptr<Bank>> banks(m_inlets.size());
    for (std::size_t i = 0; i < m_inlets.size(); ++i)
        gather(m_inlets[i], banks[i] = std::move(m_spare[i]), tick);

    const auto flipped = Clock::now();
    tick.time = m_clock.now();
    tick.wallOffset = m_clock.wallOffset();
    tick.elapsed =
        std::max(Millis{1}, std::chrono::round<Millis>(flipped - std::exchange(m_lastFlip, flipped)));
    tick.firstNew = MetricId{static_cast<std::uint32_t>(m_registry.size())};

    m_store.beginTick(tick.time, tick.elapsed, tick.kernelDrops);
    for (std::size_t i = 0; i < m_inlets.size(); ++i) {
        if (!banks[i])
            continue;
        m_fold.fold(*banks[i], m_inlets[i].source, tick.elapsed);
        banks[i]->clear();
        m_spare[i] = std::move(banks[i]);
    }
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
}

void FoldThread::gather(Inlet &inlet, std::unique_ptr<Bank> &bank, Tick &tick)
{
    bank = inlet.banks->flip(bank ? std::move(bank) : std::make_unique<Bank>());
    if (!bank)
        return;
    tick.kernelDrops += bank->kernelDrops;
    std::ranges::move(bank->notes, std::back_inserter(tick.notes));
    std::ranges::move(bank->annotations, std::back_inserter(tick.annotations));
    if (inlet.source == StatsdSource)
        tick.statsd = m_statsd = bank->counts;
}

} // namespace metriscope::net
