// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curve.h"

#include "netlayer/series/seriesstore.h"

#include <QList>
#include <QPointF>

#include <optional>
#include <span>
#include <vector>

namespace metriscope::ui
{

using Columns = std::vector<net::Column>;

/// A point is drawn once or, where a column holds several, as its lowest and highest: never more than this
/// many a curve.
inline constexpr int MaxPointsPerCurve = 600;

/// What a curve shows in the range, with the neighbours just outside it. Column borders stand at fixed times,
/// so that a scrolling picture does not shimmer.
[[nodiscard]] Columns readColumns(const net::SeriesStore &store, const Curve &curve, net::TimeRange range,
                                  int width);

/// The column nearest to `time`, at most `reach` away and not a gap.
[[nodiscard]] std::optional<net::Column> nearestColumn(std::span<const net::Column> columns, net::Time time,
                                                       net::Millis reach);
/// The column after (or before) `time` that is not a gap.
[[nodiscard]] std::optional<net::Column> neighbourColumn(std::span<const net::Column> columns, net::Time time,
                                                         bool after);

/// x in milliseconds since `origin`, y as it is; NaN makes a gap. Of a column with two values the first is
/// drawn half way from its neighbour, so that the line runs up and down instead of standing like a box. A
/// point alone between gaps becomes a dash of `halfDot` milliseconds to each side, or nobody would see it.
void toPoints(std::span<const net::Column> columns, net::Time origin, double halfDot, QList<QPointF> &points);

/// Cuts a line at the edges of the picture, 0 and `width`, and keeps its ends within `lowest` .. `highest`:
/// not every paint device clips.
void cutAtEdges(QList<QPointF> &points, double width, double lowest, double highest);

/// Replaces each curve by the sum of it and the ones before it; a gap counts as nothing unless all have one.
void stackColumns(std::vector<Columns> &curves);

struct ValueRange {
    double lowest, highest; ///< NaN: no value at all
};
/// Of the points that lie in the range, both ends included.
[[nodiscard]] ValueRange valueRange(std::span<const Columns> curves, net::TimeRange visible);

} // namespace metriscope::ui
