// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bank.h"
#include "netlayer/types/time.h"

#include <QString>

#include <optional>

namespace metriscope::ui
{

/// A vertical line at an instant: a DogStatsD event, a service check, a source that restarted.
struct Marker {
    net::Time time;
    QString text;
    int level = 0; ///< 0 information, 1 success, 2 warning, 3 error
    friend bool operator==(const Marker &, const Marker &) = default;
};

/// What an event or a service check looks like on a chart. Checks that say "all is well" say it every few
/// seconds: they get no marker.
[[nodiscard]] std::optional<Marker> toMarker(const net::Annotation &annotation, net::Time time);

} // namespace metriscope::ui
