// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/packets/filterwords.h"

#include "netlayer/types/lineissue.h"

#include <algorithm>
#include <array>

namespace metriscope::net
{
namespace
{

constexpr std::array<std::string_view, FilterFieldCount> FieldNames{
    "name", "kind",     "verdict", "reason", "address",   "source", "destination",
    "port", "protocol", "length",  "text",   "interface", "feed"};
constexpr std::array<std::string_view, 4> Verdicts{"accepted", "warning", "rejected", "none"};
constexpr std::array<std::string_view, 3> Feeds{"tap", "wire", "file"};
constexpr std::array<std::string_view, 4> TextOperators{"=", "!=", "~", "!~"};
constexpr std::array<std::string_view, 6> NumberOperators{"=", "!=", "<", "<=", ">", ">="};
constexpr std::array<std::string_view, 2> WordOperators{"=", "!="};

std::span<const std::string_view> kinds()
{
    static const auto words = [] {
        std::array<std::string_view, MetricKindCount> out;
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = kindName(static_cast<MetricKind>(i));
        return out;
    }();
    return words;
}

std::span<const std::string_view> protocols()
{
    static const auto words = [] {
        std::array<std::string_view, static_cast<std::size_t>(PacketProtocol::UnixDatagram) + 1> out;
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = protocolName(static_cast<PacketProtocol>(i));
        return out;
    }();
    return words;
}

std::span<const std::string_view> reasons()
{
    static const auto words = [] {
        std::vector<std::string_view> out;
        for (std::size_t i = 0; i < static_cast<std::size_t>(LineIssue::Count); ++i)
            if (const std::string_view name = issueName(static_cast<LineIssue>(i));
                !name.empty() && i != static_cast<std::size_t>(LineIssue::None))
                out.push_back(name);
        return out;
    }();
    return words;
}

} // namespace

std::string_view filterFieldName(FilterField field) noexcept
{
    return FieldNames[static_cast<std::size_t>(field)];
}

std::optional<FilterField> filterFieldOf(std::string_view name) noexcept
{
    const auto found = std::ranges::find(FieldNames, name);
    if (found == FieldNames.end())
        return std::nullopt;
    return static_cast<FilterField>(found - FieldNames.begin());
}

FilterType filterType(FilterField field) noexcept
{
    switch (field) {
    case FilterField::Kind:
    case FilterField::Verdict:
    case FilterField::Protocol:
    case FilterField::Feed:
        return FilterType::Word;
    case FilterField::Port:
    case FilterField::Length:
        return FilterType::Number;
    case FilterField::Address:
    case FilterField::Source:
    case FilterField::Destination:
        return FilterType::Address;
    default:
        return FilterType::Text;
    }
}

std::span<const std::string_view> filterWords(FilterField field) noexcept
{
    switch (field) {
    case FilterField::Kind:
        return kinds();
    case FilterField::Verdict:
        return Verdicts;
    case FilterField::Protocol:
        return protocols();
    case FilterField::Feed:
        return Feeds;
    case FilterField::Reason:
        return reasons();
    default:
        return {};
    }
}

std::span<const std::string_view> filterOperators(FilterField field) noexcept
{
    switch (filterType(field)) {
    case FilterType::Text:
        return TextOperators;
    case FilterType::Number:
        return NumberOperators;
    default:
        return WordOperators;
    }
}

} // namespace metriscope::net
