// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/types/metric.h"

#include <algorithm>
#include <array>

namespace metriscope::net
{

std::string_view kindName(MetricKind kind) noexcept
{
    static constexpr std::array<std::string_view, MetricKindCount> names{
        "counter", "gauge", "timer", "set", "histogram", "distribution"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view unitName(Unit unit) noexcept
{
    static constexpr std::array<std::string_view, 7> names{"", "ms", "s", "B", "%", "req", "users"};
    return names[static_cast<std::size_t>(unit)];
}

namespace
{

constexpr std::array<std::string_view, SourceKindCount> SourceKinds{
    "statsd",      "signals",    "contexts", "gstats-collector", "gstats",
    "gstats-http", "prometheus", "istats",   "istats-server",    "replay"};

} // namespace

std::string_view sourceKindName(SourceKind kind) noexcept
{
    return SourceKinds[static_cast<std::size_t>(kind)];
}

std::optional<SourceKind> sourceKindOf(std::string_view name) noexcept
{
    const auto found = std::ranges::find(SourceKinds, name);
    if (found == SourceKinds.end())
        return std::nullopt;
    return static_cast<SourceKind>(found - SourceKinds.begin());
}

} // namespace metriscope::net
