// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

#include <string_view>
#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace metriscope::net
{
struct Application;
}

namespace metriscope::app
{

class WindowActions;

/// The tool bar: pause, follow, how much time, which application, export.
class ViewBar final : public QToolBar
{
    Q_OBJECT

public:
    explicit ViewBar(WindowActions &actions, QWidget *parent = nullptr);

    /// Shows a span that is none of the offered ones, after a zoom, as it is.
    void setSpan(int seconds);
    /// Applications as the signals know them, in an order that never changes.
    void setApplications(const std::vector<net::Application> &applications);
    void showExportMenu();

Q_SIGNALS:
    void spanChosen(int seconds);
    void applicationChosen(int application); ///< -1 for all

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    WindowActions &m_actions;
    std::size_t m_known = 0; ///< applications already in the combo box
    QLabel *m_spanLabel, *m_applicationLabel;
    QComboBox *m_span, *m_application;
    QToolButton *m_export;
};

} // namespace metriscope::app
