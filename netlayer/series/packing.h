// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>

/// How one field of a block's points is written: a form, the base that whole numbers stand above, a width a
/// value.
namespace metriscope::net::packing
{

enum class Form : std::uint8_t { Derived, Constant, ConstantFloat, Whole8, Whole16, Whole32, Float, Double };

/// The form in the low four bits, the decimal places of whole numbers in the high ones.
struct Format {
    Form form = Form::Derived;
    unsigned places = 0;
    std::uint64_t base = 0; ///< of whole numbers, two's complement; the bits of a constant

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

/// Bytes of a value, and of what all values of a field share.
[[nodiscard]] constexpr std::size_t widthOf(Form form) noexcept
{
    constexpr std::array<std::size_t, 8> widths{0, 0, 0, 1, 2, 4, 4, 8};
    return widths[static_cast<std::size_t>(form)];
}
[[nodiscard]] constexpr std::size_t baseBytesOf(Form form) noexcept
{
    constexpr std::array<std::size_t, 8> bytes{0, 8, 4, 8, 8, 8, 0, 0};
    return bytes[static_cast<std::size_t>(form)];
}

template <typename T>
[[nodiscard]] T load(const std::byte *from) noexcept
{
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
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
    return places == 0 ? rounded == value : rounded / PowersOfTen[places] == value;
}

[[nodiscard]] inline bool isFloat(double value) noexcept
{
    return std::abs(value) <= double{std::numeric_limits<float>::max()} &&
           static_cast<double>(static_cast<float>(value)) == value;
}

/// What stands for `value` in the lowest widthOf() bytes of `bits`; false when the format does not hold it.
/// Not for Derived.
[[nodiscard]] inline bool encode(std::uint8_t code, const std::byte *base, double value,
                                 std::uint64_t &bits) noexcept
{
    switch (formOf(code)) {
    case Form::Derived:
        return false;
    case Form::Constant:
        return load<double>(base) == value;
    case Form::ConstantFloat:
        return double{load<float>(base)} == value;
    case Form::Whole8:
    case Form::Whole16:
    case Form::Whole32: {
        std::int64_t whole = 0;
        if (!wholeOf(value, placesOf(code), whole))
            return false;
        bits = static_cast<std::uint64_t>(whole) - load<std::uint64_t>(base);
        return bits >> (8 * widthOf(formOf(code))) == 0;
    }
    case Form::Float:
        bits = std::bit_cast<std::uint32_t>(static_cast<float>(value));
        return isFloat(value);
    case Form::Double:
        bits = std::bit_cast<std::uint64_t>(value);
        return true;
    }
    return false;
}

/// The narrowest format for the values; whole numbers have room on both sides.
[[nodiscard]] Format choose(std::span<const double> values) noexcept;
/// Reads a field of values that lie `stride` bytes apart, the first at `first`. Not for Derived.
void read(std::uint8_t code, const std::byte *base, const std::byte *first, std::size_t stride,
          std::span<double> values) noexcept;

// A number goes into its width by its first bytes
static_assert(std::endian::native == std::endian::little);

} // namespace metriscope::net::packing
