// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/requestname.h"

namespace metriscope::net
{

namespace
{

bool cut(std::string_view &text, std::string_view ending)
{
    if (!text.ends_with(ending))
        return false;
    text.remove_suffix(ending.size());
    return true;
}

/// Takes `MARKvalue` from the front of `text`, and the dot behind it.
bool take(std::string_view &text, std::string_view mark, std::string_view &value)
{
    if (!text.starts_with(mark))
        return false;
    text.remove_prefix(mark.size());
    value = text.substr(0, text.find('.'));
    text.remove_prefix(value.size());
    if (text.starts_with('.') && text.size() > 1)
        text.remove_prefix(1);
    return !value.empty();
}

/// What stands before the metric's own parts, with the joining dot.
void setPrefix(RequestName &read, std::string_view before)
{
    if (before.empty())
        return;
    before.remove_suffix(1);
    read.prefix = before;
    read.spelling = before.ends_with('.') ? PrefixSpelling::DoubleDot : PrefixSpelling::SingleDot;
}

} // namespace

std::optional<RequestName> readRequestName(std::string_view name) noexcept
{
    RequestName read;
    std::string_view rest = name;
    if (cut(rest, ".requests.count")) {
        read.what = RequestName::What::Count;
    } else if (cut(rest, ".requests.timing")) {
        read.what = RequestName::What::Timing;
    } else {
        for (const std::string_view ending : {"requests.total", "users.active", "users.count"}) {
            if (!cut(rest, ending))
                continue;
            if (!rest.empty() && !rest.ends_with('.'))
                return std::nullopt;
            setPrefix(read, rest);
            return read;
        }
        return std::nullopt;
    }
    constexpr std::string_view Mark = "controller_";
    std::size_t at = rest.rfind(Mark);
    while (at != std::string_view::npos && at > 0 && rest[at - 1] != '.')
        at = rest.rfind(Mark, at - 1);
    if (at == std::string_view::npos)
        return std::nullopt;
    setPrefix(read, rest.substr(0, at));
    rest.remove_prefix(at);
    if (!take(rest, Mark, read.controller))
        return std::nullopt;
    if (rest.empty())
        return read;
    if (!take(rest, "url_", read.url) || !take(rest, "method_", read.method) || !rest.empty())
        return std::nullopt;
    return read;
}

} // namespace metriscope::net
