// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/checktext.h"

#include "widgets/common/checkwords.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("checktext", text);
}

const CheckWords *wordsOf(net::CheckReason reason)
{
    for (const auto words : {statsdCheckWords(), m3CheckWords(), pollCheckWords()}) {
        const auto found = std::ranges::find(words, reason, &CheckWords::reason);
        if (found != words.end())
            return &*found;
    }
    return nullptr;
}

QString issueWords(const net::CheckEvidence &evidence)
{
    const QString hint = hintText(evidence.hint);
    return hint.isEmpty() ? issueText(evidence.issue) : hint;
}

/// Puts the evidence into the text in one pass, so that a line with "%1" in it stays as it is.
QString filled(const char *source, const net::CheckEvidence &evidence)
{
    if (!source)
        return {};
    // Asked for a number, a catalogue does not find a text that has one form only.
    const int count = QByteArrayView(source).contains("%n") ? static_cast<int>(evidence.count) : -1;
    const QString text = QCoreApplication::translate("checktext", source, nullptr, count);
    const QLocale locale;
    const std::array<QString, 8> values{
        displayText(evidence.address),
        displayText(evidence.peer),
        displayText(evidence.detail),
        displayText(evidence.found),
        evidence.items.isEmpty() ? u"-"_s : displayText(evidence.items.join(u", "_s), 2000),
        locale.toString(evidence.count),
        locale.toString(evidence.total),
        issueWords(evidence),
    };
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int digit = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (digit >= 1 && digit <= 8) {
            result += values[static_cast<std::size_t>(digit - 1)];
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

/// A sentence of its own, for it goes with many.
QString ownerText(const net::CheckEvidence &evidence)
{
    if (!evidence.owner)
        return {};
    return u'\n' + (evidence.owner->isEmpty()
                        ? say(QT_TRANSLATE_NOOP("checktext", "A process of another user listens there."))
                        //: %1 is a process, "python3 (4711)"
                        : say(QT_TRANSLATE_NOOP("checktext", "Who listens there: %1"))
                              .arg(displayText(*evidence.owner)));
}

} // namespace

QString checkKindText(net::CheckKind kind)
{
    static constexpr std::array Texts{
        QT_TRANSLATE_NOOP("checktext", "m3-core and pystatsd"),
        QT_TRANSLATE_NOOP("checktext", "statsd or DogStatsD"),
        QT_TRANSLATE_NOOP("checktext", "gstats in gunicorn"),
        QT_TRANSLATE_NOOP("checktext", "django-prometheus"),
        QT_TRANSLATE_NOOP("checktext", "pystatsd of deviantART"),
        QT_TRANSLATE_NOOP("checktext", "Graphite"),
    };
    static_assert(Texts.size() == net::CheckKindCount);
    return say(Texts[static_cast<std::size_t>(kind)]);
}

QString checkKindHint(net::CheckKind kind)
{
    static constexpr std::array Texts{
        QT_TRANSLATE_NOOP("checktext", "A Django application sends counters and timings by UDP and its "
                                       "controllers by HTTP."),
        QT_TRANSLATE_NOOP("checktext", "Any application with a statsd client sends lines by UDP or TCP."),
        QT_TRANSLATE_NOOP("checktext", "Hooks in gunicorn.conf.py report each request by ZeroMQ."),
        QT_TRANSLATE_NOOP("checktext", "An application shows its metrics under /metrics or on a port."),
        QT_TRANSLATE_NOOP("checktext", "A statsd server that tells its own state by XML-RPC."),
        QT_TRANSLATE_NOOP("checktext", "A Graphite server that takes lines of text."),
    };
    static_assert(Texts.size() == net::CheckKindCount);
    return say(Texts[static_cast<std::size_t>(kind)]);
}

QString checkTitle(net::CheckId id)
{
    static constexpr std::array Titles{
        QT_TRANSLATE_NOOP("checktext", "The statsd port is free, or ours"),
        QT_TRANSLATE_NOOP("checktext", "A test line arrives"),
        QT_TRANSLATE_NOOP("checktext", "The system drops nothing"),
        QT_TRANSLATE_NOOP("checktext", "Packets on the wire can be seen"),
        QT_TRANSLATE_NOOP("checktext", "Nothing is sent to another port"),
        QT_TRANSLATE_NOOP("checktext", "IPv4 and IPv6 agree"),
        QT_TRANSLATE_NOOP("checktext", "Nothing is sent to another address"),
        QT_TRANSLATE_NOOP("checktext", "What is on the wire reaches the socket"),
        QT_TRANSLATE_NOOP("checktext", "The application sends"),
        QT_TRANSLATE_NOOP("checktext", "What arrives can be read"),
        QT_TRANSLATE_NOOP("checktext", "The prefix makes clean names"),
        QT_TRANSLATE_NOOP("checktext", "The prefix tells who sends"),
        QT_TRANSLATE_NOOP("checktext", "Timings are milliseconds"),
        QT_TRANSLATE_NOOP("checktext", "The number of active users has a beginning"),
        QT_TRANSLATE_NOOP("checktext", "The address for contexts answers"),
        QT_TRANSLATE_NOOP("checktext", "The application sends its contexts"),
        QT_TRANSLATE_NOOP("checktext", "The address for statistics answers"),
        QT_TRANSLATE_NOOP("checktext", "The application is among the answers"),
        QT_TRANSLATE_NOOP("checktext", "The collector takes events"),
        QT_TRANSLATE_NOOP("checktext", "Requests are reported"),
        QT_TRANSLATE_NOOP("checktext", "Requests that began also end"),
        QT_TRANSLATE_NOOP("checktext", "The status page answers"),
        QT_TRANSLATE_NOOP("checktext", "An exporter listens"),
        QT_TRANSLATE_NOOP("checktext", "It serves metrics"),
        QT_TRANSLATE_NOOP("checktext", "One worker answers at this address"),
        QT_TRANSLATE_NOOP("checktext", "Each worker has an exporter of its own"),
        QT_TRANSLATE_NOOP("checktext", "Requests are among the metrics"),
        QT_TRANSLATE_NOOP("checktext", "The monitor answers"),
        QT_TRANSLATE_NOOP("checktext", "The server publishes to Graphite"),
        QT_TRANSLATE_NOOP("checktext", "Graphite listens"),
        QT_TRANSLATE_NOOP("checktext", "Graphite keeps what it is sent"),
    };
    static_assert(Titles.size() == net::CheckIdCount);
    return say(Titles[static_cast<std::size_t>(id)]);
}

QString checkVerdictText(net::CheckVerdict verdict)
{
    switch (verdict) {
    case net::CheckVerdict::Pass:
        //: verdict of a check
        return say(QT_TRANSLATE_NOOP("checktext", "in order"));
    case net::CheckVerdict::Warning:
        //: verdict of a check
        return say(QT_TRANSLATE_NOOP("checktext", "warning"));
    case net::CheckVerdict::Fail:
        //: verdict of a check
        return say(QT_TRANSLATE_NOOP("checktext", "fault"));
    case net::CheckVerdict::Skipped:
        //: verdict of a check
        return say(QT_TRANSLATE_NOOP("checktext", "not checked"));
    }
    return {};
}

QString checkEvidenceText(const net::CheckResult &result)
{
    const CheckWords *words = wordsOf(result.reason);
    if (!words)
        return {};
    if (result.reason == net::CheckReason::DependsOn || result.reason == net::CheckReason::ExplainedBy) {
        for (int i = 0; i < net::CheckIdCount; ++i) { // the id of the other check, as a title
            const auto id = static_cast<net::CheckId>(i);
            const std::string_view name = net::checkIdName(id);
            if (result.evidence.detail == QLatin1String(name.data(), static_cast<qsizetype>(name.size()))) {
                net::CheckEvidence evidence = result.evidence;
                evidence.detail = checkTitle(id);
                return filled(words->evidence, evidence);
            }
        }
    }
    return filled(words->evidence, result.evidence) + ownerText(result.evidence);
}

QString checkRemedyText(const net::CheckResult &result)
{
    const bool noMetrics = result.reason == net::CheckReason::ExporterNotFound ||
                           result.reason == net::CheckReason::ExporterHtml;
    if (noMetrics && result.evidence.items.isEmpty())
        return say(QT_TRANSLATE_NOOP("checktext",
                                     "No metrics were found nearby either. Add "
                                     "path('', include('django_prometheus.urls')) to urls.py, or correct "
                                     "the address."));
    const CheckWords *words = wordsOf(result.reason);
    return words ? filled(words->remedy, result.evidence) : QString();
}

} // namespace metriscope::ui
