// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/verdictcomment.h"

namespace metriscope::net
{

std::string verdictComment(std::string_view wholeText, PayloadKind kind, const Dialect &dialect)
{
    constexpr std::size_t MostItems = 1000, MostBytes = 8000, MostOfLine = 200;
    std::string details;
    std::size_t accepted = 0;
    for (const PayloadItem &item : judgePayload(wholeText, kind, dialect, MostItems)) {
        if (!item.judged)
            continue;
        if (item.verdict == Verdict::Accepted) {
            ++accepted;
            continue;
        }
        if (details.size() > MostBytes)
            break;
        if (!details.empty())
            details += '\n';
        details.append(verdictName(item.verdict)).append(" ").append(item.reason());
        const bool isLine = item.report.issue != LineIssue::None;
        details.append(" at ").append(std::to_string(isLine ? item.report.at : item.at)).append(": ");
        // pcapng wants UTF-8, and a comment is read in terminals.
        for (const char byte :
             wholeText.substr(item.range.offset, std::min<std::size_t>(item.range.size, MostOfLine)))
            details += byte >= ' ' && byte < 0x7F ? byte : '?';
    }
    std::string comment;
    if (accepted > 0)
        comment = "accepted " + std::to_string(accepted);
    if (!comment.empty() && !details.empty())
        comment += '\n';
    return comment + details;
}

} // namespace metriscope::net
