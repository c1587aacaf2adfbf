// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/signals/applicationsignals.h"

#include <algorithm>
#include <utility>

namespace metriscope::net
{

ApplicationSignals::ApplicationSignals(std::string preset, std::string name)
    : m_signals{{&Application::requestRate, "requestRate", MetricKind::Counter, Unit::Requests},
                {&Application::latency, "latency", MetricKind::Timer, Unit::Milliseconds},
                {&Application::activeUsers, "activeUsers", MetricKind::Gauge, Unit::Users},
                {&Application::totalUsers, "totalUsers", MetricKind::Gauge, Unit::Users},
                {&Application::userChanges, "userChanges", MetricKind::Counter, Unit::Users},
                {&Application::inFlight, "inFlight", MetricKind::Gauge, Unit::Requests},
                {&Application::errors, "errors", MetricKind::Counter, Unit::Requests},
                {&Application::latencyMean, "latencyMean", MetricKind::Gauge, Unit::Milliseconds},
                {&Application::latencyBandLower, "latencyBandLower", MetricKind::Gauge, Unit::Milliseconds},
                {&Application::latencyBandUpper, "latencyBandUpper", MetricKind::Gauge, Unit::Milliseconds}}
{
    m_published.preset = std::move(preset);
    m_published.name = std::move(name);
}

std::uint32_t ApplicationSignals::feed(SignalRole role, MetricKind kind, const std::string &levelKey)
{
    const auto level = [&](std::vector<Level> &levels) {
        const auto next = static_cast<std::uint32_t>(levels.size());
        const auto [at, isNew] = m_levelKeys.try_emplace(std::string(roleName(role)) + ' ' + levelKey, next);
        if (isNew)
            levels.emplace_back();
        levels[at->second].fed = true;
        return at->second;
    };
    switch (role) {
    case SignalRole::RequestRate:
        m_signals[Requests].fed = true;
        break;
    case SignalRole::Latency:
        m_signals[Latency].fed = true;
        break;
    case SignalRole::Errors:
        m_signals[Errors].fed = true;
        break;
    case SignalRole::ActiveUsers:
        m_signals[Active].fed = true;
        if (kind == MetricKind::Counter)
            m_signals[Changes].fed = true;
        return level(m_activeLevels);
    case SignalRole::TotalUsers:
        if (kind == MetricKind::Gauge)
            m_signals[Total].fed = true;
        return level(m_totalLevels);
    case SignalRole::InFlight:
        m_signals[InFlight].fed = true;
        return level(m_inFlightLevels);
    case SignalRole::LatencyMean:
        m_signals[Mean].fed = true;
        break;
    case SignalRole::LatencyDeviation:
        m_signals[BandLower].fed = m_signals[BandUpper].fed = true;
        break;
    }
    return NoLevel;
}

void ApplicationSignals::detach()
{
    for (Signal &signal : m_signals)
        signal.fed = false;
    for (auto *levels : {&m_activeLevels, &m_totalLevels, &m_inFlightLevels}) {
        for (Level &level : *levels)
            level.fed = false;
    }
    m_hasUnit = false;
}

void ApplicationSignals::setTimerUnit(TimerUnit inForce, TimerUnit ofPreset)
{
    m_unitChanged = m_unitChanged || inForce != m_unit;
    m_unit = inForce;
    m_presetUnit = ofPreset;
    m_hasUnit = true;
}

void ApplicationSignals::take(const MetricResult &result, SignalRole role, std::uint32_t level, bool negative)
{
    const auto move = [&](UserLevel &users) {
        result.kind == MetricKind::Counter ? users.counter(result) : users.gauge(result);
    };
    const double requests = result.kind == MetricKind::Counter ? result.up : result.count;
    switch (role) {
    case SignalRole::RequestRate:
        m_requests += requests;
        m_signals[Requests].touched = true;
        break;
    case SignalRole::Errors:
        m_errors += requests;
        m_signals[Errors].touched = true;
        break;
    case SignalRole::Latency: {
        if (result.samples == 0)
            break;
        const bool first = m_timer.samples == 0;
        m_timer.lower = first ? result.lower : std::min(m_timer.lower, result.lower);
        m_timer.upper = first ? result.upper : std::max(m_timer.upper, result.upper);
        m_timer.weight += result.count;
        m_timer.sum += result.sum;
        m_timer.sumSquares += result.sumSquares;
        m_timer.samples += result.samples;
        if (result.sketch)
            m_sketch.merge(*result.sketch);
        m_witness.see(result);
        m_signals[Latency].touched = true;
        break;
    }
    case SignalRole::ActiveUsers:
        move(m_activeLevels[level].level);
        m_signals[Active].touched = true;
        if (result.kind == MetricKind::Counter) {
            m_logins += result.up;
            m_logouts += result.down;
            m_signals[Changes].touched = true;
        }
        break;
    case SignalRole::TotalUsers:
        move(m_totalLevels[level].level);
        m_signals[Total].touched = true;
        break;
    case SignalRole::InFlight:
        m_inFlightLevels[level].level.setTo(
            (result.kind == MetricKind::Counter ? result.total : result.value) * (negative ? -1 : 1));
        m_signals[InFlight].touched = true;
        break;
    case SignalRole::LatencyMean:
        m_toldMean = result.value;
        m_signals[Mean].touched = true;
        break;
    case SignalRole::LatencyDeviation:
        m_toldDeviation = result.value;
        m_signals[BandLower].touched = m_signals[BandUpper].touched = true;
        break;
    }
}

void ApplicationSignals::publish(Registry &registry, SeriesStore &store)
{
    for (std::size_t i = 0; i < m_signals.size(); ++i) {
        Signal &signal = m_signals[i];
        if (signal.fed && !std::exchange(signal.tried, true)) {
            const std::string name = m_published.name + '.' + std::string(signal.suffix);
            const std::string tags = "preset:" + m_published.preset;
            signal.id = registry.addCopy({name, tags, signal.kind, signal.unit, SignalSource});
            if (signal.id != NoMetric)
                store.addSeries(signal.id, signal.kind, i == Latency ? millisecondsPer(m_unit) : 1);
        }
        m_published.*signal.member = signal.fed ? signal.id : NoMetric;
    }
    if (std::exchange(m_unitChanged, false) && m_signals[Latency].id != NoMetric)
        store.setScale(m_signals[Latency].id, millisecondsPer(m_unit));
}

std::optional<double> ApplicationSignals::sum(const std::vector<Level> &levels, bool basedOnly) const
{
    std::optional<double> result;
    for (const Level &each : levels) {
        if (each.fed && (basedOnly ? each.level.based() : each.level.known()))
            result = result.value_or(0) + each.level.level();
    }
    return result;
}

void ApplicationSignals::fillLatency(SignalValues &values) const
{
    const double scale = millisecondsPer(m_unit);
    values.latencyMean = m_timer.sum / static_cast<double>(m_timer.samples) * scale;
    if (m_sketch.count() == 0)
        return;
    values.latencyP50 = m_sketch.quantile(0.5) * scale;
    values.latencyP95 = m_sketch.quantile(0.95) * scale;
    values.latencyP99 = m_sketch.quantile(0.99) * scale;
}

void ApplicationSignals::fillToldLatency(SignalValues &values) const
{
    const double scale = millisecondsPer(m_unit);
    if (m_signals[Mean].fed && m_toldMean && !values.latencyMean)
        values.latencyMean = *m_toldMean * scale;
    if (m_signals[BandUpper].fed && m_toldDeviation)
        values.latencyDeviation = *m_toldDeviation * scale;
}

SignalValues ApplicationSignals::finishTick(Millis elapsed, Registry &registry, SeriesStore &store)
{
    for (auto *levels : {&m_activeLevels, &m_totalLevels, &m_inFlightLevels}) {
        for (Level &each : *levels)
            each.level.finishTick();
    }
    publish(registry, store);

    SignalValues values;
    const double seconds = std::chrono::duration<double>(elapsed).count();
    if (m_signals[Requests].fed)
        values.requestRate = m_requests / seconds;
    if (m_signals[Errors].fed)
        values.errorRate = m_errors / seconds;
    if (m_signals[Changes].fed) {
        values.logins = m_logins;
        values.logouts = m_logouts;
    }
    values.activeUsers = sum(m_activeLevels, false);
    values.totalUsers = sum(m_totalLevels, true);
    values.inFlight = sum(m_inFlightLevels, false);
    const bool moreEnds = values.inFlight && *values.inFlight < 0;
    if (moreEnds)
        values.inFlight = 0;
    if (m_timer.samples > 0)
        fillLatency(values);
    fillToldLatency(values);

    const auto append = [&](Index which, const auto &point) {
        if (std::exchange(m_signals[which].touched, false) &&
            m_published.*m_signals[which].member != NoMetric)
            store.append(m_signals[which].id, point);
    };
    append(Requests, CounterPoint{m_requests, 0});
    append(Errors, CounterPoint{m_errors, 0});
    append(Changes, CounterPoint{m_logins, m_logouts});
    m_timer.sketch = &m_sketch;
    append(Latency, m_timer);
    if (values.activeUsers)
        append(Active, GaugePoint{*values.activeUsers});
    if (values.totalUsers)
        append(Total, GaugePoint{*values.totalUsers});
    if (values.inFlight)
        append(InFlight, GaugePoint{*values.inFlight});
    if (m_toldMean) {
        const double mean = *m_toldMean * millisecondsPer(m_unit);
        const double deviation = m_toldDeviation.value_or(0) * millisecondsPer(m_unit);
        append(Mean, GaugePoint{mean});
        append(BandLower, GaugePoint{std::max(0.0, mean - deviation)});
        append(BandUpper, GaugePoint{mean + deviation});
    }

    const auto note = [](SignalNote which, bool on) {
        return on ? static_cast<SignalNotes>(which) : SignalNotes{0};
    };
    const bool timers = m_signals[Latency].fed;
    const bool sinceStart = std::ranges::any_of(m_activeLevels, [](const Level &each) {
        return each.fed && each.level.known() && !each.level.based();
    });
    m_published.notes = static_cast<SignalNotes>(
        note(SignalNote::TimerUnitMicroseconds, timers && m_unit == TimerUnit::Microseconds) |
        note(SignalNote::UsersSinceStart, sinceStart) |
        note(SignalNote::TimerUnitDoubtful, timers && m_witness.contradicts(m_unit, m_presetUnit)) |
        note(SignalNote::MoreEndsThanStarts, moreEnds));

    m_published.timerUnit = m_unit;
    m_published.presetUnit = m_presetUnit;
    m_published.hasTimers = timers;

    m_requests = m_errors = m_logins = m_logouts = 0;
    m_timer = {};
    m_sketch.clear();
    return values;
}

} // namespace metriscope::net
