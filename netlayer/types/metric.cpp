// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/types/metric.h"

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

} // namespace metriscope::net
