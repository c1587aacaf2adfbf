// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/settingsdata.h"

#include "netlayer/engine/engineconfig.h"
#include "netlayer/statsd/receiverconfig.h"

namespace metriscope::app
{

// What the settings say and the command line overrides, in the words of those who do it.

[[nodiscard]] net::EngineConfig engineConfig(const SettingsData &settings, const Options &options);
/// Without an endpoint when there is to be no receiver.
[[nodiscard]] net::ReceiverConfig receiverConfig(const SettingsData &settings, const Options &options);

} // namespace metriscope::app
