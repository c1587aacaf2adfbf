// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/measure.h"
#include "netlayer/types/metric.h"
#include "netlayer/types/time.h"

#include <QLocale>
#include <QString>

namespace metriscope::ui
{

/// How a number is read.
struct Quantity {
    net::Unit unit = net::Unit::None;
    bool perSecond = false;
    friend bool operator==(const Quantity &, const Quantity &) = default;
};

/// What a measure of a metric with this unit gives: a timer's rate is samples per second, not milliseconds.
[[nodiscard]] Quantity quantityOf(const net::Measure &measure, net::Unit unit);

/// Numbers for people, in the locale, three or four telling digits: `1 284`, `12.4`, `1.28 M`. NaN is a dash.
[[nodiscard]] QString formatNumber(double value, const QLocale &locale = {});
[[nodiscard]] QString formatCount(quint64 count, const QLocale &locale = {});
/// With its unit, scaled so that it reads well: `41 ms`, `3.20 s`, `1.2 MiB`, `128.4 req/s`.
[[nodiscard]] QString formatValue(double value, Quantity quantity, const QLocale &locale = {});
/// The same with a sign always.
[[nodiscard]] QString formatDifference(double value, Quantity quantity, const QLocale &locale = {});
/// For the labels of a value axis: all of them in the unit that suits `top`, with the decimals `step` needs.
[[nodiscard]] QString formatAxisValue(double value, double step, double top, Quantity quantity,
                                      const QLocale &locale = {});
/// `850 ms`, `12.0 s`, `4 min 30 s`, `2 h 5 min`, `3 d 4 h`.
[[nodiscard]] QString formatDuration(net::Millis duration, const QLocale &locale = {});
/// The unit alone, for a table's header or a file: `ms`, `req/s`, empty for a bare number.
[[nodiscard]] QString unitSymbol(Quantity quantity);

} // namespace metriscope::ui
