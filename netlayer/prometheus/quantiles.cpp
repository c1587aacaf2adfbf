// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/quantiles.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace metriscope::net
{

namespace
{

constexpr std::uint64_t MostSteps = 64; ///< of a bucket: finer than a sketch tells apart

double lowerBound(std::span<const Bucket> buckets, std::size_t at) noexcept
{
    if (at > 0)
        return buckets[at - 1].bound;
    return buckets[0].bound > 0 ? 0 : buckets[0].bound;
}

/// Gathers values and what a sketch does not keep.
class Layer
{
public:
    explicit Layer(Spread &into) : m_into(into) {}

    /// `count` values evenly within low .. high, each in the middle of its share.
    void lay(double low, double high, double count)
    {
        const auto whole = static_cast<std::uint64_t>(std::llround(std::min(count, 1e15)));
        if (whole == 0)
            return;
        m_into.lower = m_any ? std::min(m_into.lower, low) : low;
        m_into.upper = m_any ? std::max(m_into.upper, high) : high;
        m_any = true;
        const std::uint64_t steps = low == high ? 1 : std::min(whole, MostSteps);
        for (std::uint64_t i = 0; i < steps; ++i) {
            const double at =
                low + (high - low) * (static_cast<double>(i) + 0.5) / static_cast<double>(steps);
            const std::uint64_t times = whole * (i + 1) / steps - whole * i / steps;
            for (std::uint64_t rest = times; rest > 0;) {
                const auto some = static_cast<std::uint32_t>(
                    std::min<std::uint64_t>(rest, std::numeric_limits<std::uint32_t>::max()));
                m_into.sketch.add(at, some);
                rest -= some;
            }
            const double weight = static_cast<double>(times);
            m_count += weight;
            m_sum += at * weight;
            m_sumSquares += at * at * weight;
        }
    }

    /// The sum is known, the spread is that of the values laid.
    void finish(std::optional<double> sum)
    {
        if (m_count <= 0)
            return;
        m_into.sum = sum.value_or(m_sum);
        const double laidMean = m_sum / m_count, mean = m_into.sum / m_count;
        const double variance = std::max(0.0, m_sumSquares / m_count - laidMean * laidMean);
        m_into.sumSquares = m_count * (variance + mean * mean);
        m_into.lower = std::min(m_into.lower, mean);
        m_into.upper = std::max(m_into.upper, mean);
    }

private:
    Spread &m_into;
    bool m_any = false;
    double m_count = 0, m_sum = 0, m_sumSquares = 0;
};

} // namespace

double histogramQuantile(double quantile, std::span<const Bucket> buckets)
{
    constexpr double None = std::numeric_limits<double>::quiet_NaN();
    double total = 0;
    for (const Bucket &bucket : buckets)
        total += bucket.count;
    if (!(total > 0) || std::isinf(buckets.front().bound))
        return None;
    const double rank = std::clamp(quantile, 0.0, 1.0) * total;
    double before = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const Bucket &bucket = buckets[i];
        if (bucket.count <= 0 || before + bucket.count < rank) {
            before += bucket.count;
            continue;
        }
        const double low = lowerBound(buckets, i);
        if (std::isinf(bucket.bound))
            return low;
        return low + (bucket.bound - low) * (rank - before) / bucket.count;
    }
    // only rounding gets here
    return std::isinf(buckets.back().bound) ? buckets[buckets.size() - 2].bound : buckets.back().bound;
}

Spread spreadOfBuckets(std::span<const Bucket> buckets, std::optional<double> sum)
{
    Spread spread;
    Layer layer(spread);
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const Bucket &bucket = buckets[i];
        if (!(bucket.count > 0))
            continue;
        if (!std::isinf(bucket.bound)) {
            layer.lay(lowerBound(buckets, i), bucket.bound, bucket.count);
        } else {
            // no more is known than in a histogram of this bucket alone: their mean
            const double at = i > 0 ? buckets[i - 1].bound : sum.value_or(0) / bucket.count;
            if (std::isfinite(at))
                layer.lay(at, at, bucket.count);
        }
    }
    layer.finish(sum);
    return spread;
}

Spread spreadOfQuantiles(std::span<const QuantilePoint> points, double count, double sum)
{
    Spread spread;
    Layer layer(spread);
    const double mean = sum / count;
    double from = 0, fromValue = mean;
    bool any = false;
    for (const QuantilePoint &point : points) {
        if (!std::isfinite(point.value))
            continue;
        if (!any)
            fromValue = point.value;
        any = true;
        layer.lay(fromValue, std::max(fromValue, point.value),
                  std::round(point.quantile * count) - std::round(from * count));
        from = point.quantile;
        fromValue = std::max(fromValue, point.value);
    }
    layer.lay(fromValue, fromValue, std::round(count) - std::round(from * count));
    layer.finish(sum);
    return spread;
}

} // namespace metriscope::net
