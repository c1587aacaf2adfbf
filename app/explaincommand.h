// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace metriscope::app
{

/// `metriscope explain`: what can be read of a file or of standard input, and what cannot and why, as text or
/// as JSON Lines. The answer is the exit status: 1 when something is rejected, 2 when there is nothing to
/// read.
[[nodiscard]] int explain(const Options &options);

} // namespace metriscope::app
