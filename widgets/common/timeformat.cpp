// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/timeformat.h"

using namespace Qt::StringLiterals;

namespace metriscope::ui
{

QDateTime localTime(net::Time wall)
{
    return QDateTime::fromMSecsSinceEpoch(wall.time_since_epoch().count());
}

QString formatClock(net::Time wall, bool milliseconds)
{
    return localTime(wall).toString(milliseconds ? u"HH:mm:ss.zzz"_s : u"HH:mm:ss"_s);
}

QString formatDay(const QDate &date, const QLocale &locale)
{
    // English of any country but one puts the day first; Russian and most of Europe do as well
    const bool monthFirst =
        locale.language() == QLocale::English && locale.territory() == QLocale::UnitedStates;
    return locale.toString(date, monthFirst ? u"MMM d"_s : u"d MMM"_s);
}

QString formatInstant(net::Time wall, net::Time reference, const QLocale &locale)
{
    const QDateTime time = localTime(wall);
    const QString clock = time.toString(u"HH:mm:ss"_s);
    if (time.date() == localTime(reference).date())
        return clock;
    return formatDay(time.date(), locale) + u' ' + clock;
}

QString formatRange(net::TimeRange wall, net::Time reference, const QLocale &locale)
{
    return formatInstant(wall.from, reference, locale) + u" – "_s + formatInstant(wall.to, reference, locale);
}

QString isoUtc(net::Time wall)
{
    return localTime(wall).toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

} // namespace metriscope::ui
