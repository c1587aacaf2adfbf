// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/packets/packetfilter.h"

#include <optional>
#include <span>
#include <string_view>

namespace metriscope::net
{

[[nodiscard]] constexpr char folded(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// How the values of a field are compared.
enum class FilterType : std::uint8_t { Text, Word, Number, Address };
[[nodiscard]] FilterType filterType(FilterField field) noexcept;
[[nodiscard]] std::optional<FilterField> filterFieldOf(std::string_view name) noexcept;
/// Every word that a field of type Word may be, in the order of its numbers; what is usual for a reason;
/// empty for others.
[[nodiscard]] std::span<const std::string_view> filterWords(FilterField field) noexcept;
/// The operators of a field.
[[nodiscard]] std::span<const std::string_view> filterOperators(FilterField field) noexcept;

} // namespace metriscope::net
