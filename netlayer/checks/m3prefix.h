// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace metriscope::net
{

/// A metric's name as m3-core makes it, cut into METRICS_PREFIX without its dots and what m3-core adds. Both
/// are empty for other names; the prefix alone when there is none.
struct M3Name {
    std::string_view prefix, rest;
};
/// Of a line or a name.
[[nodiscard]] M3Name m3NameOf(std::string_view line) noexcept;
/// What a METRICS_PREFIX lacks of version.region.client.product.instance_NAME: "client", "instance_NAME";
/// empty for a complete one.
[[nodiscard]] std::string_view missingPart(std::string_view prefix) noexcept;
/// "v1.tatar.bars.test.test" of a complete prefix.
[[nodiscard]] std::string identityOf(std::string_view prefix);

} // namespace metriscope::net
