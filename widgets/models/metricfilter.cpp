// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metricfilter.h"

#include <algorithm>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr char fold(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isAscii(std::string_view text) noexcept
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

QString decoded(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

bool contains(std::string_view text, const std::string &folded, bool ascii)
{
    if (!ascii)
        return decoded(text).contains(QString::fromStdString(folded), Qt::CaseInsensitive);
    if (folded.empty())
        return true;
    return std::search(text.begin(), text.end(), folded.begin(), folded.end(),
                       [](char a, char b) { return fold(a) == b; }) != text.end();
}

/// Calls `visit` with every tag until it answers true.
template <typename Visit>
bool anyTag(std::string_view tags, Visit visit)
{
    while (!tags.empty()) {
        const std::size_t comma = std::min(tags.find(','), tags.size());
        if (visit(tags.substr(0, comma)))
            return true;
        tags.remove_prefix(std::min(comma + 1, tags.size()));
    }
    return false;
}

bool tagStartsWith(std::string_view tag, const std::string &folded, bool ascii)
{
    if (!ascii)
        return decoded(tag).startsWith(QString::fromStdString(folded), Qt::CaseInsensitive);
    return tag.size() >= folded.size() &&
           std::equal(folded.begin(), folded.end(), tag.begin(), [](char a, char b) { return a == fold(b); });
}

/// Consumes a class `[...]` of which `[` was seen; the caller has checked that it is closed.
bool takeClass(std::string_view glob, std::size_t &at, char c) noexcept
{
    const bool negated = at < glob.size() && glob[at] == '!';
    at += negated ? 1 : 0;
    bool found = false;
    for (bool first = true; at < glob.size() && (first || glob[at] != ']'); first = false) {
        const char low = glob[at++];
        char high = low;
        if (at + 1 < glob.size() && glob[at] == '-' && glob[at + 1] != ']') {
            high = glob[at + 1];
            at += 2;
        }
        found = found || (low <= c && c <= high);
    }
    ++at;
    return found != negated;
}

/// The width of the character at `at`: a class and `?` take a whole UTF-8 sequence.
std::size_t characterWidth(std::string_view text, std::size_t at) noexcept
{
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    return end - at;
}

/// Position of a `[` without its `]`, or npos.
std::size_t openBracket(std::string_view glob) noexcept
{
    for (std::size_t at = 0; at < glob.size(); ++at) {
        if (glob[at] != '[')
            continue;
        const std::size_t body = at + (at + 1 < glob.size() && glob[at + 1] == '!' ? 2 : 1);
        const std::size_t close = body < glob.size() ? glob.find(']', body + 1) : std::string_view::npos;
        if (close == std::string_view::npos)
            return at;
        at = close;
    }
    return std::string_view::npos;
}

/// An expression may not cost more than this many steps on one name: hostile names must not stop the list.
constexpr auto StepLimit = "(*LIMIT_MATCH=20000)"_L1;

} // namespace

bool globMatches(std::string_view foldedGlob, std::string_view text) noexcept
{
    std::size_t g = 0, t = 0, starGlob = std::string_view::npos, starText = 0;
    while (t < text.size()) {
        if (g < foldedGlob.size() && foldedGlob[g] == '*') {
            starGlob = ++g;
            starText = t;
            continue;
        }
        if (g < foldedGlob.size() && foldedGlob[g] == '?') {
            ++g;
            t += characterWidth(text, t);
            continue;
        }
        if (g < foldedGlob.size() && foldedGlob[g] == '[') {
            std::size_t next = g + 1;
            if (takeClass(foldedGlob, next, fold(text[t]))) {
                g = next;
                t += characterWidth(text, t);
                continue;
            }
        } else if (g < foldedGlob.size() && foldedGlob[g] == fold(text[t])) {
            ++g;
            ++t;
            continue;
        }
        if (starGlob == std::string_view::npos)
            return false;
        g = starGlob;
        t = ++starText;
    }
    while (g < foldedGlob.size() && foldedGlob[g] == '*')
        ++g;
    return g == foldedGlob.size();
}

