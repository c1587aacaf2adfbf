// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explainprometheus.h"

#include "app/jsonwriter.h"
#include "app/terminal.h"

#include "netlayer/prometheus/explainexposition.h"
#include "netlayer/prometheus/scraper.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/expositiontext.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QUrl>

#include <cmath>
#include <cstdio>
#include <vector>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("explain", text);
}

void print(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
}

/// The body of an answer, kept whole.
class KeptBody final : public net::ScrapeBody
{
public:
    void begin(net::ExpositionFormat found) override { format = found; }
    bool bytes(std::string_view chunk) override
    {
        text.append(chunk.data(), static_cast<qsizetype>(chunk.size()));
        return true;
    }
    QByteArray text;
    std::optional<net::ExpositionFormat> format;
    std::optional<net::ExpositionHint> refused; ///< it is no exposition, but this
};

/// Reads an exposition and prints what it is told: problems as they are found, families at the end.
class Explainer final : public net::FamilySink
{
public:
    Explainer(net::ExpositionFormat format, bool json) : m_format(format), m_json(json) {}

    [[nodiscard]] int run(std::string_view text)
    {
        const net::ExpositionSummary summary = net::explainExposition(text, m_format, *this);
        for (const net::MetricFamily &family : summary.families)
            print(m_json ? familyJson(family) : familyText(family));
        return conclude(summary);
    }

    /// Of an answer that was not read.
    [[nodiscard]] int refuse(net::ExpositionHint hint)
    {
        problem({1, 0, net::ExpositionIssue::NotExposition, hint});
        net::ExpositionSummary summary;
        summary.format = m_format;
        summary.errors = 1;
        return conclude(summary);
    }

    void problem(const net::ExpositionProblem &problem) override
    {
        print(m_json ? problemJson(problem) : problemText(problem));
    }

    void sample(const net::FamilySample &sample) override
    {
        if (!m_json)
            return;
        if (m_samples.size() <= sample.family->number)
            m_samples.resize(sample.family->number + 1);
        const net::ExpositionSample &raw = *sample.sample;
        JsonWriter json;
        json.beginObject();
        json.text("name", raw.name);
        labels(json, raw.labels);
        value(json, "value", raw.value);
        if (raw.timestamp)
            json.number("timestamp", *raw.timestamp);
        if (raw.exemplar) {
            json.beginObject("exemplar");
            labels(json, raw.exemplar->labels);
            value(json, "value", raw.exemplar->value);
            if (raw.exemplar->timestamp)
                json.number("timestamp", *raw.exemplar->timestamp);
            json.endObject();
        }
        json.endObject();
        QByteArray &all = m_samples[sample.family->number];
        all += (all.isEmpty() ? "" : ",") + json.takeLine().chopped(1);
    }

private:
    static void labels(JsonWriter &json, std::span<const net::ExpositionLabel> all)
    {
        json.beginObject("labels");
        for (const net::ExpositionLabel &label : all)
            json.textAt(label.name, label.value);
        json.endObject();
    }

    /// What JSON has no numbers for stands as text here, and only here.
    static void value(JsonWriter &json, std::string_view key, double number)
    {
        if (std::isnan(number))
            json.text(key, "NaN");
        else if (std::isinf(number))
            json.text(key, number > 0 ? "+Inf" : "-Inf");
        else
            json.number(key, number);
    }

    [[nodiscard]] QByteArray familyJson(const net::MetricFamily &family) const
    {
        JsonWriter json;
        json.beginObject();
        json.text("event", "family");
        json.text("name", family.name);
        json.text("type", net::familyTypeName(family.type, m_format));
        json.text("unit", family.unit);
        json.text("help", family.help);
        json.beginArray("samples");
        if (family.number < m_samples.size())
            json.rawItems(m_samples[family.number]);
        json.endArray();
        json.endObject();
        return json.takeLine();
    }

    static QByteArray problemJson(const net::ExpositionProblem &problem)
    {
        JsonWriter json;
        json.beginObject();
        json.text("event", "problem");
        json.integer("line", problem.line);
        json.integer("at", problem.at);
        json.text("severity", net::isError(problem.issue) ? "error" : "warning");
        json.text("reason", net::issueName(problem.issue));
        if (problem.hint != net::ExpositionHint::None)
            json.text("hint", net::hintName(problem.hint));
        json.endObject();
        return json.takeLine();
    }

