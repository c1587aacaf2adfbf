// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/cell.h"

#include "netlayer/series/finite.h"
#include "netlayer/series/seriesstore.h"

#include <algorithm>
#include <limits>

namespace metriscope::net
{

namespace
{

double asFloat(double value) noexcept
{
    return value <= double{std::numeric_limits<float>::max()} ? double{static_cast<float>(value)} : value;
}

// Chan, Golub, LeVeque 1979: the spread of two groups together
double spreadOf(const Cell &left, const Cell &right) noexcept
{
    const double n = left[timer::Samples], m = right[timer::Samples];
    const double apart = right[timer::Sum] / m - left[timer::Sum] / n;
    return asFloat(finite(left[timer::Spread] + right[timer::Spread] + apart * apart * (n / (n + m) * m)));
}

} // namespace

Cell cellOf(const TimerPoint &point) noexcept
{
    const auto samples = static_cast<double>(point.samples);
    const double spread =
        point.lower < point.upper ? std::max(0.0, point.sumSquares - point.sum / samples * point.sum) : 0;
    return Cell{{samples, finite(point.weight), finite(point.sum), asFloat(finite(spread)),
                 finite(point.lower), finite(point.upper)}};
}

void mergeCell(MetricKind kind, Cell &into, const Cell &next) noexcept
{
    if (kind == MetricKind::Counter) {
        into[counter::Up] = finite(into[counter::Up] + next[counter::Up]);
        into[counter::Down] = finite(into[counter::Down] + next[counter::Down]);
    } else if (!isSampled(kind)) {
        into[level::Lower] = std::min(into[level::Lower], next[level::Lower]);
        into[level::Upper] = std::max(into[level::Upper], next[level::Upper]);
        into[level::Last] = kind == MetricKind::Set ? into[level::Upper] : next[level::Last];
    } else if (into[timer::Samples] == 0) {
        into = next;
    } else if (next[timer::Samples] > 0) {
        into[timer::Spread] = spreadOf(into, next);
        into[timer::Samples] += next[timer::Samples];
        into[timer::Weight] = finite(into[timer::Weight] + next[timer::Weight]);
        into[timer::Sum] = finite(into[timer::Sum] + next[timer::Sum]);
        into[timer::Lower] = std::min(into[timer::Lower], next[timer::Lower]);
        into[timer::Upper] = std::max(into[timer::Upper], next[timer::Upper]);
    }
}

void addSamples(const Cell &cell, std::span<const std::uint8_t> sketch, Sketch &into)
{
    if (!sketch.empty())
        into.mergeEncoded(sketch);
    else
        into.add(cell[timer::Lower], static_cast<std::uint32_t>(std::min(cell[timer::Samples], 0x1p31)));
}

} // namespace metriscope::net
