// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/uniformtable.h"

#include <QAbstractButton>
#include <QAbstractTableModel>
#include <QAccessible>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

/// Rows "0", "1", ... in three columns; the oldest may go and new ones come.
class Numbers final : public QAbstractTableModel
{
public:
    explicit Numbers(int rows) : m_end(rows) {}
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_end - m_first;
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 3;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(QString::number(m_first + index.row())) : QVariant();
    }
    void drop(int rows)
    {
        beginRemoveRows({}, 0, rows - 1);
        m_first += rows;
        endRemoveRows();
    }
    void add(int rows)
    {
        beginInsertRows({}, rowCount(), rowCount() + rows - 1);
        m_end += rows;
        endInsertRows();
    }

private:
    int m_first = 0, m_end = 0;
};

} // namespace

class TestUniformTable final : public QObject
{
    Q_OBJECT

    Numbers m_model{1'000'000};
    metriscope::ui::UniformTable m_table;

    [[nodiscard]] int top() const { return m_table.verticalScrollBar()->value(); }
    [[nodiscard]] QModelIndex at(int row, int column = 0) const { return m_model.index(row, column); }

private Q_SLOTS:
    void initTestCase()
    {
        m_table.setModel(&m_model);
        m_table.setSelectionBehavior(QAbstractItemView::SelectRows);
        m_table.resize(400, 300);
        m_table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_table));
    }

    void placesAreProducts()
    {
        for (const int row : {0, 17, 500'000, 999'999}) {
            m_table.scrollTo(at(row), QAbstractItemView::PositionAtCenter);
            const QRect place = m_table.visualRect(at(row, 1));
            QVERIFY(m_table.viewport()->rect().contains(place.center()));
            QCOMPARE(m_table.indexAt(place.center()), at(row, 1));
            QCOMPARE(m_table.rowAt(place.center().y()), row);
        }
        QCOMPARE(top(), m_table.verticalScrollBar()->maximum());
        QVERIFY(m_table.visualRect(at(999'999)).bottom() < m_table.viewport()->height());
        QCOMPARE(m_table.rowAt(-1), -1);
        QCOMPARE(m_table.rowAt(m_table.viewport()->height()), -1);
    }

    void keyboard()
    {
        m_table.setCurrentIndex(at(10));
        QTest::keyClick(&m_table, Qt::Key_Down);
        QCOMPARE(m_table.currentIndex(), at(11));
        QTest::keyClick(&m_table, Qt::Key_Right);
        QCOMPARE(m_table.currentIndex(), at(11, 1));
        QTest::keyClick(&m_table, Qt::Key_End);
        QCOMPARE(m_table.currentIndex(), at(11, 2));
        QTest::keyClick(&m_table, Qt::Key_Right); // the last one
        QCOMPARE(m_table.currentIndex(), at(11, 2));
        m_table.setColumnHidden(0, true);
        QTest::keyClick(&m_table, Qt::Key_Home);
        QCOMPARE(m_table.currentIndex(), at(11, 1));
        m_table.setColumnHidden(0, false);
        QTest::keyClick(&m_table, Qt::Key_PageDown);
        const int page = m_table.currentIndex().row() - 11;
        QVERIFY(page > 5 && page < 20);
        QTest::keyClick(&m_table, Qt::Key_PageUp);
        QCOMPARE(m_table.currentIndex().row(), 11);
        QTest::keyClick(&m_table, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(m_table.currentIndex().row(), 999'999);
        QTest::keyClick(&m_table, Qt::Key_Down);
        QCOMPARE(m_table.currentIndex().row(), 999'999);
        QTest::keyClick(&m_table, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(m_table.currentIndex().row(), 0);
        QCOMPARE(top(), 0);
    }

    void choosing()
    {
        m_table.setCurrentIndex(at(5));
        QTest::keyClick(&m_table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&m_table, Qt::Key_PageDown, Qt::ShiftModifier);
        const int last = m_table.currentIndex().row();
        QCOMPARE(m_table.selectionModel()->selectedRows().size(), last - 5 + 1);
        QTest::mouseClick(m_table.viewport(), Qt::LeftButton, {}, m_table.visualRect(at(last - 3)).center());
        QCOMPARE(m_table.selectionModel()->selectedRows(), QModelIndexList{at(last - 3)});
        QTest::mouseClick(m_table.viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          m_table.visualRect(at(last - 6)).center());
        QCOMPARE(m_table.selectionModel()->selectedRows().size(), 4);
        m_table.selectAll();
        QVERIFY(m_table.selectionModel()->isSelected(at(0)) &&
                m_table.selectionModel()->isSelected(at(999'999, 2)));
        m_table.clearSelection();
    }

    void rowsComeAndGo()
    {
        m_table.scrollTo(at(999'999));
        const int bottom = m_table.verticalScrollBar()->maximum();
        m_model.add(5);
        QCOMPARE(m_table.verticalScrollBar()->maximum(), bottom + 5);
        QCOMPARE(top(), bottom);
        m_model.drop(5);
        QCOMPARE(m_table.verticalScrollBar()->maximum(), bottom);
        QCOMPARE(m_table.rowAt(0), bottom);
    }

    void columnsShareTheHeading()
    {
        m_table.setColumnWidth(0, 300);
        m_table.setColumnWidth(1, 300);
        QTRY_VERIFY(m_table.horizontalScrollBar()->maximum() > 0);
        m_table.scrollTo(at(top(), 2));
        QTRY_VERIFY(m_table.visualRect(at(top(), 2)).right() < m_table.viewport()->width());
        QCOMPARE(m_table.horizontalHeader()->offset(), m_table.horizontalScrollBar()->value());
        QVERIFY(m_table.horizontalHeader()->geometry().bottom() < m_table.viewport()->geometry().top() + 1);
        for (const QAbstractButton *button : m_table.findChildren<QAbstractButton *>())
            QVERIFY(!button->isVisible()); // of QTableView, where the headings meet
        m_table.resizeColumnToContents(0);
        QVERIFY(m_table.columnWidth(0) < 200);
    }

    void screenReader()
    {
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&m_table);
        QVERIFY(table && table->tableInterface());
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->tableInterface()->rowCount(), m_model.rowCount());
        m_table.setCurrentIndex(at(top() + 1));
        QAccessibleInterface *cell = table->tableInterface()->cellAt(top() + 1, 1);
        QVERIFY(cell);
        QCOMPARE(cell->text(QAccessible::Name), at(top() + 1).data().toString());
        QVERIFY(!cell->rect().isEmpty());
    }
};

QTEST_MAIN(TestUniformTable)

#include "tst_uniformtable.moc"
