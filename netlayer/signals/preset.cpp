// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/signals/preset.h"

namespace metriscope::net
{

std::string_view roleName(SignalRole role) noexcept
{
    switch (role) {
    case SignalRole::RequestRate:
        return "requestRate";
    case SignalRole::Latency:
        return "latency";
    case SignalRole::ActiveUsers:
        return "activeUsers";
    case SignalRole::TotalUsers:
        return "totalUsers";
    case SignalRole::InFlight:
        return "inFlight";
    case SignalRole::Errors:
        return "errors";
    case SignalRole::LatencyMean:
        return "latencyMean";
    case SignalRole::LatencyDeviation:
        return "latencyDeviation";
    }
    return {};
}

std::string_view timerUnitName(TimerUnit unit) noexcept
{
    switch (unit) {
    case TimerUnit::Microseconds:
        return "us";
    case TimerUnit::Milliseconds:
        return "ms";
    case TimerUnit::Seconds:
        return "s";
    }
    return {};
}

std::optional<TimerUnit> timerUnitOf(std::string_view name) noexcept
{
    for (const auto unit : {TimerUnit::Microseconds, TimerUnit::Milliseconds, TimerUnit::Seconds}) {
        if (timerUnitName(unit) == name)
            return unit;
    }
    return std::nullopt;
}

double millisecondsPer(TimerUnit unit) noexcept
{
    switch (unit) {
    case TimerUnit::Microseconds:
        return 0.001;
    case TimerUnit::Milliseconds:
        break;
    case TimerUnit::Seconds:
        return 1000;
    }
    return 1;
}

bool feeds(SignalRole role, MetricKind kind) noexcept
{
    switch (role) {
    case SignalRole::RequestRate:
    case SignalRole::Errors:
        return kind == MetricKind::Counter || isSampled(kind);
    case SignalRole::Latency:
        return isSampled(kind);
    case SignalRole::ActiveUsers:
    case SignalRole::TotalUsers:
        return kind == MetricKind::Gauge || kind == MetricKind::Counter;
    case SignalRole::InFlight:
        return kind == MetricKind::Gauge || kind == MetricKind::Counter;
    case SignalRole::LatencyMean:
    case SignalRole::LatencyDeviation:
        return kind == MetricKind::Gauge;
    }
    return false;
}

Preset GenericPreset::preset() const
{
    Preset result;
    result.id = Id;
    result.applicationName = applicationName;
    result.timerUnit = timerUnit;
    const auto add = [&](SignalRole role, MetricKind kind, const std::string &pattern) {
        if (!pattern.empty())
            result.rules.push_back({role, kind, pattern});
    };
    add(SignalRole::RequestRate, MetricKind::Counter, requestRate);
    add(SignalRole::Latency, MetricKind::Timer, latency);
    add(SignalRole::ActiveUsers, MetricKind::Gauge, activeUsers);
    add(SignalRole::ActiveUsers, MetricKind::Counter, activeUsers);
    add(SignalRole::Errors, MetricKind::Counter, errors);
    return result;
}

} // namespace metriscope::net
