// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settingsdata.h"

#include "widgets/forms/settingspage.h"

class QComboBox;

namespace metriscope::app
{

/// Language and colours.
class AppearanceForm final : public ui::SettingsPage
{
    Q_OBJECT

public:
    explicit AppearanceForm(QWidget *parent = nullptr);
    void setValue(const AppearanceSettings &value);
    [[nodiscard]] AppearanceSettings value() const;
    [[nodiscard]] QString title() const override;

protected:
    void retranslate() override;

private:
    QComboBox *m_language, *m_theme;
    QLabel *m_languageLabel, *m_themeLabel;
};

} // namespace metriscope::app
