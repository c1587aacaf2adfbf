// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QString>

#include <optional>

namespace metriscope::app
{

/// Does what needs no window: wrong usage, help, version, `watch`. The answer is the exit status, or nullopt
/// with `options` filled when a window is wanted. Makes an application object of its own, which is gone
/// afterwards.
[[nodiscard]] std::optional<int> runInTerminal(int &argc, char *argv[], Options &options);

/// One line to standard error, under the program's name.
void complain(const QString &text);

/// Name and version of the program, for QSettings, the window's title and --version.
void setProgramIdentity();

} // namespace metriscope::app
