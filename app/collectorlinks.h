// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace metriscope::app
{

class Console;
class MainWindow;
class Settings;
class Verification;
struct Options;

/// What is polled comes into the window, and what the window and the wizard want of it is carried out. All
/// outlive the window.
void connectCollectors(MainWindow &window, Console &console, Settings &settings, Verification &verification,
                       const Options &options);

} // namespace metriscope::app
