// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/marker.h"
#include "widgets/charts/plotdata.h"
#include "widgets/charts/timeticks.h"
#include "widgets/charts/valuescale.h"
#include "widgets/common/chartpalette.h"
#include "widgets/common/numberformat.h"

#include <QFont>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace metriscope::ui
{

/// One line of the box beside the crosshair.
struct Reading {
    int colour = 0, dash = 0;
    QString label, value;
    double number = 0; ///< by which they are sorted when not all fit
};

/// Where times and values stand in the picture, and the drawing of everything in it that is not a curve.
class PlotFurniture final
{
public:
    QRectF area; ///< of the curves
    net::TimeRange range;
    net::Millis wallOffset{0};
    net::Time now;
    ValueScale scale;
    Quantity quantity; ///< of the value axis
    ChartPalette colours;
    QFont font;
    bool timeLabels = true;

    [[nodiscard]] double xOf(net::Time time) const;
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] net::Time timeAt(double x) const;
    /// Milliseconds behind one pixel.
    [[nodiscard]] double perPixel() const;

    void drawGrid(QPainter &painter, const QLocale &locale) const;
    void drawDrops(QPainter &painter, const std::vector<net::DropSpan> &drops) const;
    void drawMarkers(QPainter &painter, const std::vector<Marker> &markers) const;
    void drawCursor(QPainter &painter, net::Time time, QChar name) const;
    /// Points as toPoints() makes them, in the pen of the curve, with its gaps.
    void drawLine(QPainter &painter, const QList<QPointF> &points, const Curve &curve) const;
    void drawStack(QPainter &painter, const std::vector<Columns> &sums,
                   const std::vector<Curve> &curves) const;
    /// The line at `time` and the box with the readings; when not all fit, the highest, and how many more
    /// there are.
    void drawCrosshair(QPainter &painter, net::Time time, const std::vector<Reading> &all,
                       const std::vector<Marker> &markers) const;
    void drawMessage(QPainter &painter, const QString &text) const;
    void drawRubberBand(QPainter &painter, double x1, double x2) const;
    /// Markers so near to `time` that the crosshair stands on them.
    [[nodiscard]] std::vector<Marker> markersAt(net::Time time, const std::vector<Marker> &markers) const;
};

/// A pen in a curve's colour and dash, one pixel wide: a wider one costs Qt Charts twice the time.
[[nodiscard]] QPen curvePen(const ChartPalette &colours, int colour, int dash);

} // namespace metriscope::ui
