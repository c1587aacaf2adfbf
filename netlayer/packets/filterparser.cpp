// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/packets/filtertoken.h"
#include "netlayer/packets/filterwords.h"
#include "netlayer/packets/packetfilter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace metriscope::net
{
namespace
{

using TokenKind = FilterToken::Kind;
using ErrorKind = FilterError::Kind;

template <typename Number>
[[nodiscard]] bool readNumber(std::string_view text, Number &number, int base = 10)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc{} && end == text.data() + text.size();
}

[[nodiscard]] bool readInet(std::string_view text, PacketAddress &address)
{
    address.family = PacketAddress::Family::Inet;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t dot = i < 3 ? text.find('.') : text.size();
        if (dot == std::string_view::npos || !readNumber(text.substr(0, dot), address.bytes[i]))
            return false;
        text.remove_prefix(std::min(dot + 1, text.size()));
    }
    return text.empty();
}

/// Groups up to a `::` or the end, into `bytes`; the number of bytes, or nothing.
[[nodiscard]] std::optional<std::size_t> readGroups(std::string_view text, std::span<std::uint8_t> bytes)
{
    std::size_t count = 0;
    while (!text.empty()) {
        const std::size_t colon = std::min(text.find(':'), text.size());
        std::uint16_t group = 0;
        if (count + 2 > bytes.size() || colon > 4 || !readNumber(text.substr(0, colon), group, 16))
            return std::nullopt;
        bytes[count++] = static_cast<std::uint8_t>(group >> 8U);
        bytes[count++] = static_cast<std::uint8_t>(group & 0xFFU);
        if (colon + 1 == text.size()) // a colon at the end
            return std::nullopt;
        text.remove_prefix(std::min(colon + 1, text.size()));
    }
    return count;
}

[[nodiscard]] bool readInet6(std::string_view text, PacketAddress &address)
{
    address.family = PacketAddress::Family::Inet6;
    const std::size_t gap = text.find("::");
    const auto head = readGroups(text.substr(0, gap), address.bytes);
    if (!head || gap == std::string_view::npos)
        return head == address.bytes.size();
    std::array<std::uint8_t, 16> tail{};
    const auto count = readGroups(text.substr(gap + 2), tail);
    if (!count || *head + *count > address.bytes.size() - 2)
        return false;
    std::copy_n(tail.begin(), *count, address.bytes.end() - static_cast<std::ptrdiff_t>(*count));
    return true;
}

} // namespace

/// Reads `or` of `and` of `not` of comparisons, by recursion that is bounded.
class FilterParser final
{
public:
    explicit FilterParser(std::string_view text) : m_tokens(filterTokens(text)) {}

    [[nodiscard]] Result<PacketFilter, FilterError> parse()
    {
        if (current().kind == TokenKind::End)
            return PacketFilter();
        if (!any() || !atEnd())
            return m_error;
        return std::move(m_filter);
    }

private:
    using Node = PacketFilter::Node;
    using Comparison = PacketFilter::Comparison;
    using Index = std::optional<std::uint32_t>;

    [[nodiscard]] const FilterToken &current() const { return m_tokens[m_next]; }
    [[nodiscard]] bool takes(TokenKind kind)
    {
        if (current().kind != kind)
            return false;
        ++m_next;
        return true;
    }
    std::nullopt_t fail(ErrorKind kind, const FilterToken &token)
    {
        m_error = {kind, token.at, token.length};
        return std::nullopt;
    }
    Index add(Node node)
    {
        m_filter.m_nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(m_filter.m_nodes.size() - 1);
    }
    Index join(Node::Kind kind, std::uint32_t left, std::uint32_t right)
    {
        Node node;
        node.kind = kind;
        node.left = left;
        node.right = right;
        return add(std::move(node));
    }

    [[nodiscard]] bool atEnd()
    {
        if (current().kind == TokenKind::End)
            return true;
        fail(current().kind == TokenKind::Close ? ErrorKind::UnexpectedParenthesis
                                                : ErrorKind::UnexpectedOperator,
             current());
        return false;
    }

    Index any()
    {
        Index left = all();
        while (left && takes(TokenKind::Or)) {
            const Index right = all();
            left = right ? join(Node::Kind::Or, *left, *right) : Index();
        }
        return left;
    }

