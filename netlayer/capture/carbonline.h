// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/payload.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace metriscope::net
{

/// A line of carbon's plaintext protocol, `name value time`, as carbon 1.1 reads it.
struct CarbonLine {
    PayloadIssue issue = PayloadIssue::None;
    std::uint32_t at = 0; ///< byte of the line that the issue speaks of
    std::string_view name;
    double value = 0;
    double time = 0; ///< seconds since the epoch; -1: when it arrives
};
[[nodiscard]] CarbonLine readCarbonLine(std::string_view line) noexcept;

} // namespace metriscope::net
