// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of a sample's line.
#include "netlayer/prometheus/charclass.h"
#include "netlayer/prometheus/textparser.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

using Issue = ExpositionIssue;
using Hint = ExpositionHint;

Hint hintOfNumber(std::string_view text) noexcept
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    std::string_view rest = text;
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+'))
        rest.remove_prefix(1);
    if (rest.starts_with("0x") || rest.starts_with("0X"))
        return Hint::HexNumber;
    if (rest.empty() || !digit(rest.front()))
        return Hint::None;
    if (rest.find('_') != std::string_view::npos)
        return Hint::DigitSeparator;
    if (rest.find(',') != std::string_view::npos)
        return Hint::DecimalComma;
    return std::ranges::all_of(
               rest,
               [&](char c) { return digit(c) || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-'; })
               ? Hint::OutOfRange
               : Hint::None;
}

} // namespace

void TextParser::sample(Cursor cursor)
{
    ExpositionSample sample;
    sample.line = m_line;
    sample.cut = m_cut;
    const char *const start = cursor.at;
    if (is(*start, NameStart)) {
        while (!cursor.done() && is(*cursor.at, NameRest))
            ++cursor.at;
        sample.name = {start, static_cast<std::size_t>(cursor.at - start)};
        cursor.skipBlanks();
    } else if (*start != '{') {
        return problem(start, Issue::BadName);
    }
    m_labels.clear();
    if (!cursor.done() && *cursor.at == '{') {
        sample.labelsAt = static_cast<std::uint32_t>(cursor.at - m_begin);
        if (!labels(cursor, sample.name.empty() ? &sample.name : nullptr, m_labels))
            return;
        if (sample.name.empty())
            return problem(start, Issue::BadName);
        cursor.skipBlanks();
    } else if (!cursor.done() && !isBlank(cursor.at[-1])) {
        const bool statsd = *cursor.at == '|' || sample.name.find(':') != std::string_view::npos;
        return problem(cursor.at, Issue::BadName, statsd ? Hint::StatsdLine : Hint::None);
    }
    sample.labels = m_labels;
    if (number(cursor, sample.value) && tail(cursor, sample))
        m_sink.sample(sample);
}

/// `cursor` stands on the brace; afterwards behind the closing one. A quoted text without a `=` is the
/// metric's name, where `name` says that one is wanted.
bool TextParser::labels(Cursor &cursor, std::string_view *name, std::vector<ExpositionLabel> &into)
{
    ++cursor.at;
    for (;;) {
        cursor.skipBlanks();
        if (cursor.done()) {
            problem(cursor.at, Issue::BadLabels, Hint::Truncated);
            return false;
        }
        if (*cursor.at == '}') {
            ++cursor.at;
            return true;
        }
        const char *const start = cursor.at;
        bool isName = false;
        if (name && into.empty() && name->empty() && *start == '"') {
            std::string_view text;
            if (!quoted(cursor, text))
                return false;
            cursor.skipBlanks();
            isName = cursor.done() || *cursor.at != '=';
            if (isName)
                *name = text;
            else
                cursor.at = start;
        }
        if (!isName && !label(cursor, into))
            return false;
        cursor.skipBlanks();
        if (!cursor.done() && *cursor.at == ',') {
            ++cursor.at;
        } else if (cursor.done() || *cursor.at != '}') {
            problem(cursor.at, Issue::BadLabels, cursor.done() ? Hint::Truncated : Hint::None);
            return false;
        }
    }
}

bool TextParser::label(Cursor &cursor, std::vector<ExpositionLabel> &into)
{
    const char *const start = cursor.at;
    ExpositionLabel label;
    bool odd = false;
    if (*start == '"') {
        odd = true;
        if (!quoted(cursor, label.name))
            return false;
    } else {
        if (is(*start, LabelStart)) {
            while (!cursor.done() && is(*cursor.at, LabelRest))
                ++cursor.at;
        }
        label.name = {start, static_cast<std::size_t>(cursor.at - start)};
    }
    if (label.name.empty()) {
        problem(start, Issue::BadLabelName);
        return false;
    }
    if (cursor.end - cursor.at < 2 || cursor.at[0] != '=' || cursor.at[1] != '"') {
        odd = true;
        cursor.skipBlanks();
        if (cursor.done() || *cursor.at != '=') {
            problem(cursor.at, Issue::BadLabels, cursor.done() ? Hint::Truncated : Hint::None);
            return false;
        }
        ++cursor.at;
        cursor.skipBlanks();
        if (cursor.done() || *cursor.at != '"') {
            problem(cursor.at, Issue::BadLabels, cursor.done() ? Hint::Truncated : Hint::None);
            return false;
        }
    } else {
        ++cursor.at;
    }
    if (!quoted(cursor, label.value))
        return false;
    if (!odd)
        label.raw = {start, static_cast<std::size_t>(cursor.at - start)};
    for (const ExpositionLabel &other : into) {
        if (other.name == label.name) {
            problem(start, Issue::DuplicateLabel);
            return false;
        }
    }
    if (into.size() == MaxLabels) {
        problem(start, Issue::TooManyLabels);
        return false;
    }
    into.push_back(label);
    return true;
}

