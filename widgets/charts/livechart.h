// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartpage.h"
#include "widgets/charts/curve.h"
#include "widgets/charts/frameclock.h"
#include "widgets/charts/marker.h"

#include "netlayer/series/seriesstore.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace metriscope::ui
{

class ElidedLabel;
class Legend;
class PlotView;
class PointModel;
class ReadoutLabel;
class TimeAxis;

/// One live chart with title, current value, legend and value axis, drawn from the store at most 30 times a
/// second, and only while it is visible and something changed. GUI thread.
class LiveChart final : public QWidget, private FrameClient
{
    Q_OBJECT

public:
    LiveChart(const net::SeriesStore &store, TimeAxis &axis, QWidget *parent = nullptr);
    ~LiveChart() override;

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const { return m_title; }
    void setCurves(const std::vector<Curve> &curves);
    /// With the visibility the reader chose.
    [[nodiscard]] const std::vector<Curve> &curves() const noexcept { return m_curves; }
    void setMarkers(const std::vector<Marker> &markers);
    [[nodiscard]] const std::vector<Marker> &markers() const noexcept { return m_markers; }
    /// The big number beside the title and the small text after it; empty hides them.
    void setReadout(const QString &value, const QString &detail);
    /// Shown in the middle while there is no curve with a point.
    void setEmptyText(const QString &text);
    void setStacked(bool stacked);
    [[nodiscard]] bool isStacked() const noexcept { return m_stacked; }
    /// The time labels; only the lowest chart of a stack shows them.
    void setTimeLabelsVisible(bool visible);
    /// Stands at the end of the header; the chart becomes its parent.
    void addHeaderButton(QToolButton *button);
    /// Smooth lines: for pictures, they cost too much on the screen.
    void setAntialiased(bool antialiased);
    /// The same points as a table instead of the picture.
    void setTableVisible(bool visible);
    [[nodiscard]] bool isTableVisible() const;
    /// Something in the store may have changed: draw at the next frame. Cheap, called every tick.
    void markDirty();
    /// Draws at once, shown or not: for a picture of the chart.
    void drawNow();
    /// Takes title, curves, markers, readout and looks of another chart: for a picture of it.
    void copyFrom(const LiveChart &other);

    [[nodiscard]] const net::SeriesStore &store() const noexcept { return m_store; }
    [[nodiscard]] TimeAxis &axis() const noexcept { return m_axis; }
    /// The highest sum of the curves shown, over the visible range; NaN without a value, or where a column
    /// holds several points, whose sum would be a guess.
    [[nodiscard]] double highestTotal() const;
    /// This chart alone, for export.
    [[nodiscard]] ChartPage page();
    /// The curve that statistics and keyboard crosshair speak of: the first one shown; null without one.
    [[nodiscard]] const Curve *leadingCurve() const;

Q_SIGNALS:
    void curvesChanged(); ///< the reader toggled a curve in the legend
    void activated();     ///< the reader pointed at the chart or gave it the focus
    void tableVisibleChanged(bool visible);
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool drawFrame() override;
    /// Reads and draws until the frame is done, or until `budget` milliseconds are over; true when it is
    /// done.
    bool work(qint64 budget);
    void begin();
    void present();
    void invalidate();
    void requestFrame();
    void toggleCurve(int curve, bool visible);
    void retranslate();
    void restyle();
    void describe();
    [[nodiscard]] bool isOnScreen() const;

    const net::SeriesStore &m_store;
    TimeAxis &m_axis;
    QPointer<FrameClock> m_frames;
    std::vector<Curve> m_curves;
    std::vector<Marker> m_markers;
    QString m_title, m_emptyText;
    ElidedLabel *m_titleLabel;
    ReadoutLabel *m_readout;
    Legend *m_legend;
    QHBoxLayout *m_header;
    QToolButton *m_tableButton;
    PlotView *m_plot;
    QTableView *m_table = nullptr; ///< made when it is first wanted
    PointModel *m_points = nullptr;
    QStackedLayout *m_stack;
    QElapsedTimer m_sinceDescription;
    std::vector<std::vector<net::Column>> m_read; ///< of the frame at work, one a curve
    std::size_t m_next = 0;                       ///< the curve to read next
    bool m_working = false;
    net::TimeRange m_drawn{}; ///< the range of the last frame
    net::Time m_drawnUpTo{};  ///< what the store held then
    bool m_dataDirty = true, m_overlayDirty = false, m_stacked = false;
};

} // namespace metriscope::ui
