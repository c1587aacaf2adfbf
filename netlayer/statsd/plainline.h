// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/statsd/dialect.h"
#include "netlayer/types/sample.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// The short cut for what nearly every line looks like: a name without tags in it, one plain decimal number,
/// a kind, maybe a plain rate, maybe tags. It never decides that a line is wrong; whatever it does not know
/// at once it leaves to the whole grammar, and it says of a line what the whole grammar says (fuzzed).
namespace metriscope::net::plain
{

/// What ends a name, or may start tags in it.
[[nodiscard]] constexpr bool endsName(char c) noexcept
{
    return c == ':' || c == ';' || c == ',' || c == '[' || c == '|';
}

/// Sixteen bytes side by side, as every machine has them that this runs on (an extension of GCC and Clang).
using Block [[gnu::vector_size(16)]] = signed char;

/// Where the first byte of a block stands that ends a name; 16 when none does.
[[nodiscard]] inline int nameEndIn(const char *at) noexcept
{
    Block text;
    std::memcpy(&text, at, sizeof text);
    const Block ends = ((text | 1) == ';') | (text == ',') | (text == '[') | (text == '|'); // ':' | 1 is ';'
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(ends);
    if ((halves[0] | halves[1]) == 0)
        return 16;
    return halves[0] != 0 ? std::countr_zero(halves[0]) / 8 : 8 + std::countr_zero(halves[1]) / 8;
}

/// The first byte that ends the name, or `end`.
[[nodiscard]] inline const char *findNameEnd(const char *at, const char *end) noexcept
{
    if constexpr (std::endian::native == std::endian::little) {
        for (; end - at >= 16; at += 16) {
            if (const int offset = nameEndIn(at); offset < 16)
                return at + offset;
        }
    }
    while (at != end && !endsName(*at))
        ++at;
    return at;
}

/// Digits with at most one point among or around them, of which a double holds every one. Moves `at` behind
/// them; false when it is something else.
[[nodiscard]] inline bool readDecimal(const char *&at, const char *end, double &value) noexcept
{
    static constexpr std::array<double, 19> powers{1,    1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                                   1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};
    constexpr std::uint64_t exact = std::uint64_t{1} << 53U;
    std::uint64_t digits = 0;
    const auto readDigits = [&] {
        const char *const start = at;
        for (; at != end; ++at) {
            const auto digit = static_cast<unsigned>(static_cast<unsigned char>(*at)) - unsigned{'0'};
            if (digit > 9)
                break;
            digits = digits * 10 + digit;
        }
        return at - start;
    };
    const std::ptrdiff_t whole = readDigits();
    std::ptrdiff_t fraction = 0;
    if (at != end && *at == '.') {
        ++at;
        fraction = readDigits();
    }
    if (whole + fraction == 0 || whole + fraction > 18 || digits > exact)
        return false;
    value = static_cast<double>(digits);
    if (fraction > 0)
        value /= powers[static_cast<std::size_t>(fraction)];
    return true;
}

/// The kind after the bar. Moves `at` behind it.
[[nodiscard]] inline bool readKind(const char *&at, const char *end, const Dialect &dialect,
                                   MetricKind &kind) noexcept
{
    if (at == end)
        return false;
    const char letter = *at++;
    switch (letter) { // every dialect agrees on these
    case 'c':
        kind = MetricKind::Counter;
        return true;
    case 'g':
        kind = MetricKind::Gauge;
        return true;
    case 'm':
        kind = MetricKind::Timer;
        return at != end && *at++ == 's';
    default:
        break;
    }
    for (const KindWord &known : dialect.kinds) {
        if (known.word.size() == 1 && known.word.front() == letter) {
            kind = known.kind;
            return true;
        }
    }
    return false;
}

/// Number, bar and kind, or a set's member, bar and kind.
[[nodiscard]] inline bool readValue(const char *&at, const char *end, const Dialect &dialect,
                                    Sample &sample) noexcept
{
    const char *const text = at;
    const bool negative = at != end && *at == '-';
    if (negative)
        ++at;
    const bool number = readDecimal(at, end, sample.value) && at != end && *at == '|';
    if (!number) {
        at = text == end
                 ? nullptr
                 : static_cast<const char *>(std::memchr(text, '|', static_cast<std::size_t>(end - text)));
        if (!at)
            return false;
    }
    sample.text = {text, static_cast<std::size_t>(at - text)};
    ++at;
    if (!readKind(at, end, dialect, sample.kind))
        return false;
    if (sample.kind == MetricKind::Set) {
        sample.value = 0;
        return !sample.text.empty() &&
               (dialect.colonInSets || sample.text.find(':') == std::string_view::npos);
    }
    if (number && negative) {
        sample.value = -sample.value;
        sample.relative = sample.kind == MetricKind::Gauge && dialect.gaugeDeltas;
        return sample.kind != MetricKind::Timer;
    }
    return number;
}

/// The fields after the kind: a rate within (0, 1], tags, a container. `at` is a bar.
[[nodiscard]] inline bool readFields(const char *at, const char *end, const Dialect &dialect,
                                     Sample &sample) noexcept
{
    while (at != end) {
        if (*at != '|' || ++at == end)
            return false;
        if (*at == '@') {
            ++at;
            if (!readDecimal(at, end, sample.rate) || sample.rate < 1e-9 || sample.rate > 1)
                return false;
            continue;
        }
        const std::string_view rest(at, static_cast<std::size_t>(end - at));
        const std::string_view field = rest.substr(0, rest.find('|'));
        if (field.front() == '#' && dialect.tagField)
            sample.tags = field.substr(1);
        else if (field.starts_with("c:") && dialect.dogFields)
            sample.container = field.substr(2);
        else
            return false;
        at += field.size();
    }
    return true;
}

/// Fills `sample`, which is fresh, from a plain line; false leaves it in any state.
[[nodiscard]] inline bool readLine(std::string_view line, const Dialect &dialect, Sample &sample) noexcept
{
    const char *const begin = line.data();
    const char *const end = begin + line.size();
    const char *at = findNameEnd(begin, end);
    if (at == end || at == begin || *at != ':' || *begin == '_') // '_' may start an event
        return false;
    sample.name = {begin, static_cast<std::size_t>(at - begin)};
    ++at;
    if (!readValue(at, end, dialect, sample))
        return false;
    return at == end || (end[-1] != '\r' && dialect.rateOfGauges && readFields(at, end, dialect, sample));
}

} // namespace metriscope::net::plain
