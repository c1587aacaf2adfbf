// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/gstatsfindings.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace metriscope::net
{

std::string gstatsMetricName(std::string_view prefix, std::string_view what)
{
    std::string name(prefix);
    std::ranges::replace(name, '\n', '_');
    name += '.';
    name += what;
    return name;
}

GstatsFindings::GstatsFindings(std::size_t maxPrefixes)
    : m_maxPrefixes(maxPrefixes), m_feed(maxPrefixes * Metrics)
{
}

GstatsFindings::Prefix *GstatsFindings::prefixOf(const PrefixStats &stats)
{
    const auto known = m_prefixes.find(stats.prefix);
    if (known != m_prefixes.end())
        return &known->second;
    if (m_prefixes.size() >= m_maxPrefixes)
        return nullptr;
    Prefix &prefix = m_prefixes[stats.prefix];
    const auto metric = [&](std::string_view what, MetricKind kind, Unit unit, std::uint64_t total = 0) {
        return m_feed.metric(gstatsMetricName(stats.prefix, what), {}, kind, unit,
                             static_cast<double>(total));
    };
    if (!m_counting) {
        prefix.started = stats.started.value_or(0);
        prefix.finished = stats.finished.value_or(0);
    }
    prefix.ids[Started] = metric("started", MetricKind::Counter, Unit::Requests, prefix.started);
    prefix.ids[Finished] = metric("finished", MetricKind::Counter, Unit::Requests, prefix.finished);
    prefix.ids[TimeOf] = PolledFeed::NoMetric; // a source that never tells times has no such timer
    prefix.ids[InFlight] = metric("in_flight", MetricKind::Gauge, Unit::Requests);
    prefix.ids[Average] = metric("time.avg", MetricKind::Gauge, Unit::Milliseconds);
    prefix.ids[Deviation] = metric("time.std", MetricKind::Gauge, Unit::Milliseconds);
    return &prefix;
}

void GstatsFindings::add(std::size_t metric, const Prefix &prefix, std::uint64_t by)
{
    if (prefix.ids[metric] != PolledFeed::NoMetric && by > 0)
        m_feed.addCount(prefix.ids[metric], static_cast<double>(by));
}

void GstatsFindings::set(std::size_t metric, const Prefix &prefix, double value)
{
    if (prefix.ids[metric] != PolledFeed::NoMetric)
        m_feed.setGauge(prefix.ids[metric], value);
}

/// The collector started again or was told to forget: it counts from 0.
void GstatsFindings::forget(Prefix &prefix)
{
    prefix.started = prefix.finished = 0;
    prefix.times.clear();
}

std::uint64_t GstatsFindings::addTotals(Prefix &prefix, const PrefixStats &stats)
{
    const std::uint64_t started = stats.started.value_or(prefix.started);
    const std::uint64_t finished = stats.finished.value_or(prefix.finished);
    if (started < prefix.started || finished < prefix.finished)
        forget(prefix);
    const std::uint64_t fresh = finished - prefix.finished;
    if (m_counting) {
        add(Started, prefix, started - prefix.started);
        add(Finished, prefix, fresh);
    }
    prefix.started = started;
    prefix.finished = finished;
    // below zero after a RESET, and where only ends are pushed
    set(InFlight, prefix, static_cast<double>(started) - static_cast<double>(finished));
    if (stats.average)
        set(Average, prefix, *stats.average);
    if (stats.deviation)
        set(Deviation, prefix, *stats.deviation);
    return fresh;
}

void GstatsFindings::addTimes(Prefix &prefix, const PrefixTimes &told, std::uint64_t expected)
{
    const std::vector<double> &now = told.millis;
    if (prefix.ids[TimeOf] == PolledFeed::NoMetric)
        prefix.ids[TimeOf] =
            m_feed.metric(gstatsMetricName(told.prefix, "time"), {}, MetricKind::Timer, Unit::Milliseconds);
    const std::size_t fresh = m_counting ? newTimes(prefix.times, now, expected) : 0;
    if (prefix.ids[TimeOf] != PolledFeed::NoMetric) {
        for (const double time : std::span(now).last(fresh)) {
            if (std::isfinite(time))
                m_feed.addSample(prefix.ids[TimeOf], time);
        }
    }
    prefix.times = now;
}

void GstatsFindings::take(const StatsReply &stats, const TimesReply *times, Millis covers)
{
    ++m_poll;
    std::uint64_t refused = 0;
    m_feed.beginPoll();
    for (std::size_t i = 0; i < stats.prefixes.size(); ++i) {
        const PrefixStats &one = stats.prefixes[i];
        Prefix *prefix = prefixOf(one);
        if (prefix == nullptr) {
            ++refused;
            continue;
        }
        const std::uint64_t fresh = addTotals(*prefix, one);
        prefix->lastPoll = m_poll;
        if (times == nullptr)
            continue;
        const auto &all = times->prefixes; // in the same order, unless one came in between
        const auto found = i < all.size() && all[i].prefix == one.prefix
                               ? all.begin() + static_cast<std::ptrdiff_t>(i)
                               : std::ranges::find(all, one.prefix, &PrefixTimes::prefix);
        if (found != all.end())
            addTimes(*prefix, *found, fresh);
    }
    if (stats.issue == ReplyIssue::None) {
        for (auto &[name, prefix] : m_prefixes) {
            if (prefix.lastPoll == m_poll || prefix.started + prefix.finished == 0)
                continue;
            forget(prefix); // it has been reset, and nothing came since
            set(InFlight, prefix, 0);
        }
        m_counting = true;
    }
    m_feed.endPoll(covers);

    const std::scoped_lock lock(m_mutex);
    m_counts.items += stats.prefixes.size();
    m_counts.rejected += stats.damaged + (times != nullptr ? times->damaged : 0);
    m_counts.refusedSeries = m_feed.refused() + refused;
    m_counts.applications = static_cast<std::uint32_t>(stats.prefixes.size());
}

void GstatsFindings::countPoll(bool succeeded, std::size_t bytes, std::int64_t wall, Millis took)
{
    const std::scoped_lock lock(m_mutex);
    ++m_counts.polls;
    m_counts.failedPolls += succeeded ? 0 : 1;
    m_counts.received += succeeded ? 1 : 0;
    m_counts.bytes += bytes;
    m_counts.lastPoll = wall;
    m_counts.lastPollTook = took;
}

SourceCounts GstatsFindings::counts() const
{
    const std::scoped_lock lock(m_mutex);
    return m_counts;
}

} // namespace metriscope::net
