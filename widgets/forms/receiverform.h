// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/receiversettings.h"
#include "widgets/forms/settingspage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace metriscope::ui
{

/// Where the statsd receiver listens and what it takes there.
class ReceiverForm final : public SettingsPage
{
    Q_OBJECT

public:
    explicit ReceiverForm(QWidget *parent = nullptr);
    void setValue(const ReceiverSettings &value);
    /// What is wrong is left as it was given.
    [[nodiscard]] ReceiverSettings value() const;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString problem() const override;
    void focusBuffer();

protected:
    void retranslate() override;

private:
    void showReach();

    ReceiverSettings m_given;
    QCheckBox *m_enabled, *m_udp, *m_tcp, *m_monitor;
    QLineEdit *m_addresses;
    QComboBox *m_dialect;
    QSpinBox *m_buffer;
    QLabel *m_addressesLabel, *m_transportLabel, *m_dialectLabel, *m_bufferLabel;
    QLabel *m_addressesHint, *m_reach, *m_dialectHint, *m_bufferHint, *m_monitorHint;
};

} // namespace metriscope::ui
