// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/uniformtable.h"

#include "widgets/packets/textdelegate.h"

#include <QAbstractItemDelegate>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace metriscope::ui
{

UniformTable::UniformTable(QWidget *parent) : QTableView(parent), m_rowHeight(fontMetrics().height() + 6)
{
    setItemDelegate(new TextDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    QTableView::updateGeometries(); // hides the button where the headings meet
}

void UniformTable::setModel(QAbstractItemModel *model)
{
    if (QTableView::model())
        disconnect(QTableView::model(), &QAbstractItemModel::rowsRemoved, this, nullptr);
    QTableView::setModel(model);
    verticalHeader()->setModel(&m_none);
    // Whenever it is painted it would ask whether all rows of a column are chosen.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(model, horizontalHeader()));
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
        updateVerticalBar();
        viewport()->update();
    });
    updateGeometries();
}

int UniformTable::rowCount() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int UniformTable::wholeRows() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

int UniformTable::lastVisibleRow() const
{
    return std::min(rowCount() - 1, verticalScrollBar()->value() + viewport()->height() / m_rowHeight);
}

int UniformTable::rowAt(int y) const
{
    if (y < 0 || y >= viewport()->height())
        return -1;
    const int row = verticalScrollBar()->value() + y / m_rowHeight;
    return row < rowCount() ? row : -1;
}

QModelIndex UniformTable::indexAt(const QPoint &at) const
{
    const int row = rowAt(at.y()), column = horizontalHeader()->logicalIndexAt(at.x());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column, rootIndex());
}

QRect UniformTable::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != model() || isColumnHidden(index.column()))
        return {};
    return {columnViewportPosition(index.column()),
            (index.row() - verticalScrollBar()->value()) * m_rowHeight, columnWidth(index.column()),
            m_rowHeight};
}

int UniformTable::verticalOffset() const
{
    return verticalScrollBar()->value() * m_rowHeight;
}

void UniformTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.model() != model())
        return;
    QScrollBar *bar = verticalScrollBar();
    const int row = index.row(), rows = wholeRows();
    switch (hint) {
    case EnsureVisible:
        if (row < bar->value())
            bar->setValue(row);
        else if (row >= bar->value() + rows)
            bar->setValue(row - rows + 1);
        break;
    case PositionAtTop:
        bar->setValue(row);
        break;
    case PositionAtBottom:
        bar->setValue(row - rows + 1);
        break;
    case PositionAtCenter:
        bar->setValue(row - rows / 2);
        break;
    }
    scrollToColumn(index, hint);
}

void UniformTable::scrollToColumn(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar *bar = horizontalScrollBar();
    const int left = horizontalHeader()->sectionPosition(index.column()), width = columnWidth(index.column());
    if (hint == PositionAtCenter)
        bar->setValue(left - (viewport()->width() - width) / 2);
    else if (left < bar->value() || width > viewport()->width())
        bar->setValue(left);
    else if (left + width > bar->value() + viewport()->width())
        bar->setValue(left + width - viewport()->width());
}

void UniformTable::reset()
{
    QTableView::reset();
    updateVerticalBar();
}

void UniformTable::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QTableView::rowsInserted(parent, first, last);
    updateVerticalBar();
    if (first <= lastVisibleRow())
        viewport()->update();
}

void UniformTable::updateVerticalBar()
{
    const int rows = wholeRows();
    verticalScrollBar()->setPageStep(rows);
    verticalScrollBar()->setRange(0, std::max(0, rowCount() - rows));
}

void UniformTable::updateGeometries()
{
    QHeaderView &header = *horizontalHeader();
    const int height = header.isHidden() ? 0
                                         : std::clamp(header.sizeHint().height(), header.minimumHeight(),
                                                      header.maximumHeight());
    setViewportMargins(0, height, 0, 0);
    const QRect area = viewport()->geometry();
    header.setGeometry(area.left(), area.top() - height, area.width(), height);
    horizontalScrollBar()->setPageStep(area.width());
    horizontalScrollBar()->setSingleStep(std::max(area.width() / 20, 2));
    horizontalScrollBar()->setRange(0, std::max(0, header.length() - area.width()));
    updateVerticalBar();
    QAbstractItemView::updateGeometries();
}

void UniformTable::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        horizontalHeader()->setOffset(horizontalScrollBar()->value());
    scrollDirtyRegion(dx, dy * m_rowHeight);
    viewport()->scroll(dx, dy * m_rowHeight);
}

