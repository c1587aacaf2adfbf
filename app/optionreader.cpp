// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/optionreader.h"

#include "app/optionvalues.h"

#include "netlayer/gstats/collectorconfig.h"

#include <QCoreApplication>

#include <utility>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("commandline", text);
}

/// Keeps what could be read; otherwise says what was expected.
template <typename Target, typename Value>
QString keep(Target &target, std::optional<Value> read, const char *expected)
{
    if (!read)
        return say(expected);
    target = *std::move(read);
    return {};
}

template <typename Value>
QString append(std::vector<Value> &target, std::optional<Value> read, const char *expected)
{
    if (!read)
        return say(expected);
    target.push_back(*std::move(read));
    return {};
}

QString takePath(QString &target, const QString &text)
{
    if (text.isEmpty() || text.contains(QChar::Null))
        return say(QT_TRANSLATE_NOOP("commandline", "the name of a file or folder"));
    target = text;
    return {};
}

QString takeWord(QString &target, const QString &text, bool right, const QString &expected)
{
    target = text;
    return right ? QString() : expected;
}

QString takePoll(Options &options, const QString &text)
{
    static constexpr auto Graphite = "graphite="_L1; // is checked, but not polled
    if (options.command == Command::Check && text.startsWith(Graphite) && text.size() > Graphite.size()) {
        options.checkGraphite = text.mid(Graphite.size());
        return {};
    }
    auto poll = readPoll(text);
    if (!poll)
        return say(QT_TRANSLATE_NOOP("commandline", "KIND=ADDRESS, such as gstats=tcp://127.0.0.1:2345 or "
                                                    "prometheus=http://localhost:8001-8049/metrics"));
    poll->id = u"command-line-%1"_s.arg(options.polls.size() + 1);
    options.polls.push_back(*std::move(poll));
    return {};
}

QString takeCollector(Options &options, const QString &text)
{
    const QString stats = text.section(u',', 0, 0), comm = text.section(u',', 1);
    if (!net::zmqEndpoint(stats.toStdString()) || !net::zmqEndpoint(comm.toStdString()))
        return say(QT_TRANSLATE_NOOP("commandline",
                                     "two addresses, such as tcp://127.0.0.2:2345,tcp://127.0.0.1:2345"));
    options.gstatsCollector = true;
    options.gstatsStats = stats;
    options.gstatsComm = comm;
    return {};
}

} // namespace

QString takeOption(Options &options, OptionRow::Id id, const QString &text)
{
    using Id = OptionRow::Id;
    switch (id) {
    case Id::Statsd:
        if (options.command == Command::Check && isHostAndPort(text)) {
            options.checkStatsd << text;
            return {};
        }
        return append(options.statsd, net::Endpoint::fromText(text.toStdString()),
                      QT_TRANSLATE_NOOP("commandline", "an address such as 127.0.0.1:8125 or [::1]:8125"));
    case Id::Contexts:
        return takeWord(options.contexts, text,
                        readHttpEndpoint(text).has_value() ||
                            (options.command == Command::Check && isWebAddress(text)),
                        say(QT_TRANSLATE_NOOP("commandline", "an address such as 127.0.0.1:1942")));
    case Id::Poll:
        return takePoll(options, text);
    case Id::Interval:
        return keep(options.interval, readSeconds(text, 0.1, 3600),
                    QT_TRANSLATE_NOOP("commandline", "seconds from 0.1 to 3600"));
    case Id::GstatsCollector:
        return takeCollector(options, text);
    case Id::Interface:
        return takeWord(options.interface, text, !text.isEmpty() && text.size() < 64 && !text.contains(u'/'),
                        say(QT_TRANSLATE_NOOP("commandline", "the name of a network interface, or any")));
    case Id::Filter:
        return takeWord(options.captureFilter, text, !text.trimmed().isEmpty() && text.size() < 10'000,
                        say(QT_TRANSLATE_NOOP("commandline", "an expression such as 'udp dst port 8125'")));
    case Id::Read:
        return takePath(options.readFile, text);
    case Id::Write:
        return takePath(options.writeFile, text);
    case Id::Prefix:
        return takeWord(options.prefix, text, !text.contains(QChar::Null),
                        say(QT_TRANSLATE_NOOP("commandline", "PREFIX")));
    case Id::Wait:
        return keep(options.wait, readSeconds(text, 0, 3600),
                    QT_TRANSLATE_NOOP("commandline", "seconds from 0 to 3600"));
    case Id::Tick:
        return keep(options.tick, readSeconds(text, 0.1, 3600),
                    QT_TRANSLATE_NOOP("commandline", "seconds from 0.1 to 3600"));
    case Id::ExitAfter:
        return keep(options.exitAfter, readSeconds(text, 0, 2'000'000),
                    QT_TRANSLATE_NOOP("commandline", "seconds from 0 to 2000000"));
    case Id::Percentiles:
        return keep(options.percentiles, readPercentiles(text),
                    QT_TRANSLATE_NOOP("commandline",
                                      "numbers above -100 and up to 100, without 0, such as 50,95,99.9"));
    case Id::PercentileRule:
        return keep(options.percentileRule, readPercentileRule(text),
                    QT_TRANSLATE_NOOP("commandline", "statsd, nearest or interpolate"));
    case Id::MaxSeries:
        return keep(options.maxSeries, readCount(text, 1, 50'000'000),
                    QT_TRANSLATE_NOOP("commandline", "a whole number from 1 to 50000000"));
    case Id::TimerUnit:
        return append(options.timerUnits, readTimerUnit(text),
                      QT_TRANSLATE_NOOP("commandline", "PATTERN=us, PATTERN=ms or PATTERN=s"));
    case Id::Dialect:
        return takeWord(options.dialect, text, isDialect(text), dialectNames());
    case Id::Format:
        return takeWord(options.format, text, text == "text"_L1 || text == "openmetrics"_L1,
                        u"text, openmetrics"_s);
    case Id::Lang:
        return takeWord(options.language, text, text == "en"_L1 || text == "ru"_L1,
                        say(QT_TRANSLATE_NOOP("commandline", "en or ru")));
    case Id::Config:
        return takePath(options.config, text);
    case Id::Export:
        return takePath(options.exportDirectory, text);
    default:
        return {};
    }
}

} // namespace metriscope::app
