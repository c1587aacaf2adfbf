// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/prometheus/familyreader.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What is said about an exposition as a whole.
struct ExpositionSummary {
    ExpositionFormat format = ExpositionFormat::Text;
    std::vector<MetricFamily> families; ///< in order of first sight
    std::uint64_t samples = 0, errors = 0, warnings = 0;
};

/// Reads all of it, and tells `sink` samples and problems as it finds them.
[[nodiscard]] ExpositionSummary explainExposition(std::string_view text, ExpositionFormat format,
                                                  FamilySink &sink);

/// For a text that comes without a Content-Type: OpenMetrics ends with `# EOF`.
[[nodiscard]] ExpositionFormat formatByEnd(std::string_view text) noexcept;
/// Whether a pasted text is an exposition rather than lines for statsd; told by its first line that says
/// something.
[[nodiscard]] bool looksLikeExposition(std::string_view text) noexcept;

} // namespace metriscope::net
