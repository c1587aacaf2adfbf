// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QMessageBox;
class QSystemTrayIcon;
class QWidget;

namespace metriscope::net
{
class Collector;
}

namespace metriscope::app
{

/// Stands between a window that is closed and the end of the program while applications push to the
/// collector: says what the end does to them, and offers to go on in the tray where there is one.
class CloseGuard final : public QObject
{
    Q_OBJECT

public:
    CloseGuard(QWidget &window, const net::Collector &collector);
    ~CloseGuard() override;

    void quit(); ///< ends the program without asking

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask(std::uint32_t applications);
    void stayInTray();
    void comeBack();

    QWidget &m_window;
    const net::Collector &m_collector;
    QPointer<QMessageBox> m_question;
    QSystemTrayIcon *m_tray = nullptr; ///< made when it is wanted
    bool m_sure = false;
};

} // namespace metriscope::app
