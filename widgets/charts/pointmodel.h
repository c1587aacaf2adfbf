// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plotdata.h"

#include <QAbstractTableModel>

#include <vector>

namespace metriscope::ui
{

/// The points of a chart as a table: a row per time, a column per curve shown. A view that scrolls on keeps
/// its rows: the old ones go, the new ones come.
class PointModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit PointModel(QObject *parent = nullptr);

    void setPoints(const std::vector<Curve> &curves, const std::vector<Columns> &columns,
                   net::Millis wallOffset);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row {
        net::Time time;
        std::vector<net::Column> cells; ///< one a curve shown; NaN where it has no point
    };
    [[nodiscard]] static std::vector<Row> merge(const std::vector<Columns> &columns);

    std::vector<Curve> m_curves; ///< those shown
    std::vector<Row> m_rows;
    net::Millis m_wallOffset{0};
};

} // namespace metriscope::ui