std::string_view tagValue(std::string_view tags, std::string_view key) noexcept
{
    std::string_view value;
    anyTag(tags, [&](std::string_view tag) {
        const std::size_t colon = std::min(tag.find(':'), tag.size());
        if (tag.substr(0, colon) != key)
            return false;
        value = tag.substr(std::min(colon + 1, tag.size()));
        return true;
    });
    return value;
}

MetricMatcher::MetricMatcher(const MetricFilter &filter) : m_syntax(filter.syntax), m_kinds(filter.kinds)
{
    const QString text = filter.text.trimmed();
    if (text.size() > MaxLength) {
        m_error = Error::TooLong;
        return;
    }
    if (m_syntax == MetricFilter::Syntax::Text) {
        for (const QStringView word : QStringView(text).split(u' ', Qt::SkipEmptyParts))
            addWord(word);
    } else if (m_syntax == MetricFilter::Syntax::Glob) {
        m_glob = text.toLower().toStdString();
        const std::size_t open = openBracket(m_glob);
        if (open != std::string_view::npos) {
            m_error = Error::OpenBracket;
            m_errorAt = decoded(std::string_view(m_glob).substr(0, open)).size();
        }
    } else if (!text.isEmpty()) {
        m_expression = QRegularExpression(StepLimit + text, QRegularExpression::CaseInsensitiveOption);
        if (!m_expression.isValid()) {
            m_error = Error::BadExpression;
            m_errorDetail = m_expression.errorString();
            m_errorAt = std::max<qsizetype>(0, m_expression.patternErrorOffset() - StepLimit.size());
        } else {
            m_expression.optimize();
        }
    }
}

void MetricMatcher::addWord(QStringView word)
{
    Word parsed;
    parsed.excluded = word.size() > 1 && word.startsWith(u'-');
    if (parsed.excluded)
        word = word.mid(1);
    parsed.bytes = word.toString().toLower().toStdString();
    parsed.ascii = isAscii(parsed.bytes);
    // A name cannot hold a colon, so a word with one can only mean a tag.
    parsed.tag = parsed.bytes.find(':') != std::string::npos;
    m_words.push_back(std::move(parsed));
}

bool MetricMatcher::acceptsAll() const noexcept
{
    return m_kinds == MetricFilter::AllKinds && m_words.empty() && m_glob.empty() &&
           m_expression.pattern().isEmpty();
}

MetricMatcher::Answer MetricMatcher::match(const net::MetricInfo &info) const
{
    if ((m_kinds & (1U << static_cast<unsigned>(info.kind))) == 0)
        return Answer::No;
    switch (m_syntax) {
    case MetricFilter::Syntax::Text:
        return matchesWords(info) ? Answer::Yes : Answer::No;
    case MetricFilter::Syntax::Glob:
        return m_glob.empty() || matchesGlob(info) ? Answer::Yes : Answer::No;
    case MetricFilter::Syntax::Regex:
        break;
    }
    return m_expression.pattern().isEmpty() ? Answer::Yes : matchesExpression(info);
}

bool MetricMatcher::matchesWords(const net::MetricInfo &info) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word &word) {
        const bool found =
            word.tag
                ? anyTag(info.tags,
                         [&](std::string_view tag) { return tagStartsWith(tag, word.bytes, word.ascii); })
                : contains(info.name, word.bytes, word.ascii) || contains(info.tags, word.bytes, word.ascii);
        return found != word.excluded;
    });
}

bool MetricMatcher::matchesGlob(const net::MetricInfo &info) const
{
    return globMatches(m_glob, info.name) ||
           anyTag(info.tags, [&](std::string_view tag) { return globMatches(m_glob, tag); });
}

MetricMatcher::Answer MetricMatcher::matchesExpression(const net::MetricInfo &info) const
{
    bool tooHard = false;
    for (const std::string_view part : {info.name, info.tags}) {
        const QRegularExpressionMatch match = m_expression.match(decoded(part));
        if (match.hasMatch())
            return Answer::Yes;
        tooHard = tooHard || !match.isValid();
    }
    return tooHard ? Answer::Undecided : Answer::No;
}

} // namespace metriscope::ui
