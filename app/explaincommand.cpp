// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explaincommand.h"

#include "app/explainprometheus.h"
#include "app/jsonwriter.h"
#include "app/terminal.h"
#include "app/tickjson.h"

#include "netlayer/statsd/explain.h"
#include "netlayer/statsd/graphitename.h"
#include "netlayer/statsd/lineframer.h"
#include "netlayer/statsd/lineparser.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <utility>
#include <vector>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

/// The samples of one accepted line, which all have the same name.
struct Samples {
    net::Sample first;
    std::vector<double> values;
    std::vector<std::string_view> members;
    bool any = false, isEvent = false;
    void sample(const net::Sample &sample)
    {
        if (!std::exchange(any, true))
            first = sample;
        if (sample.kind == net::MetricKind::Set)
            members.push_back(sample.text);
        else
            values.push_back(sample.value);
    }
    void event(const net::Event &) { isEvent = true; }
    void serviceCheck(const net::ServiceCheck &) { isEvent = true; }
};

class StatsdExplainer final
{
public:
    StatsdExplainer(const net::Dialect &dialect, bool json) : m_dialect(dialect), m_json(json) {}

    void line(std::string_view line)
    {
        ++m_number;
        if (line.empty() || line == "\r")
            return;
        const net::Explanation why = net::explainLine(line, m_dialect);
        m_rejected = m_rejected || why.report.verdict == net::Verdict::Rejected;
        const QByteArray text = m_json ? asJson(line, why) : asText(line, why);
        std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    }
    [[nodiscard]] bool rejected() const noexcept { return m_rejected; }
    [[nodiscard]] std::uint64_t lines() const noexcept { return m_number; }

private:
    static std::vector<std::string_view> takers(const net::Explanation &why)
    {
        std::vector<std::string_view> names;
        for (std::size_t i = 0; i < net::DialectCount; ++i) {
            if (why.acceptedBy[i])
                names.push_back(net::dialects()[i].name);
        }
        return names;
    }

    QByteArray asJson(std::string_view line, const net::Explanation &why) const
    {
        JsonWriter json;
        json.beginObject();
        json.text("event", "line");
        json.integer("number", m_number);
        json.text("line", line);
        json.text("verdict", net::verdictName(why.report.verdict));
        if (why.report.issue != net::LineIssue::None) {
            json.text("reason", net::issueName(why.report.issue));
            json.integer("at", why.report.at);
        }
        json.beginArray("acceptedBy");
        for (const std::string_view name : takers(why))
            json.textItem(name);
        json.endArray();
        if (why.report.hint != net::LineHint::None)
            json.text("hint", net::hintName(why.report.hint));
        Samples samples;
        if (net::parseLine(line, m_dialect, samples).verdict != net::Verdict::Rejected && samples.any)
            metric(json, samples);
        json.endObject();
        return json.takeLine();
    }

    static void metric(JsonWriter &json, const Samples &samples)
    {
        const net::Sample &sample = samples.first;
        json.beginObject("metric");
        json.text("name", sample.name);
        if (const std::string graphite = net::graphiteName(sample.name); graphite != sample.name)
            json.text("graphite", graphite);
        std::string tags;
        net::canonicalTags(sample, tags);
        writeTags(json, tags);
        json.text("kind", net::kindName(sample.kind));
        json.beginArray("values");
        for (const double value : samples.values)
            json.numberItem(value);
        for (const std::string_view member : samples.members)
            json.textItem(member);
        json.endArray();
        json.number("rate", sample.rate);
        if (sample.relative)
            json.yes("delta");
        if (sample.timestamp > 0)
            json.integer("timestamp", static_cast<std::uint64_t>(sample.timestamp));
        if (!sample.container.empty())
            json.text("container", sample.container);
        json.endObject();
    }

    QByteArray asText(std::string_view line, const net::Explanation &why) const
    {
        QString text = u"%1: %2: %3\n"_s.arg(m_number).arg(ui::verdictText(why.report.verdict),
                                                           ui::displayText(line, 2000));
        if (why.report.issue != net::LineIssue::None)
            text += u"    %1\n"_s.arg(
                //: %1 is a number of bytes, %2 a clause without a full stop
                QCoreApplication::translate("explain", "at byte %1: %2")
                    .arg(why.report.at)
                    .arg(ui::issueText(why.report.issue)));
        if (const QString hint = ui::hintText(why.report.hint); !hint.isEmpty())
            text += u"    %1\n"_s.arg(hint);
        if (why.report.verdict == net::Verdict::Rejected && why.acceptedBy.any()) {
            QStringList names;
            for (const std::string_view name : takers(why))
                names << QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
            text += u"    %1\n"_s.arg(
                QCoreApplication::translate("explain", "taken by: %1").arg(names.join(u", "_s)));
        }
        return text.toUtf8();
    }

    const net::Dialect &m_dialect;
    const bool m_json;
    std::uint64_t m_number = 0;
    bool m_rejected = false;
};

bool openInput(QFile &file, const QString &name)
{
    const bool opened = name.isEmpty() || name == "-"_L1
                            ? file.open(stdin, QIODevice::ReadOnly)
                            : (file.setFileName(name), file.open(QIODevice::ReadOnly));
    if (!opened)
        complain(u"%1: %2"_s.arg(ui::displayText(name), file.errorString()));
    return opened;
}

} // namespace

int explain(const Options &options)
{
    if (options.words.value(0) == "prometheus"_L1) {
        std::optional<net::ExpositionFormat> format;
        if (!options.format.isEmpty())
            format = options.format == "text"_L1 ? net::ExpositionFormat::Text
                                                 : net::ExpositionFormat::OpenMetrics;
        return explainPrometheus(options.words.value(1), format, options.json);
    }
    constexpr qint64 Chunk = 64 * 1024;
    constexpr auto Longest = static_cast<qsizetype>(net::LineFramer::MaxLine);
    QFile file;
    if (!openInput(file, options.words.value(1)))
        return 2;
    const net::Dialect *dialect = net::dialectByName(options.dialect.toStdString());
    StatsdExplainer explainer(dialect ? *dialect : net::defaultDialect(), options.json);
    QByteArray rest;
    bool tooLong = false; // the line in hand, of which the beginning was explained
    const auto line = [&](const char *begin, qsizetype size) {
        if (!std::exchange(tooLong, false))
            explainer.line({begin, static_cast<std::size_t>(size)});
    };
    for (;;) {
        const QByteArray chunk = file.read(Chunk);
        rest += chunk;
        qsizetype begin = 0;
        for (qsizetype end; (end = rest.indexOf('\n', begin)) >= 0; begin = end + 1)
            line(rest.constData() + begin, end - begin);
        rest.remove(0, begin);
        if (chunk.isEmpty())
            break;
        if (rest.size() > Longest) {
            line(rest.constData(), Longest);
            tooLong = true;
            rest.clear();
        }
    }
    if (!rest.isEmpty())
        line(rest.constData(), rest.size());
    return explainer.rejected() ? 1 : 0;
}

} // namespace metriscope::app
