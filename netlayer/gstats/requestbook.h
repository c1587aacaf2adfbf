// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace metriscope::net
{

/// What a gstats collector keeps of each prefix: requests started and finished since the last reset, and the
/// times of those that finished within the window, with running sums, so that STATS costs the same however
/// many there are. Pure; the caller gives the time.
class RequestBook final
{
public:
    /// Sensible: an empty number is a start, any other a request that finished. Original: as gstats-collectd
    /// counts, for which `0` is a start as well, so that each request under a millisecond starts twice.
    enum class Counting : std::uint8_t { Sensible, Original };
    enum class Verdict : std::uint8_t {
        Started,
        Finished,
        BadNumber,   ///< no number, or one that is not finite
        LongPrefix,  ///< over Limits::prefixBytes
        TooManyNames ///< a new prefix when there are Limits::prefixes
    };
    struct Limits {
        std::size_t prefixes = 2000, prefixBytes = 512;
        std::size_t samples = 2'000'000; ///< in all windows together; then the oldest go before their time
        std::int64_t windowMillis = 600'000; ///< how long a time is kept
        friend bool operator==(const Limits &, const Limits &) = default;
    };
    /// Of one prefix. Dense, in order of first sight; never reused before reset.
    using PrefixId = std::uint32_t;
    struct Taken {
        Verdict verdict = Verdict::Started;
        PrefixId prefix = 0;
        double millis = 0; ///< of a request that finished
    };
    struct Totals {
        std::uint64_t started = 0, finished = 0;
        /// Below zero after a reset, and where only ends are pushed.
        [[nodiscard]] double inFlight() const noexcept
        {
            return static_cast<double>(started) - static_cast<double>(finished);
        }
    };

    explicit RequestBook(const Limits &limits, Counting counting = Counting::Sensible);

    /// `now`: milliseconds of a clock that does not jump, never falling.
    [[nodiscard]] Taken take(std::string_view prefix, std::string_view number, std::int64_t now);
    void reset();
    void setCounting(Counting counting) { m_counting = counting; }

    /// Appends what gstats-collectd answers to STATS and to RTIMES: Python's json.dumps of both.
    void appendStats(std::string &out, std::int64_t now);
    void appendTimes(std::string &out, std::int64_t now);

    [[nodiscard]] std::size_t prefixes() const noexcept { return m_entries.size(); }
    [[nodiscard]] const std::string &name(PrefixId prefix) const { return m_entries[prefix].name; }
    [[nodiscard]] const Totals &totals(PrefixId prefix) const { return m_entries[prefix].totals; }
    [[nodiscard]] std::int64_t lastSeen(PrefixId prefix) const { return m_entries[prefix].lastSeen; }
    [[nodiscard]] std::size_t samples() const noexcept { return m_samples; }
    [[nodiscard]] std::uint64_t evictedSamples() const noexcept { return m_evicted; } ///< before their time

private:
    struct Timed {
        std::int64_t at;
        double millis;
    };
    struct Entry {
        std::string name;
        Totals totals;
        std::int64_t lastSeen = 0;
        std::deque<Timed> window;
        // Of the distances from `origin`, the first time since the window was empty: times that lie close
        // together must not lose their deviation.
        long double sum = 0, sumSquares = 0;
        double origin = 0;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept
        {
            return std::hash<std::string_view>()(text);
        }
    };
    void keep(Entry &entry, double millis, std::int64_t now);
    void dropFirst(Entry &entry);
    void makeRoom(Entry &entry);
    void expire(Entry &entry, std::int64_t now);

    Limits m_limits;
    Counting m_counting;
    std::deque<Entry> m_entries;
    std::unordered_map<std::string, PrefixId, Hash, std::equal_to<>> m_ids;
    std::size_t m_samples = 0;
    std::uint64_t m_evicted = 0;
};

/// A time as it is pushed: an integer, a decimal, an exponent, blanks around it; none for anything else.
/// Empty is no number.
[[nodiscard]] bool readPushedNumber(std::string_view text, double &millis) noexcept;

} // namespace metriscope::net
