// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wizard/wizardpage.h"

#include <QEvent>

namespace metriscope::ui
{

void WizardPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWizardPage::changeEvent(event);
}

} // namespace metriscope::ui
