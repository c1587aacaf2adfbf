// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/metriccells.h"

#include <QStyledItemDelegate>

namespace metriscope::ui
{

/// Paints the rows of metrics: idle ones dimmed, the trend as a small curve.
class MetricDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    MetricDelegate(const MetricCells &cells, QObject *parent = nullptr);
    /// Room for a line of text and a readable curve.
    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const MetricCells &m_cells;
};

} // namespace metriscope::ui
