// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/boards/boarddata.h"
#include "widgets/boards/metricfinder.h"

#include "netlayer/series/seriesstore.h"

#include <QFrame>

class QToolButton;

namespace metriscope::ui
{

class LiveChart;
class TimeAxis;

/// One chart of a board: shows what the board's data says, takes metrics that are dropped onto it, and asks
/// for everything else.
class ChartCard final : public QFrame
{
    Q_OBJECT

public:
    static constexpr int LeastHeight = 170, LeastWidth = 240;

    ChartCard(const net::Registry &registry, const net::SeriesStore &store, TimeAxis &axis,
              QWidget *parent = nullptr);

    /// Metrics that are not there yet are waited for.
    void setData(const BoardChart &data, MetricFinder &finder);
    [[nodiscard]] const BoardChart &data() const noexcept { return m_data; }
    [[nodiscard]] LiveChart &chart() noexcept { return *m_chart; }
    /// The title on screen: the reader's own, or one made from the metrics.
    [[nodiscard]] QString title() const;
    void setTimeLabelsVisible(bool visible);
    /// Not the legend's: a card takes the height that the board gives it.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override { return {2 * LeastHeight, LeastHeight}; }
    void focusPlot();
    /// Once a tick: the current value beside the title, and a frame.
    void refresh();

Q_SIGNALS:
    void menuRequested(const QPoint &globalPosition);
    void metricsDropped(const std::vector<metriscope::net::MetricId> &metrics);
    void visibilityChanged(); ///< the reader toggled a curve: data() has it

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void retranslate();
    void showCurves();
    void showReadout();
    void takeVisibility();
    void highlight(bool on);

    const net::Registry &m_registry;
    BoardChart m_data;
    std::vector<net::MetricId> m_ids; ///< beside m_data.curves
    LiveChart *m_chart;
    QToolButton *m_menuButton;
};

/// What a curve is called: what of its name and tags the title does not say yet, and what is read of it.
[[nodiscard]] QString curveLabel(const BoardChart &chart, const BoardCurve &curve);
/// A chart's title, own or made.
[[nodiscard]] QString chartTitle(const BoardChart &chart);

} // namespace metriscope::ui
