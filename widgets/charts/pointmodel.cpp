// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/pointmodel.h"

#include "widgets/common/numberformat.h"
#include "widgets/common/timeformat.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

QString cellText(const net::Column &cell, Quantity quantity)
{
    if (std::isnan(cell.lower))
        return {};
    const QString lower = formatValue(cell.lower, quantity), upper = formatValue(cell.upper, quantity);
    return lower == upper ? lower : lower + u" … "_s + upper;
}

} // namespace

PointModel::PointModel(QObject *parent) : QAbstractTableModel(parent) {}

std::vector<PointModel::Row> PointModel::merge(const std::vector<Columns> &columns)
{
    std::vector<net::Time> times;
    for (const Columns &curve : columns)
        for (const net::Column &column : curve)
            if (!std::isnan(column.lower))
                times.push_back(column.time);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    std::vector<Row> rows;
    rows.reserve(times.size());
    for (const net::Time time : times)
        rows.push_back({time, std::vector<net::Column>(columns.size(), net::Column{time, NaN, NaN})});
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t row = 0;
        for (const net::Column &column : columns[i]) {
            while (row < rows.size() && rows[row].time < column.time)
                ++row;
            if (row < rows.size() && rows[row].time == column.time)
                rows[row].cells[i] = column;
        }
    }
    return rows;
}

void PointModel::setPoints(const std::vector<Curve> &curves, const std::vector<Columns> &columns,
                           net::Millis wallOffset)
{
    std::vector<Curve> shown;
    std::vector<Columns> shownColumns;
    for (std::size_t i = 0; i < curves.size() && i < columns.size(); ++i) {
        if (!curves[i].visible)
            continue;
        shown.push_back(curves[i]);
        shownColumns.push_back(columns[i]);
    }
    std::vector<Row> rows = merge(shownColumns);

    const auto byTime = [](const Row &a, const Row &b) { return a.time == b.time; };
    const auto first =
        rows.empty() ? m_rows.end() : std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) {
            return row.time == rows.front().time;
        });
    const auto kept = std::size_t(m_rows.end() - first);
    if (shown != m_curves || kept == 0 || kept > rows.size() ||
        !std::equal(first, m_rows.end(), rows.begin(), byTime)) {
        beginResetModel();
        m_curves = std::move(shown);
        m_rows = std::move(rows);
        m_wallOffset = wallOffset;
        endResetModel();
        return;
    }
    m_wallOffset = wallOffset;
    if (const auto gone = int(first - m_rows.begin()); gone > 0) {
        beginRemoveRows({}, 0, gone - 1);
        m_rows.erase(m_rows.begin(), first);
        endRemoveRows();
    }
    if (rows.size() > kept) {
        beginInsertRows({}, int(kept), int(rows.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
    } else {
        m_rows = std::move(rows);
    }
    if (!m_rows.empty()) // columns of several points grow at the end
        Q_EMIT dataChanged(index(0, 0), index(int(kept) - 1, columnCount() - 1), {Qt::DisplayRole});
}

int PointModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PointModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_curves.size());
}

QVariant PointModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == 0)
        return formatInstant(row.time + m_wallOffset, m_rows.back().time + m_wallOffset);
    const auto curve = std::size_t(index.column() - 1);
    return cellText(row.cells[curve], quantityOf(m_curves[curve].measure, m_curves[curve].unit));
}

QVariant PointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Time") : m_curves[std::size_t(section - 1)].label;
}

} // namespace metriscope::ui
