// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/optiontable.h"

#include <QCoreApplication>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

std::span<const OptionRow> optionTable()
{
    using enum OptionRow::Id;
    static constexpr std::array Rows{
        OptionRow{Statsd, "statsd"_L1, QT_TRANSLATE_NOOP("commandline", "ADDR:PORT"),
                  QT_TRANSLATE_NOOP(
                      "commandline",
                      "receive statsd here by UDP and TCP; [ADDR]:PORT for IPv6, unix:PATH for a unix "
                      "socket, port 0 for any free one; may be repeated (default 127.0.0.1:8125)")},
        OptionRow{NoStatsd, "no-statsd"_L1, nullptr, QT_TRANSLATE_NOOP("commandline", "receive no statsd")},
        OptionRow{Contexts, "contexts"_L1, QT_TRANSLATE_NOOP("commandline", "ADDR:PORT"),
                  QT_TRANSLATE_NOOP("commandline", "take the registrations of m3 applications here by HTTP "
                                                   "(default 127.0.0.1:1942, but nowhere for a watch whose "
                                                   "--statsd is given)")},
        OptionRow{NoContexts, "no-contexts"_L1, nullptr,
                  QT_TRANSLATE_NOOP("commandline", "take no registrations")},
        OptionRow{Poll, "poll"_L1, QT_TRANSLATE_NOOP("commandline", "KIND=ADDRESS"),
                  QT_TRANSLATE_NOOP("commandline",
                                    "ask this target regularly; KIND is gstats, gstats-http, prometheus or "
                                    "istats; may be repeated")},
        OptionRow{Interval, "interval"_L1, QT_TRANSLATE_NOOP("commandline", "SECONDS"),
                  QT_TRANSLATE_NOOP("commandline", "time between two polls, 0.1 to 3600 (default depends on "
                                                   "the kind)")},
        OptionRow{GstatsCollector, "gstats-collector"_L1,
                  QT_TRANSLATE_NOOP("commandline", "STATS_ADDR,COMM_ADDR"),
                  QT_TRANSLATE_NOOP("commandline",
                                    "be a gstats collector: requests come in at STATS_ADDR, questions at "
                                    "COMM_ADDR (default tcp://127.0.0.2:2345,tcp://127.0.0.1:2345)"),
                  false, true},
        OptionRow{
            Prefix, "prefix"_L1, QT_TRANSLATE_NOOP("commandline", "PREFIX"),
            QT_TRANSLATE_NOOP("commandline", "METRICS_PREFIX of the application, or its prefix in gstats"),
            bitOf(Command::Check)},
        OptionRow{
            Wait, "wait"_L1, QT_TRANSLATE_NOOP("commandline", "SECONDS"),
            QT_TRANSLATE_NOOP("commandline", "look for traffic of the application that long (default 0)"),
            bitOf(Command::Check)},
        OptionRow{Interface, "interface"_L1, QT_TRANSLATE_NOOP("commandline", "NAME"),
                  QT_TRANSLATE_NOOP("commandline",
                                    "capture what passes this network interface, or any; needs "
                                    "metriscope-capture to have the right"),
                  bitOf(Command::Sniff)},
        OptionRow{
            Filter, "filter"_L1, QT_TRANSLATE_NOOP("commandline", "EXPRESSION"),
            QT_TRANSLATE_NOOP("commandline", "capture only this, as tcpdump takes it: 'udp dst port 8125'"),
            bitOf(Command::Sniff)},
        OptionRow{Read, "read"_L1, QT_TRANSLATE_NOOP("commandline", "FILE"),
                  QT_TRANSLATE_NOOP("commandline", "read a capture, pcap or pcapng, instead"),
                  bitOf(Command::Sniff)},
        OptionRow{Write, "write"_L1, QT_TRANSLATE_NOOP("commandline", "FILE"),
                  QT_TRANSLATE_NOOP("commandline", "save what is printed as pcapng"), bitOf(Command::Sniff)},
        OptionRow{Hex, "hex"_L1, nullptr,
                  QT_TRANSLATE_NOOP("commandline", "print the bytes too, in hexadecimal (-x)"),
                  bitOf(Command::Sniff)},
        OptionRow{IgnoreCase, "ignore-case"_L1, nullptr,
                  QT_TRANSLATE_NOOP("commandline", "match capital and small letters alike (-i)"),
                  bitOf(Command::Sniff)},
        OptionRow{Invert, "invert"_L1, nullptr,
                  QT_TRANSLATE_NOOP("commandline", "print what does not match (-v)"), bitOf(Command::Sniff)},
        OptionRow{Tick, "tick"_L1, QT_TRANSLATE_NOOP("commandline", "SECONDS"),
                  QT_TRANSLATE_NOOP("commandline", "flush interval, 0.1 to 3600 (default 1)")},
        OptionRow{Percentiles, "percentiles"_L1, QT_TRANSLATE_NOOP("commandline", "LIST"),
                  QT_TRANSLATE_NOOP(
                      "commandline",
                      "percentiles of timers, such as 50,90,95,99.9; negative ones count from the top")},
        OptionRow{PercentileRule, "percentile-rule"_L1, QT_TRANSLATE_NOOP("commandline", "NAME"),
                  QT_TRANSLATE_NOOP("commandline", "statsd, nearest or interpolate (default statsd)")},
        OptionRow{Dialect, "dialect"_L1, QT_TRANSLATE_NOOP("commandline", "NAME"),
                  QT_TRANSLATE_NOOP("commandline", "grammar of the lines: dogstatsd (the default, takes "
                                                   "most), statsd, netdata, brubeck, statsite, pystatsd")},
        OptionRow{MaxSeries, "max-series"_L1, QT_TRANSLATE_NOOP("commandline", "N"),
                  QT_TRANSLATE_NOOP("commandline", "refuse new metrics beyond this many")},
        OptionRow{TimerUnit, "timer-unit"_L1, QT_TRANSLATE_NOOP("commandline", "PATTERN=UNIT"),
                  QT_TRANSLATE_NOOP("commandline", "the timers of applications whose name begins with "
                                                   "PATTERN are in us, ms or s; may be repeated")},
        OptionRow{Config, "config"_L1, QT_TRANSLATE_NOOP("commandline", "FILE"),
                  QT_TRANSLATE_NOOP("commandline", "use this settings file")},
        OptionRow{Lang, "lang"_L1, QT_TRANSLATE_NOOP("commandline", "LANGUAGE"),
                  QT_TRANSLATE_NOOP("commandline", "en or ru")},
        OptionRow{ExitAfter, "exit-after"_L1, QT_TRANSLATE_NOOP("commandline", "SECONDS"),
                  QT_TRANSLATE_NOOP("commandline", "end in order after this time")},
        OptionRow{Export, "export"_L1, QT_TRANSLATE_NOOP("commandline", "DIR"),
                  QT_TRANSLATE_NOOP("commandline", "on exit, write the Overview there as PNG and CSV")},
        OptionRow{Demo, "demo"_L1, nullptr,
                  QT_TRANSLATE_NOOP(
                      "commandline",
                      "send the traffic of made-up applications, marked DEMO, to the console's own address")},
        OptionRow{
            Json, "json"_L1, nullptr, QT_TRANSLATE_NOOP("commandline", "print JSON Lines instead of text"),
            bitOf(Command::Watch) | bitOf(Command::Sniff) | bitOf(Command::Check) | bitOf(Command::Explain)},
        OptionRow{Format, "format"_L1, QT_TRANSLATE_NOOP("commandline", "NAME"),
                  QT_TRANSLATE_NOOP("commandline",
                                    "read the exposition as text or openmetrics (default: as its "
                                    "Content-Type says, or openmetrics when it ends with # EOF)"),
                  bitOf(Command::Explain)},
        OptionRow{All, "all"_L1, nullptr, QT_TRANSLATE_NOOP("commandline", "print idle metrics too"),
                  bitOf(Command::Watch)},
        OptionRow{Quiet, "quiet"_L1, nullptr,
                  QT_TRANSLATE_NOOP("commandline", "say nothing on stderr but errors")},
        OptionRow{Verbose, "verbose"_L1, nullptr, QT_TRANSLATE_NOOP("commandline", "say more on stderr")},
        OptionRow{Help, "help"_L1, nullptr, QT_TRANSLATE_NOOP("commandline", "print this help")},
        OptionRow{Version, "version"_L1, nullptr, QT_TRANSLATE_NOOP("commandline", "print the version")},
    };
    return Rows;
}

std::span<const CommandRow> commandTable()
{
    static constexpr std::array Rows{
        CommandRow{Command::Watch, "watch"_L1,
                   QT_TRANSLATE_NOOP("commandline", "no window: print every tick as text, or as JSON Lines")},
        CommandRow{
            Command::Sniff, "sniff"_L1,
            QT_TRANSLATE_NOOP("commandline", "no window: print packets and what is made of their lines"),
            QT_TRANSLATE_NOOP("commandline", "[REGEX]"), 0, 1},
        CommandRow{Command::Check, "check"_L1,
                   QT_TRANSLATE_NOOP("commandline", "find out why nothing arrives: m3, statsd, gstats, "
                                                    "prometheus, istats or graphite"),
                   QT_TRANSLATE_NOOP("commandline", "KIND"), 1, 1},
        CommandRow{Command::Explain, "explain"_L1,
                   QT_TRANSLATE_NOOP("commandline", "say of every line whether it can be read, and why not"),
                   QT_TRANSLATE_NOOP("commandline", "KIND [FILE|URL]"), 1, 2},
        CommandRow{Command::Help, "help"_L1, QT_TRANSLATE_NOOP("commandline", "explain a command")},
    };
    return Rows;
}

} // namespace metriscope::app
