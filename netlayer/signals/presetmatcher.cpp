// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/signals/presetmatcher.h"

#include <algorithm>
#include <utility>

namespace metriscope::net
{

namespace
{

bool fitsKind(MetricKind wanted, MetricKind kind)
{
    return wanted == kind || (isSampled(wanted) && isSampled(kind));
}

/// Whether `glob` takes the whole of `text`, or its beginning; the position after the last `*` is all that
/// ever has to be tried again.
bool fits(std::string_view text, std::string_view glob, bool whole)
{
    std::size_t t = 0, g = 0, star = std::string_view::npos, retry = 0;
    while (g < glob.size() || (whole && t < text.size())) {
        if (g < glob.size() && glob[g] == '*') {
            star = ++g;
            retry = t;
        } else if (t < text.size() && g < glob.size() && text[t] == glob[g]) {
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

bool beginsWith(std::string_view text, std::string_view glob)
{
    return fits(text, glob, false);
}

bool matches(std::string_view text, std::string_view glob)
{
    return fits(text, glob, true);
}

/// `tags` are canonical.
bool hasTags(std::string_view tags, const std::vector<SignalRule::Tag> &wanted)
{
    return std::ranges::all_of(wanted, [tags](const SignalRule::Tag &condition) {
        for (std::string_view rest = tags; !rest.empty();) {
            const std::string_view tag = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), tag.size() + 1));
            const auto colon = std::min(tag.find(':'), tag.size());
            if (tag.substr(0, colon) == condition.key)
                return matches(tag.substr(std::min(tag.size(), colon + 1)), condition.value);
        }
        return false;
    });
}

} // namespace

PresetMatcher::PresetMatcher(std::vector<Preset> presets, std::vector<TimerUnitRule> units)
    : m_presets(std::move(presets)), m_units(std::move(units))
{
    for (const Preset &preset : m_presets) {
        for (const SignalRule &rule : preset.rules) {
            auto pattern = NamePattern::parse(rule.pattern);
            if (pattern && feeds(rule.role, rule.kind))
                m_rules.push_back({&preset, &rule, *std::move(pattern)});
        }
    }
}

std::optional<PresetMatcher::Match> PresetMatcher::match(const MetricInfo &info,
                                                         std::string_view sourceApplication) const
{
    std::optional<Match> match;
    for (const auto &[preset, rule, pattern] : m_rules) {
        if (match && preset != match->preset)
            break;
        if (!fitsKind(rule->kind, info.kind) ||
            (preset->source && familyOf(*preset->source) != familyOf(kindOf(info.source))))
            continue;
        auto application = pattern.match(info.name);
        if (!application || !hasTags(info.tags, rule->tags))
            continue;
        if (match) {
            if (std::ranges::find(match->parts, rule->role, &Part::role) == match->parts.end())
                match->parts.push_back({rule->role, rule->negative});
            continue;
        }
        if (preset->foldTrailingDots) {
            while (application->ends_with('.'))
                application->remove_suffix(1);
        }
        std::string name(*application);
        if (const std::size_t last = name.rfind('.') + 1; // 0 when there is no dot
            name.size() > last + preset->lastPartMark.size() &&
            name.compare(last, preset->lastPartMark.size(), preset->lastPartMark) == 0)
            name.erase(last, preset->lastPartMark.size());
        if (name.empty() && preset->applicationOfSource)
            name = sourceApplication;
        match.emplace(Match{preset,
                            name.empty() ? preset->applicationName : std::move(name),
                            {{rule->role, rule->negative}}});
    }
    return match;
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
