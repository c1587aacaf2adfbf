// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/console.h"
#include "app/settingsdata.h"

#include "netlayer/contexts/contextserver.h"
#include "netlayer/engine/engineconfig.h"
#include "netlayer/statsd/receiverconfig.h"

namespace metriscope::app
{

// What the settings say and the command line overrides, in the words of those who do it.

[[nodiscard]] net::EngineConfig engineConfig(const SettingsData &settings, const Options &options);
/// Whether the timers of an m3 application with that METRICS_PREFIX count as microseconds.
[[nodiscard]] bool takesM3AsMicroseconds(const net::EngineConfig &config, const QString &prefix);
/// Without an endpoint when there is to be no receiver.
[[nodiscard]] net::ReceiverConfig receiverConfig(const SettingsData &settings, const Options &options);

/// Without an endpoint when registrations are not to be taken. A `watch` that is told where to receive statsd
/// listens nowhere else: scripts run several at a time.
[[nodiscard]] net::ContextServer::Config contextsConfig(const SettingsData &settings, const Options &options);

/// None when nothing is to be collected. `watch` collects only when it is told to.
[[nodiscard]] std::optional<net::CollectorConfig> collectorConfig(const SettingsData &settings,
                                                                  const Options &options);

/// What is polled from the start: all that is kept, and what the command line names. `watch` polls nothing
/// but the latter when it names something.
[[nodiscard]] std::vector<net::PollConfig> pollConfigs(const SettingsData &settings, const Options &options);

/// All of that together.
[[nodiscard]] ConsoleConfig consoleConfig(const SettingsData &settings, const Options &options);

/// Says that nothing here can poll it.
[[nodiscard]] QString unpolledText(const net::PollConfig &poll);

} // namespace metriscope::app
