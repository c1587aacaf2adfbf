// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curve.h"

#include "netlayer/signals/application.h"

#include <span>
#include <vector>

namespace metriscope::ui
{

/// One application of the list and its place in it, which is its colour.
struct ShownApplication {
    const net::Application *application = nullptr;
    int colour = 0;
};

/// The curves of the Overview. Several applications get one line each; a single one is shown in full.
[[nodiscard]] std::vector<Curve> requestRateCurves(std::span<const ShownApplication> shown);
[[nodiscard]] std::vector<Curve> latencyCurves(std::span<const ShownApplication> shown);
/// Where no application tells its users, of the requests in flight.
[[nodiscard]] std::vector<Curve> userCurves(std::span<const ShownApplication> shown);
[[nodiscard]] bool tellsUsers(std::span<const ShownApplication> shown);
[[nodiscard]] bool tellsInFlight(std::span<const ShownApplication> shown);

/// Hides in `fresh` what the reader had hidden in `old`.
void keepVisibility(const std::vector<Curve> &old, std::vector<Curve> &fresh);

} // namespace metriscope::ui
