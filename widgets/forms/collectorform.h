// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/collectorsettings.h"
#include "widgets/forms/settingspage.h"

class QCheckBox;
class QLineEdit;

namespace metriscope::ui
{

/// Where applications with gstats hooks push their requests, and where gstatsctl and munin ask for them.
class CollectorForm final : public SettingsPage
{
    Q_OBJECT

public:
    explicit CollectorForm(QWidget *parent = nullptr);
    void setValue(const CollectorSettings &value);
    /// What is wrong is left as it was given.
    [[nodiscard]] CollectorSettings value() const;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString problem() const override;

protected:
    void retranslate() override;

private:
    void showReach();

    CollectorSettings m_given;
    QCheckBox *m_enabled, *m_quitAllowed, *m_original;
    QLineEdit *m_push, *m_control;
    QLabel *m_pushLabel, *m_controlLabel, *m_pushHint, *m_controlHint, *m_reach, *m_quitHint, *m_originalHint;
};

} // namespace metriscope::ui
