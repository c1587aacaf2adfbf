// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/polledfeed.h"
#include "netlayer/engine/source.h"
#include "netlayer/gstats/statsreply.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace metriscope::net
{

/// What the polls of one gstats collector add up to: metrics named after its prefixes, and the counts of the
/// source. Written by one poller, on its thread; counts() may be asked from any.
///
/// Of a prefix: counters `started` and `finished`, timer `time`, gauges `in_flight`, `time.avg`, `time.std`.
class GstatsFindings final
{
public:
    explicit GstatsFindings(std::size_t maxPrefixes = 2000);

    [[nodiscard]] PolledFeed &feed() noexcept { return m_feed; }

    /// The next answer tells where to count from and nothing else, as the first one does: what happened
    /// before is not known well enough to be drawn.
    void rebase() noexcept { m_counting = false; }
    /// A poll that brought an answer: `times` only where RTIMES can be asked. `covers`: the time since the
    /// one before.
    void take(const StatsReply &stats, const TimesReply *times, Millis covers);
    /// A poll came to its end at `wall`, milliseconds since the epoch.
    void countPoll(bool succeeded, std::size_t bytes, std::int64_t wall, Millis took);
    [[nodiscard]] SourceCounts counts() const;

private:
    enum Metric : std::size_t { Started, Finished, TimeOf, InFlight, Average, Deviation, Metrics };
    struct Prefix {
        std::array<LocalId, Metrics> ids{};
        std::uint64_t started = 0, finished = 0; ///< as last told
        std::vector<double> times;               ///< likewise; empty for one that has none
        std::uint32_t lastPoll = 0;              ///< that it was part of
    };
    [[nodiscard]] Prefix *prefixOf(const PrefixStats &stats); ///< null beyond the cap
    /// Returns how many more have finished.
    std::uint64_t addTotals(Prefix &prefix, const PrefixStats &stats);
    void addTimes(Prefix &prefix, const PrefixTimes &told, std::uint64_t expected);
    void forget(Prefix &prefix);
    void add(std::size_t metric, const Prefix &prefix, std::uint64_t by);
    void set(std::size_t metric, const Prefix &prefix, double value);

    const std::size_t m_maxPrefixes;
    PolledFeed m_feed;
    std::map<std::string, Prefix, std::less<>> m_prefixes;
    std::uint32_t m_poll = 0;
    bool m_counting = false; ///< a whole answer came before this one
    mutable std::mutex m_mutex;
    SourceCounts m_counts; ///< under the mutex
};

/// The name of a metric of a prefix; a prefix may hold any byte, a name no newline.
[[nodiscard]] std::string gstatsMetricName(std::string_view prefix, std::string_view what);

} // namespace metriscope::net