void UniformTable::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (!selectionModel() || rowCount() == 0)
        return;
    const int shown = verticalScrollBar()->value();
    const auto rowOf = [&](int y) {
        const int above = y < 0 ? (y - m_rowHeight + 1) / m_rowHeight : y / m_rowHeight;
        return std::clamp(shown + above, 0, rowCount() - 1);
    };
    const QModelIndex first = model()->index(rowOf(rect.top()), 0, rootIndex());
    const QModelIndex last =
        model()->index(rowOf(rect.bottom()), model()->columnCount(rootIndex()) - 1, rootIndex());
    selectionModel()->select(QItemSelection(first, last), command);
}

QRegion UniformTable::visualRegionForSelection(const QItemSelection &selection) const
{
    const int first = verticalScrollBar()->value(), last = lastVisibleRow();
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const int top = std::max(range.top(), first), bottom = std::min(range.bottom(), last);
        if (top <= bottom)
            region +=
                QRect(0, (top - first) * m_rowHeight, viewport()->width(), (bottom - top + 1) * m_rowHeight);
    }
    return region;
}

int UniformTable::shownColumn(int visual, int step) const
{
    const QHeaderView &header = *horizontalHeader();
    for (; visual >= 0 && visual < header.count(); visual += step)
        if (const int column = header.logicalIndex(visual); !header.isSectionHidden(column))
            return column;
    return -1;
}

QModelIndex UniformTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = rowCount();
    if (rows == 0)
        return {};
    const QHeaderView &header = *horizontalHeader();
    const QModelIndex now = currentIndex();
    if (!now.isValid()) // where the reader looks
        return model()->index(verticalScrollBar()->value(), std::max(0, shownColumn(0, 1)), rootIndex());
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    int row = now.row(), column = now.column();
    switch (action) {
    case MoveUp:
        row = control ? 0 : row - 1;
        break;
    case MoveDown:
        row = control ? rows - 1 : row + 1;
        break;
    case MovePageUp:
        row -= wholeRows();
        break;
    case MovePageDown:
        row += wholeRows();
        break;
    case MoveHome:
        if (control)
            row = 0;
        else
            column = shownColumn(0, 1);
        break;
    case MoveEnd:
        if (control)
            row = rows - 1;
        else
            column = shownColumn(header.count() - 1, -1);
        break;
    case MoveLeft:
    case MovePrevious:
        column = shownColumn(header.visualIndex(column) - 1, -1);
        break;
    case MoveRight:
    case MoveNext:
        column = shownColumn(header.visualIndex(column) + 1, 1);
        break;
    }
    return model()->index(std::clamp(row, 0, rows - 1), column < 0 ? now.column() : column, rootIndex());
}

int UniformTable::sizeHintForColumn(int column) const
{
    if (!model())
        return -1;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int width = 0;
    for (int row = verticalScrollBar()->value(); row <= lastVisibleRow(); ++row)
        width = std::max(width,
                         itemDelegate()->sizeHint(option, model()->index(row, column, rootIndex())).width());
    return width;
}

void UniformTable::paintEvent(QPaintEvent *event)
{
    if (!model() || rowCount() == 0)
        return;
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State common = option.state & ~(QStyle::State_HasFocus | QStyle::State_Selected);
    const QModelIndex current = hasFocus() || viewport()->hasFocus() ? currentIndex() : QModelIndex();
    const QHeaderView &header = *horizontalHeader();
    const int top = verticalScrollBar()->value();
    const int first = top + std::max(0, event->rect().top()) / m_rowHeight;
    const int last = std::min(lastVisibleRow(), top + event->rect().bottom() / m_rowHeight);
    for (int row = first; row <= last; ++row) {
        const bool selected = selectionModel()->isSelected(model()->index(row, 0, rootIndex()));
        for (int visual = 0; visual < header.count(); ++visual) {
            const QModelIndex index = model()->index(row, header.logicalIndex(visual), rootIndex());
            option.rect = visualRect(index);
            if (!option.rect.intersects(event->rect()))
                continue;
            option.state = common;
            option.state.setFlag(QStyle::State_Selected, selected);
            option.state.setFlag(QStyle::State_HasFocus, index == current);
            style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
            itemDelegateForIndex(index)->paint(&painter, option, index);
        }
    }
}

} // namespace metriscope::ui
