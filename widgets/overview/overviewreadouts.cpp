// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers beside the charts of the Overview, once per tick.
#include "widgets/charts/livechart.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/numberformat.h"
#include "widgets/overview/overviewpane.h"

#include <QLabel>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr Quantity PerSecond{net::Unit::Requests, true}, Time{net::Unit::Milliseconds, false},
    Users{net::Unit::Users, false};

/// Logins and logouts are summed over the visible range for so many applications at most: a week of more of
/// them would keep the window busy too long.
constexpr std::size_t MaxSummed = 8;

/// All of a counter's increments in a range.
double sumOf(const net::SeriesStore &store, net::MetricId metric, net::Measure::What what,
             net::TimeRange range)
{
    if (metric == net::NoMetric)
        return 0;
    const net::RangeStatistics statistics = store.statistics(metric, {what, 0}, range);
    return statistics.n == 0 ? 0 : std::round(statistics.mean * double(statistics.n));
}

} // namespace

const net::SignalValues *OverviewPane::valuesOf(int application) const
{
    const auto found = std::find_if(m_values.begin(), m_values.end(), [&](const net::SignalValues &values) {
        return values.application == std::uint32_t(application);
    });
    return found == m_values.end() ? nullptr : &*found;
}

void OverviewPane::updateReadouts()
{
    const auto applications = shown();
    updateRateReadout(applications);
    updateLatencyReadout(applications);
    updateUserReadout(applications);
    updateNotes(applications);
}

void OverviewPane::updateRateReadout(const std::vector<ShownApplication> &shown)
{
    bool any = false;
    double rate = 0;
    for (const auto &[application, index] : shown) {
        if (const auto *const values = valuesOf(index); values && values->requestRate) {
            any = true;
            rate += *values->requestRate;
        }
    }
    double peak = m_rate->highestTotal();
    if (m_axis.isFollowing()) // the chart draws the newest tick a moment later
        peak = std::max(peak, rate);
    m_rate->setReadout(any ? formatValue(rate, PerSecond) : QString(),
                       //: the highest request rate in the visible range
                       any && !std::isnan(peak) ? tr("peak %1").arg(formatNumber(peak)) : QString());
}

void OverviewPane::updateLatencyReadout(const std::vector<ShownApplication> &shown)
{
    if (shown.size() == 1 && shown.front().application->latency == net::NoMetric) {
        showToldLatency(valuesOf(shown.front().colour));
        return;
    }
    const net::SignalValues *slowest = nullptr;
    int slowestIndex = -1;
    for (const auto &[application, index] : shown) {
        const auto *const values = valuesOf(index);
        if (!values || !values->latencyP95 || (slowest && *slowest->latencyP95 >= *values->latencyP95))
            continue;
        slowest = values;
        slowestIndex = index;
    }
    if (!slowest) {
        m_latency->setReadout(formatValue(std::nan(""), Time), {});
        return;
    }
    const QString value = u"p95 "_s + formatValue(*slowest->latencyP95, Time);
    if (shown.size() > 1) {
        m_latency->setReadout(value, displayText(m_applications[std::size_t(slowestIndex)].name, 24));
        return;
    }
    QStringList detail;
    if (slowest->latencyP50)
        detail << u"p50 "_s + formatValue(*slowest->latencyP50, Time);
    if (slowest->latencyP99)
        detail << u"p99 "_s + formatValue(*slowest->latencyP99, Time);
    m_latency->setReadout(value, detail.join(u"  "_s));
}

/// Of an application of which only mean and deviation are known.
void OverviewPane::showToldLatency(const net::SignalValues *values)
{
    const double mean = values ? values->latencyMean.value_or(std::nan("")) : std::nan("");
    const QString deviation = values && values->latencyDeviation
                                  ? u"± "_s + formatValue(*values->latencyDeviation, Time)
                                  : QString();
    m_latency->setReadout(formatValue(mean, Time), deviation);
}

void OverviewPane::updateUserReadout(const std::vector<ShownApplication> &shown)
{
    bool anyActive = false, anyTotal = false, anyChange = false;
    double active = 0, total = 0, logins = 0, logouts = 0;
    bool anyInFlight = false;
    double inFlight = 0;
    const net::TimeRange range = m_axis.visible();
    for (const auto &[application, index] : shown) {
        if (const auto *const values = valuesOf(index)) {
            anyActive |= values->activeUsers.has_value();
            anyTotal |= values->totalUsers.has_value();
            anyInFlight |= values->inFlight.has_value();
            inFlight += values->inFlight.value_or(0);
            active += values->activeUsers.value_or(0);
            total += values->totalUsers.value_or(0);
        }
        if (shown.size() > MaxSummed)
            continue;
        anyChange |= application->userChanges != net::NoMetric;
        logins += sumOf(m_store, application->userChanges, net::Measure::What::Up, range);
        logouts += sumOf(m_store, application->userChanges, net::Measure::What::Down, range);
    }
    if (!tellsUsers(shown)) {
        m_users->setReadout(anyInFlight ? formatNumber(inFlight) : QString(), {});
        return;
    }
    QString detail;
    if (anyTotal && anyChange)
        //: active users: of %1 users in all; %2 logged in and %3 logged out in the visible range
        detail = tr("of %1, +%2 −%3").arg(formatNumber(total), formatNumber(logins), formatNumber(logouts));
    else if (anyTotal)
        //: active users: of %1 users in all
        detail = tr("of %1").arg(formatNumber(total));
    else if (anyChange)
        //: logins and logouts in the visible range
        detail = tr("+%1 −%2").arg(formatNumber(logins), formatNumber(logouts));
    m_users->setReadout(anyActive ? formatValue(active, Users) : QString(), anyActive ? detail : QString());
}

void OverviewPane::updateNotes(const std::vector<ShownApplication> &shown)
{
    const auto named = [&](net::SignalNote note) {
        QStringList names;
        for (const auto &[application, index] : shown)
            if (application->notes & net::SignalNotes(note))
                names << displayText(application->name, 48);
        return names.join(u", "_s);
    };
    QStringList lines;
    if (const QString names = named(net::SignalNote::TimerUnitMicroseconds); !names.isEmpty())
        lines << tr("Timers are read as microseconds though their lines say ms: %1").arg(names);
    const auto chosen = [&](net::TimerUnit unit) {
        QStringList names;
        for (const auto &[application, index] : shown)
            if (application->hasTimers && application->timerUnit == unit && application->presetUnit != unit)
                names << displayText(application->name, 48);
        return names.join(u", "_s);
    };
    // by the reader's own choice
    if (const QString names = chosen(net::TimerUnit::Milliseconds); !names.isEmpty())
        lines << tr("Timers are read as milliseconds, as it was set: %1").arg(names);
    if (const QString names = chosen(net::TimerUnit::Seconds); !names.isEmpty())
        lines << tr("Timers are read as seconds, as it was set: %1").arg(names);
    if (const QString names = named(net::SignalNote::TimerUnitDoubtful); !names.isEmpty())
        lines
            << tr("The unit of the timers is doubtful, check it on the Contexts page or in the settings: %1")
                   .arg(names);
    if (const QString names = named(net::SignalNote::UsersSinceStart); !names.isEmpty())
        lines
            << tr("Active users are counted since Metriscope started, no level was seen yet: %1").arg(names);
    if (const QString names = named(net::SignalNote::MoreEndsThanStarts); !names.isEmpty())
        lines
            << tr("More requests finished than were seen to start, none are shown in flight: %1").arg(names);
    m_notes->setText(lines.join(u'\n'));
    m_notes->setVisible(!lines.isEmpty());
}

} // namespace metriscope::ui
