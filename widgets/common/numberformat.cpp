// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/numberformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

/// The number is divided by `divisor` and put into the translated `pattern`.
struct Scale {
    double divisor = 1;
    const char *pattern = nullptr;
};

QString fill(const char *pattern, const QString &number)
{
    return pattern ? QCoreApplication::translate("NumberFormat", pattern).arg(number) : number;
}

Scale thousands(double size)
{
    if (size >= 999.5e9)
        //: suffix of a large number: trillions (10^12)
        return {1e12, QT_TRANSLATE_NOOP("NumberFormat", "%1 T")};
    if (size >= 999.5e6)
        //: suffix of a large number: billions (10^9)
        return {1e9, QT_TRANSLATE_NOOP("NumberFormat", "%1 G")};
    if (size >= 999'999.5)
        //: suffix of a large number: millions
        return {1e6, QT_TRANSLATE_NOOP("NumberFormat", "%1 M")};
    return {};
}

Scale milliseconds(double size)
{
    if (size >= 2 * 86'400e3)
        return {86'400e3, QT_TRANSLATE_NOOP("NumberFormat", "%1 d")};
    if (size >= 2 * 3'600e3)
        return {3'600e3, QT_TRANSLATE_NOOP("NumberFormat", "%1 h")};
    if (size >= 120e3)
        return {60e3, QT_TRANSLATE_NOOP("NumberFormat", "%1 min")};
    if (size >= 999.5)
        return {1e3, QT_TRANSLATE_NOOP("NumberFormat", "%1 s")};
    if (size > 0 && size < 0.0995)
        return {1e-3, QT_TRANSLATE_NOOP("NumberFormat", "%1 µs")};
    return {1, QT_TRANSLATE_NOOP("NumberFormat", "%1 ms")};
}

Scale bytes(double size)
{
    if (size >= 1023.5 * 1048576)
        return {1073741824, QT_TRANSLATE_NOOP("NumberFormat", "%1 GiB")};
    if (size >= 1023.5 * 1024)
        return {1048576, QT_TRANSLATE_NOOP("NumberFormat", "%1 MiB")};
    if (size >= 1023.5)
        return {1024, QT_TRANSLATE_NOOP("NumberFormat", "%1 KiB")};
    return {1, QT_TRANSLATE_NOOP("NumberFormat", "%1 B")};
}

Scale scaleOf(double size, net::Unit unit)
{
    switch (unit) {
    case net::Unit::Milliseconds:
        return milliseconds(size);
    case net::Unit::Seconds: {
        const Scale scale = milliseconds(size * 1e3);
        return {scale.divisor / 1e3, scale.pattern};
    }
    case net::Unit::Bytes:
        return bytes(size);
    default:
        return thousands(size);
    }
}

/// What stands around the scaled number; nothing for a bare one.
const char *around(Quantity quantity)
{
    if (quantity.unit == net::Unit::Percent)
        return QT_TRANSLATE_NOOP("NumberFormat", "%1 %");
    if (quantity.unit == net::Unit::Requests)
        return quantity.perSecond ? QT_TRANSLATE_NOOP("NumberFormat", "%1 req/s")
                                  : QT_TRANSLATE_NOOP("NumberFormat", "%1 req");
    //: a rate: something per second
    return quantity.perSecond ? QT_TRANSLATE_NOOP("NumberFormat", "%1/s") : nullptr;
}

int decimalsOf(double size)
{
    if (size == 0 || size >= 999.5 || (size == std::round(size) && size < 1e15))
        return 0;
    if (size >= 9.995)
        return 1;
    if (size >= 0.995)
        return 2;
    return size >= 1e-6 ? 2 - int(std::floor(std::log10(size))) : -1;
}

QString plain(double value, int decimals, const QLocale &locale)
{
    const double size = std::abs(value); // never "-0"
    const bool general = decimals < 0 || size >= 1e15;
    const QString text = general ? locale.toString(size, 'g', 3) : locale.toString(size, 'f', decimals);
    return value < 0 ? u'−' + text : text;
}

QString assemble(double value, const Scale &scale, int decimals, Quantity quantity, const QLocale &locale)
{
    return fill(around(quantity), fill(scale.pattern, plain(value / scale.divisor, decimals, locale)));
}

} // namespace

Quantity quantityOf(const net::Measure &measure, net::Unit unit)
{
    using What = net::Measure::What;
    const bool time =
        unit == net::Unit::Milliseconds || unit == net::Unit::Seconds || unit == net::Unit::Percent;
    switch (measure.what) {
    case What::Rate:
        return {time ? net::Unit::None : unit, true};
    case What::Count:
        return {time ? net::Unit::None : unit, false};
    default:
        return {unit, false};
    }
}

QString formatNumber(double value, const QLocale &locale)
{
    return formatValue(value, {}, locale);
}

QString formatCount(quint64 count, const QLocale &locale)
{
    return locale.toString(count);
}

QString formatValue(double value, Quantity quantity, const QLocale &locale)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? u"–"_s : (value < 0 ? u"−∞"_s : u"∞"_s);
    const Scale scale = scaleOf(std::abs(value), quantity.unit);
    return assemble(value, scale, decimalsOf(std::abs(value) / scale.divisor), quantity, locale);
}

QString formatDifference(double value, Quantity quantity, const QLocale &locale)
{
    const QString text = formatValue(value, quantity, locale);
    return value > 0 ? u'+' + text : text;
}

QString formatAxisValue(double value, double step, double top, Quantity quantity, const QLocale &locale)
{
    const Scale scale = scaleOf(std::abs(top), quantity.unit);
    const double unit = std::abs(step) / scale.divisor;
    const int decimals = unit > 0 ? std::clamp(int(std::ceil(-std::log10(unit) - 1e-9)), 0, 9) : 0;
    // 2.5 needs a decimal more than its power of ten says
    const double rest = unit * std::pow(10, decimals);
    const int more = std::abs(rest - std::round(rest)) > 1e-6 ? 1 : 0;
    if (std::abs(value) < std::abs(step) * 1e-9)
        return locale.toString(0);
    return assemble(value, scale, decimals + more, quantity, locale);
}

QString formatDuration(net::Millis duration, const QLocale &locale)
{
    const auto ms = duration.count();
    if (ms < 0)
        return u"−"_s + formatDuration(-duration, locale);
    if (ms < 1000)
        return fill("%1 ms", locale.toString(qlonglong(ms)));
    if (ms < 60'000)
        return fill("%1 s", locale.toString(double(ms) / 1e3, 'f', ms % 1000 == 0 ? 0 : 1));
    struct Step {
        qint64 unit, next;
        const char *pattern, *rest;
    };
    static constexpr Step Steps[] = {{86'400'000, 3'600'000, "%1 d", "%1 h"},
                                     {3'600'000, 60'000, "%1 h", "%1 min"},
                                     {60'000, 1'000, "%1 min", "%1 s"}};
    const auto step =
        std::find_if(std::begin(Steps), std::end(Steps), [ms](const Step &s) { return ms >= s.unit; });
    const QString whole = fill(step->pattern, locale.toString(qlonglong(ms / step->unit)));
    const qint64 rest = ms % step->unit / step->next;
    return rest == 0 ? whole : whole + u' ' + fill(step->rest, locale.toString(qlonglong(rest)));
}

QString unitSymbol(Quantity quantity)
{
    switch (quantity.unit) {
    case net::Unit::Milliseconds:
        return fill("%1 ms", {}).trimmed();
    case net::Unit::Seconds:
        return fill("%1 s", {}).trimmed();
    case net::Unit::Bytes:
        return fill("%1 B", {}).trimmed();
    default:
        return fill(around(quantity), {}).trimmed();
    }
}

} // namespace metriscope::ui