    [[nodiscard]] bool operandFollows() const
    {
        const TokenKind kind = current().kind;
        return kind == TokenKind::Word || kind == TokenKind::Quoted || kind == TokenKind::OpenQuote ||
               kind == TokenKind::Not || kind == TokenKind::Open;
    }

    /// `and` may be left out.
    Index all()
    {
        Index left = negated();
        while (left && (takes(TokenKind::And) || operandFollows())) {
            const Index right = negated();
            left = right ? join(Node::Kind::And, *left, *right) : Index();
        }
        return left;
    }

    Index negated()
    {
        if (++m_depth > PacketFilter::MaxDepth)
            return fail(ErrorKind::TooDeep, current());
        Index out;
        if (takes(TokenKind::Not)) {
            const Index operand = negated();
            out = operand ? join(Node::Kind::Not, *operand, 0) : Index();
        } else {
            out = operand();
        }
        --m_depth;
        return out;
    }

    Index operand()
    {
        const FilterToken &token = current();
        switch (token.kind) {
        case TokenKind::Open:
            return inParentheses();
        case TokenKind::OpenQuote:
            return fail(ErrorKind::UnclosedQuote, token);
        case TokenKind::Word:
        case TokenKind::Quoted:
            ++m_next;
            return current().kind == TokenKind::Compare ? comparison(token) : word(token);
        case TokenKind::Compare:
            return fail(ErrorKind::UnexpectedOperator, token);
        case TokenKind::Close:
            return fail(m_open > 0 ? ErrorKind::MissingOperand : ErrorKind::UnexpectedParenthesis, token);
        default:
            return fail(ErrorKind::MissingOperand, token);
        }
    }

    Index inParentheses()
    {
        const FilterToken &open = current();
        ++m_next;
        ++m_open;
        const Index inner = any();
        --m_open;
        if (inner && !takes(TokenKind::Close))
            return fail(ErrorKind::UnclosedParenthesis, open);
        return inner;
    }

    Index word(const FilterToken &token)
    {
        Node node;
        node.text = token.text;
        std::ranges::transform(node.text, node.text.begin(), folded);
        return add(std::move(node));
    }

    Index comparison(const FilterToken &name)
    {
        const std::optional<FilterField> field =
            name.kind == TokenKind::Word ? filterFieldOf(name.text) : std::nullopt;
        if (!field)
            return fail(ErrorKind::UnknownField, name);
        const FilterToken &sign = current();
        const std::string_view text = sign.raw == "==" ? "=" : sign.raw;
        if (std::ranges::find(filterOperators(*field), text) == filterOperators(*field).end())
            return fail(ErrorKind::OperatorNotForField, sign);
        static constexpr std::array<std::string_view, 8> Order{"=", "!=", "~", "!~", "<", "<=", ">", ">="};
        ++m_next;
        const FilterToken &value = current();
        if (value.kind == TokenKind::OpenQuote)
            return fail(ErrorKind::UnclosedQuote, value);
        // A value may look like `and`, `or` or `not`: after an operator it is one.
        const bool isValue = value.kind == TokenKind::Word || value.kind == TokenKind::Quoted ||
                             (value.kind == TokenKind::Not && value.raw != "!") ||
                             (value.kind == TokenKind::And && value.raw != "&&") ||
                             (value.kind == TokenKind::Or && value.raw != "||");
        if (!isValue)
            return fail(ErrorKind::MissingValue, sign);
        ++m_next;
        Node node;
        node.field = *field;
        node.comparison = static_cast<Comparison>(std::ranges::find(Order, text) - Order.begin());
        node.quoted = value.kind == TokenKind::Quoted;
        node.text = value.text;
        return readValue(std::move(node), value);
    }

    Index readValue(Node node, const FilterToken &token)
    {
        switch (filterType(node.field)) {
        case FilterType::Word: {
            const auto words = filterWords(node.field);
            const auto found = std::ranges::find(words, std::string_view(node.text));
            if (found == words.end())
                return fail(ErrorKind::UnknownWord, token);
            node.number = static_cast<std::uint64_t>(found - words.begin());
            break;
        }
        case FilterType::Number:
            if (!readNumber(node.text, node.number))
                return fail(ErrorKind::NotANumber, token);
            break;
        case FilterType::Address:
            if (!readAddress(node))
                return fail(ErrorKind::NotAnAddress, token);
            break;
        case FilterType::Text:
            if (node.comparison == Comparison::Contains || node.comparison == Comparison::Lacks)
                std::ranges::transform(node.text, node.text.begin(), folded);
            break;
        }
        return add(std::move(node));
    }

