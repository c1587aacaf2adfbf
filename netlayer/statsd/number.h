// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/lineissue.h"

#include <cstddef>
#include <string_view>

namespace metriscope::net
{

struct Dialect;

/// A number as a line writes it, or why there is none.
struct Number {
    double value = 0;
    bool sign = false; ///< written with a sign
    LineIssue issue = LineIssue::None;
    LineHint hint = LineHint::None;
    std::size_t at = 0; ///< byte of the text where it stops being a number
};

/// Decimal, with an optional sign, fraction and exponent; the C locale, whatever the program's. Never
/// infinite or undefined.
[[nodiscard]] Number readNumber(std::string_view text, const Dialect &dialect) noexcept;

/// A sample rate: no sign, finite; 0 is left to the caller.
[[nodiscard]] Number readRate(std::string_view text) noexcept;

/// A positive integer such as a timestamp; 0 when it is none.
[[nodiscard]] long long readPositive(std::string_view text) noexcept;

} // namespace metriscope::net
