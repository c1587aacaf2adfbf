// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/contextsettings.h"
#include "widgets/forms/settingspage.h"

class QCheckBox;
class QLineEdit;

namespace metriscope::ui
{

/// Where m3 applications register their controllers and URLs.
class ContextsForm final : public SettingsPage
{
    Q_OBJECT

public:
    explicit ContextsForm(QWidget *parent = nullptr);
    void setValue(const ContextSettings &value);
    /// What is wrong is left as it was given.
    [[nodiscard]] ContextSettings value() const;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString problem() const override;

protected:
    void retranslate() override;

private:
    void showHints();

    ContextSettings m_given;
    QCheckBox *m_enabled;
    QLineEdit *m_address;
    QLabel *m_addressLabel, *m_reach, *m_hint;
};

} // namespace metriscope::ui
