// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/cell.h"

#include "netlayer/series/finite.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

// Chan, Golub, LeVeque 1979: the spread of two groups together
double spreadOf(const Cell &left, const Cell &right) noexcept
{
    const double n = left[timer::Samples], m = right[timer::Samples];
    const double apart = right[timer::Sum] / m - left[timer::Sum] / n;
    return finite(left[timer::Spread] + right[timer::Spread] + apart * apart * (n / (n + m) * m));
}

} // namespace

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

} // namespace metriscope::net
