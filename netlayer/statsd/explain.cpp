// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/explain.h"

#include "netlayer/statsd/lineparser.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

/// Knows the name of the last sample it was given.
struct NameSink {
    std::string_view name;
    void sample(const Sample &sample) { name = sample.name; }
};

} // namespace

LineReport judgeLine(std::string_view line, const Dialect &dialect) noexcept
{
    NameSink sink;
    LineReport report = parseLine(line, dialect, sink);
    const std::size_t dots = sink.name.find("..");
    if (report.verdict == Verdict::Accepted && report.issue == LineIssue::None &&
        dots != std::string_view::npos) {
        report.issue = LineIssue::DoubleDot;
        report.hint = LineHint::PrefixEndsWithDot;
        report.at = static_cast<std::uint32_t>(dots);
    }
    return report;
}

Explanation explainLine(std::string_view line, const Dialect &dialect) noexcept
{
    Explanation explanation{judgeLine(line, dialect), {}};
    for (std::size_t i = 0; i < DialectCount; ++i) {
        NameSink ignored;
        explanation.acceptedBy[i] = parseLine(line, dialects()[i], ignored).verdict != Verdict::Rejected;
    }
    return explanation;
}

} // namespace metriscope::net
