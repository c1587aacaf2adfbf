// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/time.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace metriscope::ui
{

struct TimeTick {
    net::Time time; ///< on the axis, without the wall offset
    QString label;
};

/// Ticks at round local times, at most `most` of them. Labels show seconds, minutes or days as the step needs
/// them, and the day where a new one begins.
[[nodiscard]] std::vector<TimeTick> timeTicks(net::TimeRange range, net::Millis wallOffset, int most,
                                              const QLocale &locale = {});

} // namespace metriscope::ui
