// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metricmodel.h"

#include "widgets/common/displaytext.h"
#include "widgets/models/metricmime.h"

#include <QMimeData>

#include <algorithm>

namespace metriscope::ui
{

MetricModel::MetricModel(const net::Registry &registry, const net::SeriesStore &store, QObject *parent)
    : QAbstractTableModel(parent), m_cells(registry, store), m_order(registry, store, *this)
{
}

void MetricModel::refresh(int firstRow, int lastRow)
{
    lastRow = std::min(lastRow, rowCount() - 1);
    if (firstRow < 0 || firstRow > lastRow)
        return;
    constexpr int First = static_cast<int>(MetricColumn::Value), Last = static_cast<int>(MetricColumn::Trend);
    Q_EMIT dataChanged(index(firstRow, First), index(lastRow, Last), {Qt::DisplayRole, MetricRole::Sort});
}

void MetricModel::sort(int column, Qt::SortOrder order)
{
    MetricSort sorting{.descending = order == Qt::DescendingOrder};
    if (column >= MetricColumnCount && column < columnCount()) {
        sorting.by = MetricSort::By::Tag;
        sorting.tag = m_tagKeys[std::size_t(column - MetricColumnCount)];
    } else if (column >= 0 && column < MetricColumnCount) {
        sorting.by = MetricCells::sortBy(MetricColumn(column));
    }
    m_order.setSort(sorting);
}

void MetricModel::show(OrderResult result, bool anew)
{
    if (anew) {
        beginResetModel();
        m_rows = std::move(result.rows);
        locate();
        endResetModel();
        return;
    }
    insert(result);
    reorder(std::move(result.rows));
}

void MetricModel::insert(const OrderResult &result)
{
    const std::size_t before = m_rows.size();
    if (result.rows.size() == before)
        return;
    beginInsertRows({}, int(before), int(result.rows.size()) - 1);
    std::copy_if(result.rows.begin(), result.rows.end(), std::back_inserter(m_rows),
                 [&](std::uint32_t id) { return id >= result.firstAdded; });
    locate();
    endInsertRows();
}

void MetricModel::reorder(std::vector<std::uint32_t> rows)
{
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const std::vector<std::uint32_t> old = std::exchange(m_rows, std::move(rows));
    locate();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(createIndex(int(m_positions[old[std::size_t(index.row())]]), index.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void MetricModel::locate()
{
    m_positions.assign(m_order.total(), NoRow);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_positions[m_rows[row]] = std::uint32_t(row);
}

void MetricModel::setTagColumns(const QStringList &keys)
{
    for (std::size_t i = m_tagKeys.size(); i-- > 0;) {
        if (keys.contains(QString::fromStdString(m_tagKeys[i])))
            continue;
        const int column = MetricColumnCount + int(i);
        beginRemoveColumns({}, column, column);
        m_tagKeys.erase(m_tagKeys.begin() + std::ptrdiff_t(i));
        endRemoveColumns();
    }
    for (const QString &key : keys) {
        if (tagColumns().contains(key))
            continue;
        beginInsertColumns({}, columnCount(), columnCount());
        m_tagKeys.push_back(key.toStdString());
        endInsertColumns();
    }
}

QStringList MetricModel::tagColumns() const
{
    QStringList keys;
    for (const std::string &key : m_tagKeys)
        keys += QString::fromStdString(key);
    return keys;
}

net::MetricId MetricModel::idAt(int row) const noexcept
{
    return row >= 0 && row < rowCount() ? net::MetricId{m_rows[std::size_t(row)]} : net::NoMetric;
}

int MetricModel::rowOf(net::MetricId id) const noexcept
{
    const std::uint32_t at = net::index(id);
    return at < m_positions.size() && m_positions[at] != NoRow ? int(m_positions[at]) : -1;
}

int MetricModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MetricModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : MetricColumnCount + int(m_tagKeys.size());
}

QVariant MetricModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.column() >= MetricColumnCount)
        return m_cells.tag(idAt(index.row()), m_tagKeys[std::size_t(index.column() - MetricColumnCount)],
                           role);
    return m_cells.data(idAt(index.row()), MetricColumn(index.column()), role);
}

QVariant MetricModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const bool tag = section >= MetricColumnCount;
    switch (role) {
    case Qt::DisplayRole:
        return tag ? displayText(m_tagKeys[std::size_t(section - MetricColumnCount)])
                   : MetricCells::title(MetricColumn(section));
    case Qt::ToolTipRole:
        return tag ? QString() : MetricCells::explanation(MetricColumn(section));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(tag ? Qt::AlignLeft | Qt::AlignVCenter
                                       : MetricCells::alignment(MetricColumn(section)));
    default:
        return {};
    }
}

Qt::ItemFlags MetricModel::flags(const QModelIndex &index) const
{
    return index.isValid()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren
               : Qt::NoItemFlags;
}

QStringList MetricModel::mimeTypes() const
{
    return {metricMimeType()};
}

QMimeData *MetricModel::mimeData(const QModelIndexList &indexes) const
{
    std::vector<net::MetricId> ids;
    for (const QModelIndex &index : indexes)
        if (index.column() == 0)
            ids.push_back(idAt(index.row()));
    return metricMimeData(m_cells.registry(), ids);
}

} // namespace metriscope::ui
