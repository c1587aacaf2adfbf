// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/settingspage.h"

#include "netlayer/engine/pollconfig.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;

namespace metriscope::ui
{

/// What to poll, of every kind: shows the fields that the kind has. The secret never stands in the
/// PollConfig; it is asked for and given back beside it.
class PollForm final : public SettingsPage
{
    Q_OBJECT

public:
    explicit PollForm(QWidget *parent = nullptr);

    void setValue(const net::PollConfig &value);
    /// What the reader made of it, with the id that was given. Fields that the kind does not have keep their
    /// defaults.
    [[nodiscard]] net::PollConfig value() const;
    void setKindFixed(bool fixed); ///< the kind is shown, not chosen
    /// A secret is kept already: leaving the field empty keeps it.
    void setSecretKept(bool kept);
    /// The address may stay empty: the one that stands there in grey is meant.
    void setAddressOptional(bool optional);
    /// What was typed; empty when nothing was.
    [[nodiscard]] QString secret() const;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString problem() const override;
    void focusAddress();

protected:
    void retranslate() override;

private:
    [[nodiscard]] net::SourceKind kind() const;
    [[nodiscard]] net::PollConfig::Login login() const;
    void showKind();
    void showHints();

    net::PollConfig m_given;
    bool m_secretKept = false, m_addressOptional = false;
    QFormLayout *m_form;
    QComboBox *m_kind, *m_login;
    QLineEdit *m_address, *m_application, *m_user, *m_secret, *m_activeUsers;
    QDoubleSpinBox *m_interval, *m_timeout;
    QCheckBox *m_enabled;
    QLabel *m_kindLabel, *m_kindHint, *m_addressLabel, *m_addressHint, *m_applicationLabel, *m_intervalLabel,
        *m_timeoutLabel, *m_loginLabel, *m_userLabel, *m_secretLabel, *m_secretHint, *m_activeUsersLabel,
        *m_activeUsersHint;
};

} // namespace metriscope::ui