/// `cursor` stands on the opening quote; afterwards behind the closing one.
bool TextParser::quoted(Cursor &cursor, std::string_view &value)
{
    const char *const from = ++cursor.at;
    while (!cursor.done() && is(*cursor.at, PlainValue))
        ++cursor.at;
    if (!cursor.done() && *cursor.at == '\\')
        return unescape(cursor, from, value);
    if (cursor.done()) {
        problem(from - 1, Issue::UnterminatedValue, m_cut ? Hint::Truncated : Hint::RawNewline);
        return false;
    }
    value = {from, static_cast<std::size_t>(cursor.at - from)};
    ++cursor.at;
    return true;
}

bool TextParser::unescape(Cursor &cursor, const char *from, std::string_view &value)
{
    const std::size_t begin = m_unescaped.size();
    m_unescaped.append(from, cursor.at);
    while (!cursor.done() && *cursor.at != '"') {
        if (*cursor.at != '\\') {
            m_unescaped += *cursor.at++;
            continue;
        }
        const char next = cursor.end - cursor.at > 1 ? cursor.at[1] : '\0';
        if (next == 'n' || next == '\\' || next == '"') {
            m_unescaped += next == 'n' ? '\n' : next;
            cursor.at += 2;
        } else {
            once(cursor.at, Issue::UnknownEscape);
            m_unescaped += *cursor.at++;
        }
    }
    if (cursor.done()) {
        problem(from - 1, Issue::UnterminatedValue, m_cut ? Hint::Truncated : Hint::RawNewline);
        return false;
    }
    value = std::string_view(m_unescaped).substr(begin);
    ++cursor.at;
    return true;
}

bool TextParser::number(Cursor &cursor, double &value)
{
    const char *const start = cursor.at;
    while (!cursor.done() && !isBlank(*cursor.at))
        ++cursor.at;
    const std::string_view text(start, static_cast<std::size_t>(cursor.at - start));
    if (text.empty()) {
        problem(start, Issue::MissingValue, m_cut ? Hint::Truncated : Hint::None);
        return false;
    }
    const auto read = expositionNumber(text);
    if (!read) {
        problem(start, Issue::BadValue, hintOfNumber(text));
        return false;
    }
    value = *read;
    return true;
}

/// Milliseconds in text, seconds with a fraction in OpenMetrics; an exemplar's are seconds anyway.
bool TextParser::timestamp(Cursor &cursor, std::optional<double> &seconds, bool inSeconds)
{
    const char *const start = cursor.at;
    while (!cursor.done() && !isBlank(*cursor.at))
        ++cursor.at;
    const std::string_view text(start, static_cast<std::size_t>(cursor.at - start));
    const auto read = expositionNumber(text);
    if (!read || !(*read > -1e15 && *read < 1e15)) {
        problem(start, Issue::BadTimestamp);
        return false;
    }
    if (!inSeconds && text.find_first_not_of("0123456789") != std::string_view::npos)
        once(start, Issue::OddTimestamp);
    seconds = inSeconds ? *read : *read / 1000;
    return true;
}

/// What may follow the value.
bool TextParser::tail(Cursor &cursor, ExpositionSample &sample)
{
    const bool openMetrics = m_format == ExpositionFormat::OpenMetrics;
    cursor.skipBlanks();
    if (cursor.done())
        return true;
    if (*cursor.at != '#') {
        if (!timestamp(cursor, sample.timestamp, openMetrics))
            return false;
        cursor.skipBlanks();
        if (cursor.done())
            return true;
    }
    if (*cursor.at != '#') {
        problem(cursor.at, Issue::TrailingText);
        return false;
    }
    if (!openMetrics) {
        problem(cursor.at, Issue::ExemplarInText, Hint::OpenMetricsAsText);
        return false;
    }
    exemplar(cursor, sample);
    return true;
}

/// A damaged exemplar costs itself only: the value before it is whole.
void TextParser::exemplar(Cursor cursor, ExpositionSample &sample)
{
    const char *const start = cursor.at++;
    m_exemplarLabels.clear();
    m_exemplar = {};
    cursor.skipBlanks();
    if (cursor.done() || *cursor.at != '{')
        return problem(cursor.at, Issue::BadExemplar);
    m_inExemplar = true;
    bool good = labels(cursor, nullptr, m_exemplarLabels);
    cursor.skipBlanks();
    good = good && number(cursor, m_exemplar.value);
    cursor.skipBlanks();
    good = good && (cursor.done() || timestamp(cursor, m_exemplar.timestamp, true));
    m_inExemplar = false;
    if (!good)
        return;
    cursor.skipBlanks();
    if (!cursor.done())
        return problem(cursor.at, Issue::BadExemplar);
    std::size_t length = 0;
    for (const ExpositionLabel &label : m_exemplarLabels)
        length += label.name.size() + label.value.size();
    if (length > LongestExemplar)
        problem(start, Issue::LongExemplar);
    m_exemplar.labels = m_exemplarLabels;
    sample.exemplar = &m_exemplar;
}

} // namespace metriscope::net
