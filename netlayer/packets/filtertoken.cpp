// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/packets/filtertoken.h"

#include <array>

namespace metriscope::net
{
namespace
{

using Kind = FilterToken::Kind;

struct Sign {
    std::string_view text;
    Kind kind;
};
/// Longer ones first.
constexpr std::array Signs{Sign{"==", Kind::Compare}, Sign{"!=", Kind::Compare}, Sign{"!~", Kind::Compare},
                           Sign{"<=", Kind::Compare}, Sign{">=", Kind::Compare}, Sign{"&&", Kind::And},
                           Sign{"||", Kind::Or},      Sign{"=", Kind::Compare},  Sign{"~", Kind::Compare},
                           Sign{"<", Kind::Compare},  Sign{">", Kind::Compare},  Sign{"!", Kind::Not},
                           Sign{"(", Kind::Open},     Sign{")", Kind::Close}};

[[nodiscard]] bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Ends a word, wherever it stands in it; a single `!`, `&` or `|` does not.
[[nodiscard]] bool endsWord(std::string_view rest)
{
    static constexpr std::string_view Ends = "\"()=~<>";
    return isBlank(rest.front()) || Ends.find(rest.front()) != std::string_view::npos ||
           rest.starts_with("!=") || rest.starts_with("!~") || rest.starts_with("&&") ||
           rest.starts_with("||");
}

[[nodiscard]] FilterToken quoted(std::string_view text, std::size_t at)
{
    FilterToken token{Kind::OpenQuote, at, text.size() - at, text.substr(at), {}};
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            token.kind = Kind::Quoted;
            token.length = i + 1 - at;
            token.raw = text.substr(at, token.length);
            break;
        }
        if (text[i] == '\\' && i + 1 < text.size())
            ++i;
        token.text += text[i];
    }
    return token;
}

[[nodiscard]] FilterToken word(std::string_view text, std::size_t at)
{
    std::size_t end = at + 1;
    while (end < text.size() && !endsWord(text.substr(end)))
        ++end;
    FilterToken token{Kind::Word, at, end - at, text.substr(at, end - at), {}};
    token.text = token.raw;
    if (token.raw == "and")
        token.kind = Kind::And;
    else if (token.raw == "or")
        token.kind = Kind::Or;
    else if (token.raw == "not")
        token.kind = Kind::Not;
    return token;
}

[[nodiscard]] FilterToken tokenAt(std::string_view text, std::size_t at)
{
    if (text[at] == '"')
        return quoted(text, at);
    for (const Sign &sign : Signs)
        if (text.substr(at).starts_with(sign.text))
            return {sign.kind, at, sign.text.size(), text.substr(at, sign.text.size()), {}};
    return word(text, at);
}

} // namespace

std::vector<FilterToken> filterTokens(std::string_view text)
{
    std::vector<FilterToken> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        if (isBlank(text[at])) {
            ++at;
            continue;
        }
        tokens.push_back(tokenAt(text, at));
        at += tokens.back().length;
    }
    tokens.push_back({Kind::End, text.size(), 0, {}, {}});
    return tokens;
}

} // namespace metriscope::net
