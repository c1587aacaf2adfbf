// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/packets/packetfilter.h"

#include "netlayer/packets/filterwords.h"

#include <algorithm>

namespace metriscope::net
{
namespace
{

[[nodiscard]] bool contains(std::string_view text, std::string_view foldedPart)
{
    const auto same = [](char c, char wanted) { return folded(c) == wanted; };
    return std::search(text.begin(), text.end(), foldedPart.begin(), foldedPart.end(), same) != text.end() ||
           foldedPart.empty();
}

/// `*` is any run of bytes. One point of return, no recursion.
[[nodiscard]] bool equals(std::string_view text, std::string_view pattern, bool wildcards)
{
    if (!wildcards)
        return text == pattern;
    std::size_t t = 0, p = 0, afterStar = std::string_view::npos, resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            afterStar = ++p;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (afterStar != std::string_view::npos) {
            p = afterStar;
            t = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

[[nodiscard]] bool within(const PacketAddress &address, const PacketAddress &wanted, unsigned prefix)
{
    if (address.family != wanted.family || (wanted.port != 0 && wanted.port != address.port))
        return false;
    for (std::size_t i = 0; prefix > 0; ++i) {
        const unsigned bits = std::min(prefix, 8U);
        const unsigned mask = 0xFFU << (8 - bits) & 0xFFU;
        if (((address.bytes[i] ^ wanted.bytes[i]) & mask) != 0)
            return false;
        prefix -= bits;
    }
    return true;
}

[[nodiscard]] std::uint64_t wordNumber(FilterField field, const FilterSubject &facts, const FilterLine *line)
{
    constexpr std::uint64_t NoVerdict = 3, None = ~std::uint64_t{0};
    switch (field) {
    case FilterField::Kind:
        return line != nullptr && line->kind ? static_cast<std::uint64_t>(*line->kind) : None;
    case FilterField::Verdict:
        return line != nullptr && line->verdict ? static_cast<std::uint64_t>(*line->verdict) : NoVerdict;
    case FilterField::Protocol:
        return static_cast<std::uint64_t>(facts.protocol);
    case FilterField::Feed:
        return static_cast<std::uint64_t>(facts.feed);
    default:
        return None;
    }
}

[[nodiscard]] std::string_view textOf(FilterField field, const FilterSubject &facts, const FilterLine *line)
{
    switch (field) {
    case FilterField::Name:
        return line != nullptr ? line->name : std::string_view();
    case FilterField::Reason:
        return line != nullptr ? line->reason : std::string_view();
    case FilterField::Interface:
        return facts.interface;
    default:
        return facts.payload;
    }
}

} // namespace

bool PacketFilter::needsLines() const noexcept
{
    return std::ranges::any_of(m_nodes, [](const Node &node) {
        return node.kind == Node::Kind::Compare &&
               (node.field == FilterField::Name || node.field == FilterField::Kind ||
                node.field == FilterField::Verdict || node.field == FilterField::Reason);
    });
}

bool PacketFilter::matches(const FilterSubject &facts) const
{
    if (m_nodes.empty())
        return true;
    const std::size_t root = m_nodes.size() - 1;
    if (facts.lines.empty())
        return passes(root, facts, nullptr);
    return std::ranges::any_of(facts.lines,
                               [&](const FilterLine &line) { return passes(root, facts, &line); });
}

// Recursion as deep as the parser was: operands stand before what joins them.
bool PacketFilter::passes(std::size_t index, const FilterSubject &facts, const FilterLine *line) const
{
    const Node &node = m_nodes[index];
    switch (node.kind) {
    case Node::Kind::Not:
        return !passes(node.left, facts, line);
    case Node::Kind::And:
        return passes(node.left, facts, line) && passes(node.right, facts, line);
    case Node::Kind::Or:
        return passes(node.left, facts, line) || passes(node.right, facts, line);
    case Node::Kind::Compare:
        break;
    }
    return compare(node, facts, line);
}

bool PacketFilter::compare(const Node &node, const FilterSubject &facts, const FilterLine *line)
{
    const bool wanted = node.comparison != Comparison::Unequal && node.comparison != Comparison::Lacks;
    const auto ordered = [&](std::uint64_t number) {
        switch (node.comparison) {
        case Comparison::Less:
            return number < node.number;
        case Comparison::AtMost:
            return number <= node.number;
        case Comparison::More:
            return number > node.number;
        case Comparison::AtLeast:
            return number >= node.number;
        default:
            return number == node.number;
        }
    };
    switch (node.field) {
    case FilterField::Address:
        return (within(facts.source, node.address, node.prefix) ||
                within(facts.destination, node.address, node.prefix)) == wanted;
    case FilterField::Source:
        return within(facts.source, node.address, node.prefix) == wanted;
    case FilterField::Destination:
        return within(facts.destination, node.address, node.prefix) == wanted;
    case FilterField::Port:
        return (ordered(facts.source.port) || ordered(facts.destination.port)) == wanted;
    case FilterField::Length:
        return ordered(facts.length) == wanted;
    case FilterField::Kind:
    case FilterField::Verdict:
    case FilterField::Protocol:
    case FilterField::Feed:
        return (wordNumber(node.field, facts, line) == node.number) == wanted;
    default:
        break;
    }
    const std::string_view text = textOf(node.field, facts, line);
    if (node.comparison == Comparison::Contains || node.comparison == Comparison::Lacks)
        return contains(text, node.text) == wanted;
    return equals(text, node.text, !node.quoted) == wanted;
}

} // namespace metriscope::net
