// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/textparser.h"

#include "netlayer/prometheus/charclass.h"
#include "netlayer/prometheus/utf8.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

using Issue = ExpositionIssue;
using Hint = ExpositionHint;

} // namespace

void TextParser::feed(std::string_view chunk)
{
    while (!chunk.empty() && !m_gaveUp) {
        const std::size_t end = chunk.find('\n');
        if (end == std::string_view::npos)
            return keepRest(chunk);
        if (m_partial.empty() && !m_tooLong) {
            line(chunk.substr(0, end));
        } else {
            keepRest(chunk.substr(0, end));
            line(m_partial);
            m_partial.clear();
        }
        chunk.remove_prefix(end + 1);
    }
}

void TextParser::keepRest(std::string_view rest)
{
    const std::size_t room = MaxLine + 1 - std::min(MaxLine + 1, m_partial.size());
    m_partial.append(rest.substr(0, room));
    m_tooLong = m_partial.size() > MaxLine;
}

void TextParser::finish()
{
    m_cut = !m_gaveUp && (!m_partial.empty() || m_tooLong);
    if (m_cut) {
        const bool isEof = m_format == ExpositionFormat::OpenMetrics && m_partial == "# EOF";
        line(m_partial);
        if (!isEof && !m_gaveUp)
            problem(m_begin + std::min(m_partial.size(), MaxLine), Issue::MissingNewline);
        m_partial.clear();
    }
    if (m_format == ExpositionFormat::OpenMetrics && !m_eof && !m_gaveUp)
        m_sink.problem({std::max<std::uint64_t>(m_line, 1), 0, Issue::MissingEof, Hint::Truncated});
    m_cut = false;
}

void TextParser::problem(const char *at, ExpositionIssue issue, ExpositionHint hint)
{
    const Issue told = m_inExemplar ? Issue::BadExemplar : issue;
    m_sink.problem({m_line, static_cast<std::uint32_t>(at - m_begin), told, hint});
}

/// What a whole exposition does the same way is told at its first line only.
void TextParser::once(const char *at, ExpositionIssue issue)
{
    const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(issue);
    if ((m_told & bit) == 0)
        problem(at, issue);
    m_told |= bit;
}

bool TextParser::looksWrong(std::string_view first)
{
    const std::size_t start = std::min(first.find_first_not_of(" \t\r"), first.size());
    const std::string_view text = first.substr(start);
    Hint hint = Hint::None;
    if (text.starts_with('<'))
        hint = Hint::HtmlPage;
    else if (text.starts_with("\x1f\x8b"))
        hint = Hint::GzipBytes;
    else if (text.starts_with('[') || text == "{" || text == "{}" ||
             (text.starts_with("{\"") && text.find("\":") != std::string_view::npos &&
              text.find("\":") < std::min(text.find("\","), text.find("\"}"))))
        hint = Hint::JsonDocument;
    else
        return false;
    m_gaveUp = true;
    problem(m_begin + start, Issue::NotExposition, hint);
    return true;
}

void TextParser::line(std::string_view text)
{
    ++m_line;
    m_begin = text.data();
    if (m_tooLong || text.size() > MaxLine) {
        m_tooLong = false;
        return problem(m_begin + MaxLine, Issue::LineTooLong);
    }
    if (m_line == 1) {
        if (looksWrong(text))
            return;
        if (text.starts_with("\xEF\xBB\xBF"))
            return problem(m_begin, Issue::ByteOrderMark);
    }
    Cursor cursor{text.data(), text.data() + text.size()};
    if (!text.empty() && text.back() == '\r')
        once(--cursor.end, Issue::CarriageReturn);
    cursor.skipBlanks();
    if (cursor.done()) {
        if (m_format == ExpositionFormat::OpenMetrics)
            once(m_begin, Issue::EmptyLine);
        return;
    }
    if (m_eof)
        once(m_begin, Issue::DataAfterEof);
    if (cursor.at != m_begin)
        once(m_begin, Issue::LeadingBlank);
    if (!isUtf8(text))
        problem(m_begin, Issue::InvalidUtf8);
    // labels point into it until the line is done
    m_unescaped.clear();
    m_unescaped.reserve(text.size());
    if (*cursor.at == '#')
        comment(cursor);
    else
        sample(cursor);
}

void TextParser::comment(Cursor cursor)
{
    const char *const hash = cursor.at++;
    if (m_format == ExpositionFormat::OpenMetrics &&
        std::string_view(hash, static_cast<std::size_t>(cursor.end - hash)) == "# EOF") {
        m_eof = true;
        return;
    }
    cursor.skipBlanks();
    const char *const word = cursor.at;
    while (!cursor.done() && !isBlank(*cursor.at))
        ++cursor.at;
    const std::string_view keyword(word, static_cast<std::size_t>(cursor.at - word));
    if (keyword == "TYPE" || keyword == "HELP" ||
        (keyword == "UNIT" && m_format == ExpositionFormat::OpenMetrics))
        metadata(keyword, cursor);
}

void TextParser::metadata(std::string_view keyword, Cursor cursor)
{
    cursor.skipBlanks();
    const char *const start = cursor.at;
    std::string_view name;
    if (!cursor.done() && *cursor.at == '"') {
        if (!quoted(cursor, name))
            return;
    } else {
        while (!cursor.done() && is(*cursor.at, NameRest))
            ++cursor.at;
        name = {start, static_cast<std::size_t>(cursor.at - start)};
    }
    if (name.empty() || (start != cursor.end && !is(*start, NameStart) && *start != '"') ||
        (!cursor.done() && !isBlank(*cursor.at)))
        return problem(name.empty() ? start : cursor.at, Issue::BadComment);
    cursor.skipBlanks();
    if (keyword == "HELP") {
        std::string_view text(cursor.at, static_cast<std::size_t>(cursor.end - cursor.at));
        if (text.find('\\') != std::string_view::npos) {
            const std::size_t from = m_unescaped.size();
            for (std::size_t i = 0; i < text.size(); ++i) {
                const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
                if (next == 'n' || next == '\\' || next == '"') {
                    m_unescaped += next == 'n' ? '\n' : next;
                    ++i;
                } else {
                    m_unescaped += text[i];
                }
            }
            text = std::string_view(m_unescaped).substr(from);
        }
        return m_sink.help(name, text, m_line);
    }
    std::string_view value(cursor.at, static_cast<std::size_t>(cursor.end - cursor.at));
    while (!value.empty() && isBlank(value.back()))
        value.remove_suffix(1);
    if (keyword == "UNIT")
        return m_sink.unit(name, value, m_line);
    if (value.empty())
        return problem(cursor.at, Issue::BadComment);
    if (const auto type = familyTypeOf(value))
        m_sink.type(name, *type, m_line);
    else
        problem(cursor.at, Issue::UnknownType);
}

} // namespace metriscope::net
