// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartpage.h"
#include "widgets/charts/marker.h"
#include "widgets/overview/signalcurves.h"

#include "netlayer/engine/tick.h"

#include <QStringList>
#include <QWidget>

#include <deque>
#include <vector>

class QLabel;
class QStackedLayout;

namespace metriscope::ui
{

class EmptyOverview;
class LiveChart;
class StatisticsStrip;
class TimeAxis;

/// Request rate, latency and active users of the applications, one above the other along one time axis.
/// Whoever owns the axis advances it, before apply(). GUI thread.
class OverviewPane final : public QWidget
{
    Q_OBJECT

public:
    OverviewPane(const net::SeriesStore &store, TimeAxis &axis, QWidget *parent = nullptr);
    ~OverviewPane() override;

    /// Takes what is new in a tick; once per tick. A hidden pane only keeps it.
    void apply(const net::Tick &tick);
    /// Draws charts, readouts and statistics at once instead of at the next frame: for a picture.
    void refresh();
    /// Names as they are shown, in the order in which the applications appeared: for a combo box.
    [[nodiscard]] QStringList applicationNames() const;
    /// Shows one application, or all of them with -1.
    void setApplicationFilter(int application);
    [[nodiscard]] int applicationFilter() const noexcept { return m_filter; }
    void setStacked(bool stacked);
    /// Where the statsd receiver listens, for the words on the empty page. Port 0: it does not.
    void setStatsdAddress(const QString &host, quint16 port);
    /// Whether a pystatsd is asked how it is doing: that makes no application, but charts of its own.
    void setMonitored(bool monitored);

    /// Request rate, latency, active users.
    [[nodiscard]] std::vector<LiveChart *> charts() const;
    /// All of it, for export.
    [[nodiscard]] ChartPage page() const;
    [[nodiscard]] StatisticsStrip &statistics() const noexcept { return *m_strip; }
    [[nodiscard]] TimeAxis &axis() const noexcept { return m_axis; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_applications.empty(); }

Q_SIGNALS:
    void applicationsChanged(); ///< applicationNames() has more
    void startDemoRequested();
    void verifyRequested();
    void openMetricsRequested();
    void chartMonitorRequested();
    void contextMenuRequested(metriscope::ui::LiveChart *chart, const QPoint &globalPosition);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr std::size_t MaxMarkers = 2000;

    [[nodiscard]] std::vector<ShownApplication> shown() const;
    void rebuildCurves();
    void updateReadouts();
    void updateRateReadout(const std::vector<ShownApplication> &shown);
    void showToldLatency(const net::SignalValues *values);
    void updateLatencyReadout(const std::vector<ShownApplication> &shown);
    void updateUserReadout(const std::vector<ShownApplication> &shown);
    void updateNotes(const std::vector<ShownApplication> &shown);
    void retranslate();
    [[nodiscard]] const net::SignalValues *valuesOf(int application) const;

    const net::SeriesStore &m_store;
    TimeAxis &m_axis;
    std::vector<net::Application> m_applications;
    std::vector<net::SignalValues> m_values; ///< of the last tick
    std::deque<Marker> m_markers;
    LiveChart *m_rate, *m_latency, *m_users;
    StatisticsStrip *m_strip;
    QLabel *m_notes;
    EmptyOverview *m_empty;
    QStackedLayout *m_stack;
    int m_filter = -1;
};

} // namespace metriscope::ui
