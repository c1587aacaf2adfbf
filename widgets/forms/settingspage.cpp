// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/settingspage.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace metriscope::ui
{

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QLabel *SettingsPage::addRow(QFormLayout &form, QWidget *field)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    form.addRow(label, field);
    return label;
}

QLabel *SettingsPage::addHint(QFormLayout &form)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    form.addRow(label);
    return label;
}

} // namespace metriscope::ui
