// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/metric.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What a matched metric contributes to its application.
enum class SignalRole : std::uint8_t {
    RequestRate,
    Latency,
    ActiveUsers,
    TotalUsers,
    InFlight,
    Errors,
    LatencyMean,     ///< a gauge: of a source that tells the mean and no samples
    LatencyDeviation ///< a gauge: the standard deviation that goes with it
};
inline constexpr int SignalRoleCount = 8;
[[nodiscard]] std::string_view roleName(SignalRole role) noexcept; ///< "requestRate", "latency", ...

/// The unit a client writes into its timers, whatever the line calls it.
enum class TimerUnit : std::uint8_t { Microseconds, Milliseconds, Seconds };
/// As written into presets and on the command line: "us", "ms", "s".
[[nodiscard]] std::string_view timerUnitName(TimerUnit unit) noexcept;
[[nodiscard]] std::optional<TimerUnit> timerUnitOf(std::string_view name) noexcept;
[[nodiscard]] double millisecondsPer(TimerUnit unit) noexcept;

/// Whether a metric of this kind can carry the role: a rate comes from a counter or from the samples of a
/// timer, users from a gauge and from the counter of the same name, requests in flight from a gauge or from
/// the totals of counters, added with their signs.
[[nodiscard]] bool feeds(SignalRole role, MetricKind kind) noexcept;

/// `pattern` is a metric name in which `{application}` stands for the application's name (one or more
/// characters, greedy), `*` for one or more characters without a dot, and `**` for any number of dotted
/// parts, none included. A rule for timers takes every sampled kind.
struct SignalRule {
    /// The metric has this tag, with a value that the pattern matches, in which `*` stands for anything.
    struct Tag {
        std::string key, value;
        friend bool operator==(const Tag &, const Tag &) = default;
    };
    SignalRole role = SignalRole::RequestRate;
    MetricKind kind = MetricKind::Counter;
    std::string pattern;
    std::vector<Tag> tags = {}; ///< all of them
    bool negative = false;      ///< InFlight: is taken off
    friend bool operator==(const SignalRule &, const SignalRule &) = default;
};

/// Says which metrics make an application's signals. Data: the shipped ones stand in resources/presets.
struct Preset {
    std::string id;              ///< stable, e.g. "m3"
    std::string applicationName; ///< used where a pattern has no `{application}`
    TimerUnit timerUnit = TimerUnit::Milliseconds;
    bool foldTrailingDots = false;         ///< `a.b.` and `a.b` are one application (the double dot of m3)
    std::vector<SignalRule> rules;         ///< of those that match a name, the first of each role counts
    std::optional<SourceKind> source = {}; ///< only metrics of this family; none: of all
    /// What is left out before the last part of the name: `a.instance_b` is `a.b`, as m3 calls itself.
    std::string lastPartMark = {};
    /// Where a pattern has no `{application}`, the name comes from the source, see Source::application().
    bool applicationOfSource = false;
    /// Where two sources have an application of one name, they are two applications.
    bool sourcesApart = false;
    friend bool operator==(const Preset &, const Preset &) = default;
};

/// What the user of a client without a preset of its own says in the window. Empty patterns feed nothing.
struct GenericPreset {
    static constexpr std::string_view Id = "generic";
    std::string applicationName = "application";
    std::string requestRate, latency, activeUsers, errors; ///< patterns, see SignalRule
    TimerUnit timerUnit = TimerUnit::Milliseconds;

    [[nodiscard]] Preset preset() const;
    friend bool operator==(const GenericPreset &, const GenericPreset &) = default;
};

/// Overrides the timer unit of the applications whose name, or the name of whose first timer, begins with
/// `prefix`, in which `*` stands for anything. The longest prefix that fits counts.
struct TimerUnitRule {
    std::string prefix;
    TimerUnit unit = TimerUnit::Milliseconds;
    friend bool operator==(const TimerUnitRule &, const TimerUnitRule &) = default;
};

} // namespace metriscope::net
