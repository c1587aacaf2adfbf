// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/statsd/dialect.h"
#include "netlayer/types/sample.h"

#include <bitset>
#include <string_view>

namespace metriscope::net
{

/// A verdict with its context.
struct Explanation {
    LineReport report;
    std::bitset<DialectCount> acceptedBy; ///< bit i: dialects()[i] takes the line, maybe with a warning
};

/// What `dialect` makes of a line. Tells more than parseLine(): an accepted line whose name holds two dots in
/// a row is reported with DoubleDot, as information.
[[nodiscard]] LineReport judgeLine(std::string_view line, const Dialect &dialect) noexcept;
/// The same, and who else would take it.
[[nodiscard]] Explanation explainLine(std::string_view line, const Dialect &dialect) noexcept;

} // namespace metriscope::net
