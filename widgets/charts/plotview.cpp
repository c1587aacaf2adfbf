// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plotview.h"

#include "widgets/charts/timeaxis.h"

#include <QEvent>
#include <QGraphicsLayout>
#include <QPainter>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr double RightMargin = 14, TopMargin = 5, ValueStepPixels = 29;

QValueAxis *addHiddenAxis(QChart &chart, Qt::Alignment side)
{
    auto *const axis = new QValueAxis(&chart);
    axis->setVisible(false);
    axis->setLabelsVisible(false);
    axis->setGridLineVisible(false);
    chart.addAxis(axis, side);
    return axis;
}

/// Qt Charts paints a dashed line as one path, in which the ends of a gap are joined: we paint it ourselves.
bool isBrokenDash(const Curve &curve, const QList<QPointF> &points)
{
    return !dashPattern(curve.dash, curve.colour).isEmpty() &&
           std::any_of(points.begin(), points.end(),
                       [](const QPointF &point) { return std::isnan(point.y()); });
}

QString formatColumn(const net::Column &column, Quantity quantity)
{
    const QString lower = formatValue(column.lower, quantity), upper = formatValue(column.upper, quantity);
    return lower == upper ? lower : lower + u" … "_s + upper;
}

} // namespace

PlotView::PlotView(TimeAxis &axis, QWidget *parent) : QChartView(parent), m_axis(axis)
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    m_x = addHiddenAxis(*chart(), Qt::AlignBottom);
    m_y = addHiddenAxis(*chart(), Qt::AlignLeft);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setOptimizationFlags(QGraphicsView::DontSavePainterState | QGraphicsView::DontAdjustForAntialiasing);
    setRenderHints({});
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setMinimumSize(160, 60);
    restyle();
}

void PlotView::setCurves(const std::vector<Curve> &curves)
{
    const std::vector<Curve> before = std::exchange(m_curves, curves);
    while (m_series.size() > curves.size()) {
        chart()->removeSeries(m_series.back());
        delete m_series.back();
        m_series.pop_back();
    }
    while (m_series.size() < curves.size()) {
        auto *const series = new QLineSeries(chart());
        chart()->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
        m_series.push_back(series);
    }
    // What stood for another curve must not be read as this one's; the next frame fills it. The others stay,
    // or the picture would blink.
    m_columns.resize(curves.size());
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const bool same = i < before.size() && curves[i].visible && before[i].metric == curves[i].metric &&
                          before[i].measure == curves[i].measure;
        if (same)
            continue;
        m_columns[i].clear();
        if (m_series[i]->count() > 0)
            m_series[i]->clear();
    }
    m_sums.clear();
    std::erase_if(m_dashes, [&](const Dashes &dashes) {
        return dashes.curve >= curves.size() || m_columns[dashes.curve].empty();
    });
    const auto visible = std::find_if(curves.begin(), curves.end(), [](const Curve &c) { return c.visible; });
    const Curve &first = visible != curves.end() ? *visible : curves.empty() ? Curve{} : curves.front();
    m_furniture.quantity = quantityOf(first.measure, first.unit);
    // Levels such as a temperature may live far from zero; whatever is counted or lasts does not
    m_furniture.scale.setFromZero(first.measure.what != net::Measure::What::Value ||
                                  first.unit != net::Unit::None);
    m_furniture.scale.reset();
    updatePens();
}

void PlotView::setMarkers(const std::vector<Marker> &markers)
{
    m_markers = markers;
    viewport()->update();
}

void PlotView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void PlotView::setStacked(bool stacked)
{
    m_stacked = stacked;
    m_furniture.scale.reset();
}

void PlotView::setTimeLabelsVisible(bool visible)
{
    m_furniture.timeLabels = visible;
    layOut();
}

void PlotView::restyle()
{
    m_furniture.colours = ChartPalette::of(palette());
    m_furniture.font = font();
    if (font().pointSizeF() > 0)
        m_furniture.font.setPointSizeF(std::max(font().pointSizeF() * 0.88, 7.0));
    setBackgroundBrush(m_furniture.colours.base);
    updatePens();
    layOut();
}

void PlotView::updatePens()
{
    for (std::size_t i = 0; i < m_series.size(); ++i)
        m_series[i]->setPen(curvePen(m_furniture.colours, m_curves[i].colour, m_curves[i].dash));
}

void PlotView::layOut()
{
    const QFontMetricsF metrics(m_furniture.font);
    const double left = std::ceil(metrics.horizontalAdvance(u"0000.0 ms"_s)) + 10;
    const double bottom = m_furniture.timeLabels ? std::ceil(metrics.height()) + 7 : 6;
    const QRectF area(left, TopMargin, std::max(width() - left - RightMargin, 10.0),
                      std::max(height() - TopMargin - bottom, 10.0));
    if (area == m_furniture.area)
        return;
    m_furniture.area = area;
    chart()->setPlotArea(area);
    m_furniture.scale.reset();
    viewport()->update();
}

