// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/metric.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace metriscope::net
{

struct KindWord {
    std::string_view word; ///< "ms"; empty past the last one of a dialect
    MetricKind kind = MetricKind::Counter;
};

/// What one server of the statsd family takes, as switches. The first one, "dogstatsd", is the default: a
/// superset that takes whatever has one clear meaning. The others are as strict and as lenient as the
/// programs they are named after, except that none lets an infinite or undefined number in, and that where
/// the original takes a part of a line and drops the rest, the whole line is rejected.
struct Dialect {
    enum class HighRate : std::uint8_t { Warn, Use, AsOne, Reject };
    enum class UnknownField : std::uint8_t { Reject, Warn, Ignore };

    std::string_view name;
    std::array<KindWord, 8> kinds;

    // Names
    bool plainNames = true; ///< a name holds anything up to the colon, as long as no tags are in it
    bool emptyName = false;
    bool blankInName = true;
    bool nameEndsWithDot = true;
    bool equalsEndsName = false; ///< as ':' does
    bool graphiteTags = false;   ///< `name;a=b`
    bool foreignTags = false;    ///< Influx and SignalFx

    // Values
    bool packedValues = false;  ///< `a:1:2|c`
    bool chainedValues = false; ///< `a:1|c:2|ms`
    bool colonInSets = false;   ///< `s:a:b|s` is the member "a:b"
    bool nameOnly = false;      ///< `a` counts 1, `a:3` counts 3
    bool emptyIsZero = false;   ///< `a:|g`
    bool emptySetMember = false;
    bool negativeTimers = false;
    bool gaugeDeltas = true; ///< a sign makes a delta
    bool plusSign = true;
    bool blankAroundNumber = false;
    bool hexNumbers = false;
    bool wholeCounters = false; ///< a counter has no fraction
    bool textAfterNumber = false;
    bool unknownKindCounts = false; ///< any unknown kind is a counter

    // Fields
    bool carriageReturn = true; ///< before the newline
    bool rateOfGauges = true;
    bool rateOfZeroIsOne = false;
    HighRate highRate = HighRate::Use;
    bool tagField = false;
    bool dogFields = false; ///< `|c:`, `|T`, `|e:`, `|card:`
    bool events = false;    ///< and service checks
    UnknownField unknownField = UnknownField::Reject;
};

inline constexpr std::size_t DialectCount = 6;

/// All dialects; the default one stands first.
[[nodiscard]] std::span<const Dialect, DialectCount> dialects() noexcept;
[[nodiscard]] const Dialect &defaultDialect() noexcept;
/// By the name used on the command line, "dogstatsd", "statsd", "netdata", "brubeck", "statsite" or
/// "pystatsd"; null for any other. Case matters.
[[nodiscard]] const Dialect *dialectByName(std::string_view name) noexcept;

} // namespace metriscope::net
