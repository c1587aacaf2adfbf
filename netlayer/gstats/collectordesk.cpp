// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/collectordesk.h"

#include "netlayer/gstats/gstatsfindings.h"

#include <random>
#include <utility>

namespace metriscope::net
{
namespace
{

constexpr std::size_t MetricsOfPrefix = 4,
                      TimesReset = 2; ///< names outlive a reset, which makes room for others
constexpr std::int64_t LatelyMillis = 60'000;

std::uint64_t secretSeed()
{
    std::random_device device;
    return (std::uint64_t{device()} << 32U) | device();
}

} // namespace

CollectorDesk::CollectorDesk(const RequestBook::Limits &limits)
    : m_book(limits), m_aggregator({limits.prefixes * MetricsOfPrefix * TimesReset, 0}, secretSeed())
{
}

std::int64_t CollectorDesk::now() const
{
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void CollectorDesk::setCounting(RequestBook::Counting counting)
{
    const std::scoped_lock lock(m_mutex);
    m_book.setCounting(counting);
}

void CollectorDesk::reset()
{
    const std::scoped_lock lock(m_mutex);
    forget();
}

CollectorDesk::Tally &CollectorDesk::tallyOf(RequestBook::PrefixId prefix)
{
    while (m_tallies.size() <= prefix) {
        const std::string &name = m_book.name(static_cast<RequestBook::PrefixId>(m_tallies.size()));
        m_tallies.push_back({gstatsMetricName(name, "started"), gstatsMetricName(name, "finished"),
                             gstatsMetricName(name, "time"), gstatsMetricName(name, "in_flight")});
    }
    return m_tallies[prefix];
}

void CollectorDesk::add(std::string_view name, MetricKind kind, double value)
{
    Sample &sample = m_aggregator.draft();
    sample = BlankSample;
    sample.name = name;
    sample.kind = kind;
    sample.value = value;
    m_aggregator.accept();
}

void CollectorDesk::push(std::string_view prefix, std::string_view number)
{
    ++m_counts.received;
    const RequestBook::Taken taken = m_book.take(prefix, number, now());
    switch (taken.verdict) {
    case RequestBook::Verdict::Started:
    case RequestBook::Verdict::Finished:
        break;
    case RequestBook::Verdict::BadNumber:
    case RequestBook::Verdict::LongPrefix:
        ++m_counts.rejected;
        return;
    case RequestBook::Verdict::TooManyNames:
        ++m_counts.refusedSeries;
        return;
    }
    ++m_counts.items;
    Tally &tally = tallyOf(taken.prefix);
    if (!std::exchange(tally.touched, true))
        m_touched.push_back(taken.prefix);
    if (taken.verdict == RequestBook::Verdict::Started) {
        ++tally.moreStarted;
    } else {
        ++tally.moreFinished;
        add(tally.time, MetricKind::Timer, taken.millis);
    }
}

/// Counters go to the bank once a tick, as what they gained.
void CollectorDesk::hand()
{
    for (const RequestBook::PrefixId prefix : m_touched) {
        Tally &tally = m_tallies[prefix];
        const RequestBook::Totals &totals = m_book.totals(prefix);
        if (tally.moreStarted > 0)
            add(tally.started, MetricKind::Counter, std::exchange(tally.moreStarted, 0));
        if (tally.moreFinished > 0)
            add(tally.finished, MetricKind::Counter, std::exchange(tally.moreFinished, 0));
        add(tally.inFlight, MetricKind::Gauge, totals.inFlight());
        tally.touched = false;
    }
    m_touched.clear();
    m_aggregator.settle();
}

void CollectorDesk::forget()
{
    hand(); // what was counted was counted
    for (const Tally &tally : m_tallies)
        add(tally.inFlight, MetricKind::Gauge, 0);
    m_aggregator.settle();
    m_tallies.clear();
    m_book.reset();
}

std::unique_ptr<Bank> CollectorDesk::flip(std::unique_ptr<Bank> empty)
{
    const std::scoped_lock lock(m_mutex);
    hand();
    return m_aggregator.swap(empty ? std::move(empty) : std::make_unique<Bank>(),
                             std::chrono::steady_clock::now());
}

SourceCounts CollectorDesk::counts() const
{
    const std::scoped_lock lock(m_mutex);
    SourceCounts counts = m_counts;
    counts.refusedSeries += m_aggregator.refusedSeries();
    const std::int64_t since = now() - LatelyMillis;
    for (std::size_t prefix = 0; prefix < m_book.prefixes(); ++prefix)
        counts.applications += m_book.lastSeen(static_cast<RequestBook::PrefixId>(prefix)) >= since ? 1 : 0;
    return counts;
}

std::string CollectorDesk::Shift::answer(std::string_view request)
{
    std::string reply;
    if (request == "STATS") {
        m_desk.m_book.appendStats(reply, m_desk.now());
    } else if (request == "RTIMES") {
        m_desk.m_book.appendTimes(reply, m_desk.now());
    } else if (request == "RESET") {
        m_desk.forget();
        reply = "null";
    } else {
        reply = "ERROR";
    }
    return reply;
}

} // namespace metriscope::net
