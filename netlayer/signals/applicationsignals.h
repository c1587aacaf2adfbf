// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"
#include "netlayer/signals/application.h"
#include "netlayer/signals/preset.h"
#include "netlayer/signals/timerunitwitness.h"
#include "netlayer/signals/userlevel.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace metriscope::net
{

/// The signals of one application: gathers what its metrics contribute to a tick and writes the points. Fold
/// thread.
class ApplicationSignals final
{
public:
    static constexpr std::uint32_t NoLevel = 0xFFFFFFFFU;

    ApplicationSignals(std::string preset, std::string name);

    /// A metric feeds a role from now on. The answer goes with its results: the level it moves, or NoLevel.
    [[nodiscard]] std::uint32_t feed(SignalRole role, MetricKind kind, const std::string &levelKey);
    /// Forgets what feeds it, keeps levels and series.
    void detach();
    void setTimerUnit(TimerUnit inForce, TimerUnit ofPreset);
    [[nodiscard]] bool hasTimerUnit() const { return m_hasUnit; }
    [[nodiscard]] TimerUnit timerUnit() const { return m_unit; }

    void take(const MetricResult &result, SignalRole role, std::uint32_t level, bool negative);
    [[nodiscard]] SignalValues finishTick(Millis elapsed, Registry &registry, SeriesStore &store);
    [[nodiscard]] const Application &published() const { return m_published; }
    [[nodiscard]] bool is(std::string_view preset, std::string_view name) const
    {
        return m_published.preset == preset && m_published.name == name;
    }

private:
    /// One series of the application, made when something feeds it for the first time.
    struct Signal {
        MetricId Application::*member;
        std::string_view suffix;
        MetricKind kind;
        Unit unit;
        bool fed = false, touched = false, tried = false;
        MetricId id = NoMetric;
    };
    enum Index : std::size_t {
        Requests,
        Latency,
        Active,
        Total,
        Changes,
        InFlight,
        Errors,
        Mean,
        BandLower,
        BandUpper,
        Count
    };
    struct Level {
        UserLevel level;
        bool fed = false;
    };

    void publish(Registry &registry, SeriesStore &store);
    [[nodiscard]] std::optional<double> sum(const std::vector<Level> &levels, bool basedOnly) const;
    void fillLatency(SignalValues &values) const;
    void fillToldLatency(SignalValues &values) const;

    Application m_published;
    std::vector<Signal> m_signals;
    std::map<std::string, std::uint32_t> m_levelKeys;
    std::vector<Level> m_activeLevels, m_totalLevels, m_inFlightLevels;
    TimerUnit m_unit = TimerUnit::Milliseconds, m_presetUnit = TimerUnit::Milliseconds;
    bool m_hasUnit = false, m_unitChanged = false;
    TimerUnitWitness m_witness;

    double m_requests = 0, m_errors = 0, m_logins = 0, m_logouts = 0;
    std::optional<double> m_toldMean, m_toldDeviation; ///< the last that the source said, unscaled
    TimerPoint m_timer;
    Sketch m_sketch;
};

} // namespace metriscope::net