    [[nodiscard]] int conclude(const net::ExpositionSummary &summary) const
    {
        print(m_json ? summaryJson(summary) : (ui::summaryText(summary) + u'\n').toUtf8());
        return summary.errors > 0 ? 1 : 0;
    }

    static QByteArray summaryJson(const net::ExpositionSummary &summary)
    {
        JsonWriter json;
        json.beginObject();
        json.text("event", "summary");
        json.text("format", net::formatName(summary.format));
        json.integer("families", summary.families.size());
        json.integer("samples", summary.samples);
        json.integer("errors", summary.errors);
        json.integer("warnings", summary.warnings);
        json.endObject();
        return json.takeLine();
    }

    [[nodiscard]] QByteArray familyText(const net::MetricFamily &family) const
    {
        return u"%1  %2\n"_s.arg(ui::displayText(family.name), ui::familyText(family, m_format)).toUtf8();
    }

    static QByteArray problemText(const net::ExpositionProblem &problem)
    {
        const QString text =
            net::isError(problem.issue)
                //: a line of an exposition: %1 its number, %2 the column, %3 a clause without a full stop
                ? say(QT_TRANSLATE_NOOP("explain", "line %1, column %2: error: %3"))
                : say(QT_TRANSLATE_NOOP("explain", "line %1, column %2: warning: %3"));
        QString result = text.arg(problem.line).arg(problem.at + 1).arg(ui::issueText(problem.issue));
        if (const QString hint = ui::hintText(problem.hint); !hint.isEmpty())
            result += u"\n    "_s + hint;
        return result.toUtf8() + '\n';
    }

    const net::ExpositionFormat m_format;
    const bool m_json;
    std::vector<QByteArray> m_samples; ///< by family, as JSON
};

bool isUrl(const QString &text)
{
    return text.startsWith("http://"_L1) || text.startsWith("https://"_L1);
}

/// An answer that is another kind of page is explained, not refused.
bool fetch(const QString &url, KeptBody &body)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    net::Scraper scraper(network);
    net::ScrapeResult result;
    QEventLoop loop;
    QObject::connect(&scraper, &net::Scraper::finished, &loop, [&](const net::ScrapeResult &answer) {
        result = answer;
        loop.quit();
    });
    net::ScrapeRequest request;
    request.url = QUrl(url);
    scraper.start(request, body);
    if (scraper.isBusy())
        loop.exec();
    if (result.error == net::SourceError::NotMetrics && body.text.isEmpty()) {
        body.refused = result.detail.contains("html"_L1)   ? net::ExpositionHint::HtmlPage
                       : result.detail.contains("json"_L1) ? net::ExpositionHint::JsonDocument
                                                           : net::ExpositionHint::None;
        return true;
    }
    if (result.error != net::SourceError::None)
        complain(ui::sourceErrorText(result.error, url, result.detail));
    return result.error == net::SourceError::None;
}

bool readFile(const QString &name, QByteArray &text)
{
    constexpr auto Most = static_cast<qint64>(net::Scraper::MostBytes);
    QFile file;
    const bool opened = name.isEmpty() || name == "-"_L1
                            ? file.open(stdin, QIODevice::ReadOnly)
                            : (file.setFileName(name), file.open(QIODevice::ReadOnly));
    if (opened) {
        for (QByteArray chunk = file.read(1 << 16); !chunk.isEmpty() && text.size() <= Most;
             chunk = file.read(1 << 16))
            text += chunk;
    }
    if (!opened || file.error() != QFileDevice::NoError) {
        complain(u"%1: %2"_s.arg(ui::displayText(name), file.errorString()));
        return false;
    }
    if (text.size() > Most) {
        complain(say(QT_TRANSLATE_NOOP("explain", "%1 is larger than %2 bytes and was not read."))
                     .arg(ui::displayText(name))
                     .arg(Most));
        return false;
    }
    return true;
}

} // namespace

int explainPrometheus(const QString &from, std::optional<net::ExpositionFormat> format, bool json)
{
    KeptBody body;
    if (!(isUrl(from) ? fetch(from, body) : readFile(from, body.text)))
        return 2;
    if (!format)
        format = body.format;
    const std::string_view text(body.text.constData(), static_cast<std::size_t>(body.text.size()));
    Explainer explainer(format.value_or(net::formatByEnd(text)), json);
    return body.refused ? explainer.refuse(*body.refused) : explainer.run(text);
}

} // namespace metriscope::app
