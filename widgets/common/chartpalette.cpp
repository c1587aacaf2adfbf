// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/chartpalette.h"

#include <algorithm>
#include <cmath>

namespace metriscope::ui
{
namespace
{

// blue, vermillion, green, purple, orange, sky, olive/yellow, grey
constexpr std::array<QRgb, ChartPalette::CurveColours> LightCurves{
    0xFF0072B2, 0xFFCC5500, 0xFF00805D, 0xFFA8508A, 0xFFA66F00, 0xFF2C86BD, 0xFF7A7300, 0xFF5C6166};
constexpr std::array<QRgb, ChartPalette::CurveColours> DarkCurves{
    0xFF4FA8E0, 0xFFEE7A33, 0xFF1FBF94, 0xFFD88CB6, 0xFFE6A117, 0xFF8CCBF0, 0xFFE5D94A, 0xFFB4BAC0};

double luminance(const QColor &colour)
{
    const auto channel = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(double(colour.redF())) + 0.7152 * channel(double(colour.greenF())) +
           0.0722 * channel(double(colour.blueF()));
}

QColor blend(const QColor &over, const QColor &under, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue())};
}

QPalette furnished(QRgb window, QRgb base, QRgb text, QRgb button, QRgb accent, QRgb muted)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(window));
    palette.setColor(QPalette::Base, QColor(base));
    palette.setColor(QPalette::AlternateBase, blend(QColor(window), QColor(base), 0.6));
    palette.setColor(QPalette::Button, QColor(button));
    palette.setColor(QPalette::ToolTipBase, QColor(base));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::BrightText})
        palette.setColor(role, QColor(text));
    palette.setColor(QPalette::PlaceholderText, QColor(muted));
    palette.setColor(QPalette::Highlight, QColor(accent));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Light, blend(QColor(text), QColor(window), 0.05));
    palette.setColor(QPalette::Midlight, blend(QColor(text), QColor(window), 0.1));
    palette.setColor(QPalette::Mid, blend(QColor(text), QColor(window), 0.25));
    palette.setColor(QPalette::Dark, blend(QColor(text), QColor(window), 0.4));
    palette.setColor(QPalette::Shadow, Qt::black);
    palette.setColor(QPalette::Link, QColor(accent));
    return palette;
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

ChartPalette ChartPalette::of(const QPalette &palette)
{
    ChartPalette result;
    result.dark = luminance(palette.color(QPalette::Window)) < 0.18;
    result.base = palette.color(QPalette::Base);
    result.text = palette.color(QPalette::Text);
    result.mutedText = blend(result.text, result.base, 0.68);
    result.grid = blend(result.text, result.base, result.dark ? 0.14 : 0.11);
    result.crosshair = blend(result.text, result.base, 0.55);
    result.cursor = blend(result.text, result.base, 0.85);
    result.box = blend(result.text, result.base, result.dark ? 0.08 : 0.03);
    const QColor drop = result.dark ? QColor(0xE0, 0x70, 0x60) : QColor(0xB0, 0x30, 0x20);
    result.dropLine = drop;
    result.dropFill = blend(drop, result.base, result.dark ? 0.26 : 0.16);
    result.levels = result.dark ? std::array<QColor, 4>{0xFF8CCBF0, 0xFF1FBF94, 0xFFE6A117, 0xFFF0806C}
                                : std::array<QColor, 4>{0xFF2C6E9E, 0xFF00805D, 0xFF9A6700, 0xFFB3261E};
    const auto &curves = result.dark ? DarkCurves : LightCurves;
    std::transform(curves.begin(), curves.end(), result.m_curves.begin(),
                   [](QRgb rgb) { return QColor(rgb); });
    return result;
}

QColor ChartPalette::curve(int index) const
{
    return m_curves[std::size_t(std::max(index, 0) % CurveColours)];
}

QList<qreal> dashPattern(int dash, int colour)
{
    switch ((std::max(dash, 0) + std::max(colour, 0) / ChartPalette::CurveColours) % DashPatterns) {
    case 1:
        return {7, 4};
    case 2:
        return {2, 3};
    case 3:
        return {9, 3, 2, 3};
    case 4:
        return {14, 4};
    default:
        return {};
    }
}

QPalette lightPalette()
{
    return furnished(0xFFF2F3F4, 0xFFFFFFFF, 0xFF1B1E21, 0xFFE9EBED, 0xFF0067A0, 0xFF6B7177);
}

QPalette darkPalette()
{
    return furnished(0xFF202326, 0xFF16181A, 0xFFE6E8EA, 0xFF2B2F33, 0xFF2F7FB8, 0xFF8F969D);
}

} // namespace metriscope::ui
