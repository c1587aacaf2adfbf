// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/replaysource.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;

namespace metriscope::ui
{

/// Asks how a capture is to be played into the charts: how fast, and under which dialect.
class ReplayDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ReplayDialog(const net::ReplayConfig &config, QWidget *parent = nullptr);
    [[nodiscard]] net::ReplayConfig config() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    net::ReplayConfig m_config;
    QLabel *m_explanation, *m_speedLabel, *m_dialectLabel;
    QComboBox *m_speed, *m_dialect;
    QDialogButtonBox *m_buttons;
};

} // namespace metriscope::ui
