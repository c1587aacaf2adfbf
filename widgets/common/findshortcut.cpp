// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/findshortcut.h"

#include <QLineEdit>
#include <QShortcut>

namespace metriscope::ui
{

void addFindShortcut(QLineEdit *field)
{
    auto *find = new QShortcut(QKeySequence::Find, field);
    find->setContext(Qt::WindowShortcut);
    QObject::connect(find, &QShortcut::activated, field, [field] { startFind(field); });
}

void startFind(QLineEdit *field)
{
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
}

} // namespace metriscope::ui
