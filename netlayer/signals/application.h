// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/signals/preset.h"
#include "netlayer/types/metric.h"

#include <cstdint>
#include <optional>
#include <string>

namespace metriscope::net
{

enum class SignalNote : std::uint8_t {
    TimerUnitMicroseconds = 1, ///< the timers are read as microseconds though the line says ms
    UsersSinceStart = 2,       ///< no gauge was seen yet: active users count from the first delta
    TimerUnitDoubtful = 4,     ///< the values contradict the unit in force
    MoreEndsThanStarts = 8     ///< fewer requests started than finished: in flight stands at 0
};
using SignalNotes = std::uint8_t; ///< bits of SignalNote

/// A signal is a series like any other, written by the signal engine under SignalSource: charts, boards and
/// exports read it from the store. NoMetric where the application has nothing that feeds it.
struct Application {
    std::string name;
    std::string preset;
    MetricId requestRate = NoMetric; ///< counter, unit Requests: read Rate
    MetricId latency = NoMetric;     ///< timer in milliseconds: read Quantile, Mean
    MetricId activeUsers = NoMetric; ///< gauge, unit Users
    MetricId totalUsers = NoMetric;  ///< gauge, unit Users
    MetricId userChanges = NoMetric; ///< counter: Up = logins, Down = logouts
    MetricId inFlight = NoMetric;    ///< gauge
    MetricId errors = NoMetric;      ///< counter
    // Of a source that tells mean and deviation: gauges in milliseconds; the band is one deviation to each
    // side, and does not reach below 0.
    MetricId latencyMean = NoMetric, latencyBandLower = NoMetric, latencyBandUpper = NoMetric;
    SignalNotes notes = 0;
    TimerUnit timerUnit = TimerUnit::Milliseconds;  ///< in force for its timers
    TimerUnit presetUnit = TimerUnit::Milliseconds; ///< what it would be without a rule of the reader
    bool hasTimers = false;
};

/// The values of one application in one tick; absent where nothing was measured. Latency in milliseconds.
struct SignalValues {
    std::uint32_t application = 0; ///< index into Tick::applications
    std::optional<double> requestRate, latencyMean, latencyP50, latencyP95, latencyP99;
    std::optional<double> latencyDeviation; ///< where the source tells it
    std::optional<double> activeUsers, totalUsers, logins, logouts, inFlight, errorRate;
};

} // namespace metriscope::net
