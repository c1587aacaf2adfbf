// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/metricreader.h"

#include "netlayer/statsd/number.h"

#include <algorithm>
#include <cmath>

namespace metriscope::net
{

namespace
{

/// Where one of the bytes stands, or the size of the text.
std::size_t findEither(std::string_view text, char a, char b, std::size_t from, char c) noexcept
{
    while (from < text.size() && text[from] != a && text[from] != b && text[from] != c)
        ++from;
    return std::min(from, text.size());
}

std::size_t findEither(std::string_view text, char a, char b, std::size_t from) noexcept
{
    return findEither(text, a, b, from, a);
}

const KindWord *findKind(const Dialect &dialect, std::string_view word) noexcept
{
    const auto known = std::find_if(dialect.kinds.begin(), dialect.kinds.end(),
                                    [word](const KindWord &kind) { return kind.word == word; });
    return word.empty() || known == dialect.kinds.end() ? nullptr : &*known;
}

constexpr bool isAlphanumeric(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

LineReport MetricReader::read(const SampleSink &sink) noexcept
{
    if (readName() && readSegments(nullptr))
        readSegments(&sink);
    return m_report;
}

bool MetricReader::readName() noexcept
{
    const std::size_t end =
        std::min(m_line.find_first_of(m_dialect.equalsEndsName ? ":|=" : ":|"), m_line.size());
    const bool valueFollows = end < m_line.size() && m_line[end] != '|';
    if (m_line.empty() || (valueFollows && end == 0 && !m_dialect.emptyName))
        return fail(LineIssue::EmptyName, 0);
    if (!valueFollows && (!m_dialect.nameOnly || end == 0))
        return fail(LineIssue::MissingColon, end);

    splitTags(m_line.substr(0, end));
    const std::string_view name = m_sample.name;
    if (name.empty() && !m_dialect.emptyName)
        return fail(LineIssue::EmptyName, 0);
    if (!m_dialect.blankInName && name.find(' ') != std::string_view::npos)
        return fail(LineIssue::NameNotInDialect, name.find(' '));
    if (name.ends_with('.') && !m_dialect.nameEndsWithDot)
        return fail(LineIssue::NameNotInDialect, name.size() - 1, LineHint::PrefixEndsWithDot);
    m_values = valueFollows ? end + 1 : end;
    return true;
}

/// A separator that no '=' follows is part of the name.
void MetricReader::splitTags(std::string_view key) noexcept
{
    m_sample.name = key;
    if (!m_dialect.graphiteTags)
        return;
    const bool foreign = m_dialect.foreignTags;
    const std::size_t at = findEither(key, ';', foreign ? ',' : ';', 0, foreign ? '[' : ';');
    if (at == key.size())
        return;
    std::string_view tags = key.substr(at + 1);
    if (key[at] == '[') {
        if (!tags.ends_with(']'))
            return;
        tags.remove_suffix(1);
    }
    if (tags.find('=') == std::string_view::npos)
        return;
    m_sample.name = key.substr(0, at);
    m_sample.nameTags = tags;
    m_sample.nameTagSyntax = key[at] == ';'   ? TagSyntax::Graphite
                             : key[at] == ',' ? TagSyntax::Influx
                                              : TagSyntax::SignalFx;
}

/// With a sink the line is known to be valid.
bool MetricReader::readSegments(const SampleSink *sink) noexcept
{
    const char chain = m_dialect.chainedValues ? ':' : '|';
    std::size_t at = m_values;
    for (;;) {
        const std::size_t valueAt = at;
        const std::size_t valueEnd = std::min(m_line.find('|', at), m_line.size());
        m_sample.rate = 1;
        if (valueEnd == m_line.size()) {
            if (!m_dialect.nameOnly)
                return fail(LineIssue::MissingKind, valueEnd);
            m_sample.kind = MetricKind::Counter;
            at = valueEnd;
        } else {
            at = findEither(m_line, '|', chain, valueEnd + 1);
            if (!readKind(m_line.substr(valueEnd + 1, at - valueEnd - 1), valueEnd + 1))
                return false;
        }
        while (at < m_line.size() && m_line[at] == '|') {
            const std::size_t fieldAt = at + 1;
            const bool rate = fieldAt < m_line.size() && m_line[fieldAt] == '@';
            at = findEither(m_line, '|', rate ? chain : '|', fieldAt);
            if (!readField(m_line.substr(fieldAt, at - fieldAt), fieldAt))
                return false;
        }
        if (!readValues(m_line.substr(valueAt, valueEnd - valueAt), valueAt, sink))
            return false;
        if (at == m_line.size())
            return true;
        ++at;
    }
}

bool MetricReader::readKind(std::string_view word, std::size_t at) noexcept
{
    if (const KindWord *known = findKind(m_dialect, word)) {
        m_sample.kind = known->kind;
        return true;
    }
    if (m_dialect.unknownKindCounts) {
        m_sample.kind = MetricKind::Counter;
        warn(LineIssue::KindReadAsCounter, at);
        return true;
    }
    if (word.empty())
        return fail(LineIssue::MissingKind, at);
    if (findKind(defaultDialect(), word))
        return fail(LineIssue::KindNotInDialect, at);
    const auto length =
        static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), isAlphanumeric) - word.begin());
    if (length < word.size() && findKind(m_dialect, word.substr(0, length)))
        return fail(LineIssue::TrailingGarbage, at + length);
    return fail(LineIssue::UnknownKind, at);
}

