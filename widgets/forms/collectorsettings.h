// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/gstats/collectorconfig.h"

namespace metriscope::ui
{

/// What is kept of the embedded gstats collector. Off at first: many have a gstats-collectd on these ports.
struct CollectorSettings {
    bool enabled = false; ///< collect as soon as the program starts
    net::CollectorConfig config;

    friend bool operator==(const CollectorSettings &, const CollectorSettings &) = default;
};

} // namespace metriscope::ui
