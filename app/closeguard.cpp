// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/closeguard.h"

#include "netlayer/gstats/collector.h"

#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSystemTrayIcon>

namespace metriscope::app
{

CloseGuard::CloseGuard(QWidget &window, const net::Collector &collector)
    : QObject(&window), m_window(window), m_collector(collector)
{
    window.installEventFilter(this);
}

CloseGuard::~CloseGuard() = default;

bool CloseGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Close || watched != &m_window || m_sure || qGuiApp->isSavingSession())
        return QObject::eventFilter(watched, event);
    const std::uint32_t applications =
        m_collector.state() == net::Source::State::Running ? m_collector.activeApplications() : 0;
    if (applications == 0)
        return QObject::eventFilter(watched, event);
    event->ignore();
    ask(applications);
    return true;
}

void CloseGuard::ask(std::uint32_t applications)
{
    if (m_question != nullptr) {
        m_question->raise();
        return;
    }
    auto *box = new QMessageBox(&m_window);
    m_question = box;
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Quit Metriscope"));
    box->setText(tr("%n application(s) push their requests to the collector of Metriscope.", nullptr,
                    int(applications)));
    box->setInformativeText(
        tr("When it ends, their requests are served as before, but what they push waits in their memory "
           "until a collector runs again, and is lost when they end before that."));
    const bool hasTray = QSystemTrayIcon::isSystemTrayAvailable();
    //: the area of the desktop's panel where programs without a window show an icon
    QPushButton *stay =
        box->addButton(hasTray ? tr("&Stay in the tray") : tr("&Minimize"), QMessageBox::AcceptRole);
    QPushButton *end = box->addButton(tr("&Quit"), QMessageBox::DestructiveRole);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, stay, end, hasTray](QAbstractButton *clicked) {
        if (clicked == end)
            quit();
        else if (clicked == stay && hasTray)
            stayInTray();
        else if (clicked == stay)
            m_window.showMinimized();
    });
    box->open();
}

void CloseGuard::stayInTray()
{
    if (m_tray == nullptr) {
        m_tray = new QSystemTrayIcon(QGuiApplication::windowIcon(), this);
        m_tray->setContextMenu(new QMenu(&m_window));
        connect(m_tray, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason != QSystemTrayIcon::Context)
                comeBack();
        });
    }
    QMenu *menu = m_tray->contextMenu();
    menu->clear(); // in the language of the moment
    connect(menu->addAction(tr("&Show Metriscope")), &QAction::triggered, this, &CloseGuard::comeBack);
    connect(menu->addAction(tr("&Quit")), &QAction::triggered, this, &CloseGuard::quit);
    m_tray->setToolTip(tr("Metriscope collects in the background"));
    m_tray->show();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_window.hide();
}

void CloseGuard::comeBack()
{
    m_tray->hide();
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    QGuiApplication::setQuitOnLastWindowClosed(true);
}

void CloseGuard::quit()
{
    m_sure = true;
    m_window.close();         // it writes down what it keeps
    QCoreApplication::quit(); // a hidden window is not the last one to be closed
}

} // namespace metriscope::app
