// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/tick.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QToolButton;

namespace metriscope::app
{

/// What stands in the status bar: how much arrives, what was refused or lost, and the language. Every number
/// leads to the place that explains it.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void apply(const net::Tick &tick);
    void setDemo(bool running);
    /// What the packet inspector is doing.
    enum class Watch : std::uint8_t { Off, OwnSockets, Capture, Failed };
    void setWatch(Watch watch);
    void setLanguage(const QString &language);

Q_SIGNALS:
    void linesClicked();
    void rejectedClicked();
    void dropsClicked();
    void seriesClicked();
    void captureClicked();
    void verifyClicked();
    void languageChosen(const QString &language);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Numbers {
        double linesPerSecond = 0;
        quint64 rejected = 0, drops = 0, series = 0, refused = 0;
        friend bool operator==(const Numbers &, const Numbers &) = default;
    };
    void retranslate();
    void showNumbers();
    void showWatch();

    Numbers m_shown;
    quint64 m_lines = 0;
    Watch m_watch = Watch::Off;
    QToolButton *m_linesButton, *m_rejectedButton, *m_dropsButton, *m_seriesButton, *m_captureButton,
        *m_verifyButton;
    QLabel *m_demo;
    QButtonGroup *m_languages;
    QToolButton *m_english, *m_russian;
};

} // namespace metriscope::app
