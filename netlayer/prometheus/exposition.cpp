// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/exposition.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace metriscope::net
{

namespace
{

char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase) noexcept
{
    return std::ranges::equal(text, lowerCase, {}, lower);
}

constexpr std::array TypeNames{std::string_view("unknown"),  std::string_view("counter"),
                               std::string_view("gauge"),    std::string_view("histogram"),
                               std::string_view("summary"),  std::string_view("info"),
                               std::string_view("stateset"), std::string_view("gaugehistogram")};

constexpr std::array<double, 23> PowersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                             1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                             1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// Digits and at most one dot, few enough to be exact in a double; nullopt: somebody else must look.
std::optional<double> plainNumber(std::string_view text) noexcept
{
    std::uint64_t mantissa = 0;
    std::size_t decimals = 0, digits = 0;
    bool dot = false;
    for (const char c : text) {
        if (c == '.') {
            if (dot)
                return std::nullopt;
            dot = true;
            continue;
        }
        const unsigned digit = static_cast<unsigned char>(c) - unsigned{'0'};
        if (digit > 9 || ++digits > 15)
            return std::nullopt;
        mantissa = mantissa * 10 + digit;
        decimals += dot ? 1U : 0U;
    }
    if (digits == 0)
        return std::nullopt;
    return static_cast<double>(mantissa) / PowersOfTen[decimals];
}

} // namespace

std::string_view formatName(ExpositionFormat format) noexcept
{
    return format == ExpositionFormat::OpenMetrics ? "openmetrics" : "text";
}

std::optional<ExpositionFormat> formatOfContentType(std::string_view contentType) noexcept
{
    std::string_view media = contentType.substr(0, contentType.find(';'));
    while (!media.empty() && (media.back() == ' ' || media.back() == '\t'))
        media.remove_suffix(1);
    while (!media.empty() && (media.front() == ' ' || media.front() == '\t'))
        media.remove_prefix(1);
    if (equalsIgnoringCase(media, "application/openmetrics-text"))
        return ExpositionFormat::OpenMetrics;
    if (media.empty() || equalsIgnoringCase(media, "text/plain") ||
        equalsIgnoringCase(media, "application/octet-stream"))
        return ExpositionFormat::Text;
    return std::nullopt;
}

std::string_view familyTypeName(FamilyType type, ExpositionFormat format) noexcept
{
    if (type == FamilyType::Unknown && format == ExpositionFormat::Text)
        return "untyped";
    return TypeNames[static_cast<std::size_t>(type)];
}

std::optional<FamilyType> familyTypeOf(std::string_view name) noexcept
{
    if (name == "untyped")
        return FamilyType::Unknown;
    const auto *const at = std::ranges::find(TypeNames, name);
    if (at == TypeNames.end())
        return std::nullopt;
    return static_cast<FamilyType>(at - TypeNames.begin());
}

std::string_view issueName(ExpositionIssue issue) noexcept
{
    static constexpr std::array<std::string_view, static_cast<std::size_t>(ExpositionIssue::Count)> Names{
        "not-exposition",
        "byte-order-mark",
        "line-too-long",
        "bad-name",
        "bad-labels",
        "bad-label-name",
        "unterminated-value",
        "duplicate-label",
        "too-many-labels",
        "missing-value",
        "bad-value",
        "bad-timestamp",
        "trailing-text",
        "exemplar-in-text",
        "bad-comment",
        "unknown-type",
        "bad-bucket-bound",
        "bad-quantile",
        "too-many-families",
        "too-many-series",
        "missing-newline",
        "carriage-return",
        "leading-blank",
        "empty-line",
        "invalid-utf8",
        "unknown-escape",
        "odd-timestamp",
        "duplicate-metadata",
        "type-after-samples",
        "duplicate-series",
        "interleaved-family",
        "suffix-of-other-type",
        "unit-not-in-name",
        "no-inf-bucket",
        "inf-bucket-is-not-count",
        "falling-buckets",
        "negative-counter",
        "bad-exemplar",
        "misplaced-exemplar",
        "long-exemplar",
        "missing-eof",
        "data-after-eof",
    };
    return Names[static_cast<std::size_t>(issue)];
}

std::string_view hintName(ExpositionHint hint) noexcept
{
    static constexpr std::array<std::string_view, static_cast<std::size_t>(ExpositionHint::Count)> Names{
        "",
        "HTML page",
        "gzip bytes",
        "JSON document",
        "decimal comma",
        "hexadecimal number",
        "digit separator",
        "out of range",
        "raw newline in a label value",
        "truncated",
        "OpenMetrics sent as text",
        "counter without _total",
        "statsd line",
    };
    return Names[static_cast<std::size_t>(hint)];
}

std::optional<double> expositionNumber(std::string_view text) noexcept
{
    const bool negative = !text.empty() && text.front() == '-';
    if (negative || (!text.empty() && text.front() == '+'))
        text.remove_prefix(1);
    const auto signedly = [negative](double value) { return negative ? -value : value; };
    if (const auto value = plainNumber(text))
        return signedly(*value);
    if (equalsIgnoringCase(text, "inf") || equalsIgnoringCase(text, "infinity"))
        return signedly(std::numeric_limits<double>::infinity());
    if (equalsIgnoringCase(text, "nan"))
        return std::numeric_limits<double>::quiet_NaN();
    if (text.empty() || !((text.front() >= '0' && text.front() <= '9') || text.front() == '.'))
        return std::nullopt;
    double value = 0;
    const char *const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    if (at != end)
        return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        // too small is nothing, too large is no number
        const std::size_t exponent = text.find_first_of("eE");
        const bool tiny = exponent != std::string_view::npos && text.substr(exponent + 1).starts_with('-');
        return tiny ? std::optional(signedly(0)) : std::nullopt;
    }
    return error == std::errc{} ? std::optional(signedly(value)) : std::nullopt;
}

} // namespace metriscope::net
