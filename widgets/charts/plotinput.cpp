// SPDX-License-Identifier: GPL-3.0-or-later
// How the mouse and the keyboard move a PlotView's time axis.
#include "widgets/charts/plotview.h"
#include "widgets/charts/timeaxis.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace metriscope::ui
{
namespace
{

constexpr double DragThreshold = 5;  ///< pixels; less is a click
constexpr double WheelZoom = 1.0016; ///< per eighth of a degree: a notch zooms by a fifth
constexpr double TopReach = 8;       ///< pixels above and below the plot that still count
constexpr double KeyZoom = 1.6, KeyPan = 0.125;

/// The keys of commands by their place: on a Russian keyboard A, B and F give the letters that stand there.
int commandKey(int key)
{
    switch (key) {
    case 0x0424:
        return Qt::Key_A;
    case 0x0418:
        return Qt::Key_B;
    case 0x0410:
        return Qt::Key_F;
    default:
        return key;
    }
}

} // namespace

void PlotView::mousePressEvent(QMouseEvent *event)
{
    Q_EMIT activated();
    const bool left = event->button() == Qt::LeftButton;
    if (!left && event->button() != Qt::MiddleButton)
        return;
    m_drag = left && !(event->modifiers() & Qt::ShiftModifier) ? Drag::Zoom : Drag::Pan;
    m_dragStart = event->position().x();
    m_pointer = m_dragStart;
    if (m_drag == Drag::Pan)
        viewport()->setCursor(Qt::ClosedHandCursor);
    event->accept();
}

void PlotView::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    switch (m_drag) {
    case Drag::Zoom:
        m_pointer = x;
        viewport()->update();
        break;
    case Drag::Pan:
        if (const auto by = std::llround((m_dragStart - x) * m_furniture.perPixel()); by != 0) {
            m_axis.pan(net::Millis{by});
            m_dragStart = x;
        }
        break;
    case Drag::None:
        if (m_furniture.area.adjusted(-1, -TopReach, 1, TopReach).contains(event->position())) {
            m_pointer = x;
            m_axis.setCrosshair(m_furniture.timeAt(x));
            Q_EMIT activated();
        } else if (m_pointer) {
            m_pointer.reset();
            m_axis.setCrosshair(std::nullopt);
        }
        break;
    }
    event->accept();
}

void PlotView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    if (drag == Drag::Zoom && std::abs(event->position().x() - m_dragStart) >= DragThreshold) {
        refit();
        m_axis.zoomTo({m_furniture.timeAt(std::min(m_dragStart, event->position().x())),
                       m_furniture.timeAt(std::max(m_dragStart, event->position().x()))});
    }
    viewport()->update();
    event->accept();
}

void PlotView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    refit();
    m_axis.setFollowing(true);
    event->accept();
}

void PlotView::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->angleDelta();
    const bool sideways = std::abs(delta.x()) > std::abs(delta.y());
    if (sideways || (event->modifiers() & Qt::ShiftModifier)) {
        const int turn = sideways ? delta.x() : delta.y();
        m_axis.pan(net::Millis{-std::llround(double(m_axis.span().count()) * KeyPan * turn / 120)});
    } else if (delta.y() != 0) {
        refit();
        m_axis.zoom(std::pow(WheelZoom, -delta.y()), m_furniture.timeAt(event->position().x()));
    }
    event->accept();
}

void PlotView::leaveEvent(QEvent *event)
{
    if (m_pointer && m_drag == Drag::None) {
        m_pointer.reset();
        m_axis.setCrosshair(std::nullopt);
    }
    QChartView::leaveEvent(event);
}

void PlotView::walk(bool after)
{
    const int leading = leadingCurve();
    if (leading < 0)
        return;
    const Columns &columns = m_columns[std::size_t(leading)];
    const auto from = m_axis.crosshair();
    const auto column = from ? neighbourColumn(columns, *from, after)
                             : neighbourColumn(columns, m_axis.visible().to + net::Millis{1}, false);
    if (!column)
        return;
    m_pointer.reset(); // the keyboard holds it now
    m_axis.setCrosshair(column->time);
    const net::TimeRange range = m_axis.visible();
    if (column->time < range.from)
        m_axis.pan(-range.span() / 4);
    else if (column->time > range.to)
        m_axis.pan(range.span() / 4);
}

void PlotView::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const net::Millis step{std::llround(double(m_axis.span().count()) * KeyPan)};
    const net::TimeRange range = m_axis.visible();
    const net::Time middle = m_axis.crosshair().value_or(range.from + range.span() / 2);
    switch (commandKey(event->key())) {
    case Qt::Key_Left:
        control ? m_axis.pan(-step) : walk(false);
        break;
    case Qt::Key_Right:
        control ? m_axis.pan(step) : walk(true);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        refit();
        m_axis.zoom(1 / KeyZoom, middle);
        break;
    case Qt::Key_Minus:
        refit();
        m_axis.zoom(KeyZoom, middle);
        break;
    case Qt::Key_Home:
    case Qt::Key_F:
        refit();
        m_axis.setFollowing(true);
        break;
    case Qt::Key_Backspace:
        refit();
        m_axis.back();
        break;
    case Qt::Key_A:
        m_axis.setCursorA(middle);
        break;
    case Qt::Key_B:
        m_axis.setCursorB(middle);
        break;
    case Qt::Key_Space:
        m_axis.setPaused(!m_axis.isPaused());
        break;
    case Qt::Key_Escape:
        if (m_drag != Drag::None) {
            m_drag = Drag::None;
            viewport()->unsetCursor();
            viewport()->update();
        } else {
            m_axis.setCrosshair(std::nullopt);
            m_axis.setCursorA(std::nullopt);
            m_axis.setCursorB(std::nullopt);
        }
        break;
    default:
        QChartView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void PlotView::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT activated();
    Q_EMIT contextMenuRequested(event->globalPos());
    event->accept();
}

void PlotView::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    Q_EMIT activated();
    viewport()->update();
}

void PlotView::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace metriscope::ui
