// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/metriccells.h"
#include "widgets/models/metricorder.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace metriscope::ui
{

/// The metrics as a tree by the dotted parts of their names: a folder for each part that has something below
/// it, a row for each metric. Folders are built when they are opened; until then they are a range of one
/// sorted list of ids, which is filtered and sorted away from the GUI thread. GUI thread.
class MetricTreeModel final : public QAbstractItemModel, private OrderedRows
{
    Q_OBJECT

public:
    MetricTreeModel(const net::Registry &registry, const net::SeriesStore &store, QObject *parent = nullptr);
    ~MetricTreeModel() override;

    [[nodiscard]] MetricOrder &order() noexcept { return m_order; }
    [[nodiscard]] net::MetricId idAt(const QModelIndex &index) const noexcept; ///< NoMetric on a folder
    /// Every metric in the folder, or the one of the row.
    [[nodiscard]] std::vector<net::MetricId> idsBelow(const QModelIndex &index) const;
    /// Where a metric stands; builds the folders on the way. Invalid when it is filtered out.
    [[nodiscard]] QModelIndex indexOf(net::MetricId id) const;
    /// A folder's name up to and with its last dot, empty for a metric; and back, invalid when it is gone.
    [[nodiscard]] std::string pathOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex folderAt(std::string_view path) const;
    [[nodiscard]] const std::vector<std::uint32_t> &orderedIds() const override { return m_ids; }
    [[nodiscard]] const MetricCells &cells() const noexcept { return m_cells; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    struct Node;
    struct Growth;

    void show(OrderResult result, bool anew) override;
    [[nodiscard]] std::string_view nameAt(std::uint32_t position) const;
    [[nodiscard]] std::vector<Node> childrenOf(const Node &node) const;
    void build(Node &node) const;
    void follow(Node &node, std::vector<Growth> &growths);
    void insert(Growth &growth);
    [[nodiscard]] Node &nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfNode(Node &node) const;
    [[nodiscard]] QString label(const Node &node) const;

    MetricCells m_cells;
    std::vector<std::uint32_t> m_ids; ///< sorted by name
    std::unique_ptr<Node> m_root;
    MetricOrder m_order; ///< last: its thread ends first
};

} // namespace metriscope::ui
