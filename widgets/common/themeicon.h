// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace metriscope::ui
{

/// One of our own monochrome icons, `:/icons/NAME.svg`, painted in the colour of the text around it whatever
/// the theme is at that moment. A null icon when there is none of that name.
[[nodiscard]] QIcon themeIcon(const QString &name);
/// The program's own sign in all its sizes, for windows whose desktop does not know the installed one.
[[nodiscard]] QIcon programIcon();

} // namespace metriscope::ui
