// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace metriscope::net
{

/// METRICS_PREFIX without its last dots, of a line or a name that m3-core wrote; else empty.
[[nodiscard]] std::string_view m3PrefixOf(std::string_view line) noexcept;
[[nodiscard]] std::string_view withoutLastDots(std::string_view prefix) noexcept;
/// What a METRICS_PREFIX lacks of version.region.client.product.instance_NAME: "client", "instance_NAME";
/// empty for a complete one.
[[nodiscard]] std::string_view missingPart(std::string_view prefix) noexcept;

} // namespace metriscope::net
