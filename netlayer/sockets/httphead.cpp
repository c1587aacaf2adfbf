// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/sockets/httphead.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace metriscope::net
{

namespace
{

constexpr std::string_view EmptyLine = "\r\n\r\n";
constexpr std::array<std::string_view, 9> Methods{"GET",     "HEAD",    "POST",  "PUT",  "DELETE",
                                                  "CONNECT", "OPTIONS", "TRACE", "PATCH"};

char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same(std::string_view a, std::string_view b) noexcept
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool isToken(std::string_view text) noexcept
{
    static constexpr std::string_view Marks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        const char l = lower(c);
        return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || Marks.find(c) != std::string_view::npos;
    });
}

bool isText(std::string_view text) noexcept
{
    return std::ranges::none_of(
        text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; });
}

std::string_view trimmed(std::string_view text) noexcept
{
    while (text.starts_with(' ') || text.starts_with('\t'))
        text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t'))
        text.remove_suffix(1);
    return text;
}

std::string_view takeLine(std::string_view &text) noexcept
{
    const std::string_view line = text.substr(0, text.find("\r\n"));
    text.remove_prefix(std::min(text.size(), line.size() + 2));
    return line;
}

HttpHead::Problem readRequestLine(std::string_view line) noexcept
{
    const auto first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || last == first || !isText(line))
        return HttpHead::Problem::Damaged;
    const std::string_view method = line.substr(0, first), version = line.substr(last + 1),
                           target = line.substr(first + 1, last - first - 1);
    if (!isToken(method) || target.find(' ') != std::string_view::npos || !version.starts_with("HTTP/"))
        return HttpHead::Problem::Damaged;
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return HttpHead::Problem::Version;
    if (!target.starts_with('/') && target != "*" && !target.starts_with("http://"))
        return HttpHead::Problem::Damaged;
    if (std::ranges::find(Methods, method) == Methods.end())
        return HttpHead::Problem::Method;
    return HttpHead::Problem::None;
}

/// False for what is no number.
bool readLength(std::string_view text, std::uint64_t &length) noexcept
{
    const char *end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, length);
    if (error == std::errc::result_out_of_range)
        length = std::numeric_limits<std::uint64_t>::max();
    return !text.empty() && at == end && error != std::errc::invalid_argument;
}

} // namespace

std::optional<std::size_t> endOfHttpHead(std::string_view bytes) noexcept
{
    const auto at = bytes.find(EmptyLine);
    if (at == std::string_view::npos)
        return std::nullopt;
    return at + EmptyLine.size();
}

HttpHead readHttpHead(std::string_view text) noexcept
{
    HttpHead head;
    head.problem = readRequestLine(takeLine(text));
    bool hasLength = false;
    while (head.problem == HttpHead::Problem::None && !text.empty()) {
        const std::string_view line = takeLine(text);
        if (line.empty())
            break;
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || !isToken(line.substr(0, colon)) || !isText(line)) {
            head.problem = HttpHead::Problem::Damaged;
            break;
        }
        const std::string_view name = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
        if (same(name, "content-length")) {
            std::uint64_t length = 0;
            if (!readLength(value, length) || (hasLength && length != head.length))
                head.problem = HttpHead::Problem::Damaged;
            head.length = length;
            hasLength = true;
        } else if (same(name, "transfer-encoding")) {
            head.problem = HttpHead::Problem::NoLength;
        } else if (same(name, "expect")) {
            head.expectsContinue = same(value, "100-continue");
        }
    }
    return head;
}

} // namespace metriscope::net
