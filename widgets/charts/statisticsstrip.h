// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

namespace metriscope::ui
{

class LiveChart;
struct Curve;
class StripItem;
class TimeAxis;

/// One line under the charts of a page: the visible range, the statistics in it of the leading curve of the
/// chart that was pointed at last, and the difference between the cursors A and B.
class StatisticsStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatisticsStrip(TimeAxis &axis, QWidget *parent = nullptr);

    /// Speaks of this chart from now on; null for none.
    void setChart(LiveChart *chart);
    /// The store has new points.
    void markDirty();
    /// At once, for a picture.
    void refresh();
    /// All of it as one line of text, as a picture's caption or for assistive technology.
    [[nodiscard]] QString text() const;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Item { Range, Name, N, Min, Mean, Max, P50, P95, P99, Difference, ItemCount };

    void retranslate();
    [[nodiscard]] QString difference() const;
    [[nodiscard]] static QString nameOf(const LiveChart &chart, const Curve &curve);

    TimeAxis &m_axis;
    QPointer<LiveChart> m_chart;
    std::array<StripItem *, ItemCount> m_items{};
    QTimer m_timer;
    QElapsedTimer m_sinceRefresh;
};

} // namespace metriscope::ui
