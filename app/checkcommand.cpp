// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkcommand.h"

#include "app/composition.h"
#include "app/jsonwriter.h"
#include "app/terminationsignals.h"

#include "netlayer/checks/settingstext.h"
#include "widgets/common/checktext.h"

#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

void print(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

/// Every line of `text`, moved to the right.
QString indented(const QString &text, const QString &first)
{
    const QString indent(first.size(), u' ');
    QString result;
    for (const QString &line : text.split(u'\n'))
        result += (result.isEmpty() ? first : indent) + line + u'\n';
    return result;
}

/// To find the line by eye, whatever the language.
QChar mark(net::CheckVerdict verdict)
{
    switch (verdict) {
    case net::CheckVerdict::Pass:
        return u'+';
    case net::CheckVerdict::Warning:
        return u'!';
    case net::CheckVerdict::Fail:
        return u'X';
    case net::CheckVerdict::Skipped:
        break;
    }
    return u'-';
}

} // namespace

net::CheckContext checkContext(const SettingsData &settings, const Options &options)
{
    net::CheckContext context;
    context.kind = net::checkKindOf(options.words.value(0).toStdString()).value_or(net::CheckKind::Statsd);
    context.statsd = options.checkStatsd;
    context.prefix = options.prefix;
    context.contexts = options.contexts;
    context.contextsNamed = !options.contexts.isEmpty();
    context.dialect = options.dialect;
    context.wait = options.wait.value_or(net::Millis{0});
    context.graphite = options.checkGraphite.section(u',', 0, 0);
    context.graphiteQuery = options.checkGraphite.section(u',', 1);
    context.gstatsEvents = options.gstatsStats;
    context.gstats = options.gstatsComm;
    context.gstatsNamed = options.gstatsCollector;
    for (const net::PollConfig &poll : options.polls) {
        switch (poll.kind) {
        case net::SourceKind::Gstats:
            context.gstats = poll.address;
            context.gstatsNamed = true;
            break;
        case net::SourceKind::GstatsHttp:
            context.gstatsStatus = poll.address;
            break;
        case net::SourceKind::Prometheus:
            context.prometheus = poll.address;
            break;
        case net::SourceKind::Istats:
            context.istats = poll.address;
            break;
        default:
            break;
        }
    }
    context.console.takenAsMicroseconds = [config = engineConfig(settings, options)](const QString &prefix) {
        return takesM3AsMicroseconds(config, prefix);
    };
    return context;
}

CheckCommand::CheckCommand(const Options &options, const SettingsData &settings, QObject *parent)
    : QObject(parent), m_options(options), m_run(checkContext(settings, options))
{
    connect(&m_run, &net::CheckRun::changed, this, &CheckCommand::printDone);
    connect(&m_run, &net::CheckRun::finished, this, [this] {
        printReport();
        Q_EMIT finished(m_run.counts().fail > 0 ? 1 : 0);
    });
    connect(&m_wire, &net::WireProbe::ready, this, &CheckCommand::begin, Qt::QueuedConnection);
    connect(new TerminationSignals(this), &TerminationSignals::received, &m_run, &net::CheckRun::cancel);
}

void CheckCommand::start()
{
    const net::CheckKind kind = m_run.context().kind;
    if (kind == net::CheckKind::M3 || kind == net::CheckKind::Statsd)
        m_wire.start(); // answers, whether it may or not
    else
        begin();
}

void CheckCommand::begin()
{
    if (std::exchange(m_begun, true))
        return; // the capture has ended meanwhile
    net::CheckContext context = m_run.context();
    context.wire = m_wire.knowledge();
    m_run.setContext(context);
    m_run.start();
    if (m_options.exitAfter)
        QTimer::singleShot(*m_options.exitAfter, &m_run, &net::CheckRun::cancel);
}

void CheckCommand::printDone()
{
    const auto &entries = m_run.entries();
    while (m_printed < entries.size() && entries[m_printed].state == net::CheckEntry::State::Done)
        print(entries[m_printed++]);
}

void CheckCommand::print(const net::CheckEntry &entry)
{
    const QString title = ui::checkTitle(entry.id);
    const QString evidence = ui::checkEvidenceText(entry.result);
    const QString remedy = ui::checkRemedyText(entry.result);
    if (m_options.json) {
        JsonWriter json;
        json.beginObject();
        json.text("event", "check");
        json.text("id", net::checkIdName(entry.id));
        json.text("verdict", net::checkVerdictName(entry.result.verdict));
        json.text("reason", net::checkReasonName(entry.result.reason));
        json.text("title", title.toStdString());
        json.text("evidence", evidence.toStdString());
        if (!remedy.isEmpty())
            json.text("remedy", remedy.toStdString());
        json.endObject();
        return app::print(json.takeLine());
    }
    if (m_options.quiet && entry.result.verdict != net::CheckVerdict::Fail &&
        entry.result.verdict != net::CheckVerdict::Warning)
        return;
    QString text =
        u"%1 %2: %3\n"_s.arg(mark(entry.result.verdict), title, ui::checkVerdictText(entry.result.verdict));
    if (entry.result.reason != net::CheckReason::NotWaited) { // which is said once, at the end
        text += indented(evidence, u"    "_s);
        if (!remedy.isEmpty())
            text += indented(remedy, u"  > "_s);
    }
    app::print(text.toUtf8());
}

void CheckCommand::printReport()
{
    const net::CheckCounts counts = m_run.counts();
    const auto settings = net::settingsTexts(m_run.context());
    if (m_options.json) {
        JsonWriter json;
        json.beginObject();
        json.text("event", "report");
        json.text("kind", net::checkKindName(m_run.context().kind));
        json.integer("pass", static_cast<std::uint64_t>(counts.pass));
        json.integer("warning", static_cast<std::uint64_t>(counts.warning));
        json.integer("fail", static_cast<std::uint64_t>(counts.fail));
        json.integer("skipped", static_cast<std::uint64_t>(counts.skipped));
        json.beginObject("settings");
        for (const net::SettingsText &each : settings)
            json.textAt(each.file.toStdString(), each.text.toStdString());
        json.endObject();
        json.endObject();
        return app::print(json.takeLine());
    }
    QString text = u'\n' +
                   //: %1 is what was checked, such as "django-prometheus"
                   tr("%1: %2 in order, %3 warnings, %4 faults, %5 not checked")
                       .arg(ui::checkKindText(m_run.context().kind))
                       .arg(counts.pass)
                       .arg(counts.warning)
                       .arg(counts.fail)
                       .arg(counts.skipped) +
                   u'\n';
    const auto &entries = m_run.entries();
    const auto notWaited = std::ranges::find_if(entries, [](const net::CheckEntry &entry) {
        return entry.result.reason == net::CheckReason::NotWaited;
    });
    if (notWaited != entries.end() && !m_options.quiet)
        text += ui::checkRemedyText(notWaited->result) + u'\n';
    for (const net::SettingsText &each : settings) {
        if (m_options.verbose)
            text += u"\n--- %1\n%2"_s.arg(each.file, each.text);
    }
    if (!m_options.verbose && !m_options.quiet && !settings.empty())
        text += tr("--verbose also prints the settings that the application needs.") + u'\n';
    app::print(text.toUtf8());
}

} // namespace metriscope::app
