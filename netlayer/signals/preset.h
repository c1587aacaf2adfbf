// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/metric.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What a matched metric contributes to its application.
enum class SignalRole : std::uint8_t { RequestRate, Latency, ActiveUsers, TotalUsers, InFlight, Errors };
inline constexpr int SignalRoleCount = 6;
[[nodiscard]] std::string_view roleName(SignalRole role) noexcept; ///< "requestRate", "latency", ...

/// The unit a client writes into its timers, whatever the line calls it.
enum class TimerUnit : std::uint8_t { Microseconds, Milliseconds, Seconds };

/// `pattern` is a metric name in which `{application}` stands for the application's name (one or more
/// characters, greedy), `*` for one dotted part and `**` for any number of them.
struct SignalRule {
    SignalRole role = SignalRole::RequestRate;
    MetricKind kind = MetricKind::Counter;
    std::string pattern;
    friend bool operator==(const SignalRule &, const SignalRule &) = default;
};

/// Says which metrics make an application's signals. Data: the shipped ones stand in resources/presets.
struct Preset {
    std::string id;              ///< stable, e.g. "m3"
    std::string applicationName; ///< used where a pattern has no `{application}`
    TimerUnit timerUnit = TimerUnit::Milliseconds;
    bool foldTrailingDots = false; ///< `a.b.` and `a.b` are one application (the double dot of m3)
    std::vector<SignalRule> rules; ///< the first that matches a name counts
    friend bool operator==(const Preset &, const Preset &) = default;
};

/// Overrides the timer unit for the applications whose name begins with `prefix`.
struct TimerUnitRule {
    std::string prefix;
    TimerUnit unit = TimerUnit::Milliseconds;
    friend bool operator==(const TimerUnitRule &, const TimerUnitRule &) = default;
};

} // namespace metriscope::net