int PlotView::columnsWanted() const
{
    return int(m_furniture.area.width());
}

net::Millis PlotView::reach() const
{
    return net::Millis{std::max<qint64>(std::llround(m_furniture.perPixel() * 6), 1500)};
}

int PlotView::leadingCurve() const
{
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        if (m_curves[i].visible && m_curves[i].metric != net::NoMetric)
            return int(i);
    return -1;
}

void PlotView::fitValues(const std::vector<Columns> &drawn)
{
    const ValueRange values = valueRange(drawn, m_furniture.range);
    const int steps = std::clamp(int(m_furniture.area.height() / ValueStepPixels), 2, 8);
    if (m_furniture.scale.fit(values.lowest, values.highest, steps))
        m_y->setRange(m_furniture.scale.from(), m_furniture.scale.to());
}

void PlotView::show(net::TimeRange range, std::vector<Columns> columns, std::vector<net::DropSpan> drops)
{
    viewport()->setUpdatesEnabled(false); // no half a frame
    columns.resize(m_series.size());
    m_columns = std::move(columns);
    m_drops = std::move(drops);
    m_sums = m_stacked ? m_columns : std::vector<Columns>{};
    if (m_stacked)
        stackColumns(m_sums);
    const std::vector<Columns> &drawn = m_stacked ? m_sums : m_columns;

    m_furniture.range = range;
    m_furniture.wallOffset = m_axis.wallOffset();
    m_furniture.now = m_axis.now();
    fitValues(drawn);
    const auto span = double(m_furniture.range.span().count());
    if (m_x->max() != span || m_x->min() != 0)
        m_x->setRange(0, span);
    m_dashes.clear();
    m_next = 0;
}

bool PlotView::showSome()
{
    constexpr std::size_t AtOnce = 4;
    const std::vector<Columns> &drawn = m_stacked ? m_sums : m_columns;
    const auto span = double(m_furniture.range.span().count());
    const std::size_t end = std::min(m_next + AtOnce, std::min(m_series.size(), drawn.size()));
    for (std::size_t &i = m_next; i < end; ++i) {
        toPoints(drawn[i], m_furniture.range.from, 1.5 * m_furniture.perPixel(), m_points);
        cutAtEdges(m_points, span, m_furniture.scale.from(), m_furniture.scale.to());
        if (isBrokenDash(m_curves[i], m_points)) {
            m_dashes.push_back({i, m_points});
            m_points.clear();
        }
        if (!m_points.isEmpty() || m_series[i]->count() > 0)
            m_series[i]->replace(m_points);
    }
    if (m_next < m_series.size() && m_next < drawn.size())
        return false;
    viewport()->setUpdatesEnabled(true);
    if (m_pointer && m_drag == Drag::None) // the crosshair stays under the mouse while the picture scrolls
        m_axis.setCrosshair(m_furniture.timeAt(*m_pointer));
    viewport()->update();
    return true;
}

std::vector<Reading> PlotView::readingsAt(net::Time time) const
{
    std::vector<Reading> readings;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const Curve &curve = m_curves[i];
        if (!curve.visible || curve.metric == net::NoMetric)
            continue;
        const auto column = nearestColumn(m_columns[i], time, reach());
        readings.push_back({curve.colour, curve.dash, curve.label,
                            column ? formatColumn(*column, quantityOf(curve.measure, curve.unit)) : u"–"_s,
                            column ? column->upper : -std::numeric_limits<double>::infinity()});
    }
    return readings;
}

void PlotView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, m_furniture.colours.base);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false); // of the grid; the curves come after
    m_furniture.drawDrops(*painter, m_drops);
    m_furniture.drawGrid(*painter, QLocale());
    if (m_stacked) {
        painter->setClipRect(m_furniture.area);
        m_furniture.drawStack(*painter, m_sums, m_curves);
    }
    painter->restore();
}

void PlotView::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    for (const auto &[curve, points] : m_dashes)
        m_furniture.drawLine(*painter, points, m_curves[curve]);
    m_furniture.drawMarkers(*painter, m_markers);
    if (const auto a = m_axis.cursorA())
        m_furniture.drawCursor(*painter, *a, u'A');
    if (const auto b = m_axis.cursorB())
        m_furniture.drawCursor(*painter, *b, u'B');
    const bool empty =
        std::all_of(m_columns.begin(), m_columns.end(), [](const Columns &c) { return c.empty(); });
    if (empty && !m_emptyText.isEmpty())
        m_furniture.drawMessage(*painter, m_emptyText);
    if (m_drag == Drag::Zoom && m_pointer)
        m_furniture.drawRubberBand(*painter, m_dragStart, *m_pointer);
    else if (const auto crosshair = m_axis.crosshair(); crosshair && !empty)
        m_furniture.drawCrosshair(*painter, *crosshair, readingsAt(*crosshair), m_markers);
    if (hasFocus()) {
        painter->setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter->drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -1, -1));
    }
    painter->restore();
}

void PlotView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void PlotView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

} // namespace metriscope::ui
