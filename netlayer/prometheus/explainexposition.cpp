// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/explainexposition.h"

#include "netlayer/prometheus/textparser.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

constexpr std::string_view Blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) noexcept
{
    const std::size_t from = std::min(text.find_first_not_of(Blanks), text.size());
    return text.substr(from, text.find_last_not_of(Blanks) + 1 - from);
}

} // namespace

ExpositionSummary explainExposition(std::string_view text, ExpositionFormat format, FamilySink &sink)
{
    FamilyReader reader(format, sink);
    TextParser parser(format, reader);
    parser.feed(text);
    parser.finish();
    reader.finish();
    return {format,
            {reader.families().begin(), reader.families().end()},
            reader.samples(),
            reader.errors(),
            reader.warnings()};
}

ExpositionFormat formatByEnd(std::string_view text) noexcept
{
    constexpr std::string_view Eof = "# EOF";
    const std::string_view body = trimmed(text);
    const bool ends =
        body.ends_with(Eof) && (body.size() == Eof.size() || body[body.size() - Eof.size() - 1] == '\n');
    return ends ? ExpositionFormat::OpenMetrics : ExpositionFormat::Text;
}

bool looksLikeExposition(std::string_view text) noexcept
{
    const std::string_view body = trimmed(text);
    const std::string_view line = body.substr(0, body.find('\n'));
    if (line.starts_with('#') || line.starts_with('<')) // a page instead of metrics, too
        return true;
    // a statsd line has a bar behind its value, a sample has a blank before it
    return line.find('|') == std::string_view::npos && line.find(' ') != std::string_view::npos;
}

} // namespace metriscope::net
