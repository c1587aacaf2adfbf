// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wizard/wizardpage.h"

#include "netlayer/checks/checkresult.h"

#include <array>

class QButtonGroup;
class QLabel;
class QRadioButton;

namespace metriscope::ui
{

/// Asks what the application sends with.
class KindPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit KindPage(QWidget *parent = nullptr);
    [[nodiscard]] net::CheckKind kind() const;
    void setKind(net::CheckKind kind);

protected:
    void retranslate() override;

private:
    QButtonGroup *m_group;
    std::array<QRadioButton *, net::CheckKindCount> m_buttons{};
    std::array<QLabel *, net::CheckKindCount> m_hints{};
};

} // namespace metriscope::ui
