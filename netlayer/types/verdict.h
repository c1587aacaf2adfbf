// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace metriscope::net
{

enum class Verdict : std::uint8_t { Accepted, Warning, Rejected };
[[nodiscard]] std::string_view verdictName(Verdict verdict) noexcept; ///< "accepted", "warning", "rejected"

} // namespace metriscope::net
