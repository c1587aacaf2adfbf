// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QTableView>

namespace metriscope::ui
{

/// A table whose rows are all of one height. QTableView keeps and adds up the height of every row, which
/// takes milliseconds at each change of a million; here a row's place is a product. Rows scroll by the row,
/// columns by the pixel; there are no row headings, spans or hidden rows.
class UniformTable : public QTableView
{
    Q_OBJECT

public:
    explicit UniformTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    [[nodiscard]] int rowAt(int y) const; ///< in the viewport; -1: none
    [[nodiscard]] QModelIndex indexAt(const QPoint &at) const override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void reset() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void scrollContentsBy(int dx, int dy) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] int sizeHintForColumn(int column) const override;

private:
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] int wholeRows() const; ///< that the viewport shows, at least one
    [[nodiscard]] int lastVisibleRow() const;
    /// The first column shown from the place `visual` on, in steps of 1 or -1; -1: none.
    [[nodiscard]] int shownColumn(int visual, int step) const;
    void updateVerticalBar();
    void scrollToColumn(const QModelIndex &index, ScrollHint hint);

    const int m_rowHeight;     ///< pixels
    QStandardItemModel m_none; ///< of the row headings
};

} // namespace metriscope::ui
