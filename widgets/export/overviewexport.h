// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export/exportchoice.h"
#include "widgets/export/exportfile.h"

#include "netlayer/engine/tick.h"
#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <vector>

namespace metriscope::ui
{

/// Writes `overview.png` (the last `span`, or as much of it as there is, a minute at least) and
/// `overview.csv` (all that is kept) into a folder, which is made when it is missing. Needs a QApplication,
/// be it on the offscreen platform, but no window. `last` is the last tick: its applications are drawn. Both
/// results are returned, the picture's first. GUI thread.
[[nodiscard]] std::vector<ExportResult> exportOverview(const QString &folder, const net::SeriesStore &store,
                                                       const net::Registry &registry, const net::Tick &last,
                                                       net::Millis span = std::chrono::minutes{5},
                                                       const ExportChoice &choice = {});

} // namespace metriscope::ui
