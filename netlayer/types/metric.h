// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace metriscope::net
{

/// Dense, given in order of first sight, never reused while the program runs.
enum class MetricId : std::uint32_t {};
inline constexpr MetricId NoMetric{0xFFFFFFFFU};
[[nodiscard]] constexpr std::uint32_t index(MetricId id) noexcept
{
    return static_cast<std::uint32_t>(id);
}

enum class MetricKind : std::uint8_t { Counter, Gauge, Timer, Set, Histogram, Distribution };
inline constexpr int MetricKindCount = 6;

/// Timers, statsd histograms and distributions: they keep samples, and a sketch per point.
[[nodiscard]] constexpr bool isSampled(MetricKind kind) noexcept
{
    return kind == MetricKind::Timer || kind == MetricKind::Histogram || kind == MetricKind::Distribution;
}

/// Stable English word, as written into JSON and CSV.
[[nodiscard]] std::string_view kindName(MetricKind kind) noexcept;

/// The unit in which a metric's values are read by people. `Scale` of MetricInfo has been applied before.
enum class Unit : std::uint8_t { None, Milliseconds, Seconds, Bytes, Percent, Requests, Users };
/// Stable short name, as written into JSON and CSV: "", "ms", "s", "B", "%", "req", "users".
[[nodiscard]] std::string_view unitName(Unit unit) noexcept;

enum class SourceKind : std::uint8_t {
    Statsd,
    Signals, ///< derived from all the others
    Contexts,
    GstatsCollector, ///< the embedded one
    Gstats,
    GstatsHttp,
    Prometheus,
    Istats,
    IstatsServer,
    Replay ///< of a capture file
};
inline constexpr int SourceKindCount = 10;
/// Stable English word, as written into JSON and given to `--poll`: "statsd", "gstats-http", ...
[[nodiscard]] std::string_view sourceKindName(SourceKind kind) noexcept;
[[nodiscard]] std::optional<SourceKind> sourceKindOf(std::string_view name) noexcept;

/// Who measured: a kind, and a number within it that is never reused while the program runs.
enum class SourceId : std::uint16_t {};
inline constexpr std::uint16_t MaxSourcesOfKind = 4096;
[[nodiscard]] constexpr SourceId sourceIdOf(SourceKind kind, std::uint16_t number) noexcept
{
    return SourceId(static_cast<std::uint16_t>(static_cast<unsigned>(kind) << 12U | number));
}
[[nodiscard]] constexpr SourceKind kindOf(SourceId id) noexcept
{
    return static_cast<SourceKind>(static_cast<std::uint16_t>(id) >> 12U);
}
[[nodiscard]] constexpr std::uint16_t numberOf(SourceId id) noexcept
{
    return static_cast<std::uint16_t>(static_cast<std::uint16_t>(id) % MaxSourcesOfKind);
}
/// Sources that bring the same metrics, whichever way they come by them.
[[nodiscard]] constexpr SourceKind familyOf(SourceKind kind) noexcept
{
    return kind == SourceKind::GstatsCollector || kind == SourceKind::GstatsHttp ? SourceKind::Gstats : kind;
}
inline constexpr SourceId StatsdSource = sourceIdOf(SourceKind::Statsd, 0);
inline constexpr SourceId SignalSource = sourceIdOf(SourceKind::Signals, 0);

/// What is known of a metric for good. Views point into memory that lives as long as the registry.
struct MetricInfo {
    std::string_view name; ///< raw bytes as received; may hold anything but a newline
    std::string_view tags; ///< canonical: `key:value,key2:value2`, sorted by key; bare tags have no colon
    MetricKind kind = MetricKind::Counter;
    Unit unit = Unit::None;
    SourceId source = StatsdSource;
};

} // namespace metriscope::net
