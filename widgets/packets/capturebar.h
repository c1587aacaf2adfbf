// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace metriscope::ui
{

/// Where packets come from: the program's own sockets, an interface with a filter, a file. Says what the
/// reader wants; looks as it is told.
class CaptureBar final : public QWidget
{
    Q_OBJECT

public:
    explicit CaptureBar(QWidget *parent = nullptr);

    [[nodiscard]] QString interface() const;
    void setInterface(const QString &name);
    [[nodiscard]] QString filter() const;
    void setFilter(const QString &filter);
    void setTapOn(bool on);
    void setTapAvailable(bool available);
    void setCapturing(bool capturing);
    void addButton(QToolButton *button);

Q_SIGNALS:
    void tapWanted(bool on);
    void captureWanted(bool on);
    /// What is wrong with the capture filter, in libpcap's words; empty when nothing is.
    void filterChecked(const QString &problem);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void fillInterfaces();
    void checkFilter();
    void choosePreset(int preset);
    void showPreset();
    void showCapturing();

    QToolButton *m_tap, *m_start;
    QLabel *m_presetLabel, *m_interfaceLabel, *m_filterLabel;
    QComboBox *m_preset, *m_interface;
    QLineEdit *m_filter;
    QTimer m_check;
    int m_checks = 0; ///< started; an answer to an earlier one is old news
    bool m_capturing = false, m_filterRight = true;
};

} // namespace metriscope::ui
