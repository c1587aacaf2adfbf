// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/collectors/collectormodel.h"

#include <vector>

namespace metriscope::ui
{

/// One thing that is known of a source, in words.
struct SourceDetail {
    QString name, value, meaning;
    friend bool operator==(const SourceDetail &, const SourceDetail &) = default;
};

/// Everything that is known of a source beyond its row, each with what it means. Plain text.
[[nodiscard]] std::vector<SourceDetail> sourceDetails(const CollectorModel::Row &row);

/// Details as a table of three columns.
class DetailModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setDetails(std::vector<SourceDetail> details);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<SourceDetail> m_details;
};

} // namespace metriscope::ui
