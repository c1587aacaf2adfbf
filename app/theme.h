// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

#include <cstdint>

namespace metriscope::app
{

enum class Theme : std::uint8_t { System, Light, Dark };
inline constexpr int ThemeCount = 3;

/// The style of the desktop, but that buttons of dialogs have no icons: those of the system's icon set do not
/// go with ours. Once, before there is a window.
void applyStyle();
/// Applies a theme to the running application.
void applyTheme(Theme theme, bool systemIsDark);
[[nodiscard]] QPalette themePalette(Theme theme, bool systemIsDark);
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace metriscope::app