    /// "10.0.0.0/8", "127.0.0.1:8125", "::1", "[::1]:8125".
    [[nodiscard]] static bool readAddress(Node &node)
    {
        std::string_view text = node.text;
        const std::size_t slash = text.find('/');
        const bool bracketed = text.starts_with('[');
        const std::size_t close = text.find(']');
        if (bracketed && close == std::string_view::npos)
            return false;
        std::string_view port;
        if (bracketed && close + 1 < text.size()) {
            if (text[close + 1] != ':')
                return false;
            port = text.substr(close + 2);
        } else if (!bracketed && std::ranges::count(text, ':') == 1) {
            port = text.substr(text.find(':') + 1);
            text = text.substr(0, text.find(':'));
        }
        if (!port.empty() && (!readNumber(port, node.address.port) || slash != std::string_view::npos))
            return false;
        const std::string_view host =
            bracketed ? text.substr(1, close - 1) : text.substr(0, std::min(slash, text.size()));
        const bool six = host.find(':') != std::string_view::npos;
        if (!(six ? readInet6(host, node.address) : readInet(host, node.address)))
            return false;
        const unsigned bits = six ? 128 : 32;
        node.prefix = bits;
        return slash == std::string_view::npos ||
               (readNumber(text.substr(slash + 1), node.prefix) && node.prefix <= bits);
    }

    std::vector<FilterToken> m_tokens;
    PacketFilter m_filter;
    FilterError m_error;
    std::size_t m_next = 0, m_depth = 0, m_open = 0;
};

Result<PacketFilter, FilterError> PacketFilter::parse(std::string_view text)
{
    if (text.size() > MaxLength)
        return FilterError{FilterError::Kind::TooLong, MaxLength, text.size() - MaxLength};
    return FilterParser(text).parse();
}

FilterCompletion completeFilter(std::string_view text)
{
    std::vector<FilterToken> tokens = filterTokens(text);
    tokens.pop_back();
    FilterCompletion out{text.size(), {}};
    // The last word is still being typed unless a blank ends it.
    std::string_view begun;
    if (!tokens.empty() && tokens.back().at + tokens.back().length == text.size()) {
        const FilterToken &last = tokens.back();
        const bool isWord =
            last.kind == TokenKind::Word ||
            ((last.kind == TokenKind::And || last.kind == TokenKind::Or || last.kind == TokenKind::Not) &&
             last.raw.front() >= 'a');
        if (last.kind == TokenKind::OpenQuote || last.kind == TokenKind::Quoted)
            return out;
        if (isWord) {
            begun = last.raw;
            out.at = last.at;
            tokens.pop_back();
        }
    }
    const auto offer = [&](std::span<const std::string_view> words) {
        for (const std::string_view word : words)
            if (word.starts_with(begun) && word != begun)
                out.words.push_back(word);
    };
    const auto fieldAt = [&](std::size_t fromEnd) -> std::optional<FilterField> {
        return tokens.size() >= fromEnd ? filterFieldOf(tokens[tokens.size() - fromEnd].raw) : std::nullopt;
    };
    static constexpr std::array<std::string_view, 2> Joins{"and", "or"};
    static constexpr std::array<std::string_view, 1> Negation{"not"};
    const TokenKind before = tokens.empty() ? TokenKind::And : tokens.back().kind;
    if (before == TokenKind::Compare) {
        if (const auto field = fieldAt(2))
            offer(filterWords(*field));
        return out;
    }
    const bool afterValue = tokens.size() >= 2 && tokens[tokens.size() - 2].kind == TokenKind::Compare;
    if (before == TokenKind::Word && !afterValue) {
        if (const auto field = fieldAt(1))
            offer(filterOperators(*field));
    }
    if (before == TokenKind::Word || before == TokenKind::Quoted || before == TokenKind::Close) {
        offer(Joins);
        return out;
    }
    for (int i = 0; i < FilterFieldCount; ++i) {
        const std::string_view name = filterFieldName(static_cast<FilterField>(i));
        offer({&name, 1});
    }
    offer(Negation);
    return out;
}

} // namespace metriscope::net
