// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/signals/presetmatcher.h"

#include <utility>

namespace metriscope::net
{

namespace
{

bool fitsKind(MetricKind wanted, MetricKind kind)
{
    return wanted == kind || (isSampled(wanted) && isSampled(kind));
}

/// Whether `text` begins with `glob`; the position after the last `*` is all that ever has to be tried again.
bool beginsWith(std::string_view text, std::string_view glob)
{
    std::size_t t = 0, g = 0, star = std::string_view::npos, retry = 0;
    while (g < glob.size()) {
        if (glob[g] == '*') {
            star = ++g;
            retry = t;
        } else if (t < text.size() && text[t] == glob[g]) {
            ++t;
            ++g;
        } else if (star != std::string_view::npos && retry < text.size()) {
            t = ++retry;
            g = star;
        } else {
            return false;
        }
    }
    return true;
}

} // namespace

PresetMatcher::PresetMatcher(std::vector<Preset> presets, std::vector<TimerUnitRule> units)
    : m_presets(std::move(presets)), m_units(std::move(units))
{
    for (const Preset &preset : m_presets) {
        for (const SignalRule &rule : preset.rules) {
            auto pattern = NamePattern::parse(rule.pattern);
            if (pattern && feeds(rule.role, rule.kind))
                m_rules.push_back({&preset, rule.role, rule.kind, *std::move(pattern)});
        }
    }
}

std::optional<PresetMatcher::Match> PresetMatcher::match(const MetricInfo &info) const
{
    for (const Rule &rule : m_rules) {
        if (!fitsKind(rule.kind, info.kind))
            continue;
        auto application = rule.pattern.match(info.name);
        if (!application)
            continue;
        if (rule.preset->foldTrailingDots) {
            while (application->ends_with('.'))
                application->remove_suffix(1);
        }
        return Match{rule.preset, rule.role,
                     application->empty() ? rule.preset->applicationName : std::string(*application)};
    }
    return std::nullopt;
}

TimerUnit PresetMatcher::timerUnit(const Preset &preset, std::string_view application,
                                   std::string_view timerName) const
{
    // A prefix may be given as the application's setting is written, with its dot at the end.
    const std::string dotted = std::string(application) + '.';
    const TimerUnitRule *best = nullptr;
    for (const TimerUnitRule &rule : m_units) {
        if ((beginsWith(dotted, rule.prefix) || beginsWith(timerName, rule.prefix)) &&
            (!best || rule.prefix.size() >= best->prefix.size()))
            best = &rule;
    }
    return best ? best->unit : preset.timerUnit;
}

} // namespace metriscope::net
