// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/lineissue.h"
#include "netlayer/types/metric.h"
#include "netlayer/types/verdict.h"

#include <cstdint>
#include <string_view>

namespace metriscope::net
{

/// One value of one metric. Every view points into the datagram: intern or copy before it is reused.
struct Sample {
    std::string_view name;      ///< raw, never empty
    std::string_view tags;      ///< raw tag text of the line, not yet canonical; empty when there is none
    std::string_view text;      ///< the value as written; the member of a set
    std::string_view container; ///< after `|c:`
    std::int64_t timestamp = 0; ///< after `|T`, seconds since the epoch, 0 when absent
    double value = 0;
    double rate = 1; ///< 0 < rate; a counter's value counts value / rate
    MetricKind kind = MetricKind::Counter;
    bool relative = false; ///< a gauge with a sign: a delta
};

/// `_e{5,4}:title|text|...`; title and text still escaped (`\\n` for a newline).
struct Event {
    enum class Level : std::uint8_t { Info, Success, Warning, Error };
    std::string_view title, text, tags, host, aggregationKey, source;
    std::int64_t timestamp = 0;
    Level level = Level::Info;
    bool lowPriority = false;
};

/// `_sc|name|status|...`
struct ServiceCheck {
    enum class Status : std::uint8_t { Ok, Warning, Critical, Unknown };
    std::string_view name, message, tags, host;
    std::int64_t timestamp = 0;
    Status status = Status::Ok;
};

/// What the parser decided on one line. `at` is the byte of the line where it failed or that it warns of.
struct LineReport {
    Verdict verdict = Verdict::Accepted;
    LineIssue issue = LineIssue::None;
    LineHint hint = LineHint::None;
    std::uint32_t at = 0;
};

} // namespace metriscope::net
