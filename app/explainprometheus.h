// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/prometheus/exposition.h"

#include <QString>

#include <optional>

namespace metriscope::app
{

/// `metriscope explain prometheus`: the families and samples of an exposition, and what is wrong with it, as
/// text or as JSON Lines. `from` is a file, a URL, or `-` (or nothing) for standard input. Without `format`
/// it is the one of the Content-Type of a URL, else OpenMetrics when the last line is `# EOF`. Answers the
/// exit status: 1 when there is an error, 2 when there is nothing to read.
[[nodiscard]] int explainPrometheus(const QString &from, std::optional<net::ExpositionFormat> format,
                                    bool json);

} // namespace metriscope::app
