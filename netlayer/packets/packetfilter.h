// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/packets/packet.h"
#include "netlayer/types/metric.h"
#include "netlayer/types/result.h"
#include "netlayer/types/verdict.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What a filter may ask of one line of a packet. A line without a verdict is none of a protocol we judge.
struct FilterLine {
    std::optional<Verdict> verdict;
    std::string_view name;   ///< of the metric, empty when there is none
    std::string_view reason; ///< stable code of the issue, empty without one
    std::optional<MetricKind> kind;
};

/// What a filter may ask of a packet. Views are good during the call.
struct FilterSubject {
    PacketFeed feed = PacketFeed::Tap;
    PacketProtocol protocol = PacketProtocol::Unknown;
    PacketAddress source, destination;
    std::uint32_t length = 0; ///< of the payload, in bytes
    std::string_view payload, interface;
    std::span<const FilterLine> lines;
};

enum class FilterField : std::uint8_t {
    Name,
    Kind,
    Verdict,
    Reason,
    Address,
    Source,
    Destination,
    Port,
    Protocol,
    Length,
    Text,
    Interface,
    Feed
};
inline constexpr int FilterFieldCount = 13;
/// As it is typed: "name", "kind", ...
[[nodiscard]] std::string_view filterFieldName(FilterField field) noexcept;

/// Where and why a filter cannot be read; `length` bytes from `at` on are to blame.
struct FilterError {
    enum class Kind : std::uint8_t {
        TooLong,
        TooDeep,
        UnclosedQuote,
        UnclosedParenthesis,
        UnexpectedParenthesis, ///< a closing one
        MissingOperand,        ///< after `and`, `or`, `not`, or between parentheses
        UnexpectedOperator,
        UnknownField,
        MissingValue,
        OperatorNotForField,
        UnknownWord, ///< not one of the words that the field may be
        NotANumber,
        NotAnAddress
    };
    Kind kind{};
    std::size_t at = 0, length = 0;
    friend bool operator==(const FilterError &, const FilterError &) = default;
};

/// A filter over packets as a reader types it:
///
///     name = requests.* and verdict = rejected
///     port = 8125 or (address = 10.0.0.0/8 and length > 500)
///     not text ~ "GET /"
///     requests
///
/// `=` and `!=` compare the whole, with `*` for any run of characters unless the value is in quotes; `~` and
/// `!~` ask whether it is contained, letter case aside; `<`, `<=`, `>` and `>=` are for numbers. A word alone
/// is looked for in the text. A packet of several lines passes when one of its lines passes the whole filter.
class PacketFilter final
{
public:
    static constexpr std::size_t MaxLength = 1000, MaxDepth = 50;

    /// An empty text lets everything pass.
    [[nodiscard]] static Result<PacketFilter, FilterError> parse(std::string_view text);

    PacketFilter() = default;
    [[nodiscard]] bool isEmpty() const noexcept { return m_nodes.empty(); }
    /// Asks about name, kind, verdict or reason.
    [[nodiscard]] bool needsLines() const noexcept;
    [[nodiscard]] bool matches(const FilterSubject &facts) const;

private:
    friend class FilterParser;
    enum class Comparison : std::uint8_t { Equal, Unequal, Contains, Lacks, Less, AtMost, More, AtLeast };
    struct Node {
        enum class Kind : std::uint8_t { Compare, Not, And, Or } kind = Kind::Compare;
        FilterField field = FilterField::Text;
        Comparison comparison = Comparison::Contains;
        bool quoted = false;
        std::uint32_t left = 0, right = 0; ///< nodes; `left` alone of Not
        std::string text;                  ///< folded for Contains and Lacks
        std::uint64_t number = 0;          ///< also the value of an enumeration
        PacketAddress address;
        unsigned prefix = 0; ///< bits of the address that count
    };
    [[nodiscard]] bool passes(std::size_t node, const FilterSubject &facts, const FilterLine *line) const;
    [[nodiscard]] static bool compare(const Node &node, const FilterSubject &facts, const FilterLine *line);

    std::vector<Node> m_nodes; ///< the last one is the root
};

/// What may stand at the end of `text`, which is a filter as far as it was typed: words that begin with what
/// was typed of the last one. `at` is where that one begins.
struct FilterCompletion {
    std::size_t at = 0;
    std::vector<std::string_view> words;
};
[[nodiscard]] FilterCompletion completeFilter(std::string_view text);

} // namespace metriscope::net
