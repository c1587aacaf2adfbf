// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

#include <array>
#include <vector>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace metriscope::app
{

/// The actions of the main window, their keys and the menus they stand in. Knows nothing of what they do.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    static constexpr int PageCount = 7;

    explicit WindowActions(QMenuBar &bar);
    void retranslate();
    /// What the receiver and the demo are doing decides what can be asked of them.
    void setRunning(bool receiver, bool demo);
    /// Every action with a key, in the order of the menus.
    [[nodiscard]] const std::vector<QAction *> &all() const noexcept { return m_all; }

    QMenu *fileMenu, *viewMenu, *sourcesMenu, *toolsMenu, *helpMenu;
    QMenu *exportMenu, *windowMenu, *themeMenu, *languageMenu, *docksMenu;
    QAction *exportPage, *quit;
    std::array<QAction *, PageCount> pages;
    QActionGroup *pageGroup;
    QAction *pause, *follow, *back;
    QActionGroup *spans;     ///< data: seconds
    QActionGroup *themes;    ///< data: Theme
    QActionGroup *languages; ///< data: code
    QAction *fullScreen;
    QAction *receiver, *demo, *copyAddress, *copyCommand;
    QAction *verify, *explain, *settings;
    QAction *manual, *shortcuts, *about;

private:
    QAction *add(QMenu *menu, const char *icon, const QKeySequence &key = {});
    void retranslateViews();

    std::vector<QAction *> m_all;
    bool m_receiverRuns = false, m_demoRuns = false;
};

/// Words for a time window of so many seconds.
[[nodiscard]] QString spanText(int seconds);

} // namespace metriscope::app
