// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/timeticks.h"

#include "widgets/common/timeformat.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr qint64 Second = 1000, Minute = 60 * Second, Hour = 60 * Minute, Day = 24 * Hour;
constexpr std::array Steps{Second,      2 * Second,  5 * Second, 10 * Second, 15 * Second,
                           30 * Second, Minute,      2 * Minute, 5 * Minute,  10 * Minute,
                           15 * Minute, 30 * Minute, Hour,       2 * Hour,    3 * Hour,
                           6 * Hour,    12 * Hour,   Day,        2 * Day,     7 * Day};

QString labelOf(const QDateTime &time, qint64 step, const QLocale &locale)
{
    if (step >= Day || time.time() == QTime(0, 0))
        return formatDay(time.date(), locale);
    return time.toString(step < Minute ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

} // namespace

std::vector<TimeTick> timeTicks(net::TimeRange range, net::Millis wallOffset, int most, const QLocale &locale)
{
    std::vector<TimeTick> ticks;
    const qint64 span = range.span().count();
    if (span <= 0 || most < 1)
        return ticks;
    const auto found =
        std::find_if(Steps.begin(), Steps.end(), [&](qint64 s) { return span / s <= most - 1; });
    const qint64 step = found == Steps.end() ? Steps.back() : *found;

    const net::Time wall = range.from + wallOffset;
    const qint64 utcOffset = qint64(localTime(wall).offsetFromUtc()) * Second;
    const qint64 local = wall.time_since_epoch().count() + utcOffset;
    qint64 behind = local % step;
    if (behind < 0)
        behind += step;
    for (net::Time t = range.from + net::Millis{behind == 0 ? 0 : step - behind}; t <= range.to;
         t += net::Millis{step})
        ticks.push_back({t, labelOf(localTime(t + wallOffset), step, locale)});
    return ticks;
}

} // namespace metriscope::ui
