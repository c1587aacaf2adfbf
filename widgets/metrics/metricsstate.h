// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/metricfilter.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace metriscope::ui
{

/// How the reader has arranged the list of metrics; kept between runs by whoever owns the pane.
struct MetricsState {
    struct Column {
        int column = 0; ///< in the model
        int width = 0;  ///< pixels; 0: what suits
        bool shown = true;
        friend bool operator==(const Column &, const Column &) = default;
    };
    static constexpr int MostTagColumns = 16;

    bool tree = false;
    MetricFilter::Syntax syntax = MetricFilter::Syntax::Text;
    int sortColumn = 0;
    bool descending = false;
    QStringList tagColumns;
    std::vector<Column> columns; ///< from left to right; empty: as shipped
    friend bool operator==(const MetricsState &, const MetricsState &) = default;
};

/// JSON, for the settings.
[[nodiscard]] QByteArray metricsStateToJson(const MetricsState &state);
/// Whatever is damaged or out of range keeps its default.
[[nodiscard]] MetricsState metricsStateFromJson(const QByteArray &json);

} // namespace metriscope::ui
