// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickjson.h"

#include "netlayer/engine/pollconfig.h"
#include "netlayer/statsd/graphitename.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

namespace metriscope::app
{

namespace
{

/// Of a source that listens, in the ready line.
std::string_view listenerKey(net::SourceKind kind) noexcept
{
    switch (kind) {
    case net::SourceKind::Contexts:
        return "contexts";
    case net::SourceKind::GstatsCollector:
        return "gstatsCollector";
    case net::SourceKind::IstatsServer:
        return "istatsServer";
    default:
        return {};
    }
}

} // namespace

void writeTags(JsonWriter &json, std::string_view tags)
{
    if (tags.empty())
        return;
    json.beginObject("tags");
    while (!tags.empty()) {
        const std::string_view tag = tags.substr(0, tags.find(','));
        tags.remove_prefix(std::min(tags.size(), tag.size() + 1));
        const auto colon = tag.find(':');
        json.textAt(tag.substr(0, colon),
                    colon == std::string_view::npos ? std::string_view() : tag.substr(colon + 1));
    }
    json.endObject();
}

QByteArray TickJson::ready(const QStringList &statsd, const std::vector<SourceStatus> &others)
{
    m_json.beginObject();
    m_json.text("event", "ready");
    if (!statsd.isEmpty())
        m_json.text("statsd", statsd.front().toStdString());
    if (statsd.size() > 1) {
        m_json.beginArray("statsdAddresses");
        for (const QString &address : statsd)
            m_json.textItem(address.toStdString());
        m_json.endArray();
    }
    for (const SourceStatus &each : others) {
        if (const auto key = listenerKey(net::kindOf(each.id));
            !key.empty() && each.state == net::Source::State::Running)
            m_json.text(key, each.address.toStdString());
    }
    if (!others.empty()) {
        m_json.beginArray("sources");
        for (const SourceStatus &each : others)
            source(each);
        m_json.endArray();
    }
    m_json.endObject();
    return m_json.takeLine();
}

QByteArray TickJson::tick(const net::Tick &tick, const std::vector<SourceStatus> &sources,
                          const WatchCounts &counts)
{
    m_json.beginObject();
    m_json.text("event", "tick");
    m_json.seconds("t", (tick.time.time_since_epoch() + tick.wallOffset).count());
    m_json.number("elapsed", std::chrono::duration<double>(tick.elapsed).count());

    m_json.beginArray("metrics");
    m_touched.assign(m_all ? net::index(tick.endNew) : 0, false);
    for (const net::MetricResult &result : tick.results) {
        metric(result);
        if (m_all && net::index(result.id) < m_touched.size())
            m_touched[net::index(result.id)] = true;
    }
    for (std::size_t i = 0; i < m_touched.size(); ++i) {
        const auto id = net::MetricId{static_cast<std::uint32_t>(i)};
        if (!m_touched[i] && m_registry.info(id).source != net::SignalSource)
            idle(id, tick.time);
    }
    m_json.endArray();

    m_json.beginArray("signals");
    for (const net::SignalValues &values : tick.signalValues) {
        if (values.application < tick.applications.size())
            signal(tick.applications[values.application], values);
    }
    m_json.endArray();
    m_json.beginArray("sources");
    for (const SourceStatus &each : sources) {
        if (each.id == net::StatsdSource)
            source(each, tick.statsd);
        else
            source(each);
    }
    m_json.endArray();
    if (!tick.notes.empty()) {
        m_json.beginArray("lines");
        for (const net::LineNote &note : tick.notes)
            line(note);
        m_json.endArray();
    }
    if (!tick.annotations.empty()) {
        m_json.beginArray("annotations");
        for (const net::Annotation &each : tick.annotations)
            annotation(each);
        m_json.endArray();
    }
    self(tick, counts);
    m_json.endObject();
    return m_json.takeLine();
}

void TickJson::begin(net::MetricId id)
{
    const net::MetricInfo &info = m_registry.info(id);
    m_json.beginObject();
    m_json.text("name", info.name);
    if (const std::string graphite = net::graphiteName(info.name); graphite != info.name)
        m_json.text("graphite", graphite);
    writeTags(m_json, info.tags);
    m_json.text("kind", net::kindName(info.kind));
    m_json.text("source", sourceIdName(info.source));
}

void TickJson::metric(const net::MetricResult &result)
{
    begin(result.id);
    switch (result.kind) {
    case net::MetricKind::Counter:
        counter(result);
        break;
    case net::MetricKind::Gauge:
        m_json.number("value", result.value);
        m_json.number("age", 0);
        break;
    case net::MetricKind::Set:
        m_json.number("count", result.value);
        break;
    case net::MetricKind::Timer:
    case net::MetricKind::Histogram:
    case net::MetricKind::Distribution:
        timer(result);
        break;
    }
    m_json.endObject();
}

void TickJson::counter(const net::MetricResult &result)
{
    m_json.number("count", result.count);
    m_json.number("rate", result.rate);
    m_json.number("total", result.total);
    m_json.number("up", result.up);
    m_json.number("down", result.down);
}

void TickJson::idle(net::MetricId id, net::Time now)
{
    const net::MetricKind kind = m_registry.info(id).kind;
    const net::Latest latest = m_store.latest(id);
    begin(id);
    if (kind == net::MetricKind::Gauge) {
        if (latest.any) {
            m_json.number("value", latest.value);
            m_json.number("age", std::chrono::duration<double>(now - latest.seen).count());
        }
    } else {
        m_json.number("count", 0);
        if (kind != net::MetricKind::Set)
            m_json.number("rate", 0);
        if (kind == net::MetricKind::Counter) {
            m_json.number("total", latest.total);
            m_json.number("up", 0);
            m_json.number("down", 0);
        } else if (net::isSampled(kind)) {
            m_json.integer("samples", 0);
        }
    }
    m_json.endObject();
}

void TickJson::signal(const net::Application &application, const net::SignalValues &values)
{
    m_json.beginObject();
    m_json.text("application", application.name);
    m_json.text("preset", application.preset);
    const auto number = [this](std::string_view key, const std::optional<double> &value) {
        if (value)
            m_json.number(key, *value);
    };
    number("requestRate", values.requestRate);
    if (values.latencyMean) {
        m_json.beginObject("latency");
        number("mean", values.latencyMean);
        number("p50", values.latencyP50);
        number("p95", values.latencyP95);
        number("p99", values.latencyP99);
        number("std", values.latencyDeviation);
        m_json.text("unit", "ms");
        m_json.endObject();
    }
    number("activeUsers", values.activeUsers);
    number("totalUsers", values.totalUsers);
    number("logins", values.logins);
    number("logouts", values.logouts);
    number("inFlight", values.inFlight);
    number("errorRate", values.errorRate);
    if (application.notes) {
        m_json.beginArray("notes");
        for (const auto note : {net::SignalNote::TimerUnitMicroseconds, net::SignalNote::UsersSinceStart,
                                net::SignalNote::TimerUnitDoubtful, net::SignalNote::MoreEndsThanStarts}) {
            if (application.notes & static_cast<net::SignalNotes>(note))
                m_json.textItem(noteName(note));
        }
        m_json.endArray();
    }
    m_json.endObject();
}

void TickJson::beginSource(const SourceStatus &source)
{
    m_json.beginObject();
    m_json.text("id", sourceIdName(source.id));
    m_json.text("kind", sourceName(source.id));
    m_json.text("state", stateName(source.state));
    if (source.error != net::SourceError::None)
        m_json.text("error", net::sourceErrorName(source.error));
    if (!source.detail.isEmpty())
        m_json.text("detail", source.detail.toStdString());
    m_json.text("address", source.address.toStdString());
}

void TickJson::source(const SourceStatus &source)
{
    beginSource(source);
    const net::SourceCounts &counts = source.counts;
    m_json.integer("received", counts.received);
    m_json.integer("items", counts.items);
    m_json.integer("rejected", counts.rejected);
    m_json.integer("bytes", counts.bytes);
    if (net::isPolled(net::kindOf(source.id))) {
        m_json.integer("polls", counts.polls);
        m_json.integer("failedPolls", counts.failedPolls);
    }
    if (counts.lastPoll > 0) {
        m_json.seconds("lastPoll", counts.lastPoll);
        m_json.seconds("lastPollTook", counts.lastPollTook.count());
    }
    m_json.integer("refusedSeries", counts.refusedSeries);
    m_json.integer("applications", counts.applications);
    if (source.notes != 0) {
        m_json.beginArray("notes");
        for (const auto note : {net::SourceNote::SeveralWorkers, net::SourceNote::DamagedLines,
                                net::SourceNote::SomeTargetsFail}) {
            if (source.notes & static_cast<net::SourceNotes>(note))
                m_json.textItem(net::sourceNoteName(note));
        }
        m_json.endArray();
    }
    m_json.endObject();
}

void TickJson::source(const SourceStatus &source, const net::IngestCounts &counts)
{
    beginSource(source);
    m_json.integer("packets", counts.packets);
    m_json.integer("lines", counts.lines);
    m_json.integer("accepted", counts.accepted);
    m_json.integer("rejected", counts.rejected);
    m_json.integer("kernelDrops", counts.kernelDrops);
    m_json.endObject();
}

void TickJson::line(const net::LineNote &note)
{
    m_json.beginObject();
    m_json.text("line", note.line);
    m_json.text("verdict", net::verdictName(note.report.verdict));
    m_json.text("reason", net::issueName(note.report.issue));
    m_json.integer("at", note.report.at);
    if (note.report.hint != net::LineHint::None)
        m_json.text("hint", net::hintName(note.report.hint));
    if (!note.peer.empty())
        m_json.text("from", note.peer);
    m_json.endObject();
}

void TickJson::annotation(const net::Annotation &annotation)
{
    static constexpr std::array Levels{"info", "success", "warning", "error"};
    static constexpr std::array Statuses{"ok", "warning", "critical", "unknown"};
    const bool event = annotation.kind == net::Annotation::Kind::Event;
    m_json.beginObject();
    m_json.text("kind", event ? "event" : "check");
    m_json.text(event ? "level" : "status", (event ? Levels : Statuses)[annotation.level & 3U]);
    m_json.text("title", annotation.title);
    if (!annotation.text.empty())
        m_json.text("text", annotation.text);
    writeTags(m_json, annotation.tags);
    m_json.endObject();
}

void TickJson::self(const net::Tick &tick, const WatchCounts &counts)
{
    for (; m_seen < net::index(tick.endNew); ++m_seen) {
        if (m_registry.info(net::MetricId{static_cast<std::uint32_t>(m_seen)}).source == net::SignalSource)
            ++m_signals;
    }
    m_json.beginObject("self");
    m_json.integer("series", tick.self.series - std::min(m_signals, tick.self.series));
    m_json.integer("refusedSeries", tick.statsd.refusedSeries);
    m_json.integer("mergedBatches", counts.mergedTicks);
    m_json.integer("unwrittenTicks", counts.unwritten);
    m_json.integer("refusedSignalMetrics", tick.self.refusedSignalMetrics);
    m_json.integer("rssBytes", tick.self.rssBytes);
    m_json.endObject();
}

} // namespace metriscope::app
