// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/readoutlabel.h"

#include "widgets/common/chartpalette.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr int Gap = 10;

QFont bigFont(QFont font)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

int headerHeight(const QFont &font)
{
    return std::max(QFontMetrics(bigFont(font)).height(), QFontMetrics(font).height() + 4);
}

ReadoutLabel::ReadoutLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

QFont ReadoutLabel::valueFont() const
{
    return bigFont(font());
}

void ReadoutLabel::setTexts(const QString &value, const QString &detail)
{
    if (value == m_value && detail == m_detail)
        return;
    m_value = value;
    m_detail = detail;
    setAccessibleName((value + u' ' + detail).trimmed());
    setVisible(!value.isEmpty() || !detail.isEmpty());
    grow();
    update();
}

void ReadoutLabel::grow()
{
    const int value = QFontMetrics(valueFont()).horizontalAdvance(m_value) + 2;
    const int detail = m_detail.isEmpty() ? 0 : QFontMetrics(font()).horizontalAdvance(m_detail) + 2;
    // What shrank by much has become another text
    m_valueWidth = value > m_valueWidth || value * 2 < m_valueWidth ? value : m_valueWidth;
    m_detailWidth = detail > m_detailWidth || detail * 2 < m_detailWidth ? detail : m_detailWidth;
    updateGeometry();
}

QSize ReadoutLabel::sizeHint() const
{
    return {m_valueWidth + (m_detailWidth > 0 ? Gap + m_detailWidth : 0), headerHeight(font())};
}

void ReadoutLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ChartPalette colours = ChartPalette::of(palette());
    const QFontMetrics metrics(font());
    const int baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
    painter.setFont(valueFont());
    painter.setPen(colours.text);
    painter.drawText(m_valueWidth - QFontMetrics(valueFont()).horizontalAdvance(m_value), baseline, m_value);
    painter.setFont(font());
    painter.setPen(colours.mutedText);
    painter.drawText(m_valueWidth + Gap, baseline, m_detail);
}

void ReadoutLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        m_valueWidth = m_detailWidth = 0;
        grow();
    }
}

} // namespace metriscope::ui
