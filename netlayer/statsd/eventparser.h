// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/statsd/dialect.h"
#include "netlayer/statsd/samplesink.h"
#include "netlayer/types/sample.h"

#include <string_view>

namespace metriscope::net
{

/// `_e{5,4}:title|text|d:...|h:...|k:...|p:low|s:...|t:warning|#tags`; the lengths count bytes. An unusable
/// field is left out with a warning, the event stays.
[[nodiscard]] LineReport parseEvent(std::string_view line, const Dialect &dialect,
                                    const SampleSink &sink) noexcept;

/// `_sc|name|status|d:...|h:...|#tags|m:message`
[[nodiscard]] LineReport parseServiceCheck(std::string_view line, const Dialect &dialect,
                                           const SampleSink &sink) noexcept;

} // namespace metriscope::net
