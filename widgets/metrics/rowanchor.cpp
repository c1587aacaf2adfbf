// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metrics/rowanchor.h"

#include "widgets/models/metricmodel.h"

#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTableView>

namespace metriscope::ui
{

RowAnchor::RowAnchor(MetricModel &model, QTableView &view) : QObject(&view), m_model(model), m_view(view)
{
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, &RowAnchor::remember);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &RowAnchor::restoreScroll);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &RowAnchor::remember);
    // The view is connected before and has forgotten by now; its scroll bars follow later.
    connect(&model, &QAbstractItemModel::modelReset, this, &RowAnchor::restoreSelection);
    connect(&model, &QAbstractItemModel::modelReset, this, &RowAnchor::restoreScroll, Qt::QueuedConnection);
}

void RowAnchor::remember()
{
    const QModelIndex current = m_view.currentIndex();
    const int top = m_view.rowAt(0);
    const int bottom = m_view.rowAt(m_view.viewport()->height() - 1);
    m_anchor = net::NoMetric;
    if (current.isValid()) {
        m_current = m_model.idAt(current.row());
        m_currentColumn = current.column();
        if (current.row() >= top && (bottom < 0 || current.row() <= bottom)) {
            m_anchor = m_current;
            m_offset = current.row() - top;
        }
    }
    // At the very top one looks at the first rows, whichever they are.
    if (m_anchor == net::NoMetric && top > 0) {
        m_anchor = m_model.idAt(top);
        m_offset = 0;
    }
    // Bounded: a selection of everything is not worth keeping one by one.
    constexpr qsizetype Most = 1000;
    const QItemSelection selection = m_view.selectionModel()->selection();
    m_selected.clear();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom() && qsizetype(m_selected.size()) < Most; ++row)
            m_selected.push_back(m_model.idAt(row));
    }
}

void RowAnchor::restoreScroll()
{
    const int row = m_anchor == net::NoMetric ? -1 : m_model.rowOf(m_anchor);
    if (row >= 0)
        m_view.verticalScrollBar()->setValue(std::max(0, row - m_offset)); // scrolls by rows
}

void RowAnchor::restoreSelection()
{
    QItemSelection selection;
    for (const net::MetricId id : m_selected) {
        const int row = m_model.rowOf(id);
        if (row >= 0)
            selection.select(m_model.index(row, 0), m_model.index(row, m_model.columnCount() - 1));
    }
    const int current = m_current == net::NoMetric ? -1 : m_model.rowOf(m_current);
    if (current >= 0)
        m_view.selectionModel()->setCurrentIndex(m_model.index(current, m_currentColumn),
                                                 QItemSelectionModel::NoUpdate);
    m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

} // namespace metriscope::ui
