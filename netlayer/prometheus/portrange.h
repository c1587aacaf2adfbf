// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What a user gives as the address of a Prometheus source.
struct TargetList {
    static constexpr std::size_t Most = 1024; ///< URLs

    std::vector<std::string> urls; ///< each with one port at most, in the order given, none twice
    /// Some of the URLs come from a range of ports: those that refuse are normal.
    bool range = false;
};

enum class TargetIssue : std::uint8_t {
    Empty,
    BadScheme, ///< neither http nor https
    BadHost,
    BadPort,
    BackwardRange, ///< 8049-8001
    TooMany        ///< more than TargetList::Most
};
struct TargetProblem {
    TargetIssue issue = TargetIssue::Empty;
    std::size_t at = 0; ///< byte of the address
};

/// Reads one URL or several, separated by blanks; instead of a port, a range of them with both ends
/// (`http://localhost:8001-8049/metrics`). Without a scheme it is http, without a path `/metrics`. IPv6 hosts
/// stand in brackets.
[[nodiscard]] Result<TargetList, TargetProblem> readTargets(std::string_view address);

} // namespace metriscope::net
