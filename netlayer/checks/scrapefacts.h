// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/prometheus/exposition.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What the checks want to know of one exposition.
struct ScrapeFacts {
    static constexpr std::size_t MostCounters = 5000, MostFamilies = 5000;

    bool isExposition = false; ///< has samples, or is empty
    std::uint64_t samples = 0, errors = 0;
    std::optional<ExpositionProblem> firstError;
    std::vector<std::string> families;      ///< names with a type, in their order
    std::map<std::string, double> counters; ///< by name and labels
    std::optional<double> startTime;        ///< process_start_time_seconds
    bool hasRequests = false;               ///< some metric counts requests
    bool isDjango = false;
    double requestsBefore = 0; ///< what the first middleware has counted
    double responses = 0;      ///< what the last one has
};

[[nodiscard]] ScrapeFacts readScrape(std::string_view body, ExpositionFormat format);

} // namespace metriscope::net
