// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowactions.h"

#include "app/theme.h"

#include "widgets/common/numberformat.h"
#include "widgets/common/themeicon.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace metriscope::app
{

namespace
{

constexpr std::array Spans{60, 300, 900, 3600, 21'600};
constexpr std::array<const char *, WindowActions::PageCount> PageIcons{
    "overview", "metrics", "charts", "packets", "collectors", "contexts", "journal"};

} // namespace

QString spanText(int seconds)
{
    return ui::formatDuration(std::chrono::seconds{seconds});
}

WindowActions::WindowActions(QMenuBar &bar) : QObject(&bar)
{
    fileMenu = bar.addMenu(QString());
    viewMenu = bar.addMenu(QString());
    sourcesMenu = bar.addMenu(QString());
    toolsMenu = bar.addMenu(QString());
    helpMenu = bar.addMenu(QString());

    exportMenu = new QMenu(fileMenu);
    exportPage = add(fileMenu, "export", QKeySequence(Qt::CTRL | Qt::Key_E));
    fileMenu->addSeparator();
    quit = add(fileMenu, nullptr, QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);

    pageGroup = new QActionGroup(this);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        pages[i] =
            add(viewMenu, PageIcons[i], QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + int(i))));
        pages[i]->setCheckable(true);
        pageGroup->addAction(pages[i]);
    }
    viewMenu->addSeparator();
    pause = add(viewMenu, "pause", QKeySequence(Qt::Key_Space));
    pause->setCheckable(true);
    follow = add(viewMenu, "follow", QKeySequence(Qt::Key_F));
    follow->setCheckable(true);
    back = add(viewMenu, "undo", QKeySequence(Qt::Key_Backspace));
    windowMenu = viewMenu->addMenu(QString());
    spans = new QActionGroup(this);
    for (std::size_t i = 0; i < Spans.size(); ++i) {
        QAction *span =
            add(windowMenu, nullptr, QKeySequence(static_cast<int>(Qt::ALT) | (Qt::Key_1 + int(i))));
        span->setCheckable(true);
        span->setData(Spans[i]);
        spans->addAction(span);
    }
    viewMenu->addSeparator();
    themeMenu = viewMenu->addMenu(QString());
    themes = new QActionGroup(this);
    for (int i = 0; i < ThemeCount; ++i) {
        QAction *theme = add(themeMenu, nullptr);
        theme->setCheckable(true);
        theme->setData(i);
        themes->addAction(theme);
    }
    languageMenu = viewMenu->addMenu(ui::themeIcon(QStringLiteral("language")), QString());
    languages = new QActionGroup(this);
    for (const char *code : {"", "en", "ru"}) {
        QAction *language = add(languageMenu, nullptr);
        language->setCheckable(true);
        language->setData(QString::fromLatin1(code));
        languages->addAction(language);
    }
    docksMenu = viewMenu->addMenu(QString());
    fullScreen = add(viewMenu, nullptr, QKeySequence(Qt::Key_F11));
    fullScreen->setCheckable(true);

    receiver = add(sourcesMenu, "record", QKeySequence(Qt::CTRL | Qt::Key_L));
    demo = add(sourcesMenu, "demo", QKeySequence(Qt::CTRL | Qt::Key_D));
    sourcesMenu->addSeparator();
    copyAddress = add(sourcesMenu, "copy", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    copyCommand = add(sourcesMenu, nullptr, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));

    verify = add(toolsMenu, "verify", QKeySequence(Qt::CTRL | Qt::Key_K));
    explain = add(toolsMenu, nullptr,
                  QKeySequence(static_cast<int>(Qt::CTRL) | static_cast<int>(Qt::SHIFT) | Qt::Key_E));
    toolsMenu->addSeparator();
    settings = add(toolsMenu, "settings", QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setMenuRole(QAction::PreferencesRole);

    manual = add(helpMenu, nullptr, QKeySequence(Qt::Key_F1));
    shortcuts = add(helpMenu, nullptr, QKeySequence(Qt::CTRL | Qt::Key_Question));
    helpMenu->addSeparator();
    about = add(helpMenu, "info");
    about->setMenuRole(QAction::AboutRole);
    retranslate();
}

QAction *WindowActions::add(QMenu *menu, const char *icon, const QKeySequence &key)
{
    QAction *action = menu->addAction(QString());
    if (icon != nullptr)
        action->setIcon(ui::themeIcon(QString::fromLatin1(icon)));
    action->setShortcut(key);
    m_all.push_back(action);
    return action;
}

void WindowActions::setRunning(bool receiverRuns, bool demoRuns)
{
    m_receiverRuns = receiverRuns;
    m_demoRuns = demoRuns;
    receiver->setText(receiverRuns ? tr("Stop the statsd &receiver") : tr("Start the statsd &receiver"));
    demo->setText(demoRuns ? tr("Stop the &demo") : tr("Start the &demo"));
    copyAddress->setEnabled(receiverRuns);
    copyCommand->setEnabled(receiverRuns);
}

void WindowActions::retranslate()
{
    fileMenu->setTitle(tr("&File"));
    viewMenu->setTitle(tr("&View"));
    sourcesMenu->setTitle(tr("&Sources"));
    toolsMenu->setTitle(tr("&Tools"));
    helpMenu->setTitle(tr("&Help"));
    exportPage->setText(tr("&Export this page…"));
    quit->setText(tr("&Quit"));
    retranslateViews();
    copyAddress->setText(tr("Copy the &address"));
    copyCommand->setText(tr("Copy a &test command"));
    verify->setText(tr("&Verify the connection…"));
    verify->setIconText(tr("Verify"));
    verify->setToolTip(tr("Finds out why metrics do not arrive, and what to do"));
    explain->setText(tr("&Explain lines…"));
    settings->setText(tr("&Settings…"));
    manual->setText(tr("&Getting started"));
    shortcuts->setText(tr("&Keyboard shortcuts"));
    about->setText(tr("&About Metriscope"));
    setRunning(m_receiverRuns, m_demoRuns);
}

void WindowActions::retranslateViews()
{
    pages[0]->setText(tr("&Overview"));
    pages[1]->setText(tr("&Metrics"));
    pages[2]->setText(tr("&Charts"));
    pages[3]->setText(tr("Pac&kets"));
    pages[4]->setText(tr("Coll&ectors"));
    pages[5]->setText(tr("Conte&xts"));
    pages[6]->setText(tr("&Journal"));
    pause->setText(tr("&Pause"));
    pause->setToolTip(tr("Freezes the charts; receiving goes on"));
    follow->setText(tr("&Follow"));
    follow->setToolTip(tr("Scrolls the charts along with the time"));
    back->setText(tr("&Back to the view before"));
    //: a submenu: how much time the charts show
    windowMenu->setTitle(tr("Time &window"));
    for (QAction *span : spans->actions())
        span->setText(spanText(span->data().toInt()));
    themeMenu->setTitle(tr("&Theme"));
    const QList<QAction *> themeActions = themes->actions();
    themeActions[0]->setText(tr("As the &system"));
    themeActions[1]->setText(tr("&Light"));
    themeActions[2]->setText(tr("&Dark"));
    languageMenu->setTitle(tr("&Language"));
    const QList<QAction *> languageActions = languages->actions();
    languageActions[0]->setText(tr("As the &system"));
    languageActions[1]->setText(QStringLiteral("&English"));
    languageActions[2]->setText(QStringLiteral("&Русский"));
    docksMenu->setTitle(tr("Pa&nels"));
    fullScreen->setText(tr("F&ull screen"));
}

} // namespace metriscope::app
