// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/seriesstore.h"

#include <cmath>
#include <cstdint>

namespace metriscope::test
{

using namespace std::chrono_literals;

inline constexpr net::Time Noon{net::Millis{1'795'176'000'000}}; // 2026-11-20 12:00:00 UTC

/// A store fed second by second with the signals of some applications: a counter, a timer, two gauges and a
/// counter of changes each, ids 5 * application + 0 .. 4. Latency has an incident in the middle and misses a
/// minute.
struct ChartStore {
    explicit ChartStore(int applications = 1) : store(net::StoreConfig{}), count(applications)
    {
        std::uint32_t id = 0;
        for (int i = 0; i < applications; ++i)
            for (const auto kind : {net::MetricKind::Counter, net::MetricKind::Timer, net::MetricKind::Gauge,
                                    net::MetricKind::Gauge, net::MetricKind::Counter})
                pending.push_back({net::MetricId{id++}, kind});
    }

    [[nodiscard]] static net::MetricId id(int application, int signal)
    {
        return net::MetricId{std::uint32_t(application * 5 + signal)};
    }

    /// Seconds `from` to `to` after Noon.
    void feed(int from, int to)
    {
        for (int second = from + 1; second <= to; ++second)
            tick(second, second % 600 == 330 ? 120 : 0);
    }

    void tick(int second, std::uint64_t drops)
    {
        now = Noon + std::chrono::seconds{second};
        store.beginTick(now, 1s, drops);
        for (const auto &[metric, kind] : pending)
            store.addSeries(metric, kind);
        pending.clear();
        const double phase = second / 40.0;
        const bool incident = second % 600 > 200 && second % 600 < 260;
        for (int i = 0; i < count; ++i) {
            const double load = 60 + 30 * std::sin(phase + i) + 8 * std::sin(second * 1.7 + i) + 9 * (i % 5);
            store.append(id(i, 0), net::CounterPoint{std::round(load), 0});
            if (second % 600 < 420 || second % 600 > 470)
                latencies(id(i, 1), (incident ? 140 : 12) + i, second);
            store.append(id(i, 2), net::GaugePoint{std::round(30 + 8 * std::sin(phase / 2 + i))});
            store.append(id(i, 3), net::GaugePoint{42.0 + i});
            store.append(id(i, 4),
                         net::CounterPoint{second % 7 == 0 ? 1.0 : 0.0, second % 11 == 0 ? 1.0 : 0.0});
        }
        store.endTick();
    }

    void latencies(net::MetricId metric, double base, int second)
    {
        net::Sketch sketch;
        net::TimerPoint point;
        point.lower = 1e9;
        for (int k = 0; k < 40; ++k) {
            const double value = base * (1 + 0.05 * k + (k > 37 ? 1.0 : 0) + 0.2 * std::sin(second + k));
            sketch.add(value);
            point.sum += value;
            point.sumSquares += value * value;
            point.lower = std::min(point.lower, value);
            point.upper = std::max(point.upper, value);
        }
        point.weight = 40;
        point.samples = 40;
        point.sketch = &sketch;
        store.append(metric, point);
    }

    net::SeriesStore store;
    net::Time now = Noon;

private:
    struct Pending {
        net::MetricId metric;
        net::MetricKind kind;
    };
    std::vector<Pending> pending;
    int count;
};

} // namespace metriscope::test