bool MetricReader::readField(std::string_view field, std::size_t at) noexcept
{
    using Unknown = Dialect::UnknownField;
    if (field.starts_with('@'))
        return readSampleRate(field, at);
    if (field.starts_with('#') && m_dialect.tagField) {
        m_sample.tags = field.substr(1);
        return true;
    }
    const bool timestamp = field.starts_with('T');
    const bool container = field.starts_with("c:");
    const bool known = timestamp || container || field.starts_with("e:") || field.starts_with("card:");
    if (known && m_dialect.dogFields) {
        if (container)
            m_sample.container = field.substr(2);
        if (timestamp)
            m_sample.timestamp = readPositive(field.substr(1));
        return !timestamp || m_sample.timestamp > 0 || fail(LineIssue::BadTimestamp, at + 1);
    }
    if (m_dialect.unknownField == Unknown::Ignore)
        return true;
    if (known || field.starts_with('#'))
        return fail(LineIssue::FieldNotInDialect, at);
    if (m_dialect.unknownField == Unknown::Reject)
        return fail(LineIssue::BadField, at);
    warn(LineIssue::UnknownField, at);
    return true;
}

bool MetricReader::readSampleRate(std::string_view field, std::size_t at) noexcept
{
    using High = Dialect::HighRate;
    if (m_sample.kind == MetricKind::Gauge && !m_dialect.rateOfGauges)
        return fail(LineIssue::FieldNotInDialect, at);
    const Number rate = readRate(field.substr(1));
    if (rate.issue != LineIssue::None)
        return fail(LineIssue::BadRate, at + 1 + rate.at, rate.hint);
    m_sample.rate = rate.value;
    if (rate.value <= 0) {
        m_sample.rate = 1;
        return m_dialect.rateOfZeroIsOne || fail(LineIssue::BadRate, at + 1);
    }
    if (rate.value > 1) {
        if (m_dialect.highRate == High::Reject)
            return fail(LineIssue::BadRate, at + 1);
        if (m_dialect.highRate == High::AsOne)
            m_sample.rate = 1;
        if (m_dialect.highRate == High::Warn)
            warn(LineIssue::RateAboveOne, at + 1);
    }
    return true;
}

bool MetricReader::readValues(std::string_view text, std::size_t at, const SampleSink *sink) noexcept
{
    if (m_sample.kind == MetricKind::Set)
        return readMember(text, at, sink);
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return readValue(text, at, sink);
    if (!m_dialect.packedValues)
        return fail(LineIssue::PackedNotInDialect, at + colon);

    bool any = false;
    std::size_t emptyAt = std::string_view::npos;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(':', start), text.size());
        if (start == end)
            emptyAt = std::min(emptyAt, at + start);
        else if (any = true; !readValue(text.substr(start, end - start), at + start, sink))
            return false;
        start = end + 1;
    }
    if (!any)
        return fail(LineIssue::EmptyValue, at);
    if (emptyAt != std::string_view::npos)
        warn(LineIssue::EmptyPackedValue, emptyAt);
    return true;
}

bool MetricReader::readMember(std::string_view text, std::size_t at, const SampleSink *sink) noexcept
{
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos && !m_dialect.colonInSets)
        return fail(LineIssue::PackedNotInDialect, at + colon);
    if (text.empty()) {
        if (!m_dialect.emptySetMember)
            return fail(LineIssue::EmptyValue, at);
        text = "0";
    }
    if (sink) {
        m_sample.text = text;
        m_sample.value = 0;
        m_sample.relative = false;
        sink->sample(m_sample);
    }
    return true;
}

bool MetricReader::readValue(std::string_view text, std::size_t at, const SampleSink *sink) noexcept
{
    Number number = readNumber(text, m_dialect);
    if (number.issue == LineIssue::EmptyValue) {
        if (!m_dialect.emptyIsZero && !(m_dialect.nameOnly && m_sample.kind == MetricKind::Counter))
            return fail(LineIssue::EmptyValue, at);
        number.value = m_dialect.emptyIsZero ? 0 : 1;
    } else if (number.issue != LineIssue::None) {
        return fail(number.issue, at + number.at, number.hint);
    }
    if (m_dialect.wholeCounters && m_sample.kind == MetricKind::Counter) {
        if (const std::size_t fraction = text.find_first_of(".eE"); fraction != std::string_view::npos)
            return fail(LineIssue::BadNumber, at + fraction);
    }
    if (m_sample.kind == MetricKind::Timer && number.value < 0 && !m_dialect.negativeTimers)
        return fail(LineIssue::NegativeTimer, at, LineHint::ClockStep);
    if (!std::isfinite(number.value / m_sample.rate))
        return fail(LineIssue::NotFinite, at);
    if (sink) {
        m_sample.text = text;
        m_sample.value = number.value;
        m_sample.relative = m_sample.kind == MetricKind::Gauge && number.sign && m_dialect.gaugeDeltas;
        sink->sample(m_sample);
    }
    return true;
}

bool MetricReader::fail(LineIssue issue, std::size_t at, LineHint hint) noexcept
{
    report(Verdict::Rejected, issue, at, hint);
    return false;
}

void MetricReader::warn(LineIssue issue, std::size_t at) noexcept
{
    if (m_report.verdict == Verdict::Accepted)
        report(Verdict::Warning, issue, at, LineHint::None);
}

/// Whatever else is wrong: where a client wrote a backslash and an n instead of a newline, that is the
/// reason.
void MetricReader::report(Verdict verdict, LineIssue issue, std::size_t at, LineHint hint) noexcept
{
    if (hint == LineHint::None || hint == LineHint::TrailingText) {
        if (const std::size_t escape = m_line.find("\\n"); escape != std::string_view::npos) {
            hint = LineHint::EscapedNewline;
            at = escape;
        }
    }
    m_report = {verdict, issue, hint, static_cast<std::uint32_t>(std::min(at, m_line.size()))};
}

} // namespace metriscope::net
