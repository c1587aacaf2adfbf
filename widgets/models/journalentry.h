// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/lineissue.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <cstdint>

namespace metriscope::ui
{

enum class Severity : std::uint8_t { Information, Warning, Error };
inline constexpr int SeverityCount = 3;

enum class JournalKind : std::uint8_t {
    Line,                ///< code: LineIssue, extra: LineHint, raw: an example, detail: the sender
    SourceState,         ///< code: Source::State, extra: SourceError, detail: of the error, raw: the address
    PollState,           ///< likewise, of a source that is asked
    SettingsProblem,     ///< code: SettingsProblem, detail: file or key
    ClockStep,           ///< code: milliseconds that the wall clock jumped
    KernelDrops,         ///< datagrams lost in a full socket buffer
    SeriesRefused,       ///< lines with a new name while the registry was full
    MembersRefused,      ///< members beyond the cap of a set
    LinesCut,            ///< TCP lines over the cap
    ConnectionsRefused,  ///< TCP clients beyond the limit
    PointsEvicted,       ///< points that went because the memory budget was reached
    TicksMerged,         ///< ticks that a busy window saw only together with a later one
    ApplicationsRefused, ///< metrics of applications beyond the largest number of them
    TicksLate,           ///< ticks that were skipped because the fold was late
    SignalNote,          ///< code: SignalNote, detail: the application
    Event,               ///< raw: title, detail: text; sent by an application
    ServiceCheck,        ///< code: status, raw: name, detail: message
    DemoStarted,
    DemoStopped,
    Exported,            ///< detail: where to
    ContextsRegistered,  ///< code: controllers, extra: URLs, source: the application
    ContextsRefused,     ///< raw: the reason as the sender got it, detail: the sender
    ContextStoreProblem, ///< code: net::ContextStoreProblem, detail: a file
    PresetProblem,       ///< code: net::PresetError, detail: the file, raw: where in it
    ExportFailed         ///< detail: where to, raw: why
};

enum class SettingsProblem : std::uint8_t {
    Unreadable,   ///< detail: the file
    Damaged,      ///< detail: where the damaged file was moved
    Newer,        ///< written by a newer version; nothing is saved
    NotWritable,  ///< detail: the file
    BadValue,     ///< detail: the key
    SecretNotKept ///< detail: for which address, and why
};

/// One row of the journal. It keeps facts; the words are made when it is shown, in the language of the
/// moment.
struct JournalEntry {
    JournalKind kind = JournalKind::Line;
    Severity severity = Severity::Information;
    std::int64_t first = 0; ///< wall clock, milliseconds since the epoch
    std::int64_t last = 0;
    std::uint64_t count = 1;
    std::int64_t code = 0;
    int extra = 0;
    QString source{}; ///< who it is about: "statsd", an application; empty for the console itself
    QByteArray raw{}; ///< untrusted bytes
    QString detail{}; ///< untrusted text
};

} // namespace metriscope::ui

Q_DECLARE_METATYPE(metriscope::ui::JournalEntry)
