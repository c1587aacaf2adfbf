// SPDX-License-Identifier: GPL-3.0-or-later
// What the menus of MainWindow do.
#include "app/mainwindow.h"

#include "app/helpdialogs.h"
#include "app/languageswitcher.h"
#include "app/pages.h"
#include "app/settingsdialog.h"
#include "app/testcommand.h"
#include "app/viewbar.h"
#include "app/windowactions.h"

#include "widgets/charts/timeaxis.h"
#include "widgets/explain/explaindialog.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace metriscope::app
{

void MainWindow::chooseLanguage(const QString &code)
{
    SettingsData chosen = m_settings.data();
    chosen.appearance.language = code;
    m_languages.setLanguage(
        code); // even when it is what the settings say: the command line may have said another
    applySettings(chosen);
}

void MainWindow::chooseTheme(Theme theme)
{
    SettingsData chosen = m_settings.data();
    chosen.appearance.theme = theme;
    applySettings(chosen);
}

void MainWindow::chooseTimerUnit(const net::Application &application, net::TimerUnit unit)
{
    SettingsData chosen = m_settings.data();
    auto &rules = chosen.signalling.timerUnits;
    const std::string prefix = application.name + '.';
    std::erase_if(rules, [&](const net::TimerUnitRule &rule) { return rule.prefix == prefix; });
    if (unit != application.presetUnit || !rules.empty())
        rules.push_back({prefix, unit});
    applySettings(chosen);
}

void MainWindow::connectActions()
{
    const WindowActions &a = *m_actions;
    connect(a.exportMenu, &QMenu::aboutToShow, this,
            [this] { m_pages->fillExportMenu(*m_actions->exportMenu); });
    connect(a.exportPage, &QAction::triggered, m_bar, &ViewBar::showExportMenu);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    for (int i = 0; i < WindowActions::PageCount; ++i)
        connect(a.pages[static_cast<std::size_t>(i)], &QAction::triggered, this, [this, i] {
            showPage(i);
            m_pages->focusPage();
        });
    // Not triggered: assistive technology toggles a button, and the action with it, without a click.
    connect(a.pause, &QAction::toggled, m_axis, &ui::TimeAxis::setPaused);
    connect(a.follow, &QAction::toggled, this, [this](bool on) {
        if (on != (m_axis->isFollowing() && !m_axis->isPaused()))
            m_axis->setFollowing(on);
    });
    connect(a.back, &QAction::triggered, m_axis, &ui::TimeAxis::back);
    connect(a.spans, &QActionGroup::triggered, this,
            [this](const QAction *span) { m_axis->setSpan(std::chrono::seconds{span->data().toInt()}); });
    connect(a.themes, &QActionGroup::triggered, this,
            [this](const QAction *theme) { chooseTheme(static_cast<Theme>(theme->data().toInt())); });
    connect(a.languages, &QActionGroup::triggered, this,
            [this](const QAction *language) { chooseLanguage(language->data().toString()); });
    connect(a.fullScreen, &QAction::triggered, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    connect(a.receiver, &QAction::triggered, this, [this] {
        const net::Source *source = receiver();
        Q_EMIT receiverWanted(source == nullptr || source->state() != net::Source::State::Running);
    });
    connect(a.demo, &QAction::triggered, this, [this] { Q_EMIT demoWanted(!m_demoRuns); });
    connect(a.copyAddress, &QAction::triggered, this, [this] {
        if (const net::Source *source = receiver())
            QApplication::clipboard()->setText(source->address());
    });
    connect(a.copyCommand, &QAction::triggered, this, [this] {
        if (const net::Source *source = receiver())
            QApplication::clipboard()->setText(testCommand(source->address()));
    });
    connect(a.verify, &QAction::triggered, this, [this] { Q_EMIT verifyWanted(std::nullopt); });
    connect(a.explain, &QAction::triggered, this, [this] {
        auto *dialog = new ui::ExplainDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setDialect(QString::fromStdString(m_settings.data().receiver.config.dialect));
        dialog->show();
    });
    connect(a.settings, &QAction::triggered, this, &MainWindow::openSettings);
    connect(a.manual, &QAction::triggered, this, [this] {
        const net::Source *source = receiver();
        showManual(this, source != nullptr ? source->address() : QStringLiteral("127.0.0.1:8125"));
    });
    connect(a.shortcuts, &QAction::triggered, this, [this] { showShortcuts(this, m_actions->all()); });
    connect(a.about, &QAction::triggered, this, [this] { showAbout(this); });
}

SettingsDialog *MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_registry, m_settings.data(), m_atStart, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::applied, this, [this](const SettingsData &chosen) {
        // What the dialog does not show may have changed meanwhile.
        SettingsData merged = chosen;
        merged.window = m_settings.data().window;
        merged.metrics = m_settings.data().metrics;
        merged.packets = m_settings.data().packets;
        merged.boards = m_settings.data().boards;
        merged.exports = m_settings.data().exports;
        merged.polls = m_settings.data().polls;
        applySettings(merged);
    });
    dialog->open();
    return dialog;
}

} // namespace metriscope::app
