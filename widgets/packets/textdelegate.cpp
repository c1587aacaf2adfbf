// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/textdelegate.h"

#include <QApplication>
#include <QPainter>

#include <utility>

namespace metriscope::ui
{

namespace
{

constexpr int TextsKept = 4000;

[[nodiscard]] QPalette::ColorGroup groupOf(QStyle::State state)
{
    return !state.testFlag(QStyle::State_Enabled) ? QPalette::Disabled
           : state.testFlag(QStyle::State_Active) ? QPalette::Normal
                                                  : QPalette::Inactive;
}

} // namespace

TextDelegate::TextDelegate(QObject *parent) : QStyledItemDelegate(parent), m_texts(TextsKept) {}

const QStaticText &TextDelegate::laidOut(const QStyleOptionViewItem &option, Cell cell) const
{
    if (option.font != m_font) {
        m_texts.clear();
        m_font = option.font;
    }
    if (const QStaticText *kept = m_texts.object(cell))
        return *kept;
    auto *text = new QStaticText(option.fontMetrics.elidedText(cell.text, Qt::ElideRight, cell.width));
    text->setTextFormat(Qt::PlainText);
    text->prepare({}, option.font);
    m_texts.insert(std::move(cell), text); // the cache owns it
    return *text;
}

void TextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const QStyle &style = option.widget != nullptr ? *option.widget->style() : *QApplication::style();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group = groupOf(option.state);
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    const QRect room = option.rect.adjusted(margin, 0, -margin, 0);
    if (const QString said = index.data(Qt::DisplayRole).toString(); !said.isEmpty() && room.width() > 0) {
        const QStaticText &text = laidOut(option, {said, room.width()});
        const auto colour = index.data(Qt::ForegroundRole);
        painter->setPen(selected           ? option.palette.color(group, QPalette::HighlightedText)
                        : colour.isValid() ? colour.value<QColor>()
                                           : option.palette.color(group, QPalette::Text));
        painter->setFont(option.font);
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        const double free = room.width() - text.size().width();
        painter->drawStaticText(QPointF(room.left() + (alignment.testFlag(Qt::AlignRight) ? free : 0.0),
                                        room.top() + (room.height() - option.fontMetrics.height()) / 2),
                                text);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = style.subElementRect(QStyle::SE_ItemViewItemFocusRect, &option, option.widget);
        focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
        focus.backgroundColor =
            option.palette.color(group, selected ? QPalette::Highlight : QPalette::Window);
        style.drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
}

} // namespace metriscope::ui
