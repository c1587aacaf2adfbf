// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/signals/namepattern.h"
#include "netlayer/signals/preset.h"
#include "netlayer/types/metric.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// Finds the rules that a metric's name fits: presets in their order, rules in theirs. The first one decides
/// the preset, the application and a role; later ones of the same preset may add other roles. Rules whose
/// pattern is damaged are left out; the loader has refused such presets before.
class PresetMatcher final
{
public:
    struct Part {
        SignalRole role = SignalRole::RequestRate;
        bool negative = false;
    };
    struct Match {
        const Preset *preset = nullptr;
        std::string application;
        std::vector<Part> parts; ///< no role twice
    };

    PresetMatcher(std::vector<Preset> presets, std::vector<TimerUnitRule> units);
    PresetMatcher(const PresetMatcher &) = delete;
    PresetMatcher &operator=(const PresetMatcher &) = delete;

    /// `sourceApplication`: what the metric's source says its application is called; may be empty.
    [[nodiscard]] std::optional<Match> match(const MetricInfo &info,
                                             std::string_view sourceApplication) const;
    /// The unit in force for an application whose first timer is called `timerName`.
    [[nodiscard]] TimerUnit timerUnit(const Preset &preset, std::string_view application,
                                      std::string_view timerName) const;

private:
    struct Rule {
        const Preset *preset;
        const SignalRule *rule;
        NamePattern pattern;
    };
    const std::vector<Preset> m_presets;
    const std::vector<TimerUnitRule> m_units;
    std::vector<Rule> m_rules;
};

} // namespace metriscope::net
