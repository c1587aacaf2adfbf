// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/portrange.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_set>

namespace metriscope::net
{

namespace
{

constexpr std::string_view Blanks = " \t\r\n,";

std::optional<unsigned> readPort(std::string_view text)
{
    unsigned port = 0;
    const char *const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, port);
    return error == std::errc{} && at == end && port >= 1 && port <= 65535 ? std::optional(port)
                                                                           : std::nullopt;
}

bool isHost(std::string_view host)
{
    if (host.starts_with('[')) {
        return host.size() > 3 && host.ends_with(']') &&
               host.substr(1, host.size() - 2).find_first_not_of("0123456789abcdefABCDEF:.%") ==
                   std::string_view::npos &&
               host.find(':') != std::string_view::npos;
    }
    return !host.empty() && host.find_first_of("\"<>\\^`{|}[]:@/?#") == std::string_view::npos &&
           std::ranges::none_of(host, [](char c) { return static_cast<unsigned char>(c) < 0x21; });
}

/// One URL in its parts; views into what was given.
struct Target {
    std::string_view scheme = "http", login, host, path;
    unsigned first = 0, last = 0; ///< ports; 0: the scheme's own
};

/// Returns where and why it failed, `at` from the beginning of `text`.
std::optional<TargetProblem> split(std::string_view text, Target &target)
{
    const char *const begin = text.data();
    const auto fail = [begin](TargetIssue issue, std::string_view where) {
        return TargetProblem{issue, static_cast<std::size_t>(where.data() - begin)};
    };
    if (const std::size_t colon = text.find("://"); colon != std::string_view::npos) {
        target.scheme = text.substr(0, colon);
        if (target.scheme != "http" && target.scheme != "https")
            return fail(TargetIssue::BadScheme, text);
        text.remove_prefix(colon + 3);
    }
    std::string_view authority = text.substr(0, text.find_first_of("/?#"));
    target.path = text.substr(authority.size());
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        target.login = authority.substr(0, at + 1);
        authority.remove_prefix(at + 1);
    }
    const std::size_t bracket = authority.starts_with('[') ? authority.find(']') : 0;
    const std::size_t colon = bracket == std::string_view::npos ? bracket : authority.find(':', bracket);
    target.host = authority.substr(0, colon);
    if (!isHost(target.host))
        return fail(TargetIssue::BadHost, authority);
    if (colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view ports = authority.substr(colon + 1);
    const std::size_t dash = ports.find('-');
    const auto first = readPort(ports.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : readPort(ports.substr(dash + 1));
    if (!first || !last)
        return fail(TargetIssue::BadPort, ports);
    if (*last < *first)
        return fail(TargetIssue::BackwardRange, ports);
    target.first = *first;
    target.last = *last;
    return std::nullopt;
}

std::string urlOf(const Target &target, unsigned port)
{
    std::string url(target.scheme);
    url.append("://").append(target.login).append(target.host);
    if (port > 0)
        url.append(":").append(std::to_string(port));
    if (!target.path.starts_with('/'))
        url.append(target.path.empty() ? "/metrics" : "/");
    return url.append(target.path);
}

} // namespace

Result<TargetList, TargetProblem> readTargets(std::string_view address)
{
    TargetList list;
    std::unordered_set<std::string> seen;
    std::size_t at = 0;
    while ((at = std::min(address.find_first_not_of(Blanks, at), address.size())) < address.size()) {
        const std::size_t end = std::min(address.find_first_of(Blanks, at), address.size());
        Target target;
        if (auto problem = split(address.substr(at, end - at), target)) {
            problem->at += at;
            return *problem;
        }
        for (unsigned port = target.first; port <= target.last; ++port) {
            std::string url = urlOf(target, port);
            if (!seen.insert(url).second)
                continue;
            if (list.urls.size() == TargetList::Most)
                return TargetProblem{TargetIssue::TooMany, at};
            list.urls.push_back(std::move(url));
        }
        list.range = list.range || target.last > target.first;
        at = end;
    }
    if (list.urls.empty())
        return TargetProblem{TargetIssue::Empty, 0};
    return list;
}

} // namespace metriscope::net
