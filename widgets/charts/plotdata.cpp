// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plotdata.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace metriscope::ui
{
namespace
{

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

qint64 floorTo(qint64 value, qint64 step)
{
    const qint64 rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

bool isGap(const net::Column &column)
{
    return std::isnan(column.lower) || std::isnan(column.upper);
}

std::size_t pointsOf(const Columns &columns)
{
    return std::size_t(
        std::accumulate(columns.begin(), columns.end(), qint64{0}, [](qint64 n, const auto &column) {
            return n + (isGap(column) || column.lower == column.upper ? 1 : 2);
        }));
}

/// Half as many columns: lowest and highest of each pair; a gap stays one.
void mergePairs(Columns &columns)
{
    std::size_t out = 0;
    for (std::size_t i = 0; i < columns.size();) {
        net::Column column = columns[i++];
        if (!isGap(column) && i < columns.size() && !isGap(columns[i])) {
            column = {columns[i].time, std::min(column.lower, columns[i].lower),
                      std::max(column.upper, columns[i].upper)};
            ++i;
        }
        columns[out++] = column;
    }
    columns.resize(out);
}

} // namespace

Columns readColumns(const net::SeriesStore &store, const Curve &curve, net::TimeRange range, int width)
{
    if (curve.metric == net::NoMetric || range.span().count() <= 0)
        return {};
    const int columns = std::clamp(width, 2, MaxPointsPerCurve - 2);
    const qint64 step = std::max<qint64>(1, (range.span().count() + columns - 1) / columns);
    // A point outside on either side, so that lines run out of the picture instead of ending in it
    const qint64 margin = std::max<qint64>(step, 2000);
    const qint64 from = floorTo(range.from.time_since_epoch().count() - margin, step);
    const qint64 to = floorTo(range.to.time_since_epoch().count(), step) + step;
    Columns result =
        store.window(curve.metric, curve.measure, {net::Time{net::Millis{from}}, net::Time{net::Millis{to}}},
                     int((to - from) / step));
    while (pointsOf(result) > std::size_t(MaxPointsPerCurve)) {
        const std::size_t before = result.size();
        mergePairs(result);
        if (result.size() == before)
            break;
    }
    return result;
}

std::optional<net::Column> nearestColumn(std::span<const net::Column> columns, net::Time time,
                                         net::Millis reach)
{
    const auto after = std::lower_bound(columns.begin(), columns.end(), time,
                                        [](const net::Column &c, net::Time t) { return c.time < t; });
    std::optional<net::Column> best;
    const auto consider = [&](const net::Column &column) {
        const auto distance = std::chrono::abs(column.time - time);
        if (!isGap(column) && distance <= reach && (!best || distance < std::chrono::abs(best->time - time)))
            best = column;
    };
    if (after != columns.end())
        consider(*after);
    if (after != columns.begin())
        consider(*std::prev(after));
    return best;
}

std::optional<net::Column> neighbourColumn(std::span<const net::Column> columns, net::Time time, bool after)
{
    const auto isAfter = [time](const net::Column &c) { return c.time > time && !isGap(c); };
    const auto isBefore = [time](const net::Column &c) { return c.time < time && !isGap(c); };
    if (after) {
        const auto it = std::find_if(columns.begin(), columns.end(), isAfter);
        return it == columns.end() ? std::nullopt : std::optional{*it};
    }
    const auto it = std::find_if(columns.rbegin(), columns.rend(), isBefore);
    return it == columns.rend() ? std::nullopt : std::optional{*it};
}

void toPoints(std::span<const net::Column> columns, net::Time origin, double halfDot, QList<QPointF> &points)
{
    points.clear();
    double previous = NaN;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const net::Column &column = columns[i];
        const double x = double((column.time - origin).count());
        if (isGap(column)) {
            points.append({x, NaN});
            previous = NaN;
            continue;
        }
        const bool alone = std::isnan(previous) && (i + 1 == columns.size() || isGap(columns[i + 1]));
        if (alone && column.lower == column.upper) {
            points.append({x - halfDot, column.lower});
            points.append({x + halfDot, column.lower});
        } else if (column.lower == column.upper) {
            points.append({x, column.lower});
        } else {
            const bool upperFirst = std::abs(previous - column.upper) < std::abs(previous - column.lower);
            const double before = alone || std::isnan(previous) ? x : (points.last().x() + x) / 2;
            points.append({before, upperFirst ? column.upper : column.lower});
            points.append({x, upperFirst ? column.lower : column.upper});
        }
        previous = points.last().y();
    }
}

void cutAtEdges(QList<QPointF> &points, double width, double lowest, double highest)
{
    const auto at = [&](const QPointF &a, const QPointF &b, double x) {
        const double y = a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x());
        return QPointF(x, std::clamp(y, lowest, highest));
    };
    qsizetype first = 0, end = points.size();
    while (first + 1 < end &&
           (std::isnan(points[first].y()) || std::isnan(points[first + 1].y()) ? points[first].x() < 0
                                                                               : points[first + 1].x() <= 0))
        ++first;
    while (end - 2 >= first && (std::isnan(points[end - 1].y()) || std::isnan(points[end - 2].y())
                                    ? points[end - 1].x() > width
                                    : points[end - 2].x() >= width))
        --end;
    points = points.mid(first, end - first);
    if (points.size() < 2)
        return;
    if (points.first().x() < 0)
        points.first() = at(points[0], points[1], 0);
    if (points.last().x() > width)
        points.last() = at(points[points.size() - 2], points.last(), width);
}

void stackColumns(std::vector<Columns> &curves)
{
    std::vector<net::Time> times;
    for (const Columns &columns : curves)
        for (const net::Column &column : columns)
            times.push_back(column.time);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());

    Columns sums(times.size());
    std::transform(times.begin(), times.end(), sums.begin(), [](net::Time t) {
        return net::Column{t, NaN, NaN};
    });
    for (Columns &columns : curves) {
        if (columns.empty())
            continue; // not shown, or nothing to add
        std::size_t at = 0;
        for (const net::Column &column : columns) {
            while (sums[at].time < column.time)
                ++at;
            if (isGap(column))
                continue;
            net::Column &sum = sums[at];
            sum.lower = (isGap(sum) ? 0 : sum.lower) + column.lower;
            sum.upper = (isGap(sum) ? 0 : sum.upper) + column.upper;
        }
        columns = sums;
    }
}

ValueRange valueRange(std::span<const Columns> curves, net::TimeRange visible)
{
    ValueRange range{NaN, NaN};
    for (const Columns &columns : curves) {
        for (const net::Column &column : columns) {
            if (isGap(column) || column.time < visible.from || column.time > visible.to)
                continue;
            range.lowest = std::isnan(range.lowest) ? column.lower : std::min(range.lowest, column.lower);
            range.highest = std::isnan(range.highest) ? column.upper : std::max(range.highest, column.upper);
        }
    }
    return range;
}

} // namespace metriscope::ui
