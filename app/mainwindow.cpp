// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/languageswitcher.h"
#include "app/navigation.h"
#include "app/noticebar.h"
#include "app/pages.h"
#include "app/settingsdialog.h"
#include "app/statusline.h"
#include "app/viewbar.h"
#include "app/windowactions.h"
#include "app/windowplace.h"

#include "widgets/charts/timeaxis.h"
#include "widgets/packets/packetdesk.h"

#include "netlayer/contexts/contextbook.h"
#include "netlayer/contexts/contextserver.h"
#include "netlayer/sockets/endpoint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QDockWidget>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

namespace metriscope::app
{

MainWindow::MainWindow(const net::Registry &registry, net::SeriesStore &store, Settings &settings,
                       LanguageSwitcher &languages, QWidget *parent)
    : QMainWindow(parent), m_registry(registry), m_store(store), m_settings(settings), m_languages(languages),
      m_systemColours(isDark(QApplication::palette())), m_feed(m_journal, m_issues),
      m_atStart(settings.data()), m_axis(new ui::TimeAxis(this)), m_actions(new WindowActions(*menuBar())),
      m_pages(new Pages(registry, store, *m_axis, m_journal, m_issues, this)), m_notices(new NoticeBar(this)),
      m_news(m_journal, *m_notices), m_status(new StatusLine(this)), m_bar(new ViewBar(*m_actions, this)),
      m_navigationDock(new QDockWidget(this)), m_sourcesDock(new QDockWidget(this)),
      m_navigation(new NavigationList(this)), m_sourceList(new SourceList(m_sources, this))
{
    setObjectName(QStringLiteral("mainwindow"));
    showTheme();
    connect(&m_systemColours, &SystemColours::changed, this, &MainWindow::showTheme);
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    addToolBar(m_bar);
    statusBar()->addWidget(m_status, 1);
    makeDocks();
    connectViews();
    connectActions();
    qApp->installEventFilter(this);
    retranslate();
    restore();
    for (const SettingsTrouble &trouble : m_settings.troubles())
        m_news.settingsTroubled(trouble);
    connect(&m_settings, &Settings::troubled, this,
            [this](const SettingsTrouble &trouble) { m_news.settingsTroubled(trouble); });
    m_systemColours.takeAnswer();
    QTimer::singleShot(0, m_pages, &Pages::ensureAll);
}

MainWindow::~MainWindow() = default;

void MainWindow::makeDocks()
{
    m_navigationDock->setObjectName(QStringLiteral("navigation"));
    m_navigationDock->setWidget(m_navigation);
    m_sourcesDock->setObjectName(QStringLiteral("sources"));
    m_sourcesDock->setWidget(m_sourceList);
    for (QDockWidget *dock : {m_navigationDock, m_sourcesDock}) {
        dock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
        addDockWidget(Qt::LeftDockWidgetArea, dock);
        m_actions->docksMenu->addAction(dock->toggleViewAction());
    }
    m_actions->docksMenu->addAction(m_bar->toggleViewAction());
    for (const char *icon : {"overview", "metrics", "charts", "packets", "collectors", "contexts", "journal"})
        m_navigation->addPage(QString::fromLatin1(icon));
    resizeDocks({m_navigationDock, m_sourcesDock}, {m_navigation->sizeHint().height(), 400}, Qt::Vertical);
    // So that an address with its port stands in one line.
    resizeDocks({m_navigationDock}, {fontMetrics().averageCharWidth() * 32}, Qt::Horizontal);
}

void MainWindow::connectViews()
{
    connect(m_navigation, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            showPage(row);
    });
    connect(m_sourceList, &SourceList::menuRequested, this, &MainWindow::showSourceMenu);
    connect(m_sourceList, &SourceList::opened, this,
            [this](int row) { m_pages->showSource(*m_sources.source(row)); });
    connect(m_pages, &Pages::settingsWanted, this, [this](net::SourceKind kind) {
        openSettings()->showPage(kind == net::SourceKind::Contexts          ? SettingsDialog::ContextsPage
                                 : kind == net::SourceKind::GstatsCollector ? SettingsDialog::CollectorPage
                                                                            : SettingsDialog::ReceiverPage);
    });
    connect(m_status, &StatusLine::linesClicked, this, [this] { showPage(Pages::Metrics); });
    connect(m_status, &StatusLine::seriesClicked, this, [this] { showPage(Pages::Metrics); });
    connect(m_status, &StatusLine::captureClicked, this, [this] { showPage(Pages::Packets); });
    connect(&m_pages->packets(), &ui::PacketDesk::tapChanged, this, &MainWindow::showWatch);
    connect(&m_pages->packets(), &ui::PacketDesk::captureChanged, this, &MainWindow::showWatch);
    connect(m_status, &StatusLine::rejectedClicked, m_pages, &Pages::showRejected);
    connect(m_status, &StatusLine::dropsClicked, this, [this] { openSettings()->focusBuffer(); });
    connect(m_status, &StatusLine::verifyClicked, this, [this] { Q_EMIT verifyWanted(std::nullopt); });
    connect(m_notices, &NoticeBar::verifyRequested, this, &MainWindow::verifyWanted);
    connect(m_status, &StatusLine::languageChosen, this, &MainWindow::chooseLanguage);
    connect(m_bar, &ViewBar::spanChosen, this,
            [this](int seconds) { m_axis->setSpan(std::chrono::seconds{seconds}); });
    connect(m_bar, &ViewBar::applicationChosen, m_pages, &Pages::setApplicationFilter);
    connect(m_pages, &Pages::shown, this, [this](int page) {
        m_navigation->setCurrentRow(page);
        m_actions->pages[static_cast<std::size_t>(page)]->setChecked(true);
    });
    connect(m_pages, &Pages::replayWanted, this, &MainWindow::replayWanted);
    connect(m_pages, &Pages::keptChanged, this, &MainWindow::remember);
    connect(m_pages, &Pages::boardsDamaged, this, [this] {
        m_news.settingsTroubled({ui::SettingsProblem::BadValue, QStringLiteral("boards/list")});
    });
    connect(m_pages, &Pages::said, this,
            [this](const QString &text) { statusBar()->showMessage(text, 8000); });
    connect(m_pages, &Pages::timerUnitChosen, this, &MainWindow::chooseTimerUnit);
    connect(m_pages, &Pages::contextsSettingsWanted, this,
            [this] { openSettings()->showPage(SettingsDialog::ContextsPage); });
    connect(m_pages, &Pages::demoWanted, this, [this] { Q_EMIT demoWanted(true); });
    connect(m_pages, &Pages::verifyWanted, this, &MainWindow::verifyWanted);
    connect(m_pages, &Pages::exported, this,
            [this](const QString &file) { statusBar()->showMessage(m_news.exported(file), 5000); });
    connect(m_pages, &Pages::exportFailed, this,
            [this](const QString &file, const QString &why) { m_news.exportFailed(file, why); });
    connect(m_axis, &ui::TimeAxis::modeChanged, this, &MainWindow::showModes);
    connect(m_axis, &ui::TimeAxis::rangeChanged, this, [this] {
        m_bar->setSpan(static_cast<int>(std::chrono::round<std::chrono::seconds>(m_axis->span()).count()));
        m_actions->back->setEnabled(m_axis->canGoBack());
    });
}

