// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metrics/sparkline.h"

#include <QPainter>
#include <QPolygonF>

#include <cmath>
#include <limits>

namespace metriscope::ui
{

namespace
{

/// A run of columns without a gap; a single column becomes a short dash, so that it can be seen.
void flush(QPainter &painter, QPolygonF &run)
{
    if (run.size() == 1)
        painter.drawLine(run.front() - QPointF(1, 0), run.front() + QPointF(1, 0));
    else if (!run.isEmpty())
        painter.drawPolyline(run);
    run.clear();
}

} // namespace

void paintSparkline(QPainter &painter, const QRectF &area, const std::vector<net::Column> &columns,
                    const net::TimeRange &range, bool fromZero, const QColor &colour)
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const net::Column &column : columns) {
        low = std::fmin(low, column.lower);
        high = std::fmax(high, column.upper);
    }
    if (!std::isfinite(low) || !std::isfinite(high) || area.isEmpty())
        return;
    if (fromZero) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    const double span = high - low;
    const auto yOf = [&](double value) {
        // All the same: on the floor when it is nothing, else in the middle.
        const double share = span > 0 ? (value - low) / span : value == 0 ? 0 : 0.5;
        return area.bottom() - share * area.height();
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.2));
    QPolygonF run;
    const double width = double(range.span().count());
    for (const net::Column &column : columns) {
        if (std::isnan(column.lower) || column.time < range.from || column.time > range.to) {
            flush(painter, run);
            continue;
        }
        const double x = area.left() + area.width() * double((column.time - range.from).count()) / width;
        run << QPointF(x, yOf(column.lower));
        if (column.upper != column.lower)
            run << QPointF(x, yOf(column.upper));
    }
    flush(painter, run);
    painter.restore();
}

} // namespace metriscope::ui
