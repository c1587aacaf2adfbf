// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/lineparser.h"

#include "netlayer/statsd/eventparser.h"
#include "netlayer/statsd/metricreader.h"

namespace metriscope::net
{

LineReport parseAnyLine(std::string_view line, const Dialect &dialect, const SampleSink &sink) noexcept
{
    std::string_view body = line;
    const bool returned = body.ends_with('\r');
    if (returned)
        body.remove_suffix(1);
    if (returned && !dialect.carriageReturn)
        return {Verdict::Rejected, LineIssue::CarriageReturn, LineHint::None,
                static_cast<std::uint32_t>(body.size())};

    LineReport report;
    if (body.starts_with("_e{"))
        report = parseEvent(body, dialect, sink);
    else if (body.starts_with("_sc|"))
        report = parseServiceCheck(body, dialect, sink);
    else
        report = MetricReader(body, dialect).read(sink);
    if (returned && report.verdict == Verdict::Accepted && report.issue == LineIssue::None) {
        report.issue = LineIssue::CarriageReturn;
        report.at = static_cast<std::uint32_t>(body.size());
    }
    return report;
}

} // namespace metriscope::net
