// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizardPage>

namespace metriscope::ui
{

/// A page of the wizard that finds its words again when the language changes.
class WizardPage : public QWizardPage
{
    Q_OBJECT

public:
    using QWizardPage::QWizardPage;

protected:
    void changeEvent(QEvent *event) override;
    virtual void retranslate() = 0;
};

} // namespace metriscope::ui
