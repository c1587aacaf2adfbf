// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plotfurniture.h"

#include "widgets/common/timeformat.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr double MarkerReach = 4; ///< pixels

/// Sharp lines stand in the middle of a pixel.
double crisp(double coordinate)
{
    return std::floor(coordinate) + 0.5;
}

} // namespace

QPen curvePen(const ChartPalette &colours, int colour, int dash)
{
    QPen pen(colours.curve(colour), 1);
    if (const auto pattern = dashPattern(dash, colour); !pattern.isEmpty())
        pen.setDashPattern(pattern);
    return pen;
}

double PlotFurniture::perPixel() const
{
    return double(range.span().count()) / std::max(area.width(), 1.0);
}

double PlotFurniture::xOf(net::Time time) const
{
    return area.left() + double((time - range.from).count()) / std::max(perPixel(), 1e-9);
}

double PlotFurniture::yOf(double value) const
{
    const double height = scale.to() - scale.from();
    return area.bottom() - (value - scale.from()) / (height > 0 ? height : 1) * area.height();
}

net::Time PlotFurniture::timeAt(double x) const
{
    return range.from + net::Millis{std::llround((x - area.left()) * perPixel())};
}

void PlotFurniture::drawGrid(QPainter &painter, const QLocale &locale) const
{
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const Quantity labels{quantity.unit == net::Unit::Requests ? net::Unit::None : quantity.unit, false};
    const double top = std::max(std::abs(scale.from()), std::abs(scale.to()));
    for (int i = 0; i <= 20; ++i) {
        const double value = scale.from() + i * scale.step();
        if (value > scale.to() + scale.step() * 1e-6)
            break;
        const double y = crisp(yOf(value));
        painter.setPen(QPen(i == 0 ? colours.mutedText : colours.grid, i == 0 ? 0.6 : 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        const QRectF box(0, y - metrics.height() / 2, area.left() - 7, metrics.height());
        painter.setPen(colours.mutedText);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                         formatAxisValue(value, scale.step(), top, labels, locale));
    }
    const double width = metrics.horizontalAdvance(u"00:00:00"_s);
    const int most = std::max(2, int(area.width() / (width * 1.9)));
    for (const TimeTick &tick : timeTicks(range, wallOffset, most, locale)) {
        const double x = crisp(xOf(tick.time));
        painter.setPen(QPen(colours.grid, 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        if (!timeLabels)
            continue;
        const double half = metrics.horizontalAdvance(tick.label) / 2;
        painter.setPen(QPen(colours.mutedText, 0.6));
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3));
        if (x + half > area.right() + 10)
            continue;
        painter.setPen(colours.mutedText);
        painter.drawText(QRectF(x - half - 4, area.bottom() + 4, 2 * half + 8, metrics.height()),
                         Qt::AlignCenter, tick.label);
    }
}

void PlotFurniture::drawDrops(QPainter &painter, const std::vector<net::DropSpan> &drops) const
{
    const QFontMetricsF metrics(font);
    for (const net::DropSpan &drop : drops) {
        const double left = std::clamp(xOf(drop.range.from), area.left(), area.right());
        const double right = std::clamp(xOf(drop.range.to), area.left(), area.right());
        const QRectF band(left, area.top(), std::max(right - left, 2.0), area.height());
        painter.fillRect(band, colours.dropFill);
        painter.setPen(QPen(colours.dropLine, 1));
        painter.drawLine(QPointF(band.left(), crisp(area.top() + 1)),
                         QPointF(band.right(), crisp(area.top() + 1)));
        //: in a shaded band of a chart: here the kernel dropped datagrams
        const QString text = QCoreApplication::translate("LiveChart", "lost here");
        if (band.width() > metrics.horizontalAdvance(text) + 8) {
            painter.setFont(font);
            painter.drawText(band.adjusted(4, 3, -4, 0), Qt::AlignTop | Qt::AlignHCenter, text);
        }
    }
}

void PlotFurniture::drawMarkers(QPainter &painter, const std::vector<Marker> &markers) const
{
    double last = -1;
    for (const Marker &marker : markers) {
        if (marker.time < range.from || marker.time > range.to)
            continue;
        const double x = crisp(xOf(marker.time));
        if (x == last) // a burst of events costs one line a pixel
            continue;
        last = x;
        const QColor colour = colours.levels[std::size_t(std::clamp(marker.level, 0, 3))];
        painter.setPen(QPen(colour, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        QPainterPath flag(QPointF(x - 4, area.top()));
        flag.lineTo(x + 4, area.top());
        flag.lineTo(x, area.top() + 6);
        painter.fillPath(flag, colour);
    }
}

void PlotFurniture::drawCursor(QPainter &painter, net::Time time, QChar name) const
{
    if (time < range.from || time > range.to)
        return;
    const double x = crisp(xOf(time));
    painter.setPen(QPen(colours.cursor, 1));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    const QFontMetricsF metrics(font);
    QRectF tag(x, area.top(), metrics.horizontalAdvance(name) + 8, metrics.height() + 1);
    if (tag.right() > area.right())
        tag.moveRight(x);
    painter.fillRect(tag, colours.cursor);
    painter.setPen(colours.base);
    painter.setFont(font);
    painter.drawText(tag, Qt::AlignCenter, name);
}

void PlotFurniture::drawLine(QPainter &painter, const QList<QPointF> &points, const Curve &curve) const
{
    QPainterPath path;
    bool gap = true;
    for (const QPointF &point : points) {
        if (std::isnan(point.y())) {
            gap = true;
            continue;
        }
        const QPointF at(area.left() + point.x() / std::max(perPixel(), 1e-9), yOf(point.y()));
        gap ? path.moveTo(at) : path.lineTo(at);
        gap = false;
    }
    painter.save();
    painter.setClipRect(area);
    painter.strokePath(path, curvePen(colours, curve.colour, curve.dash));
    painter.restore();
}

void PlotFurniture::drawStack(QPainter &painter, const std::vector<Columns> &sums,
                              const std::vector<Curve> &curves) const
{
    QPolygonF below;
    for (std::size_t i = 0; i < sums.size() && i < curves.size(); ++i) {
        if (sums[i].empty())
            continue;
        QPolygonF upper;
        for (const net::Column &column : sums[i])
            if (!std::isnan(column.upper))
                upper.append({std::clamp(xOf(column.time), area.left(), area.right()),
                              std::max(yOf(column.upper), area.top())});
        if (upper.isEmpty())
            continue;
        if (below.isEmpty())
            below = {{upper.first().x(), yOf(std::max(0.0, scale.from()))},
                     {upper.last().x(), yOf(std::max(0.0, scale.from()))}};
        QPolygonF fill = upper;
        std::copy(below.rbegin(), below.rend(), std::back_inserter(fill));
        QColor colour = colours.curve(curves[i].colour);
        colour.setAlphaF(colours.dark ? 0.30F : 0.22F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(fill);
        painter.setBrush(Qt::NoBrush);
        below = upper;
    }
}

std::vector<Marker> PlotFurniture::markersAt(net::Time time, const std::vector<Marker> &markers) const
{
    std::vector<Marker> found;
    const double x = xOf(time);
    std::copy_if(markers.begin(), markers.end(), std::back_inserter(found),
                 [&](const Marker &marker) { return std::abs(xOf(marker.time) - x) <= MarkerReach; });
    return found;
}

void PlotFurniture::drawCrosshair(QPainter &painter, net::Time time, const std::vector<Reading> &all,
                                  const std::vector<Marker> &markers) const
{
    if (time < range.from || time > range.to)
        return;
    const double x = crisp(xOf(time));
    painter.setPen(QPen(colours.crosshair, 1));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));

    const QFontMetricsF metrics(font);
    constexpr double Pad = 6, Sample = 16, Gap = 6, MaxLabel = 220;
    const double line = std::ceil(metrics.height());
    const auto marked = markersAt(time, markers);
    const auto rows =
        std::size_t(std::max(1.0, (area.height() - 2 * Pad - line * double(1 + marked.size())) / line));
    std::vector<Reading> readings = all;
    const bool cut = readings.size() > rows;
    if (cut)
        std::stable_sort(readings.begin(), readings.end(),
                         [](const Reading &a, const Reading &b) { return a.number > b.number; });
    const std::size_t shown = cut ? rows - 1 : readings.size();
    const QString head = formatInstant(time + wallOffset, now + wallOffset);
    const QString rest =
        cut ? QCoreApplication::translate("LiveChart", "and %n more", nullptr, int(readings.size() - shown))
            : QString();

    double labels = 0, values = 0,
           texts = std::max(metrics.horizontalAdvance(head), metrics.horizontalAdvance(rest));
    for (std::size_t i = 0; i < shown; ++i) {
        labels = std::max(labels, std::min(metrics.horizontalAdvance(readings[i].label), MaxLabel));
        values = std::max(values, metrics.horizontalAdvance(readings[i].value));
    }
    for (const Marker &marker : marked)
        texts = std::max(texts, std::min(metrics.horizontalAdvance(marker.text), MaxLabel + 60));
    const double table = shown > 0 ? Sample + Gap + labels + 2 * Gap + values : 0;
    const double width = std::ceil(std::max(table, texts) + 2 * Pad);
    const double height = line * double(1 + marked.size() + shown + (cut ? 1 : 0)) + 2 * Pad - 4;
    QRectF box(x + 8, area.top() + 2, width, height);
    if (box.right() > area.right())
        box.moveRight(x - 9);
    if (box.left() < area.left())
        box.moveLeft(area.left());

    painter.setPen(QPen(colours.grid, 1));
    painter.setBrush(colours.box);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setBrush(Qt::NoBrush);
    painter.setFont(font);
    const QRectF content = box.adjusted(Pad, Pad - 2, -Pad, 0);
    double y = content.top();
    const auto rowAt = [&](double left, double rowWidth) { return QRectF(left, y, rowWidth, line); };
    painter.setPen(colours.mutedText);
    painter.drawText(rowAt(content.left(), content.width()), Qt::AlignVCenter, head);
    y += line;
    for (const Marker &marker : marked) {
        painter.setPen(colours.levels[std::size_t(std::clamp(marker.level, 0, 3))]);
        painter.drawText(rowAt(content.left(), content.width()), Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(marker.text, Qt::ElideRight, content.width()));
        y += line;
    }
    for (std::size_t i = 0; i < shown; ++i, y += line) {
        painter.setPen(curvePen(colours, readings[i].colour, readings[i].dash));
        painter.drawLine(QPointF(content.left(), crisp(y + line / 2)),
                         QPointF(content.left() + Sample, crisp(y + line / 2)));
        painter.setPen(colours.text);
        painter.drawText(rowAt(content.left() + Sample + Gap, labels + 2),
                         Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(readings[i].label, Qt::ElideMiddle, labels + 1));
        painter.drawText(rowAt(content.right() - values - 2, values + 2), Qt::AlignVCenter | Qt::AlignRight,
                         readings[i].value);
    }
    painter.setPen(colours.mutedText);
    painter.drawText(rowAt(content.left(), content.width()), Qt::AlignVCenter, rest);
}

void PlotFurniture::drawMessage(QPainter &painter, const QString &text) const
{
    painter.setFont(font);
    painter.setPen(colours.mutedText);
    painter.drawText(area.adjusted(16, 4, -16, -4), int(Qt::AlignCenter) | Qt::TextWordWrap, text);
}

void PlotFurniture::drawRubberBand(QPainter &painter, double x1, double x2) const
{
    QColor fill = colours.curve(0);
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.15F);
    const double left = std::clamp(std::min(x1, x2), area.left(), area.right());
    const double right = std::clamp(std::max(x1, x2), area.left(), area.right());
    painter.fillRect(QRectF(left, area.top(), right - left, area.height()), fill);
    for (const double x : {left, right})
        painter.drawLine(QPointF(crisp(x), area.top()), QPointF(crisp(x), area.bottom()));
}

} // namespace metriscope::ui
