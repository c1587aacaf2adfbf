// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/measure.h"
#include "netlayer/types/metric.h"

#include <QString>

namespace metriscope::ui
{

/// One line of a chart. Where it comes from, what of it is read, how it looks.
struct Curve {
    net::MetricId metric = net::NoMetric; ///< NoMetric: absent for now, stands in the legend greyed
    net::Measure measure;
    net::Unit unit = net::Unit::None;
    QString label;  ///< shown in the legend, already translated or raw metric text; plain text always
    int colour = 0; ///< index into the palette: one per application or metric
    int dash = 0;   ///< index into the dash patterns: one per measure
    bool visible = true;

    friend bool operator==(const Curve &, const Curve &) = default;
};

} // namespace metriscope::ui
