// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curve.h"

#include "netlayer/series/seriesstore.h"

#include <QWidget>

#include <vector>

namespace metriscope::ui
{

class TimeAxis;

/// A vertical line at an instant: a DogStatsD event, a service check, a source that restarted.
struct Marker {
    net::Time time;
    QString text;
    int level = 0; ///< 0 information, 1 success, 2 warning, 3 error
};

/// One live chart with title, current value, legend and value axis, drawn from the store at most 30 times a
/// second, and only while it is visible and something changed. GUI thread.
class LiveChart final : public QWidget
{
    Q_OBJECT

public:
    LiveChart(const net::SeriesStore &store, TimeAxis &axis, QWidget *parent = nullptr);
    ~LiveChart() override;

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;
    void setCurves(const std::vector<Curve> &curves);
    [[nodiscard]] const std::vector<Curve> &curves() const noexcept; ///< with the visibility the reader chose
    void setMarkers(const std::vector<Marker> &markers);
    /// The big number beside the title and the small text after it; empty hides them.
    void setReadout(const QString &value, const QString &detail);
    /// Shown in the middle while there is no curve with a point.
    void setEmptyText(const QString &text);
    void setStacked(bool stacked);
    /// The time labels; only the lowest chart of a stack shows them.
    void setTimeLabelsVisible(bool visible);
    /// Something in the store may have changed: draw at the next frame. Cheap, called every tick.
    void markDirty();

Q_SIGNALS:
    void curvesChanged(); ///< the reader toggled a curve in the legend
    void contextMenuRequested(const QPoint &globalPosition);
};

} // namespace metriscope::ui
