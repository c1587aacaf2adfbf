// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export/exportfile.h"

#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <cstdint>
#include <vector>

namespace metriscope::ui
{

/// Writes the list of metrics as a table: name, kind, tags, unit, last value, rate, time of the last value,
/// source. UTF-8, C locale, times as ISO 8601 UTC (`wallOffset` added), cells guarded against formulas; bytes
/// that are not UTF-8 are shown as in the window. Any thread.
[[nodiscard]] ExportResult writeMetricList(const net::Registry &registry, const net::SeriesStore &store,
                                           const std::vector<std::uint32_t> &ids, net::Millis wallOffset,
                                           const QString &path, std::stop_token stop,
                                           ExportProgress &progress);

} // namespace metriscope::ui
