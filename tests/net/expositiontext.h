// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/prometheus/familyreader.h"
#include "netlayer/prometheus/textparser.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
#include <string>

namespace metriscope::net::test
{

/// Writes down what it is told, in a form to compare.
struct ExpositionLog final : public FamilySink {
    QStringList samples, problems;
    std::size_t sampleCount = 0;

    void sample(const FamilySample &sample) override
    {
        static constexpr std::array Roles{"value", "total",    "created", "bucket", "count",
                                          "sum",   "quantile", "info",    "state"};
        const auto text = [](std::string_view bytes) {
            return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
        };
        const auto labels = [&](std::span<const ExpositionLabel> all) {
            QStringList each;
            for (const ExpositionLabel &label : all)
                each << text(label.name) + u'=' + text(label.value);
            return u'{' + each.join(u',') + u'}';
        };
        const ExpositionSample &raw = *sample.sample;
        QString line = text(sample.family->name) + u' ' +
                       QLatin1String(Roles[static_cast<std::size_t>(sample.role)]) + u' ' + text(raw.name) +
                       labels(raw.labels) + u' ' + QString::number(raw.value, 'g', 17);
        if (raw.timestamp)
            line += QLatin1String(" @") + QString::number(*raw.timestamp, 'f', 3);
        if (raw.exemplar)
            line += QLatin1String(" #") + labels(raw.exemplar->labels) + u' ' +
                    QString::number(raw.exemplar->value, 'g', 17) +
                    (raw.exemplar->timestamp
                         ? QLatin1String(" @") + QString::number(*raw.exemplar->timestamp, 'f', 3)
                         : QString());
        samples << line;
        ++sampleCount;
    }
    void problem(const ExpositionProblem &problem) override
    {
        const auto text = [](std::string_view bytes) {
            return QString::fromLatin1(bytes.data(), qsizetype(bytes.size()));
        };
        QString line = QString::number(problem.line) + u':' + QString::number(problem.at) + u' ' +
                       text(issueName(problem.issue));
        if (problem.hint != ExpositionHint::None)
            line += QLatin1String(" (") + text(hintName(problem.hint)) + u')';
        problems << line;
    }
};

/// All of `text` in chunks of so many bytes; what a reader makes of it.
inline ExpositionLog readExposition(const QByteArray &text, ExpositionFormat format,
                                    qsizetype chunk = 1 << 20, QStringList *families = nullptr)
{
    ExpositionLog log;
    FamilyReader reader(format, log);
    TextParser parser(format, reader);
    for (qsizetype at = 0; at < text.size(); at += chunk)
        parser.feed({text.constData() + at, std::size_t(qMin(chunk, text.size() - at))});
    parser.finish();
    reader.finish();
    for (const MetricFamily &family : reader.families()) {
        if (families)
            *families << QString::fromStdString(family.name) + u' ' +
                             QString::fromLatin1(familyTypeName(family.type, format).data()) + u' ' +
                             QString::number(family.samples) +
                             (family.unit.empty() ? QString() : u' ' + QString::fromStdString(family.unit));
    }
    return log;
}

} // namespace metriscope::net::test
