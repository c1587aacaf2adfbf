// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jsonwriter.h"
#include "app/tickwriter.h"

#include <cstddef>
#include <vector>

namespace metriscope::app
{

/// Ticks as JSON Lines: stable keys, C locale, a key absent where nothing is known.
class TickJson final : public TickWriter
{
public:
    /// `all` prints the idle metrics too.
    TickJson(const net::Registry &registry, const net::SeriesStore &store, bool all)
        : TickWriter(registry, store), m_all(all)
    {
    }

    [[nodiscard]] QByteArray ready(const QStringList &statsd,
                                   const std::vector<SourceStatus> &others) override;
    [[nodiscard]] QByteArray tick(const net::Tick &tick, const std::vector<SourceStatus> &sources,
                                  const WatchCounts &counts) override;

private:
    void begin(net::MetricId id);
    void metric(const net::MetricResult &result);
    void counter(const net::MetricResult &result);
    void timer(const net::MetricResult &result);
    void quantiles(const net::MetricResult &result);
    void buckets(const net::MetricResult &result);
    void idle(net::MetricId id, net::Time now);
    void signal(const net::Application &application, const net::SignalValues &values);
    void source(const SourceStatus &source);
    void source(const SourceStatus &source, const net::IngestCounts &counts);
    void beginSource(const SourceStatus &source);
    void line(const net::LineNote &note);
    void annotation(const net::Annotation &annotation);
    void self(const net::Tick &tick, const WatchCounts &counts);

    const bool m_all;
    JsonWriter m_json;
    std::vector<bool> m_touched; ///< of the tick being written, by MetricId
    std::size_t m_signals = 0, m_seen = 0;
};

/// `key:value,key2,...` as an object; a tag without a value gets an empty one.
void writeTags(JsonWriter &json, std::string_view tags);

} // namespace metriscope::app
