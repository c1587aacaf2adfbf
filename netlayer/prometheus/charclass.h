// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace metriscope::net
{

/// What a character may be in an exposition.
enum CharClass : std::uint8_t { NameStart = 1, NameRest = 2, LabelStart = 4, LabelRest = 8, PlainValue = 16 };

[[nodiscard]] constexpr std::array<std::uint8_t, 256> makeCharClasses()
{
    std::array<std::uint8_t, 256> classes{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        const bool digit = c >= '0' && c <= '9';
        unsigned bits = 0;
        bits |= letter || c == ':' ? unsigned{NameStart} : 0;
        bits |= letter || c == ':' || digit ? unsigned{NameRest} : 0;
        bits |= letter ? unsigned{LabelStart} : 0;
        bits |= letter || digit ? unsigned{LabelRest} : 0;
        bits |= c != '"' && c != '\\' ? unsigned{PlainValue} : 0;
        classes[c] = static_cast<std::uint8_t>(bits);
    }
    return classes;
}
inline constexpr auto CharClasses = makeCharClasses();

[[nodiscard]] inline bool is(char c, CharClass which) noexcept
{
    return (CharClasses[static_cast<unsigned char>(c)] & which) != 0;
}

[[nodiscard]] constexpr bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t';
}

} // namespace metriscope::net
