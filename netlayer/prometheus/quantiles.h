// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bucket.h"
#include "netlayer/series/sketch.h"

#include <optional>
#include <span>

namespace metriscope::net
{

/// `quantile` within 0..1 of the values in `buckets`, ascending by bound: linear between the bounds of a
/// bucket, whose lower one is 0 for the first bucket when its bound is positive. In the bucket without an
/// upper bound it is the highest finite one. NaN when there are no values or no finite bound.
[[nodiscard]] double histogramQuantile(double quantile, std::span<const Bucket> buckets);

/// What is known of values of which only the distribution is.
struct Spread {
    Sketch sketch;
    double lower = 0, upper = 0, sum = 0, sumSquares = 0;
};
/// Values laid evenly into the buckets. Their `sum` and the spread of the values laid give the sum of
/// squares; without a sum it is that of the values laid. Empty when nothing was counted.
[[nodiscard]] Spread spreadOfBuckets(std::span<const Bucket> buckets, std::optional<double> sum);

/// A point of a summary: that share of the values is at most `value`.
struct QuantilePoint {
    double quantile = 0, value = 0;
};
/// `count` values laid evenly between the points, ascending by quantile; all of them at their mean when there
/// are none.
[[nodiscard]] Spread spreadOfQuantiles(std::span<const QuantilePoint> points, double count, double sum);

} // namespace metriscope::net
