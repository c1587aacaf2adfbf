// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>

/// How one column of a block is written: a form, the base that whole numbers stand above, and a width a
/// value.
namespace metriscope::net::packing
{

enum class Form : std::uint8_t { Derived, Constant, Whole8, Whole16, Whole32, Float, Double };

/// The form in the low four bits, the decimal places of whole numbers in the high ones.
struct Format {
    Form form = Form::Derived;
    unsigned places = 0;
    std::int64_t base = 0; ///< of whole numbers; the bits of the double for Constant

    [[nodiscard]] std::uint8_t code() const noexcept
    {
        return static_cast<std::uint8_t>(static_cast<unsigned>(form) | places << 4);
    }
};

inline constexpr unsigned MostPlaces = 6;
inline constexpr std::array<double, MostPlaces + 1> PowersOfTen{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

[[nodiscard]] constexpr Form formOf(std::uint8_t code) noexcept
{
    return static_cast<Form>(code & 0xFU);
}
[[nodiscard]] constexpr unsigned placesOf(std::uint8_t code) noexcept
{
    return code >> 4;
}
[[nodiscard]] constexpr bool isWhole(Form form) noexcept
{
    return form >= Form::Whole8 && form <= Form::Whole32;
}

[[nodiscard]] constexpr std::size_t widthOf(Form form) noexcept
{
    constexpr std::array<std::size_t, 7> widths{0, 0, 1, 2, 4, 4, 8};
    return widths[static_cast<std::size_t>(form)];
}
/// Bytes in front of the values.
[[nodiscard]] constexpr std::size_t baseBytesOf(Form form) noexcept
{
    return form == Form::Constant || isWhole(form) ? sizeof(std::int64_t) : 0;
}

/// The value in units of 10^-places, when that is exact and fits.
[[nodiscard]] inline bool wholeOf(double value, unsigned places, std::int64_t &whole) noexcept
{
    constexpr double Limit = 0x1p50, Rounder = 0x1.8p52; // adding it leaves the nearest whole number
    const double scaled = value * PowersOfTen[places];
    if (!(scaled < Limit && scaled > -Limit))
        return false;
    const double rounded = (scaled + Rounder) - Rounder;
    whole = static_cast<std::int64_t>(rounded);
    return rounded / PowersOfTen[places] == value;
}

/// The narrowest format for the values; whole numbers have room on both sides.
[[nodiscard]] Format choose(std::span<const double> values) noexcept;
/// Writes `values` behind the base, which is written too when the format has one.
void write(const Format &format, std::span<const double> values, std::byte *out) noexcept;
void read(std::uint8_t code, const std::byte *in, std::span<double> values) noexcept;
/// Writes value number `at` of a column in its place; false when the format does not hold it.
[[nodiscard]] bool put(std::uint8_t code, std::byte *column, std::size_t at, double value) noexcept;
/// The same without writing.
[[nodiscard]] bool holds(std::uint8_t code, const std::byte *column, double value) noexcept;

} // namespace metriscope::net::packing
