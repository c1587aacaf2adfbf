// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/time.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

namespace metriscope::ui
{

/// Local time of an instant whose wall offset was added already.
[[nodiscard]] QDateTime localTime(net::Time wall);
/// `14:02:31`, with milliseconds when asked.
[[nodiscard]] QString formatClock(net::Time wall, bool milliseconds = false);
/// `14:02:31`, with the date in front when it is not the day of `reference`.
[[nodiscard]] QString formatInstant(net::Time wall, net::Time reference, const QLocale &locale = {});
/// `14:00:00 – 14:05:00`, dates where the days differ from each other or from `reference`.
[[nodiscard]] QString formatRange(net::TimeRange wall, net::Time reference, const QLocale &locale = {});
/// Day and month in the order of the locale: `20 Nov`.
[[nodiscard]] QString formatDay(const QDate &date, const QLocale &locale = {});
/// `2026-11-20T14:02:31.000Z`, for files.
[[nodiscard]] QString isoUtc(net::Time wall);

} // namespace metriscope::ui