void MainWindow::addSource(net::Source &source, ui::CollectorModel::Origin origin,
                           const net::PollConfig &config)
{
    m_sources.addSource(source);
    m_pages->collectors().addSource(source, origin, config);
    connect(&source, &net::Source::stateChanged, this,
            [this, &source](net::Source::State state, net::SourceError error, const QString &detail) {
                m_news.sourceChanged(source, state, error, detail);
                showRunning();
            });
    showRunning();
}

ui::PacketDesk &MainWindow::packets()
{
    return m_pages->packets();
}

void MainWindow::showWatch()
{
    const ui::PacketDesk &desk = m_pages->packets();
    if (desk.isCapturing())
        m_status->setWatch(StatusLine::Watch::Capture);
    else if (desk.captureState() == net::WireCapture::State::Failed)
        m_status->setWatch(StatusLine::Watch::Failed);
    else
        m_status->setWatch(desk.isTapOn() ? StatusLine::Watch::OwnSockets : StatusLine::Watch::Off);
}

void MainWindow::showSourceMenu(int row, const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("sourcemenu"));
    const auto kind =
        row >= 0 ? net::checkKindFor(net::kindOf(m_sources.source(row)->sourceId())) : std::nullopt;
    if (kind) {
        connect(menu->addAction(tr("&Verify…")), &QAction::triggered, this,
                [this, kind] { Q_EMIT verifyWanted(kind); });
        menu->addSeparator();
    }
    menu->addActions(m_actions->sourcesMenu->actions());
    menu->popup(where);
}

void MainWindow::setContexts(net::ContextBook &book, net::ContextServer &server)
{
    m_pages->setContextBook(book);
    addSource(server);
    connect(&server, &net::Source::stateChanged, m_pages, [this, &server](net::Source::State state) {
        m_pages->setContextsAddress(state == net::Source::State::Running ? server.address() : QString());
    });
    connect(&server, &net::ContextServer::registered, this,
            [this](const net::RegistrationPtr &registration) { m_news.contextsRegistered(*registration); });
    connect(&server, &net::ContextServer::refused, this,
            [this](const QString &reason, const QString &peer) { m_news.contextsRefused(reason, peer); });
    connect(&book, &net::ContextBook::storeTroubled, this,
            [this](net::ContextStoreProblem problem, const QString &detail) {
                m_news.contextStoreTroubled(problem, detail);
            });
}

void MainWindow::presetTroubled(const net::UserPresets::Trouble &trouble)
{
    m_news.presetTroubled(trouble);
}

void MainWindow::openCapture(const QString &path)
{
    m_pages->openCapture(path);
}

void MainWindow::showPage(int page)
{
    m_pages->showPage(page);
}

void MainWindow::apply(const net::Tick &tick)
{
    m_axis->advance(tick.time, tick.wallOffset);
    m_feed.apply(tick);
    m_status->apply(tick);
    m_bar->setApplications(tick.applications);
    m_pages->apply(tick);
}

