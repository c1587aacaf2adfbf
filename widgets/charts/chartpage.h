// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace metriscope::ui
{

class LiveChart;
class TimeAxis;

/// Charts that are shown together along one time axis: what is exported as one picture or one table.
struct ChartPage {
    QString title;
    TimeAxis *axis = nullptr;
    std::vector<LiveChart *> charts; ///< row by row
    int columns = 1;
};

} // namespace metriscope::ui
