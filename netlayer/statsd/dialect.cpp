// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/dialect.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

using enum MetricKind;

constexpr std::array<Dialect, DialectCount> table{
    Dialect{
        .name = "dogstatsd",
        .kinds = {{{"c", Counter},
                   {"ms", Timer},
                   {"g", Gauge},
                   {"h", Histogram},
                   {"d", Distribution},
                   {"s", Set}}},
        .graphiteTags = true,
        .foreignTags = true,
        .packedValues = true,
        .chainedValues = true,
        .colonInSets = true,
        .blankAroundNumber = true,
        .highRate = Dialect::HighRate::Warn,
        .tagField = true,
        .dogFields = true,
        .events = true,
        .unknownField = Dialect::UnknownField::Warn,
    },
    Dialect{
        .name = "statsd",
        .kinds = {{{"c", Counter}, {"ms", Timer}, {"g", Gauge}, {"s", Set}}},
        .emptyName = true,
        .graphiteTags = true,
        .chainedValues = true,
        .emptySetMember = true,
        .blankAroundNumber = true,
        .hexNumbers = true,
        .unknownKindCounts = true,
        .tagField = true,
    },
    Dialect{
        .name = "netdata",
        .kinds = {{{"c", Counter},
                   {"C", Counter},
                   {"m", Counter},
                   {"ms", Timer},
                   {"g", Gauge},
                   {"h", Histogram},
                   {"s", Set},
                   {"d", Set}}},
        .plainNames = false,
        .equalsEndsName = true,
        .nameOnly = true,
        .negativeTimers = true,
        .blankAroundNumber = true,
        .wholeCounters = true,
        .highRate = Dialect::HighRate::AsOne,
        .tagField = true,
        .unknownField = Dialect::UnknownField::Ignore,
    },
    Dialect{
        .name = "brubeck",
        .kinds = {{{"c", Counter}, {"C", Counter}, {"ms", Timer}, {"g", Gauge}, {"h", Timer}}},
        .plainNames = false,
        .blankInName = false,
        .nameEndsWithDot = false,
        .emptyIsZero = true,
        .negativeTimers = true,
        .plusSign = false,
        .carriageReturn = false,
        .highRate = Dialect::HighRate::Reject,
        .tagField = true,
        .unknownField = Dialect::UnknownField::Ignore,
    },
    Dialect{
        .name = "statsite",
        .kinds = {{{"c", Counter}, {"ms", Timer}, {"g", Gauge}, {"h", Timer}, {"s", Set}, {"kv", Gauge}}},
        .negativeTimers = true,
        .textAfterNumber = true,
        .carriageReturn = false,
        .rateOfGauges = false,
        .rateOfZeroIsOne = true,
        .highRate = Dialect::HighRate::AsOne,
    },
    Dialect{
        .name = "pystatsd",
        .kinds = {{{"c", Counter}, {"ms", Timer}, {"g", Gauge}}},
        .negativeTimers = true,
        .gaugeDeltas = false,
        .blankAroundNumber = true,
        .carriageReturn = false,
    },
};

} // namespace

std::span<const Dialect, DialectCount> dialects() noexcept
{
    return table;
}

const Dialect &defaultDialect() noexcept
{
    return table.front();
}

const Dialect *dialectByName(std::string_view name) noexcept
{
    const auto found =
        std::find_if(table.begin(), table.end(), [name](const Dialect &d) { return d.name == name; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace metriscope::net
