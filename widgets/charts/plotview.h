// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plotfurniture.h"

#include <QtCharts/QChartView>

#include <optional>
#include <vector>

class QLineSeries;
class QValueAxis;

namespace metriscope::ui
{

class TimeAxis;

/// The picture inside a LiveChart: curves by Qt Charts, everything else painted around them. The axes of Qt
/// Charts are hidden and stand still: x is in milliseconds since the left edge, so that scrolling lays out
/// nothing. Takes the mouse and the keyboard for the time axis.
class PlotView final : public QChartView
{
    Q_OBJECT

public:
    PlotView(TimeAxis &axis, QWidget *parent);

    /// Number, looks and order of the curves.
    void setCurves(const std::vector<Curve> &curves);
    void setMarkers(const std::vector<Marker> &markers);
    void setEmptyText(const QString &text);
    void setStacked(bool stacked);
    void setTimeLabelsVisible(bool visible);
    /// Begins a frame: the columns of every curve, empty for those not shown.
    void show(net::TimeRange range, std::vector<Columns> columns, std::vector<net::DropSpan> drops);
    /// Hands the next curves of the frame to Qt Charts, a millisecond or two of work; true when all are drawn
    /// and the picture is let onto the screen.
    bool showSome();
    /// Crosshair or cursors moved.
    void showOverlay() { viewport()->update(); }
    /// The next frame may choose a new value range.
    void refit() { m_furniture.scale.reset(); }

    [[nodiscard]] int columnsWanted() const;
    [[nodiscard]] const std::vector<Columns> &columns() const noexcept { return m_columns; }
    [[nodiscard]] std::vector<Reading> readingsAt(net::Time time) const;
    [[nodiscard]] const PlotFurniture &furniture() const noexcept { return m_furniture; }
    /// The curve whose points the keyboard walks and whose statistics are shown; -1 when none has one.
    [[nodiscard]] int leadingCurve() const;

Q_SIGNALS:
    void activated();
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag : std::uint8_t { None, Zoom, Pan };

    void restyle();
    void layOut();
    void updatePens();
    void fitValues(const std::vector<Columns> &drawn);
    void walk(bool after);
    [[nodiscard]] net::Millis reach() const;

    TimeAxis &m_axis;
    QValueAxis *m_x;
    QValueAxis *m_y;
    std::vector<QLineSeries *> m_series;
    std::vector<Curve> m_curves;
    std::vector<Columns> m_columns, m_sums;
    std::vector<net::DropSpan> m_drops;
    std::vector<Marker> m_markers;
    struct Dashes {
        std::size_t curve;
        QList<QPointF> points;
    };
    std::vector<Dashes> m_dashes; ///< dashed curves with gaps, which Qt Charts cannot draw
    QList<QPointF> m_points;
    PlotFurniture m_furniture;
    QString m_emptyText;
    std::optional<double> m_pointer; ///< x of the mouse while it is over the plot
    double m_dragStart = 0;
    Drag m_drag = Drag::None;
    std::size_t m_next = 0; ///< curve of the frame to draw next
    bool m_stacked = false;
};

} // namespace metriscope::ui
