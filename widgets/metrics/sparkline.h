// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/seriesstore.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace metriscope::ui
{

/// Draws columns as one thin line within their spread, gaps left open, scaled to their own extremes; from
/// zero where nothing is below it and `fromZero` says so. Columns outside `range` are left out.
void paintSparkline(QPainter &painter, const QRectF &area, const std::vector<net::Column> &columns,
                    const net::TimeRange &range, bool fromZero, const QColor &colour);

} // namespace metriscope::ui
