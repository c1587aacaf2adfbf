// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QLatin1String>

#include <array>
#include <span>

namespace metriscope::app
{

/// One option of the command line, as the parser reads it and the help prints it.
struct OptionRow {
    enum class Id : std::uint8_t {
        Statsd,
        NoStatsd,
        Contexts,
        NoContexts,
        Poll,
        Interval,
        GstatsCollector,
        Interface,
        Filter,
        Read,
        Write,
        Hex,
        IgnoreCase,
        Invert,
        Prefix,
        Wait,
        Tick,
        Percentiles,
        PercentileRule,
        Dialect,
        Format,
        MaxSeries,
        TimerUnit,
        Config,
        Lang,
        ExitAfter,
        Export,
        Demo,
        Json,
        All,
        Quiet,
        Verbose,
        Help,
        Version
    };
    Id id;
    QLatin1String name;        ///< without its dashes
    const char *value;         ///< source text of the value's name; null: the option takes none
    const char *says;          ///< source text of its help
    unsigned only = 0;         ///< the commands it belongs to, a bit each; 0: to all
    bool valueMayMiss = false; ///< then it stands behind an equals sign
};

[[nodiscard]] constexpr unsigned bitOf(Command command)
{
    return 1U << static_cast<unsigned>(command);
}

struct CommandRow {
    Command command;
    QLatin1String name;
    const char *says;
    const char *words = nullptr; ///< source text of the names of its words
    int leastWords = 0, mostWords = 0;
};

[[nodiscard]] std::span<const OptionRow> optionTable();
[[nodiscard]] std::span<const CommandRow> commandTable();

} // namespace metriscope::app
