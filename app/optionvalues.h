// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"
#include "netlayer/series/fold.h"
#include "netlayer/signals/preset.h"
#include "netlayer/sockets/endpoint.h"
#include "netlayer/types/time.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace metriscope::app
{

// Values of options as people and scripts write them: C locale, nothing around them, nullopt when not exactly
// that.

[[nodiscard]] std::optional<net::Millis> readSeconds(const QString &text, double least, double most);
[[nodiscard]] std::optional<std::size_t> readCount(const QString &text, std::size_t least, std::size_t most);
/// Comma separated; double ones are left out, at most 32.
[[nodiscard]] std::optional<std::vector<double>> readPercentiles(const QString &text);
[[nodiscard]] std::optional<net::PercentileRule> readPercentileRule(const QString &text);
[[nodiscard]] std::optional<net::TimerUnitRule> readTimerUnit(const QString &text);
/// "gstats=tcp://127.0.0.1:2345"; without an id.
[[nodiscard]] std::optional<net::PollConfig> readPoll(const QString &text);
/// A host's name or address, and a port; or the path of a unix socket.
[[nodiscard]] bool isHostAndPort(const QString &text);
/// http or https, with a host.
[[nodiscard]] bool isWebAddress(const QString &text);
/// A word behind `explain`.
[[nodiscard]] bool isExplained(const QString &kind);
/// "127.0.0.1:1942", or a URL with a numeric host, whose path is left out.
[[nodiscard]] std::optional<net::Endpoint> readHttpEndpoint(const QString &text);
[[nodiscard]] bool isDialect(const QString &text);
[[nodiscard]] QString dialectNames(); ///< comma separated

} // namespace metriscope::app
