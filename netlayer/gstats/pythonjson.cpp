// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/pythonjson.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace metriscope::net
{
namespace
{

constexpr std::string_view HexDigits = "0123456789abcdef";

void appendUnit(std::string &out, std::uint32_t unit)
{
    out += "\\u";
    for (unsigned shift = 16; shift != 0;) {
        shift -= 4;
        out += HexDigits[(unit >> shift) & 0xFU];
    }
}

void appendCodePoint(std::string &out, std::uint32_t point)
{
    if (point < 0x10000) {
        appendUnit(out, point);
        return;
    }
    appendUnit(out, 0xD800U + ((point - 0x10000U) >> 10U));
    appendUnit(out, 0xDC00U + ((point - 0x10000U) & 0x3FFU));
}

struct Decoded {
    std::uint32_t point = 0;
    std::size_t length = 0; ///< 0: no UTF-8 here
};

/// Strict, as Python's: neither surrogates nor longer forms than needed.
Decoded decodeUtf8(std::string_view bytes) noexcept
{
    const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(bytes[i])}; };
    const std::uint32_t first = byte(0);
    const std::size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || bytes.size() < length)
        return {};
    std::uint32_t point = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return {};
        point = point << 6U | (byte(i) & 0x3FU);
    }
    const bool tooLong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    if (tooLong || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
        return {};
    return {point, length};
}

void appendAscii(std::string &out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\b':
        out += "\\b";
        return;
    default:
        if (static_cast<unsigned char>(c) < 0x20)
            appendUnit(out, static_cast<unsigned char>(c));
        else
            out += c;
    }
}

} // namespace

void appendPythonString(std::string &out, std::string_view bytes)
{
    out += '"';
    while (!bytes.empty()) {
        std::size_t used = 1;
        if (static_cast<unsigned char>(bytes.front()) < 0x80) {
            appendAscii(out, bytes.front());
        } else if (const Decoded decoded = decodeUtf8(bytes); decoded.length != 0) {
            appendCodePoint(out, decoded.point);
            used = decoded.length;
        } else {
            appendUnit(out, 0xDC00U + static_cast<unsigned char>(bytes.front()));
        }
        bytes.remove_prefix(used);
    }
    out += '"';
}

void appendPythonFloat(std::string &out, double value)
{
    if (!std::isfinite(value)) {
        out += std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        return;
    }
    std::array<char, 32> text;
    const char *const end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific).ptr;
    std::string_view digits(text.data(), static_cast<std::size_t>(end - text.data()));
    const std::size_t e = digits.find('e');
    int exponent = 0; // from_chars takes no plus
    const std::size_t sign = e + (digits[e + 1] == '+' ? 2 : 1);
    std::from_chars(digits.data() + sign, end, exponent);
    constexpr int SmallestPlain = -4, LargestPlain = 15; // repr() of CPython, float_repr_style "short"
    if (exponent < SmallestPlain || exponent > LargestPlain) {
        out += digits;
        return;
    }
    const std::size_t before = out.size();
    out.append(text.data(),
               std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr);
    if (out.find('.', before) == std::string::npos)
        out += ".0";
}

} // namespace metriscope::net
