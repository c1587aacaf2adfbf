// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/packing.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

namespace metriscope::net::packing
{

namespace
{

template <typename T>
T load(const std::byte *from) noexcept
{
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

template <typename T>
void store(std::byte *to, T value) noexcept
{
    std::memcpy(to, &value, sizeof value);
}

template <typename T>
void readWhole(const std::byte *in, double unit, std::span<double> values) noexcept
{
    const auto base = load<std::int64_t>(in);
    const std::byte *from = in + sizeof base;
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(base + std::int64_t{load<T>(from + i * sizeof(T))}) / unit;
}

std::optional<Format> chooseWhole(std::span<const double> values) noexcept
{
    for (unsigned places = 0; places <= MostPlaces; ++places) {
        std::int64_t low = std::numeric_limits<std::int64_t>::max(),
                     high = std::numeric_limits<std::int64_t>::min();
        std::int64_t whole = 0;
        if (!std::ranges::all_of(values, [&](double value) {
                const bool exact = wholeOf(value, places, whole);
                low = std::min(low, whole);
                high = std::max(high, whole);
                return exact;
            }))
            continue;
        const std::int64_t range = high - low;
        for (const Form form : {Form::Whole8, Form::Whole16, Form::Whole32}) {
            const std::int64_t most = (std::int64_t{1} << (8 * widthOf(form))) - 1;
            if (range <= most)
                return Format{form, places, low - (most - range) / 2};
        }
    }
    return std::nullopt;
}

bool isFloat(double value) noexcept
{
    return std::abs(value) <= double{std::numeric_limits<float>::max()} &&
           static_cast<double>(static_cast<float>(value)) == value;
}

/// The number that stands for `value` above the base, if it is within the width.
bool offsetOf(std::uint8_t code, const std::byte *column, double value, std::uint64_t &offset) noexcept
{
    std::int64_t whole = 0;
    if (!wholeOf(value, placesOf(code), whole))
        return false;
    offset = static_cast<std::uint64_t>(whole - load<std::int64_t>(column));
    return offset >> (8 * widthOf(formOf(code))) == 0;
}

} // namespace

Format choose(std::span<const double> values) noexcept
{
    if (std::ranges::all_of(values, [first = values.front()](double value) { return value == first; }))
        return {Form::Constant, 0, std::bit_cast<std::int64_t>(values.front())};
    if (const auto whole = chooseWhole(values))
        return *whole;
    return {std::ranges::all_of(values, isFloat) ? Form::Float : Form::Double, 0, 0};
}

void write(const Format &format, std::span<const double> values, std::byte *out) noexcept
{
    if (baseBytesOf(format.form) > 0)
        store(out, format.base);
    for (std::size_t i = 0; i < values.size(); ++i)
        static_cast<void>(put(format.code(), out, i, values[i]));
}

void read(std::uint8_t code, const std::byte *in, std::span<double> values) noexcept
{
    const double unit = PowersOfTen[placesOf(code)];
    switch (formOf(code)) {
    case Form::Derived:
        break;
    case Form::Constant:
        std::ranges::fill(values, load<double>(in));
        break;
    case Form::Whole8:
        readWhole<std::uint8_t>(in, unit, values);
        break;
    case Form::Whole16:
        readWhole<std::uint16_t>(in, unit, values);
        break;
    case Form::Whole32:
        readWhole<std::uint32_t>(in, unit, values);
        break;
    case Form::Float:
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = double{load<float>(in + i * sizeof(float))};
        break;
    case Form::Double:
        std::memcpy(values.data(), in, values.size_bytes());
        break;
    }
}

bool holds(std::uint8_t code, const std::byte *column, double value) noexcept
{
    std::uint64_t offset = 0;
    switch (formOf(code)) {
    case Form::Derived:
        return false;
    case Form::Constant:
        return load<double>(column) == value;
    case Form::Whole8:
    case Form::Whole16:
    case Form::Whole32:
        return offsetOf(code, column, value, offset);
    case Form::Float:
        return isFloat(value);
    case Form::Double:
        return true;
    }
    return false;
}

bool put(std::uint8_t code, std::byte *column, std::size_t at, double value) noexcept
{
    const Form form = formOf(code);
    std::byte *place = column + baseBytesOf(form) + at * widthOf(form);
    std::uint64_t offset = 0;
    if (isWhole(form)) {
        if (!offsetOf(code, column, value, offset))
            return false;
        std::memcpy(place, &offset,
                    widthOf(form)); // little endian, as is every machine of Debian amd64 and arm64
        return true;
    }
    if (!holds(code, column, value))
        return false;
    if (form == Form::Float)
        store(place, static_cast<float>(value));
    else if (form == Form::Double)
        store(place, value);
    return true;
}

} // namespace metriscope::net::packing
