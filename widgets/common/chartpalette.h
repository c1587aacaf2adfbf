// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPalette>

#include <array>

namespace metriscope::ui
{

/// The colours of a chart on a given ground. Curves: Okabe and Ito's colour-blind-safe set, shifted until
/// each stands out from the ground by 3:1 or more; everything else is grey furniture.
struct ChartPalette {
    static constexpr int CurveColours = 8;

    bool dark = false;
    QColor base, grid, text, mutedText, crosshair, cursor, box, dropFill, dropLine;
    std::array<QColor, 4> levels; ///< information, success, warning, error

    /// Light or dark by the lightness of the palette's window colour: Qt 6.4 cannot ask the system.
    [[nodiscard]] static ChartPalette of(const QPalette &palette);
    /// Any index: after the last colour the first comes again.
    [[nodiscard]] QColor curve(int index) const;

private:
    std::array<QColor, CurveColours> m_curves;
};

inline constexpr int DashPatterns = 5;
/// Dash pattern for QPen::setDashPattern in pen widths; empty for a solid line. A colour that comes round
/// again is told from its first use by the dash: pass both indices.
[[nodiscard]] QList<qreal> dashPattern(int dash, int colour = 0);

/// Palettes for pictures that are to be light or dark whatever the screen is.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

/// WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace metriscope::ui
