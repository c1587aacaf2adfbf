// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/metric.h"

#include <QObject>

#include <vector>

class QTableView;

namespace metriscope::ui
{

class MetricModel;

/// Keeps what the reader looks at where it is while rows are sorted or filtered under it: the selection, the
/// current metric, and the place on screen of the current one, or of the topmost when it is out of sight.
class RowAnchor final : public QObject
{
    Q_OBJECT

public:
    RowAnchor(MetricModel &model, QTableView &view);

private:
    void remember();
    void restoreScroll();
    void restoreSelection();

    MetricModel &m_model;
    QTableView &m_view;
    net::MetricId m_anchor = net::NoMetric; ///< stays at m_offset rows below the top
    int m_offset = 0;
    net::MetricId m_current = net::NoMetric; ///< also while a filter hides it
    int m_currentColumn = 0;
    std::vector<net::MetricId> m_selected;
};

} // namespace metriscope::ui
