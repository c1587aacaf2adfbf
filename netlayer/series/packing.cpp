// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/packing.h"

#include <algorithm>
#include <optional>

namespace metriscope::net::packing
{

namespace
{

template <typename T>
void readWhole(const std::byte *base, const std::byte *first, std::size_t stride, double unit,
               std::span<double> values) noexcept
{
    const auto zero = load<std::int64_t>(base);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(zero + std::int64_t{load<T>(first + i * stride)}) / unit;
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
                return Format{form, places, static_cast<std::uint64_t>(low - (most - range) / 2)};
        }
    }
    return std::nullopt;
}

} // namespace

Format choose(std::span<const double> values) noexcept
{
    const double first = values.front();
    if (std::ranges::all_of(values, [first](double value) { return value == first; })) {
        if (isFloat(first))
            return {Form::ConstantFloat, 0, std::bit_cast<std::uint32_t>(static_cast<float>(first))};
        return {Form::Constant, 0, std::bit_cast<std::uint64_t>(first)};
    }
    if (const auto whole = chooseWhole(values))
        return *whole;
    return {std::ranges::all_of(values, isFloat) ? Form::Float : Form::Double, 0, 0};
}

void read(std::uint8_t code, const std::byte *base, const std::byte *first, std::size_t stride,
          std::span<double> values) noexcept
{
    const double unit = PowersOfTen[placesOf(code)];
    switch (formOf(code)) {
    case Form::Derived:
        break;
    case Form::Constant:
        std::ranges::fill(values, load<double>(base));
        break;
    case Form::ConstantFloat:
        std::ranges::fill(values, double{load<float>(base)});
        break;
    case Form::Whole8:
        readWhole<std::uint8_t>(base, first, stride, unit, values);
        break;
    case Form::Whole16:
        readWhole<std::uint16_t>(base, first, stride, unit, values);
        break;
    case Form::Whole32:
        readWhole<std::uint32_t>(base, first, stride, unit, values);
        break;
    case Form::Float:
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = double{load<float>(first + i * stride)};
        break;
    case Form::Double:
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = load<double>(first + i * stride);
        break;
    }
}

} // namespace metriscope::net::packing
