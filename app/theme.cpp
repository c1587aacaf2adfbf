// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme.h"

#include <QApplication>
#include <QProxyStyle>

namespace metriscope::app
{

namespace
{

struct Colours {
    QRgb window, base, alternate, text, dim, hint, button, mid, highlight, link;
};

constexpr Colours LightColours{0xFFF3F4F5, 0xFFFFFFFF, 0xFFF6F7F8, 0xFF1B1F23, 0xFF8A9096,
                               0xFF5A6169, 0xFFEBEDEF, 0xFFB4B9BE, 0xFF1F5A96, 0xFF1F5A96};
constexpr Colours DarkColours{0xFF24272B, 0xFF1B1E21, 0xFF202327, 0xFFE4E7EA, 0xFF7C838A,
                              0xFFA6ADB4, 0xFF3C4249, 0xFF4A5057, 0xFF2F6DB0, 0xFF8FB8DE};

[[nodiscard]] QPalette paletteOf(const Colours &c)
{
    QPalette palette(QColor(c.button), QColor(c.window));
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QColor text = group == QPalette::Disabled ? QColor(c.dim) : QColor(c.text);
        palette.setColor(group, QPalette::Window, QColor(c.window));
        palette.setColor(group, QPalette::Base, QColor(c.base));
        palette.setColor(group, QPalette::AlternateBase, QColor(c.alternate));
        palette.setColor(group, QPalette::Button, QColor(c.button));
        palette.setColor(group, QPalette::Mid, QColor(c.mid));
        palette.setColor(group, QPalette::WindowText, text);
        palette.setColor(group, QPalette::Text, text);
        palette.setColor(group, QPalette::ButtonText, text);
        palette.setColor(group, QPalette::PlaceholderText, QColor(c.hint));
        palette.setColor(group, QPalette::ToolTipBase, QColor(c.base));
        palette.setColor(group, QPalette::ToolTipText, QColor(c.text));
        palette.setColor(group, QPalette::Highlight, QColor(c.highlight));
        palette.setColor(group, QPalette::HighlightedText, Qt::white);
        palette.setColor(group, QPalette::Link, QColor(c.link));
        palette.setColor(group, QPalette::LinkVisited, QColor(c.link));
    }
    return palette;
}

class Style final : public QProxyStyle
{
public:
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons
                   ? 0
                   : QProxyStyle::styleHint(hint, option, widget, answer);
    }
};

} // namespace

void applyStyle()
{
    QApplication::setStyle(new Style);
}

QPalette themePalette(Theme theme, bool systemIsDark)
{
    const bool dark = theme == Theme::Dark || (theme == Theme::System && systemIsDark);
    return paletteOf(dark ? DarkColours : LightColours);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

void applyTheme(Theme theme, bool systemIsDark)
{
    const QPalette palette = themePalette(theme, systemIsDark);
    if (palette == QApplication::palette())
        return;
    QApplication::setPalette(palette);
    if (!isDark(palette))
        return;
    // Their frame is darker than the window, so on a dark one it is the filling that has to show them.
    QPalette marks = palette;
    marks.setColor(QPalette::Base, palette.color(QPalette::Mid));
    QApplication::setPalette(marks, "QRadioButton");
    QApplication::setPalette(marks, "QCheckBox");
}

} // namespace metriscope::app
