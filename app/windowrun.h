// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace metriscope::app
{

struct Options;

/// The console with its window, until that is closed, a signal ends it or `--exit-after` is over. The answer
/// is the exit status. Makes an application object of its own.
[[nodiscard]] int runWindow(int &argc, char *argv[], const Options &options);

} // namespace metriscope::app
