// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/signals/signalengine.h"

#include "netlayer/signals/applicationsignals.h"
#include "netlayer/signals/presetmatcher.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace metriscope::net
{

namespace
{

/// Two spellings of one name, `a..users.active` and `a.users.active`, move one level.
std::string levelKey(const MetricInfo &info, bool foldDots)
{
    std::string key;
    for (const char c : info.name) {
        if (!foldDots || c != '.' || !key.ends_with('.'))
            key += c;
    }
    return (key += '|') += info.tags;
}

} // namespace

struct SignalEngine::State {
    struct Feed {
        std::uint32_t application;
        std::uint32_t level;
        SignalRole role;
        bool negative;
        std::uint32_t next; ///< of the same metric
    };
    static constexpr std::uint32_t NoFeed = 0xFFFFFFFFU;

    Registry &registry;
    SeriesStore &store;
    std::optional<PresetMatcher> matcher;
    std::vector<std::uint32_t> feedOf; ///< by MetricId, as far as metrics that feed something reach
    std::vector<Feed> feeds;
    std::vector<ApplicationSignals> applications;
    std::vector<Application> published;
    std::vector<SignalValues> values;
    std::uint64_t refused = 0;
    std::unordered_map<SourceId, std::string> sourceNames;
    std::map<std::pair<std::string, std::string>, std::string> firstSource; ///< by preset and application

    /// The first source that has an application of this name may call it so; others say who they are. Known
    /// by what it is called, a source that was changed and starts anew goes on with its own.
    std::string nameOf(const PresetMatcher::Match &match, const std::string &source)
    {
        if (!match.preset->sourcesApart)
            return match.application;
        const auto [first, isNew] = firstSource.try_emplace({match.preset->id, match.application}, source);
        return first->second == source ? match.application : match.application + " (" + source + ')';
    }

    std::optional<std::uint32_t> applicationOf(const PresetMatcher::Match &match, const std::string &source)
    {
        const std::string name = nameOf(match, source);
        for (std::uint32_t i = 0; i < applications.size(); ++i) {
            if (applications[i].is(match.preset->id, name))
                return i;
        }
        if (applications.size() == MaxApplications) {
            ++refused;
            return std::nullopt;
        }
        applications.emplace_back(match.preset->id, name);
        return static_cast<std::uint32_t>(applications.size() - 1);
    }
};

SignalEngine::SignalEngine(std::vector<Preset> presets, std::vector<TimerUnitRule> units, Registry &registry,
                           SeriesStore &store)
    : m_state(new State{registry, store, {}, {}, {}, {}, {}, {}, 0, {}, {}})
{
    m_state->matcher.emplace(std::move(presets), std::move(units));
}

SignalEngine::~SignalEngine() = default;

void SignalEngine::registered(MetricId id, const MetricInfo &info)
{
    State &s = *m_state;
    const auto named = s.sourceNames.find(info.source);
    const std::string source = named != s.sourceNames.end() ? named->second : std::string();
    const auto match = s.matcher->match(info, source);
    if (!match)
        return;
    const auto at = s.applicationOf(*match, source);
    if (!at)
        return;
    ApplicationSignals &application = s.applications[*at];
    if (s.feedOf.size() <= index(id))
        s.feedOf.resize(index(id) + 1, State::NoFeed);
    for (const auto &[role, negative] : match->parts) {
        const bool timed = role == SignalRole::Latency || role == SignalRole::LatencyMean ||
                           role == SignalRole::LatencyDeviation;
        if (timed && !application.hasTimerUnit())
            application.setTimerUnit(s.matcher->timerUnit(*match->preset, match->application, info.name),
                                     match->preset->timerUnit);
        if (role == SignalRole::Latency && isSampled(info.kind))
            s.store.setScale(id, millisecondsPer(application.timerUnit()));
        const auto level = application.feed(role, info.kind, levelKey(info, match->preset->foldTrailingDots));
        const auto next = std::exchange(s.feedOf[index(id)], static_cast<std::uint32_t>(s.feeds.size()));
        s.feeds.push_back({*at, level, role, negative, next});
    }
}

void SignalEngine::folded(const MetricResult &result)
{
    State &s = *m_state;
    const auto id = index(result.id);
    for (auto at = id < s.feedOf.size() ? s.feedOf[id] : State::NoFeed; at != State::NoFeed;
         at = s.feeds[at].next) {
        const State::Feed &feed = s.feeds[at];
        s.applications[feed.application].take(result, feed.role, feed.level, feed.negative);
    }
}

void SignalEngine::finishTick(Millis elapsed)
{
    State &s = *m_state;
    s.published.clear();
    s.values.clear();
    for (ApplicationSignals &application : s.applications) {
        auto values = application.finishTick(elapsed, s.registry, s.store);
        values.application = static_cast<std::uint32_t>(s.values.size());
        s.values.push_back(values);
        s.published.push_back(application.published());
    }
}

void SignalEngine::nameSource(SourceId source, std::string application)
{
    m_state->sourceNames[source] = std::move(application);
}

void SignalEngine::configure(std::vector<Preset> presets, std::vector<TimerUnitRule> units)
{
    State &s = *m_state;
    s.matcher.emplace(std::move(presets), std::move(units));
    for (std::uint32_t i = 0; i < s.feedOf.size(); ++i) {
        if (s.feedOf[i] != State::NoFeed && s.registry.info(MetricId{i}).source != SignalSource)
            s.store.setScale(MetricId{i}, 1);
    }
    s.feedOf.clear();
    s.feeds.clear();
    s.refused = 0;
    for (ApplicationSignals &application : s.applications)
        application.detach();
    for (std::uint32_t i = 0; i < s.registry.size(); ++i) {
        if (const MetricInfo &info = s.registry.info(MetricId{i}); info.source != SignalSource)
            registered(MetricId{i}, info);
    }
}

std::span<const Application> SignalEngine::applications() const noexcept
{
    return m_state->published;
}

std::span<const SignalValues> SignalEngine::values() const noexcept
{
    return m_state->values;
}

std::uint64_t SignalEngine::refusedMetrics() const noexcept
{
    return m_state->refused;
}

} // namespace metriscope::net
