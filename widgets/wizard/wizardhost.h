// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkcontext.h"
#include "netlayer/checks/detect.h"

#include <functional>
#include <vector>

namespace metriscope::ui
{

/// What the wizard asks of the program around it. Functions may be empty.
struct WizardHost {
    net::ConsoleKnowledge console;
    std::function<net::WireKnowledge()> wire; ///< asked for when checks begin
    std::function<std::vector<net::DetectedAddress>()> detect;
};

} // namespace metriscope::ui
