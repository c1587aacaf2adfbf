// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/verdictcomment.h"

#include <algorithm>
#include <iterator>
#include <utility>

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

bool isVerdictComment(std::string_view comment) noexcept
{
    const auto digits = [&comment] {
        const std::size_t count = std::min(comment.find_first_not_of("0123456789"), comment.size());
        comment.remove_prefix(count);
        return count > 0;
    };
    const auto skip = [&comment](std::string_view text) {
        const bool is = comment.starts_with(text);
        comment.remove_prefix(is ? text.size() : 0);
        return is;
    };
    if (skip("accepted "))
        return digits() && (comment.empty() || comment.front() == '\n');
    if (!skip("rejected ") && !skip("warning "))
        return false;
    comment.remove_prefix(
        std::min(comment.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), comment.size()));
    return skip(" at ") && digits() && skip(": ");
}

std::vector<std::string> savedComments(std::string_view wholeText, PayloadKind kind, const Dialect &dialect,
                                       std::span<const std::string> came)
{
    std::vector<std::string> comments;
    if (std::string verdict = verdictComment(wholeText, kind, dialect); !verdict.empty())
        comments.push_back(std::move(verdict));
    std::ranges::copy_if(came, std::back_inserter(comments),
                         [](const std::string &comment) { return !isVerdictComment(comment); });
    return comments;
}

} // namespace metriscope::net
