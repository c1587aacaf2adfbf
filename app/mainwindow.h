// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"
#include "app/systemcolours.h"
#include "app/windownews.h"

#include "widgets/collectors/collectormodel.h"
#include "widgets/journal/journalfeed.h"
#include "widgets/models/issuemodel.h"
#include "widgets/models/journalmodel.h"
#include "widgets/models/sourcemodel.h"

#include "netlayer/checks/checkresult.h"
#include "netlayer/engine/tick.h"
#include "netlayer/signals/presetfile.h"

#include <QMainWindow>

namespace metriscope::net
{
class ContextBook;
class ContextServer;
class Registry;
class SeriesStore;
struct ReplayConfig;
} // namespace metriscope::net

namespace metriscope::ui
{
class PacketDesk;
class TimeAxis;
} // namespace metriscope::ui

namespace metriscope::app
{

class LanguageSwitcher;
class NavigationList;
class NoticeBar;
class Pages;
class SettingsDialog;
class SourceList;
class StatusLine;
class ViewBar;
class WindowActions;

/// The one window: navigation and sources at the left, the pages in the middle, numbers below. Shows what
/// ticks bring and asks for what the reader wants; what runs belongs to whoever made the window.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const net::Registry &registry, net::SeriesStore &store, Settings &settings,
               LanguageSwitcher &languages, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shown in the list of sources and on the Collectors page, its changes of state in the journal. Outlives
    /// the window, or leaves it when it ends. `config`: of what is polled.
    void addSource(net::Source &source,
                   ui::CollectorModel::Origin origin = ui::CollectorModel::Origin::BuiltIn,
                   const net::PollConfig &config = {});
    [[nodiscard]] Pages &pages() noexcept { return *m_pages; }
    [[nodiscard]] WindowNews &news() noexcept { return m_news; }
    /// What the packet inspector works on. A tap that it is given outlives the window.
    [[nodiscard]] ui::PacketDesk &packets();
    [[nodiscard]] ui::JournalModel &journal() noexcept { return m_journal; }
    /// What registers, and where. Both outlive the window.
    void setContexts(net::ContextBook &book, net::ContextServer &server);
    void presetTroubled(const net::UserPresets::Trouble &trouble);
    /// A pcap or pcapng file, in the packet inspector.
    void openCapture(const QString &path);
    void showPage(int page); ///< Pages::Page

public Q_SLOTS:
    void apply(const metriscope::net::Tick &tick);
    void setDemoRunning(bool running);

Q_SIGNALS:
    void receiverWanted(bool running);
    void demoWanted(bool running);
    /// By the wizard; without a kind the reader is asked.
    void verifyWanted(std::optional<metriscope::net::CheckKind> kind);
    void replayWanted(const metriscope::net::ReplayConfig &config);
    void settingsApplied(); ///< the reader changed Settings::data() in the settings dialog

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeDocks();
    void showSourceMenu(int row, const QPoint &where);
    void connectViews();
    void connectActions();
    void retranslate();
    void restore();
    void remember();
    void showModes();
    void showRunning();
    void showWatch();
    void chooseLanguage(const QString &code);
    void chooseTheme(Theme theme);
    SettingsDialog *openSettings();
    void chooseTimerUnit(const net::Application &application, net::TimerUnit unit);
    void applySettings(const SettingsData &chosen);
    void showTheme();
    void showAppearance();
    [[nodiscard]] net::Source *receiver() const;

    const net::Registry &m_registry;
    net::SeriesStore &m_store;
    Settings &m_settings;
    LanguageSwitcher &m_languages;
    SystemColours m_systemColours;
    ui::JournalModel m_journal;
    ui::IssueModel m_issues;
    ui::JournalFeed m_feed;
    ui::SourceModel m_sources;
    const SettingsData m_atStart;
    bool m_demoRuns = false;

    ui::TimeAxis *m_axis;
    WindowActions *m_actions;
    Pages *m_pages;
    NoticeBar *m_notices;
    WindowNews m_news;
    StatusLine *m_status;
    ViewBar *m_bar;
    QDockWidget *m_navigationDock, *m_sourcesDock;
    NavigationList *m_navigation;
    SourceList *m_sourceList;
};

} // namespace metriscope::app
