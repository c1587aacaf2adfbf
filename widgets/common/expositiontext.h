// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/prometheus/exposition.h"

#include <QString>

namespace metriscope::ui
{

/// Why a line of an exposition was rejected or warned of: a clause without a full stop.
[[nodiscard]] QString issueText(net::ExpositionIssue issue);
/// What most likely made it wrong, likewise; empty for None.
[[nodiscard]] QString hintText(net::ExpositionHint hint);

} // namespace metriscope::ui
