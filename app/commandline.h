// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"
#include "netlayer/series/fold.h"
#include "netlayer/signals/preset.h"
#include "netlayer/sockets/endpoint.h"
#include "netlayer/types/result.h"
#include "netlayer/types/time.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace metriscope::app
{

enum class Command : std::uint8_t { Window, Watch, Sniff, Check, Explain, Help, Version };

/// What was asked for on the command line. What is empty was not said and is left to the settings.
struct Options {
    Command command = Command::Window;
    Command helpOn = Command::Help; ///< Help: the command to explain; Help itself stands for all
    QStringList words;              ///< behind the command: what to check or explain, and a file; a pattern
    QString file;                   ///< a capture for the window to open
    std::vector<net::Endpoint> statsd;
    QString interface, captureFilter; ///< of `sniff`: what to capture from; empty: the console's own sockets
    QString readFile, writeFile;      ///< of `sniff`: captures
    bool hex = false, ignoreCase = false, invert = false;
    QStringList checkStatsd; ///< for `check`, as given: names of hosts are welcome there
    QString checkGraphite, prefix;
    QString format; ///< of an exposition to explain: "text" or "openmetrics"; empty: as it says itself
    std::optional<net::Millis> wait;
    bool noStatsd = false;
    /// Where to take registrations; `check` also takes it as a URL. Empty: as the settings say.
    QString contexts;
    bool noContexts = false;
    std::optional<net::Millis> tick, exitAfter;
    std::optional<std::vector<double>> percentiles;
    std::optional<net::PercentileRule> percentileRule;
    std::optional<std::size_t> maxSeries;
    std::vector<net::TimerUnitRule> timerUnits;
    std::vector<net::PollConfig> polls;  ///< each with an id of its own, not kept
    std::optional<net::Millis> interval; ///< of all polls
    bool gstatsCollector = false;
    QString gstatsStats, gstatsComm; ///< its addresses; empty: those of the settings
    QString dialect, config, language, exportDirectory;
    bool json = false, all = false, demo = false, quiet = false, verbose = false;

    friend bool operator==(const Options &, const Options &) = default;
};

/// Says in one sentence, in the language of the moment, what is wrong with the arguments.
struct UsageError {
    QString text;
};

/// Reads the arguments without the program's name. The window also takes Qt's own options, such as
/// `-platform`.
[[nodiscard]] net::Result<Options, UsageError> parseArguments(const QStringList &arguments);
/// The value of `--lang` when it is a language we have, read before anything can be said in words; else
/// empty.
[[nodiscard]] QString languageArgument(const QStringList &arguments);
/// What `--help` or `help COMMAND` prints, with a newline at the end.
[[nodiscard]] QString helpText(Command on);
[[nodiscard]] QString versionText();

} // namespace metriscope::app
