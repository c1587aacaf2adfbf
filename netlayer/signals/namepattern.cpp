// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/signals/namepattern.h"

#include <utility>

namespace metriscope::net
{

namespace
{

constexpr std::string_view Placeholder = "{application}";

} // namespace

Result<NamePattern, PatternError> NamePattern::parse(std::string_view pattern)
{
    if (pattern.empty())
        return PatternError::Empty;
    if (pattern.size() > MaxLength)
        return PatternError::TooLong;

    NamePattern result;
    std::string literal;
    bool application = false, partBegins = true;
    const auto push = [&](Kind kind, std::size_t length) {
        if (!literal.empty())
            result.m_tokens.push_back({Kind::Literal, std::exchange(literal, {})});
        result.m_tokens.push_back({kind, {}});
        pattern.remove_prefix(length);
        partBegins = kind == Kind::Parts;
    };
    while (!pattern.empty()) {
        if (pattern == ".**") {
            push(Kind::Tail, pattern.size());
        } else if (pattern.starts_with("**")) {
            if (!partBegins || !pattern.starts_with("**."))
                return PatternError::MisplacedWildcard;
            push(Kind::Parts, 3);
        } else if (pattern.front() == '*') {
            push(Kind::Star, 1);
        } else if (pattern.starts_with(Placeholder)) {
            if (std::exchange(application, true))
                return PatternError::TwoApplications;
            push(Kind::Application, Placeholder.size());
        } else if (pattern.front() == '{' || pattern.front() == '}') {
            return PatternError::UnknownPlaceholder;
        } else {
            literal += pattern.front();
            partBegins = pattern.front() == '.';
            pattern.remove_prefix(1);
        }
    }
    if (!literal.empty())
        result.m_tokens.push_back({Kind::Literal, std::move(literal)});
    return result;
}

bool NamePattern::excluded(std::string_view name) const
{
    const Token &first = m_tokens.front(), &last = m_tokens.back();
    return name.size() > MaxName || (first.kind == Kind::Literal && !name.starts_with(first.text)) ||
           (last.kind == Kind::Literal && !name.ends_with(last.text));
}

std::optional<std::string_view> NamePattern::match(std::string_view name) const
{
    if (excluded(name))
        return std::nullopt;

    // rest[k][i]: the tokens from k on match the name from i on. Filled from the end, so nothing is tried
    // twice.
    const std::size_t n = name.size(), width = n + 1;
    std::vector<char> rest((m_tokens.size() + 1) * width, 0);
    const auto row = [&](std::size_t token) { return rest.data() + token * width; };
    row(m_tokens.size())[n] = 1;
    for (std::size_t k = m_tokens.size(); k-- > 0;) {
        const char *next = row(k + 1);
        char *here = row(k);
        const Token &token = m_tokens[k];
        char later = 0;
        for (std::size_t i = width; i-- > 0;) {
            switch (token.kind) {
            case Kind::Literal:
                here[i] = token.text.size() <= n - i && next[i + token.text.size()] &&
                          name.substr(i, token.text.size()) == token.text;
                break;
            case Kind::Star:
                here[i] = i < n && name[i] != '.' && (next[i + 1] || here[i + 1]);
                break;
            case Kind::Parts:
                here[i] = next[i] || later;
                later = later || (i > 0 && name[i - 1] == '.' && next[i]);
                break;
            case Kind::Tail:
                here[i] = i == n || name[i] == '.';
                break;
            case Kind::Application:
                here[i] = later;
                later = later || next[i];
                break;
            }
        }
    }
    if (!row(0)[0])
        return std::nullopt;

    std::size_t at = 0;
    for (std::size_t k = 0; k < m_tokens.size(); ++k) {
        const char *next = row(k + 1);
        switch (m_tokens[k].kind) {
        case Kind::Literal:
            at += m_tokens[k].text.size();
            break;
        case Kind::Application: {
            std::size_t end = n;
            while (!next[end])
                --end;
            return name.substr(at, end - at);
        }
        case Kind::Star:
            for (++at; !next[at]; ++at) {
            }
            break;
        case Kind::Parts:
            while (!next[at] || (at > 0 && name[at - 1] != '.'))
                ++at;
            break;
        case Kind::Tail:
            break;
        }
    }
    return std::string_view();
}

} // namespace metriscope::net
