// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <string>
#include <vector>

namespace metriscope::test
{

/// A registry and a store that a test fills by hand, tick by tick.
struct Metrics {
    net::Registry registry;
    net::SeriesStore store;
    net::Time now{std::chrono::seconds{1'700'000'000}};

    explicit Metrics(std::size_t capacity = 200'000) : registry(capacity), store(net::StoreConfig{}) {}

    net::MetricId add(const std::string &name, net::MetricKind kind = net::MetricKind::Counter,
                      const std::string &tags = {}, net::SourceId source = net::StatsdSource)
    {
        const net::MetricId id =
            registry.addCopy({.name = name, .tags = tags, .kind = kind, .unit = {}, .source = source});
        store.addSeries(id, kind);
        return id;
    }
    /// One tick in which these gauges and counters get a value.
    void tick(const std::vector<std::pair<net::MetricId, double>> &values)
    {
        now += net::Millis{1000};
        store.beginTick(now, net::Millis{1000});
        for (const auto &[id, value] : values) {
            if (registry.info(id).kind == net::MetricKind::Gauge)
                store.append(id, net::GaugePoint{value});
            else
                store.append(id, net::CounterPoint{value, 0});
        }
        store.endTick();
    }
    [[nodiscard]] std::uint32_t size() const { return std::uint32_t(registry.size()); }
};

} // namespace metriscope::test
