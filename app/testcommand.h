// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace metriscope::app
{

/// A shell command that sends one line to the receiver at that address, to be copied.
[[nodiscard]] QString testCommand(const QString &address);

} // namespace metriscope::app
