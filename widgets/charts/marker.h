// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/time.h"

#include <QString>

namespace metriscope::ui
{

/// A vertical line at an instant: a DogStatsD event, a service check, a source that restarted.
struct Marker {
    net::Time time;
    QString text;
    int level = 0; ///< 0 information, 1 success, 2 warning, 3 error
};

} // namespace metriscope::ui
