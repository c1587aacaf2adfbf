// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/statsd/lineparser.h"

#include <QByteArray>
#include <QLocale>

namespace metriscope::net::test
{

inline QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

inline std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

/// Writes down what the parser hands out, so that a table can hold it: "a=1 c", "g=-3 g delta #k:v @0.1".
class Recorder final
{
public:
    QByteArray text;
    int calls = 0;

    void sample(const Sample &s)
    {
        static constexpr const char *kinds[] = {" c", " g", " ms", " s", " h", " d"};
        static constexpr const char *syntaxes[] = {"", " datadog:", " graphite:", " influx:", " signalfx:"};
        begin();
        text += bytes(s.name) + '=';
        text += s.kind == MetricKind::Set ? bytes(s.text) : number(s.value);
        text += kinds[static_cast<std::size_t>(s.kind)];
        if (s.relative)
            text += " delta";
        if (s.rate != 1)
            text += " @" + number(s.rate);
        if (!s.nameTags.empty())
            text += syntaxes[static_cast<std::size_t>(s.nameTagSyntax)] + bytes(s.nameTags);
        if (!s.tags.empty())
            text += " #" + bytes(s.tags);
        if (!s.container.empty())
            text += " c:" + bytes(s.container);
        if (s.timestamp != 0)
            text += " T" + QByteArray::number(qlonglong(s.timestamp));
    }
    void event(const Event &e)
    {
        begin();
        text += "event[" + bytes(e.title) + "][" + bytes(e.text) + ']';
        text += " level " + QByteArray::number(int(e.level));
        if (e.lowPriority)
            text += " low";
        field(" #", e.tags);
        field(" h:", e.host);
        field(" k:", e.aggregationKey);
        field(" s:", e.source);
        field(" c:", e.container);
        if (e.timestamp != 0)
            text += " d:" + QByteArray::number(qlonglong(e.timestamp));
    }
    void serviceCheck(const ServiceCheck &c)
    {
        begin();
        text += "check[" + bytes(c.name) + "] " + QByteArray::number(int(c.status));
        field(" #", c.tags);
        field(" h:", c.host);
        field(" m:", c.message);
        field(" c:", c.container);
        if (c.timestamp != 0)
            text += " d:" + QByteArray::number(qlonglong(c.timestamp));
    }

private:
    void begin()
    {
        if (++calls > 1)
            text += "; ";
    }
    void field(const char *prefix, std::string_view value)
    {
        if (!value.empty())
            text += prefix + bytes(value);
    }
    static QByteArray number(double value)
    {
        return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
    }
};

/// "accepted", "warning rate-above-one at 6", "rejected bad-number at 3 (decimal comma)".
inline QByteArray describe(const LineReport &report)
{
    QByteArray text = bytes(verdictName(report.verdict));
    if (report.issue != LineIssue::None)
        text += ' ' + bytes(issueName(report.issue)) + " at " + QByteArray::number(report.at);
    if (report.hint != LineHint::None)
        text += " (" + bytes(hintName(report.hint)) + ')';
    return text;
}

} // namespace metriscope::net::test
