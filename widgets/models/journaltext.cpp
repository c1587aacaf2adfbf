// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/journaltext.h"

#include "widgets/common/contexttext.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>
#include <limits>

namespace metriscope::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(metriscope::ui::Journal)
};

[[nodiscard]] int plural(std::uint64_t count)
{
    return static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
}

[[nodiscard]] QString shown(const QByteArray &bytes)
{
    return displayText(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

[[nodiscard]] QString lineText(const JournalEntry &entry)
{
    const QString reason = issueText(static_cast<net::LineIssue>(entry.code));
    const int n = plural(entry.count);
    const bool rejected = entry.severity == Severity::Error;
    if (entry.raw.isEmpty())
        //: %1 is the reason, a clause
        return rejected ? Words::tr("%Ln line(s) rejected: %1", nullptr, n).arg(reason)
                        : Words::tr("%Ln line(s) accepted with a warning: %1", nullptr, n).arg(reason);
    //: %1 is the reason, a clause; %2 the line as received
    return rejected
               ? Words::tr("%Ln line(s) rejected: %1. Last: %2", nullptr, n).arg(reason, shown(entry.raw))
               : Words::tr("%Ln line(s) accepted with a warning: %1. Last: %2", nullptr, n)
                     .arg(reason, shown(entry.raw));
}

[[nodiscard]] QString stateEntryText(const JournalEntry &entry)
{
    const QString address = shown(entry.raw);
    switch (static_cast<net::Source::State>(entry.code)) {
    case net::Source::State::Running:
        //: %1 is one or more network addresses
        return Words::tr("Listening on %1").arg(address);
    case net::Source::State::Stopped:
        return Words::tr("Stopped listening");
    case net::Source::State::Starting:
        return Words::tr("Starting");
    case net::Source::State::Failed:
        return sourceErrorText(static_cast<net::SourceError>(entry.extra), QString::fromUtf8(entry.raw),
                               entry.detail);
    }
    return {};
}

[[nodiscard]] QString pollEntryText(const JournalEntry &entry)
{
    switch (static_cast<net::Source::State>(entry.code)) {
    case net::Source::State::Running:
        //: %1 is the address of what is polled
        return Words::tr("%1 answers").arg(shown(entry.raw));
    case net::Source::State::Stopped:
        return Words::tr("Stopped polling");
    default:
        return stateEntryText(entry);
    }
}

[[nodiscard]] QString checkStatusText(std::int64_t status)
{
    switch (status) {
    case 0:
        //: status of a service check
        return Words::tr("OK");
    case 1:
        //: status of a service check
        return Words::tr("warning");
    case 2:
        //: status of a service check
        return Words::tr("critical");
    default:
        //: status of a service check
        return Words::tr("unknown");
    }
}

} // namespace

QString settingsProblemText(SettingsProblem problem, const QString &detail)
{
    const QString what = displayText(detail);
    switch (problem) {
    case SettingsProblem::Unreadable:
        return Words::tr("The settings could not be read from %1. Defaults are in force.").arg(what);
    case SettingsProblem::Damaged:
        return Words::tr(
                   "The settings file was damaged. Defaults are in force; the damaged file was kept as %1.")
            .arg(what);
    case SettingsProblem::Newer:
        return Words::tr(
            "The settings were written by a newer version of Metriscope. Changes will not be saved.");
    case SettingsProblem::NotWritable:
        return Words::tr("The settings could not be saved to %1.").arg(what);
    case SettingsProblem::BadValue:
        return Words::tr("The setting “%1” has an unusable value. Its default is in force.").arg(what);
    case SettingsProblem::SecretNotKept:
        //: %1 is an address with a reason in parentheses
        return Words::tr("The keyring of the system did not take the secret for %1. It is used until "
                         "Metriscope ends, then it must be entered again.")
            .arg(what);
    }
    return {};
}

QString journalText(const JournalEntry &entry)
{
    const int n = plural(entry.count);
    switch (entry.kind) {
    case JournalKind::Line:
        return lineText(entry);
    case JournalKind::SourceState:
        return stateEntryText(entry);
    case JournalKind::PollState:
        return pollEntryText(entry);
    case JournalKind::SettingsProblem:
        return settingsProblemText(static_cast<SettingsProblem>(entry.code), entry.detail);
    case JournalKind::ClockStep:
        //: %1 is a signed number of seconds
        return Words::tr("The system clock was set by %1 s. Charts go on along the time that really passed.")
            .arg(QLocale().toString(static_cast<double>(entry.code) / 1000.0, 'f', 1));
    case JournalKind::KernelDrops:
        return Words::tr(
            "%Ln datagram(s) lost: the socket buffer was full. A larger one can be set in the settings.",
            nullptr, n);
    case JournalKind::SeriesRefused:
        return Words::tr(
            "%Ln line(s) with a new name refused: the largest number of series is reached. Known "
            "names go on.",
            nullptr, n);
    case JournalKind::MembersRefused:
        return Words::tr("%Ln member(s) of a set not counted: the set is full", nullptr, n);
    case JournalKind::LinesCut:
        return Words::tr("%Ln line(s) on a TCP connection were too long and were skipped", nullptr, n);
    case JournalKind::ConnectionsRefused:
        return Words::tr("%Ln connection(s) refused: too many clients", nullptr, n);
    case JournalKind::PointsEvicted:
        return Words::tr("%Ln old point(s) removed: the memory budget is reached", nullptr, n);
    case JournalKind::TicksMerged:
        return Words::tr("The window was busy and saw %Ln tick(s) late. Nothing is missing from the history.",
                         nullptr, n);
    case JournalKind::ApplicationsRefused:
        return Words::tr(
            "%Ln metric(s) of further applications have no signals: the largest number of applications is "
            "reached",
            nullptr, n);
    case JournalKind::TicksLate:
        return Words::tr("The machine was busy: %Ln tick(s) skipped. The next one covers their time.",
                         nullptr, n);
    case JournalKind::SignalNote:
        return noteText(static_cast<net::SignalNote>(entry.code));
    case JournalKind::Event:
        if (entry.detail.isEmpty())
            return shown(entry.raw);
        //: an event sent by an application: %1 is its title, %2 its text
        return Words::tr("%1: %2").arg(shown(entry.raw), displayText(entry.detail));
    case JournalKind::ServiceCheck:
        //: a service check sent by an application: %1 name, %2 status, %3 message
        return Words::tr("Check %1: %2. %3")
            .arg(shown(entry.raw), checkStatusText(entry.code), displayText(entry.detail))
            .trimmed();
    case JournalKind::DemoStarted:
        return Words::tr("The demo started: what you see is made up");
    case JournalKind::DemoStopped:
        return Words::tr("The demo stopped");
    case JournalKind::Exported:
        //: %1 is a file or folder
        return Words::tr("Exported to %1").arg(displayText(entry.detail));
    case JournalKind::ContextsRegistered:
        //: an application told its URLs; %1 and %2 are counts with their words: "2 controllers", "4 URLs"
        return Words::tr("Contexts registered: %1, %2")
            .arg(Words::tr("%Ln controller(s)", nullptr, plural(static_cast<std::uint64_t>(entry.code))),
                 Words::tr("%Ln URL(s)", nullptr, entry.extra));
    case JournalKind::ContextsRefused:
        //: %1 is an address, %2 a reason as the sender got it, in JSON
        return Words::tr("A registration from %1 could not be read: %2")
            .arg(displayText(entry.detail), shown(entry.raw));
    case JournalKind::ContextStoreProblem:
        return contextStoreText(static_cast<net::ContextStoreProblem>(entry.code), entry.detail);
    case JournalKind::PresetProblem:
        return presetErrorText(static_cast<net::PresetError>(entry.code), entry.detail,
                               QString::fromUtf8(entry.raw));
    case JournalKind::ExportFailed:
        //: %1 is a file or folder, %2 a message of the operating system
        return Words::tr("Export to %1 failed: %2").arg(displayText(entry.detail), shown(entry.raw));
    }
    return {};
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Information:
        return Words::tr("Information");
    case Severity::Warning:
        return Words::tr("Warning");
    case Severity::Error:
        return Words::tr("Error");
    }
    return {};
}

QString severityGlyph(Severity severity)
{
    switch (severity) {
    case Severity::Information:
        return QStringLiteral("●");
    case Severity::Warning:
        return QStringLiteral("▲");
    case Severity::Error:
        return QStringLiteral("✖");
    }
    return {};
}

QColor severityColour(Severity severity, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    switch (severity) {
    case Severity::Information:
        return dark ? QColor(0x8F, 0xB8, 0xDE) : QColor(0x1F, 0x5A, 0x96);
    case Severity::Warning:
        return dark ? QColor(0xE8, 0xB2, 0x4A) : QColor(0x8A, 0x58, 0x00);
    case Severity::Error:
        return dark ? QColor(0xF2, 0x8B, 0x82) : QColor(0xB3, 0x26, 0x1E);
    }
    return palette.color(QPalette::Text);
}

} // namespace metriscope::ui
