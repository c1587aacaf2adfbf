// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/polledfeed.h"
#include "netlayer/prometheus/familyreader.h"
#include "netlayer/prometheus/quantiles.h"
#include "netlayer/prometheus/workergroup.h"
#include "netlayer/types/time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace metriscope::net
{

/// A gauge by its name and some of its labels.
struct GaugeChoice {
    std::string name;
    std::vector<std::pair<std::string, std::string>> labels;
};
/// Reads `name` or `name{label="value",...}`.
[[nodiscard]] std::optional<GaugeChoice> readGaugeChoice(std::string_view text);

/// What one answer of one target holds, by the numbers of a SeriesBook.
struct ScrapedValues {
    struct Level {
        std::uint32_t series = 0;
        double value = 0;
    };
    std::optional<double> startTime; ///< process_start_time_seconds
    std::vector<Reading> totals;
    std::vector<Level> levels;
};

/// Knows the series of one application, whichever of its targets has them, and makes metrics of them: totals
/// become counts, buckets and quantiles distributions, the values of several workers one sum. The labels `le`
/// and `quantile` make no series. Lives on one thread.
class SeriesBook final
{
public:
    static constexpr std::size_t MaxSeries = 500'000; ///< buckets counted one by one
    static constexpr std::size_t MaxText = 2048;      ///< bytes of the name and labels of a series
    static constexpr std::string_view ActiveUsersName = "metriscope_active_users";
    /// Requests that Django has begun and not answered. The counters alone would keep those of a worker that
    /// was killed for ever.
    static constexpr std::string_view InFlightName = "metriscope_requests_in_flight";

    explicit SeriesBook(PolledFeed &feed) : m_feed(feed) {}
    /// A copy of this gauge goes out as ActiveUsersName too, for the signals.
    void chooseActiveUsers(std::optional<GaugeChoice> choice) { m_activeUsers = std::move(choice); }

    /// Puts a sample among the values of an answer; false when there are too many series, or its text is too
    /// long to be kept.
    bool note(const FamilySample &sample, ScrapedValues &into);

    void beginRound(double now);
    void take(std::uint32_t target, ScrapedValues &&values);
    /// Hands everything to the feed. `covers`: since the round before.
    void endRound(Millis covers);
    [[nodiscard]] const WorkerGroup &group() const noexcept { return m_group; }
    [[nodiscard]] std::uint64_t refused() const noexcept { return m_refused + m_feed.refused(); }

private:
    static constexpr std::uint32_t None = 0xFFFFFFFFU;
    enum class Kind : std::uint8_t { Ignored, Counter, Gauge, StartTime, Bucket, Count, Sum, Quantile };
    /// How the levels of several workers become one.
    enum class Merge : std::uint8_t { Sum, Largest, Mean };
    struct Series {
        Kind kind = Kind::Ignored;
        Merge merge = Merge::Sum;
        bool activeUsers = false;
        bool countsScrape = false; ///< the request that asked for the metrics is in it, its response not yet
        LocalId metric = PolledFeed::NoMetric;
        std::uint32_t distribution = None;
        // of the round in hand
        double value = 0, before = 0;
        std::uint32_t times = 0;
    };
    struct Distribution {
        LocalId metric = PolledFeed::NoMetric;
        std::vector<std::pair<double, std::uint32_t>> bounds; ///< buckets or quantiles, ascending; series
        std::uint32_t count = None, sum = None;               ///< series
        bool summary = false, touched = false;
    };
    /// A counter that the feed does not know yet: it wants to know the total, which the round tells.
    struct NewCounter {
        std::uint32_t series = 0;
        std::string name, tags;
        Unit unit = Unit::None;
    };

    [[nodiscard]] std::uint32_t seriesOf(const FamilySample &sample);
    void learn(const FamilySample &sample, std::uint32_t number);
    void learnPart(const FamilySample &sample, std::uint32_t number);
    [[nodiscard]] bool isActiveUsers(const FamilySample &sample) const;
    void touch(std::uint32_t series, double value);
    void feedCounters();
    void feedLevels();
    void feedInFlight();
    void feedDistribution(const Distribution &distribution);

    PolledFeed &m_feed;
    WorkerGroup m_group;
    std::unordered_map<std::uint64_t, std::uint32_t> m_numbers;        ///< series by identity
    std::unordered_map<std::uint64_t, std::uint32_t> m_distributionOf; ///< by group
    std::vector<Series> m_series;
    std::vector<Distribution> m_distributions;
    std::vector<NewCounter> m_newCounters;
    std::vector<std::uint32_t> m_touched, m_touchedDistributions;
    std::vector<std::uint32_t> m_begun, m_answered; ///< series whose difference is in flight
    std::optional<GaugeChoice> m_activeUsers;
    bool m_throughView = false; ///< the answers are made by a view of the site that they measure
    std::string m_tags;         ///< scratch
    std::vector<Bucket> m_buckets;
    std::vector<QuantilePoint> m_points;
    std::uint64_t m_refused = 0;
};

} // namespace metriscope::net
