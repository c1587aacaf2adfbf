// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/metric.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// What a pystatsd tells of itself by `istats`, in its order. Those from GaugeCount to TimersDuration,
/// RenderTime, RenderTotal, PublishTime and FlushDuration are absent before its first flush.
enum class MonitorField : std::uint8_t {
    StartTime,
    FlushErrors,
    PendingStats,
    PublishSocketErrors,
    PublishUnknownErrors,
    MetricsDiscarded,
    BatchCount,
    BatchDiscarded,
    PublishDuration,
    GaugeCount,
    GaugeDuration,
    SetCount,
    SetDuration,
    CounterCount,
    CounterDuration,
    TimerCount,
    TimerDuration,
    RenderTime,
    RenderTotal,
    PublishTime,
    FlushDuration
};
inline constexpr std::size_t MonitorFieldCount = 21;

struct MonitorFieldInfo {
    enum class Nature : std::uint8_t {
        Moment,    ///< seconds since the epoch
        Forgotten, ///< counts up and is set to 0 every minute
        Count,     ///< counts up for good
        Level,     ///< of the flush interval that runs, or of the last one
        Duration   ///< seconds; 0 may stand for less than a millisecond
    };
    std::string_view key; ///< in the answer
    Nature nature = Nature::Level;
    /// Of the metric made of it: the key, except that of a moment its age is drawn.
    std::string_view metric;
};

[[nodiscard]] const MonitorFieldInfo &monitorField(MonitorField field) noexcept;
using MonitorValues = std::array<std::optional<double>, MonitorFieldCount>;

struct MonitorReading {
    MonitorValues values;
    std::uint32_t damaged = 0; ///< values of known fields that are no finite number
    bool whole = false;        ///< read to its end, and an object
    std::size_t at = 0;        ///< byte where reading stopped
};

/// The string that `istats` answers: JSON as Python writes it. Unknown keys are passed over.
[[nodiscard]] MonitorReading readMonitorValues(std::string_view json);
/// The same as a pystatsd writes it; whole numbers without a point where it has whole numbers.
[[nodiscard]] std::string monitorJson(const MonitorValues &values);

} // namespace metriscope::net
