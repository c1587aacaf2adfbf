// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/number.h"

#include "netlayer/statsd/dialect.h"
#include "netlayer/statsd/plainline.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace metriscope::net
{

namespace
{

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t';
}

Number failed(LineIssue issue, std::size_t at, LineHint hint = LineHint::None) noexcept
{
    Number number;
    number.issue = issue;
    number.at = at;
    number.hint = hint;
    return number;
}

/// `text` starts with this lower-case word, whatever its case.
bool startsWith(std::string_view text, std::string_view word) noexcept
{
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [](char w, char t) {
               return w == (t >= 'A' && t <= 'Z' ? static_cast<char>(t + ('a' - 'A')) : t);
           });
}

/// Of a number that does not fit a double: it is too small rather than too large. From its digits, since
/// from_chars tells the two apart in neither case.
bool isTiny(std::string_view digits) noexcept
{
    const std::size_t e = std::min(digits.find_first_of("eE"), digits.size());
    const std::size_t point = std::min(digits.substr(0, e).find('.'), e);
    const std::size_t first = digits.find_first_of("123456789");
    if (first >= e)
        return true;
    if (e == digits.size())
        return first > point;
    std::string_view exponent = digits.substr(e + 1);
    if (!exponent.empty() && exponent.front() == '+')
        exponent.remove_prefix(1);
    std::int64_t power = 0;
    const auto parsed = std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
    if (parsed.ec != std::errc())
        return exponent.starts_with('-');
    return power + static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first) < 0;
}

LineHint hintFor(std::string_view rest) noexcept
{
    if (rest.size() > 1 && rest[0] == ',' && isDigit(rest[1]))
        return LineHint::DecimalComma;
    if (rest.starts_with("\\n"))
        return LineHint::EscapedNewline;
    return LineHint::TrailingText;
}

Number readHex(std::string_view text, std::size_t digitsAt, bool negative) noexcept
{
    std::uint64_t bits = 0;
    const char *const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + digitsAt, end, bits, 16);
    if (parsed.ec != std::errc() || parsed.ptr != end || negative)
        return failed(LineIssue::BadNumber, digitsAt - 1, LineHint::HexNumber);
    Number number;
    number.value = static_cast<double>(bits);
    return number;
}

Number readDecimal(std::string_view text, std::size_t start, bool lenient) noexcept
{
    const char *const begin = text.data() + start;
    const char *const end = text.data() + text.size();
    Number number;
    if (const char *at = begin; plain::readDecimal(at, end, number.value) && at == end)
        return number;
    const auto parsed = std::from_chars(begin, end, number.value);
    const auto length = static_cast<std::size_t>(parsed.ptr - begin);
    if (parsed.ec == std::errc::invalid_argument)
        return failed(LineIssue::BadNumber, start);
    if (parsed.ec == std::errc::result_out_of_range) {
        if (!isTiny(std::string_view(begin, length)))
            return failed(LineIssue::NotFinite, start);
        number.value = 0;
    }
    if (parsed.ptr != end && !lenient)
        return failed(LineIssue::BadNumber, start + length, hintFor(text.substr(start + length)));
    return number;
}

} // namespace

Number readNumber(std::string_view text, const Dialect &dialect) noexcept
{
    std::size_t start = 0;
    if (dialect.blankAroundNumber) {
        while (!text.empty() && isBlank(text.back()))
            text.remove_suffix(1);
        while (start < text.size() && isBlank(text[start]))
            ++start;
    }
    if (start == text.size())
        return failed(LineIssue::EmptyValue, start);
    const bool sign = text[start] == '-' || (text[start] == '+' && dialect.plusSign);
    const bool negative = text[start] == '-';
    if (sign)
        ++start;
    const std::string_view digits = text.substr(start);
    if (startsWith(digits, "inf") || startsWith(digits, "nan"))
        return failed(LineIssue::NotFinite, start);
    if (startsWith(digits, "0x")) {
        Number number = dialect.hexNumbers ? readHex(text, start + 2, sign)
                                           : failed(LineIssue::BadNumber, start + 1, LineHint::HexNumber);
        if (!(dialect.textAfterNumber && number.issue != LineIssue::None))
            return number;
    }
    if (digits.empty() || !(isDigit(digits.front()) || digits.front() == '.'))
        return failed(LineIssue::BadNumber, start,
                      digits.starts_with("\\n") ? LineHint::EscapedNewline : LineHint::None);
    Number number = readDecimal(text, start, dialect.textAfterNumber);
    number.sign = sign;
    if (negative)
        number.value = -number.value;
    return number;
}

Number readRate(std::string_view text) noexcept
{
    if (text.empty() || !(isDigit(text.front()) || text.front() == '.'))
        return failed(LineIssue::BadRate, 0);
    Number number = readDecimal(text, 0, false);
    if (number.issue != LineIssue::None)
        number.issue = LineIssue::BadRate;
    return number;
}

long long readPositive(std::string_view text) noexcept
{
    long long value = 0;
    const char *const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    return parsed.ec == std::errc() && parsed.ptr == end && value > 0 ? value : 0;
}

} // namespace metriscope::net