void MainWindow::setDemoRunning(bool running)
{
    if (running == m_demoRuns)
        return;
    m_demoRuns = running;
    m_status->setDemo(running);
    m_news.demoChanged(running);
    showRunning();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::WindowStateChange)
        m_actions->fullScreen->setChecked(isFullScreen());
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    QMainWindow::closeEvent(event);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // Space presses a focused button, and letters search in a focused list: keys without a modifier belong to
    // those first, and only elsewhere to the charts.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // A line of text would take Ctrl+E for its own end, which the End key reaches as well.
        if (key->keyCombination() == QKeyCombination(Qt::CTRL, Qt::Key_E)) {
            event->ignore();
            return true;
        }
        const bool plain =
            (key->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier && key->key() < Qt::Key_Escape;
        const bool takesKeys = qobject_cast<QAbstractButton *>(watched) != nullptr ||
                               qobject_cast<QAbstractItemView *>(watched) != nullptr ||
                               qobject_cast<QComboBox *>(watched) != nullptr;
        if (plain && takesKeys)
            event->accept();
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Metriscope"));
    m_actions->retranslate();
    m_navigationDock->setWindowTitle(tr("Navigation"));
    m_sourcesDock->setWindowTitle(tr("Sources"));
    m_navigation->setAccessibleName(tr("Navigation"));
    for (QDockWidget *dock : {m_navigationDock, m_sourcesDock})
        nameDockButtons(*dock, tr("Detach or attach this panel"), tr("Close this panel"));
    for (int i = 0; i < WindowActions::PageCount; ++i) {
        const QAction *action = m_actions->pages[static_cast<std::size_t>(i)];
        m_navigation->setPageTitle(i, action->text().remove(QLatin1Char('&')),
                                   action->shortcut().toString(QKeySequence::NativeText));
    }
    m_status->setLanguage(m_languages.language());
    m_journal.retranslate();
    m_issues.retranslate();
}

void MainWindow::restore()
{
    const WindowSettings &window = m_settings.data().window;
    placeWindow(*this, window.geometry);
    if (!window.state.isEmpty())
        restoreState(window.state);
    m_pages->setKept(m_settings.data());
    m_pages->packets().setLimits(m_settings.data().packetLimits);
    m_axis->setSpan(std::chrono::seconds{window.spanSeconds});
    m_bar->setSpan(window.spanSeconds);
    showPage(Pages::ofId(window.page));
    showAppearance();
    showModes();
    m_actions->back->setEnabled(m_axis->canGoBack());
}

void MainWindow::remember()
{
    SettingsData chosen = m_settings.data();
    chosen.window.geometry = saveGeometry();
    chosen.window.state = saveState();
    m_pages->keepIn(chosen);
    chosen.window.page = Pages::idOf(m_pages->currentIndex());
    chosen.window.spanSeconds =
        static_cast<int>(std::chrono::round<std::chrono::seconds>(m_axis->span()).count());
    m_settings.set(chosen);
}

void MainWindow::showModes()
{
    m_actions->pause->setChecked(m_axis->isPaused());
    m_actions->follow->setChecked(m_axis->isFollowing() && !m_axis->isPaused());
}

void MainWindow::showRunning()
{
    const net::Source *source = receiver();
    const bool running = source != nullptr && source->state() == net::Source::State::Running;
    m_actions->setRunning(running, m_demoRuns);
    const auto endpoint = running ? net::Endpoint::fromText(source->address().toStdString()) : std::nullopt;
    if (endpoint)
        m_pages->setReceiver(QString::fromStdString(endpoint->host), endpoint->port);
    else
        m_pages->setReceiver({}, 0);
}

void MainWindow::applySettings(const SettingsData &chosen)
{
    const SettingsData before = m_settings.data();
    m_settings.set(chosen);
    m_pages->packets().setLimits(chosen.packetLimits);
    if (chosen.appearance.language != before.appearance.language)
        m_languages.setLanguage(chosen.appearance.language);
    if (chosen.appearance.theme != before.appearance.theme)
        showTheme();
    showAppearance();
    if (chosen.receiver != before.receiver || chosen.contexts != before.contexts ||
        chosen.collector != before.collector || chosen.signalling != before.signalling ||
        chosen.store != before.store || chosen.fold != before.fold || chosen.maxSeries != before.maxSeries)
        Q_EMIT settingsApplied();
}

void MainWindow::showTheme()
{
    applyTheme(m_settings.data().appearance.theme, m_systemColours.areDark());
}

void MainWindow::showAppearance()
{
    const AppearanceSettings &appearance = m_settings.data().appearance;
    m_actions->themes->actions().at(static_cast<int>(appearance.theme))->setChecked(true);
    for (QAction *language : m_actions->languages->actions())
        language->setChecked(language->data().toString() == appearance.language);
    m_status->setLanguage(m_languages.language());
}

net::Source *MainWindow::receiver() const
{
    for (int row = 0; row < m_sources.rowCount(); ++row)
        if (m_sources.source(row)->sourceId() == net::StatsdSource)
            return m_sources.source(row);
    return nullptr;
}

} // namespace metriscope::app
