// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/metriccells.h"
#include "widgets/models/metricorder.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace metriscope::ui
{

/// The flat list of metrics: eight bytes a row, values read from the store when painted. Filtering and
/// sorting happen on a thread of their own; the rows follow when it is done, a signal says so. GUI thread.
class MetricModel final : public QAbstractTableModel, private OrderedRows
{
    Q_OBJECT

public:
    MetricModel(const net::Registry &registry, const net::SeriesStore &store, QObject *parent = nullptr);

    /// New metrics appear, as one insert a tick, when they have been filtered and sorted in.
    [[nodiscard]] MetricOrder &order() noexcept { return m_order; }
    /// The values of these rows may have changed: one dataChanged.
    void refresh(int firstRow, int lastRow);
    /// Further columns, one for each of these tag keys.
    void setTagColumns(const QStringList &keys);
    [[nodiscard]] QStringList tagColumns() const;

    [[nodiscard]] net::MetricId idAt(int row) const noexcept;
    [[nodiscard]] int rowOf(net::MetricId id) const noexcept; ///< -1 when it is filtered out
    [[nodiscard]] const std::vector<std::uint32_t> &orderedIds() const override { return m_rows; }
    [[nodiscard]] const MetricCells &cells() const noexcept { return m_cells; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }
    void sort(int column, Qt::SortOrder order) override;

private:
    static constexpr std::uint32_t NoRow = 0xFFFFFFFFU;

    void show(OrderResult result, bool anew) override;
    void insert(const OrderResult &result);
    void reorder(std::vector<std::uint32_t> rows);
    void locate();

    MetricCells m_cells;
    std::vector<std::string> m_tagKeys;
    std::vector<std::uint32_t> m_rows;      ///< row -> id
    std::vector<std::uint32_t> m_positions; ///< id -> row
    MetricOrder m_order;                    ///< last: its thread ends first
};

} // namespace metriscope::ui
