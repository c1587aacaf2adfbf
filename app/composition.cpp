// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "app/optionvalues.h"

#include "widgets/common/displaytext.h"

#include "netlayer/signals/presetfile.h"
#include "netlayer/signals/presetmatcher.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace metriscope::app
{

net::EngineConfig engineConfig(const SettingsData &settings, const Options &options)
{
    net::EngineConfig config;
    config.store = settings.store;
    config.store.tick = options.tick.value_or(config.store.tick);
    config.fold = settings.fold;
    config.fold.percentiles = options.percentiles.value_or(config.fold.percentiles);
    config.fold.rule = options.percentileRule.value_or(config.fold.rule);
    config.maxSeries = options.maxSeries.value_or(settings.maxSeries);
    config.presets =
        net::allPresets(settings.signalling.generic, net::loadUserPresets(net::userPresetFolder()).presets);
    std::erase_if(config.presets, [&](const net::Preset &preset) {
        return settings.signalling.disabledPresets.contains(QString::fromStdString(preset.id));
    });
    config.timerUnits = settings.signalling.timerUnits;
    // of two that fit equally well the later one counts
    config.timerUnits.insert(config.timerUnits.end(), options.timerUnits.begin(), options.timerUnits.end());
    return config;
}

bool takesM3AsMicroseconds(const net::EngineConfig &config, const QString &prefix)
{
    const auto m3 = std::ranges::find(config.presets, "m3", &net::Preset::id);
    if (m3 == config.presets.end())
        return false;
    const net::PresetMatcher matcher({}, config.timerUnits);
    return matcher.timerUnit(*m3, prefix.toStdString(), {}) == net::TimerUnit::Microseconds;
}

net::ReceiverConfig receiverConfig(const SettingsData &settings, const Options &options)
{
    net::ReceiverConfig config = settings.receiver.config;
    if (!options.statsd.empty() || options.noStatsd || !settings.receiver.enabled)
        config.endpoints = options.statsd;
    if (!options.dialect.isEmpty())
        config.dialect = options.dialect.toStdString();
    config.limits.series = options.maxSeries.value_or(settings.maxSeries);
    return config;
}

net::ContextServer::Config contextsConfig(const SettingsData &settings, const Options &options)
{
    net::ContextServer::Config config = settings.contexts.config;
    const bool othersNamed =
        options.command == Command::Watch && (!options.statsd.empty() || options.noStatsd);
    if (options.noContexts || !settings.contexts.enabled || othersNamed)
        config.endpoints.clear();
    if (const auto named = readHttpEndpoint(options.contexts))
        config.endpoints = {*named};
    return config;
}

std::optional<net::CollectorConfig> collectorConfig(const SettingsData &settings, const Options &options)
{
    const bool bySettings = settings.collector.enabled && options.command != Command::Watch;
    if (!options.gstatsCollector && !bySettings)
        return std::nullopt;
    net::CollectorConfig config = settings.collector.config;
    config.push = net::zmqEndpoint(options.gstatsStats.toStdString()).value_or(config.push);
    config.control = net::zmqEndpoint(options.gstatsComm.toStdString()).value_or(config.control);
    return config;
}

std::vector<net::PollConfig> pollConfigs(const SettingsData &settings, const Options &options)
{
    if (options.command == Command::Watch && !options.polls.empty())
        return options.polls;
    std::vector<net::PollConfig> polls = settings.polls;
    polls.insert(polls.end(), options.polls.begin(), options.polls.end());
    return polls;
}

ConsoleConfig consoleConfig(const SettingsData &settings, const Options &options)
{
    return {engineConfig(settings, options),   receiverConfig(settings, options),
            contextsConfig(settings, options), net::ContextBook::defaultFile(),
            settings.receiver.monitor,         collectorConfig(settings, options),
            pollConfigs(settings, options)};
}

QString unpolledText(const net::PollConfig &poll)
{
    const std::string_view kind = net::sourceKindName(poll.kind);
    //: %1 is an address, %2 the kind of a source, such as prometheus
    return QCoreApplication::translate("commandline", "%1 cannot be polled: no room for another %2 source.")
        .arg(ui::displayText(poll.address), QString::fromLatin1(kind.data(), qsizetype(kind.size())));
}

} // namespace metriscope::app
