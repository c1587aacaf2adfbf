// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metrics/metricdelegate.h"

#include "widgets/metrics/sparkline.h"

#include <QApplication>
#include <QPainter>

namespace metriscope::ui
{

namespace
{

QColor mix(const QColor &a, const QColor &b, double share)
{
    const auto blend = [share](int x, int y) { return int(x * share + y * (1 - share)); };
    return {blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue())};
}

} // namespace

MetricDelegate::MetricDelegate(const MetricCells &cells, QObject *parent)
    : QStyledItemDelegate(parent), m_cells(cells)
{
}

void MetricDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // The end of a dotted name tells more than its middle.
    option->textElideMode = index.column() == 0 ? Qt::ElideMiddle : Qt::ElideRight;
    const bool folder = !index.data(MetricRole::Id).isValid();
    if (folder ? index.column() > 0 : index.data(MetricRole::Idle).toBool()) {
        constexpr double Dimmed = 0.62; // still 4.5:1 in the palettes of Qt's own styles
        option->palette.setColor(QPalette::Text, mix(option->palette.color(QPalette::Text),
                                                     option->palette.color(QPalette::Base), Dimmed));
    }
}

QSize MetricDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), std::max(size.height(), rowHeight(option.fontMetrics))};
}

int MetricDelegate::rowHeight(const QFontMetrics &metrics)
{
    return metrics.height() + 6;
}

void MetricDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant id = index.column() == int(MetricColumn::Trend) ? index.data(MetricRole::Id) : QVariant();
    if (!id.isValid())
        return;
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const net::MetricId metric{id.toUInt()};
    if (!m_cells.store().latest(metric).any)
        return; // registered, but never measured
    const net::MetricKind kind = m_cells.registry().info(metric).kind;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    paintSparkline(*painter, QRectF(option.rect).adjusted(4, 3.5, -4, -3.5),
                   m_cells.trends().trend(metric, kind), m_cells.trends().range(),
                   kind != net::MetricKind::Gauge,
                   item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
}

} // namespace metriscope::ui
