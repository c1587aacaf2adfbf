// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/accessibleroles.h"

#include <QAccessibleWidget>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

QAccessibleInterface *make(const QString &className, QObject *object)
{
    auto *const widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    if (className == "metriscope::ui::PlotView"_L1)
        return new QAccessibleWidget(widget, QAccessible::Chart); // owned by the cache of QAccessible
    if (className == "metriscope::ui::ReadoutLabel"_L1 || className == "metriscope::ui::StripItem"_L1)
        return new QAccessibleWidget(widget, QAccessible::StaticText);
    return nullptr;
}

} // namespace

void installAccessibleRoles()
{
    QAccessible::installFactory(make);
}

} // namespace metriscope::ui
