// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windownews.h"

#include "app/noticebar.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/models/journalmodel.h"
#include "widgets/models/journaltext.h"

#include <QDateTime>

namespace metriscope::app
{

namespace
{

[[nodiscard]] ui::JournalEntry entryOf(ui::JournalKind kind, ui::Severity severity)
{
    ui::JournalEntry entry;
    entry.kind = kind;
    entry.severity = severity;
    entry.first = QDateTime::currentMSecsSinceEpoch();
    return entry;
}

} // namespace

void WindowNews::add(ui::JournalEntry entry, bool notice, std::optional<net::CheckKind> verify,
                     std::optional<net::SourceId> source)
{
    m_journal.add(entry);
    if (notice)
        m_notices.tell([entry = std::move(entry)] { return ui::journalText(entry); }, verify, source);
}

void WindowNews::sourceChanged(const net::Source &source, net::Source::State state, net::SourceError error,
                               const QString &detail)
{
    if (state == net::Source::State::Starting)
        return; // how it went is the news
    const bool failed = state == net::Source::State::Failed;
    const net::SourceKind kind = net::kindOf(source.sourceId());
    auto entry = entryOf(net::isPolled(kind) ? ui::JournalKind::PollState : ui::JournalKind::SourceState,
                         failed ? ui::Severity::Error : ui::Severity::Information);
    entry.code = static_cast<int>(state);
    entry.extra = static_cast<int>(error);
    entry.source = ui::sourceText(source.sourceId());
    entry.raw = source.address().toUtf8();
    entry.detail = detail;
    if (!failed)
        m_notices.takeBack(source.sourceId());
    add(std::move(entry), failed, net::checkKindFor(kind), source.sourceId());
}

void WindowNews::settingsTroubled(const SettingsTrouble &trouble)
{
    auto entry = entryOf(ui::JournalKind::SettingsProblem, ui::Severity::Warning);
    entry.code = static_cast<int>(trouble.problem);
    entry.detail = trouble.detail;
    add(std::move(entry), true);
}

void WindowNews::demoChanged(bool running)
{
    add(entryOf(running ? ui::JournalKind::DemoStarted : ui::JournalKind::DemoStopped,
                ui::Severity::Information),
        false);
}

void WindowNews::contextsRegistered(const net::Registration &registration)
{
    auto entry = entryOf(ui::JournalKind::ContextsRegistered, ui::Severity::Information);
    entry.code = static_cast<std::int64_t>(registration.controllers.size());
    entry.extra = static_cast<int>(registration.urls.size());
    entry.source = ui::displayText(registration.identity.name(), 120);
    add(std::move(entry), false);
}

void WindowNews::contextsRefused(const QString &reason, const QString &peer)
{
    auto entry = entryOf(ui::JournalKind::ContextsRefused, ui::Severity::Error);
    entry.source = ui::sourceText(net::sourceIdOf(net::SourceKind::Contexts, 0));
    entry.raw = reason.toUtf8();
    entry.detail = peer;
    add(std::move(entry), false);
}

void WindowNews::contextStoreTroubled(net::ContextStoreProblem problem, const QString &detail)
{
    auto entry = entryOf(ui::JournalKind::ContextStoreProblem, ui::Severity::Warning);
    entry.code = static_cast<std::int64_t>(problem);
    entry.detail = detail;
    add(std::move(entry), true);
}

void WindowNews::presetTroubled(const net::UserPresets::Trouble &trouble)
{
    auto entry = entryOf(ui::JournalKind::PresetProblem, ui::Severity::Warning);
    const net::PresetProblem &problem = trouble.problem;
    entry.code = static_cast<std::int64_t>(problem.error);
    entry.detail = trouble.file;
    entry.raw = (problem.where + QLatin1Char(' ') + problem.detail).trimmed().toUtf8();
    add(std::move(entry), true);
}

QString WindowNews::exported(const QString &file)
{
    auto entry = entryOf(ui::JournalKind::Exported, ui::Severity::Information);
    entry.detail = file;
    const QString words = ui::journalText(entry);
    add(std::move(entry), false);
    return words;
}

void WindowNews::exportFailed(const QString &file, const QString &why)
{
    auto entry = entryOf(ui::JournalKind::ExportFailed, ui::Severity::Error);
    entry.detail = file;
    entry.raw = why.toUtf8();
    add(std::move(entry), true);
}

} // namespace metriscope::app
