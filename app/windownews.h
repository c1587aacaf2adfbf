// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"

#include "netlayer/checks/checkresult.h"
#include "netlayer/contexts/contextstore.h"
#include "netlayer/engine/source.h"
#include "netlayer/signals/presetfile.h"

namespace metriscope::ui
{
class JournalModel;
} // namespace metriscope::ui

namespace metriscope::app
{

class NoticeBar;

/// Writes into the journal what the window hears of, other than by ticks, and puts what the reader should
/// know at once into the notice bar as well.
class WindowNews final
{
public:
    WindowNews(ui::JournalModel &journal, NoticeBar &notices) : m_journal(journal), m_notices(notices) {}

    void sourceChanged(const net::Source &source, net::Source::State state, net::SourceError error,
                       const QString &detail);
    void settingsTroubled(const SettingsTrouble &trouble);
    void demoChanged(bool running);
    void contextsRegistered(const net::Registration &registration);
    void contextsRefused(const QString &reason, const QString &peer);
    void contextStoreTroubled(net::ContextStoreProblem problem, const QString &detail);
    void presetTroubled(const net::UserPresets::Trouble &trouble);
    [[nodiscard]] QString exported(const QString &file); ///< in words, for the status bar
    void exportFailed(const QString &file, const QString &why);

private:
    void add(ui::JournalEntry entry, bool notice, std::optional<net::CheckKind> verify = {},
             std::optional<net::SourceId> source = {});

    ui::JournalModel &m_journal;
    NoticeBar &m_notices;
};

} // namespace metriscope::app
