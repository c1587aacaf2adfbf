// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

#include <cstdint>

namespace metriscope::app
{

enum class Theme : std::uint8_t { System, Light, Dark };
inline constexpr int ThemeCount = 3;

/// Applies a theme to the running application. `system` is the palette that the desktop gave at the start.
void applyTheme(Theme theme, const QPalette &system);
[[nodiscard]] QPalette themePalette(Theme theme, const QPalette &system);

} // namespace metriscope::app
