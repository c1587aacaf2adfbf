// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

enum class ReplyIssue : std::uint8_t {
    None,
    Fault,   ///< the bytes ERROR: the collector does not know the command
    NotJson, ///< something else altogether
    Damaged  ///< ends or goes wrong in the middle: what stands before it is there
};

/// What one prefix is said to have done. What is absent, null, not finite or no number is not there.
struct PrefixStats {
    std::string prefix; ///< bytes: escapes are undone, also those of `surrogateescape`
    std::optional<std::uint64_t> started, finished;
    std::optional<double> average, deviation; ///< milliseconds, over the collector's window
};

struct StatsReply {
    std::vector<PrefixStats> prefixes;
    std::uint32_t damaged = 0; ///< values that were not taken: NaN, of another type, prefixes over the cap
    ReplyIssue issue = ReplyIssue::None;
    std::size_t at = 0; ///< byte of the issue
};

struct PrefixTimes {
    std::string prefix;
    /// In the order in which they arrived. NaN where there is no finite number: the place counts.
    std::vector<double> millis;
};

struct TimesReply {
    std::vector<PrefixTimes> prefixes;
    std::uint32_t damaged = 0;
    ReplyIssue issue = ReplyIssue::None;
    std::size_t at = 0;
};

/// The answers of gstats-collectd to STATS and RTIMES: JSON as Python writes it, which knows NaN, Infinity
/// and -Infinity. One damaged value costs that value. Bounded: MaxPrefixes, MaxTimes in all, MaxDepth.
inline constexpr std::size_t MaxReplyPrefixes = 10'000, MaxReplyTimes = 4'000'000;
[[nodiscard]] StatsReply readStatsReply(std::string_view bytes);
[[nodiscard]] TimesReply readTimesReply(std::string_view bytes);
/// The answer to RESET.
[[nodiscard]] bool isNullReply(std::string_view bytes) noexcept;

/// How many of `now`, from its end, came since `before` was read: the collector's window loses at its front
/// and gains at its end. `expected`: how far its counter of finished requests went meanwhile; it decides
/// where the same times repeat. An empty `before` means that all is new.
[[nodiscard]] std::size_t newTimes(const std::vector<double> &before, const std::vector<double> &now,
                                   std::optional<std::uint64_t> expected);

} // namespace metriscope::net
