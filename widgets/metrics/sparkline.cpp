// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metrics/sparkline.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace metriscope::ui
{

namespace
{

/// Columns without a gap between them.
struct Run {
    QPolygonF middle, upper, lower;

    /// A line with the spread around it; a single column becomes a short dash, so that it can be seen.
    void draw(QPainter &painter, const QColor &spread)
    {
        if (middle.size() == 1) {
            painter.drawLine(middle.front() - QPointF(1, 0), middle.front() + QPointF(1, 0));
        } else if (!middle.isEmpty()) {
            QPolygonF band = upper;
            std::copy(lower.rbegin(), lower.rend(), std::back_inserter(band));
            const QPen pen = painter.pen();
            painter.setPen(Qt::NoPen);
            painter.setBrush(spread);
            painter.drawPolygon(band);
            painter.setPen(pen);
            painter.drawPolyline(middle);
        }
        *this = {};
    }
};

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
    QColor spread = colour;
    spread.setAlphaF(0.25F);
    Run run;
    const double width = double(range.span().count());
    for (const net::Column &column : columns) {
        if (std::isnan(column.lower) || column.time < range.from || column.time > range.to) {
            run.draw(painter, spread);
            continue;
        }
        const double x = area.left() + area.width() * double((column.time - range.from).count()) / width;
        run.lower << QPointF(x, yOf(column.lower));
        run.upper << QPointF(x, yOf(column.upper));
        run.middle << (run.lower.back() + run.upper.back()) / 2;
    }
    run.draw(painter, spread);
    painter.restore();
}

} // namespace metriscope::ui
