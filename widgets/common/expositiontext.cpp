// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/expositiontext.h"

#include <QCoreApplication>

#include <array>
#include <cstddef>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{

namespace
{

QString counted(const char *text, std::uint64_t number)
{
    return QCoreApplication::translate("expositiontext", text, nullptr, static_cast<int>(number));
}

} // namespace

QString familyText(const net::MetricFamily &family, net::ExpositionFormat format)
{
    const std::string_view type = net::familyTypeName(family.type, format);
    return QString::fromLatin1(type.data(), static_cast<qsizetype>(type.size())) + u"  "_s +
           counted(QT_TRANSLATE_N_NOOP("expositiontext", "%n sample(s)"), family.samples);
}

QString summaryText(const net::ExpositionSummary &summary)
{
    const QString format = summary.format == net::ExpositionFormat::OpenMetrics
                               ? u"OpenMetrics"_s
                               : QCoreApplication::translate("expositiontext", "text format of Prometheus");
    return u"%1: %2, %3, %4, %5"_s.arg(
        format, counted(QT_TRANSLATE_N_NOOP("expositiontext", "%n family(s)"), summary.families.size()),
        counted(QT_TRANSLATE_N_NOOP("expositiontext", "%n sample(s)"), summary.samples),
        counted(QT_TRANSLATE_N_NOOP("expositiontext", "%n error(s)"), summary.errors),
        counted(QT_TRANSLATE_N_NOOP("expositiontext", "%n warning(s)"), summary.warnings));
}

QString issueText(net::ExpositionIssue issue)
{
    static constexpr std::array<const char *, static_cast<std::size_t>(net::ExpositionIssue::Count)> Texts{
        QT_TRANSLATE_NOOP("expositiontext", "this is not a metrics page, the rest is not read"),
        QT_TRANSLATE_NOOP("expositiontext", "the text begins with a byte order mark"),
        QT_TRANSLATE_NOOP("expositiontext", "the line is too long"),
        QT_TRANSLATE_NOOP("expositiontext", "no name of a metric stands here"),
        QT_TRANSLATE_NOOP("expositiontext",
                          "the labels are not written as name=\"value\", with commas between"),
        QT_TRANSLATE_NOOP("expositiontext", "no name of a label stands here"),
        QT_TRANSLATE_NOOP("expositiontext", "the value of a label has no closing quote"),
        QT_TRANSLATE_NOOP("expositiontext", "a label stands there twice"),
        QT_TRANSLATE_NOOP("expositiontext", "the line has too many labels"),
        QT_TRANSLATE_NOOP("expositiontext", "the value is missing"),
        QT_TRANSLATE_NOOP("expositiontext", "the value is not a number"),
        QT_TRANSLATE_NOOP("expositiontext", "the time is not a number"),
        QT_TRANSLATE_NOOP("expositiontext", "something follows where the line should end"),
        QT_TRANSLATE_NOOP("expositiontext", "the text format has no exemplars"),
        QT_TRANSLATE_NOOP("expositiontext", "a HELP, TYPE or UNIT line says nothing of any metric"),
        QT_TRANSLATE_NOOP("expositiontext", "there is no such type of metric"),
        QT_TRANSLATE_NOOP("expositiontext", "a bucket without a number as its label le"),
        QT_TRANSLATE_NOOP("expositiontext", "a quantile without a number from 0 to 1 as its label"),
        QT_TRANSLATE_NOOP("expositiontext", "too many metrics, this one is left out"),
        QT_TRANSLATE_NOOP("expositiontext", "too many series, this one is left out"),
        QT_TRANSLATE_NOOP("expositiontext", "the last line does not end with a newline"),
        QT_TRANSLATE_NOOP("expositiontext", "lines end with a carriage return; Prometheus refuses them"),
        QT_TRANSLATE_NOOP("expositiontext", "a space stands before a line; Prometheus refuses it"),
        QT_TRANSLATE_NOOP("expositiontext", "OpenMetrics allows no empty lines"),
        QT_TRANSLATE_NOOP("expositiontext", "the line is not in UTF-8"),
        QT_TRANSLATE_NOOP("expositiontext", "an unknown escape in the value of a label"),
        QT_TRANSLATE_NOOP("expositiontext", "the time should be whole milliseconds"),
        QT_TRANSLATE_NOOP("expositiontext", "the metric was described before"),
        QT_TRANSLATE_NOOP("expositiontext", "the type comes after the first sample"),
        QT_TRANSLATE_NOOP("expositiontext", "the series was there before; the last value counts"),
        QT_TRANSLATE_NOOP("expositiontext", "the lines of a metric do not stand together"),
        QT_TRANSLATE_NOOP("expositiontext", "the name does not end as names of its type do"),
        QT_TRANSLATE_NOOP("expositiontext", "the name does not end with the unit"),
        QT_TRANSLATE_NOOP("expositiontext", "the histogram has no bucket +Inf"),
        QT_TRANSLATE_NOOP("expositiontext", "the bucket +Inf and the count of the histogram differ"),
        QT_TRANSLATE_NOOP("expositiontext", "a bucket of the histogram holds less than the one below it"),
        QT_TRANSLATE_NOOP("expositiontext", "a counter is negative or not a number"),
        QT_TRANSLATE_NOOP("expositiontext", "the exemplar is damaged; the value before it counts"),
        QT_TRANSLATE_NOOP("expositiontext", "an exemplar where none belongs"),
        QT_TRANSLATE_NOOP("expositiontext", "the labels of the exemplar are too long"),
        QT_TRANSLATE_NOOP("expositiontext", "# EOF is missing at the end"),
        QT_TRANSLATE_NOOP("expositiontext", "something follows # EOF"),
    };
    return QCoreApplication::translate("expositiontext", Texts[static_cast<std::size_t>(issue)]);
}

QString hintText(net::ExpositionHint hint)
{
    static constexpr std::array<const char *, static_cast<std::size_t>(net::ExpositionHint::Count)> Texts{
        "",
        QT_TRANSLATE_NOOP("expositiontext", "it looks like an HTML page: check the path of the address"),
        QT_TRANSLATE_NOOP("expositiontext", "it is compressed with gzip, but nothing says so"),
        QT_TRANSLATE_NOOP("expositiontext", "it looks like JSON: check the path of the address"),
        QT_TRANSLATE_NOOP("expositiontext", "decimals are written with a point, not with a comma"),
        QT_TRANSLATE_NOOP("expositiontext", "numbers are decimal, not hexadecimal"),
        QT_TRANSLATE_NOOP("expositiontext", "digits are not grouped"),
        QT_TRANSLATE_NOOP("expositiontext", "the number is too large"),
        QT_TRANSLATE_NOOP("expositiontext", "a newline in the value of a label is written as \\n"),
        QT_TRANSLATE_NOOP("expositiontext", "the answer seems to be cut off"),
        QT_TRANSLATE_NOOP("expositiontext", "it looks like OpenMetrics: the Content-Type should say so"),
        QT_TRANSLATE_NOOP("expositiontext", "the name of a counter ends with _total"),
        QT_TRANSLATE_NOOP("expositiontext", "it looks like a line for statsd"),
    };
    return hint == net::ExpositionHint::None
               ? QString()
               : QCoreApplication::translate("expositiontext", Texts[static_cast<std::size_t>(hint)]);
}

} // namespace metriscope::ui
