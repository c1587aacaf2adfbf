// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <QString>

namespace metriscope::ui
{

/// A shell command that sends such a line to a statsd receiver, safe to paste whatever the name holds:
/// `printf '%s\n' 'api.hits:1|c' | nc -u -w1 127.0.0.1 8125`. Control characters make it `$'...'`.
[[nodiscard]] QString ncCommand(const net::MetricInfo &info, const net::Latest &latest, const QString &host,
                                int port);

} // namespace metriscope::ui
