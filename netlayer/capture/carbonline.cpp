// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/carbonline.h"

#include <array>
#include <charconv>
#include <cmath>

namespace metriscope::net
{

namespace
{

constexpr std::string_view Blanks = " \t\r\v\f";

bool readFloat(std::string_view text, double &value) noexcept
{
    if (text.starts_with('+') && !text.substr(1).starts_with('-'))
        text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

} // namespace

CarbonLine readCarbonLine(std::string_view line) noexcept
{
    CarbonLine read;
    std::array<std::string_view, 3> fields;
    std::size_t count = 0;
    for (std::size_t at = line.find_first_not_of(Blanks); at != std::string_view::npos;
         at = line.find_first_not_of(Blanks, at)) {
        const std::size_t end = std::min(line.find_first_of(Blanks, at), line.size());
        if (count == fields.size()) {
            read.issue = PayloadIssue::CarbonFields;
            read.at = static_cast<std::uint32_t>(at);
            return read;
        }
        fields[count++] = line.substr(at, end - at);
        at = end;
    }
    const auto fail = [&](PayloadIssue issue, std::string_view where) {
        read.issue = issue;
        read.at = static_cast<std::uint32_t>(
            where.empty() ? line.size() : static_cast<std::size_t>(where.data() - line.data()));
        return read;
    };
    read.name = fields[0];
    if (count < fields.size())
        return fail(PayloadIssue::CarbonFields, {});
    if (!readFloat(fields[1], read.value))
        return fail(PayloadIssue::CarbonValue, fields[1]);
    if (!readFloat(fields[2], read.time) || !std::isfinite(read.time))
        return fail(PayloadIssue::CarbonTime, fields[2]);
    if (std::isnan(read.value))
        return fail(PayloadIssue::CarbonNoValue, fields[1]);
    return read;
}

} // namespace metriscope::net
