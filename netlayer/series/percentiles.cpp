// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/percentiles.h"

#include "netlayer/series/finite.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace metriscope::net
{

namespace
{

/// What both representations answer; ranks count from 0, the smallest.
struct Exact {
    std::span<const double> values;

    [[nodiscard]] std::uint64_t count() const noexcept { return values.size(); }
    [[nodiscard]] double atRank(std::uint64_t rank) const noexcept { return values[rank]; }
    [[nodiscard]] Sketch::Run run(std::uint64_t first, std::uint64_t last) const noexcept
    {
        Sketch::Run run{last - first};
        for (const double value : values.subspan(first, last - first)) {
            run.sum += value;
            run.sumSquares += value * value;
        }
        return run;
    }
};

/// How many samples lie on the inner side, and how far the boundary is on the way to the next one.
struct Rank {
    std::uint64_t count = 0;
    double fraction = 0;
};

Rank rankOf(std::uint64_t n, double share, PercentileRule rule) noexcept
{
    constexpr double Rounding = 1e-9; // 99.9 / 100 * 1000 is a little more than 999
    const auto total = static_cast<double>(n);
    switch (rule) {
    case PercentileRule::Statsd:
        // the reference takes a lone sample for every percentile
        return {n == 1 ? 1 : static_cast<std::uint64_t>(std::floor(share * total + 0.5)), 0};
    case PercentileRule::Nearest:
        return {static_cast<std::uint64_t>(std::max(1.0, std::ceil(share * total - Rounding))), 0};
    case PercentileRule::Interpolate: {
        const double position = share * (total - 1), below = std::floor(position + Rounding);
        return {static_cast<std::uint64_t>(below) + 1, std::max(0.0, position - below)};
    }
    }
    return {};
}

template <typename Samples>
std::optional<PercentileResult> percentile(const Samples &samples, double wanted,
                                           PercentileRule rule) noexcept
{
    const std::uint64_t n = samples.count();
    if (n == 0 || wanted == 0 || !std::isfinite(wanted))
        return std::nullopt;
    Rank rank = rankOf(n, std::min(std::abs(wanted) / 100, 1.0), rule);
    if (rank.count == 0)
        return std::nullopt;
    rank.count = std::min(rank.count, n);
    const bool fromTop = wanted < 0;
    // the rank of the `k`-th sample on the inner side
    const auto nth = [&](std::uint64_t k) { return samples.atRank(fromTop ? n - k : k - 1); };
    PercentileResult result;
    result.percentile = wanted;
    result.boundary = nth(rank.count);
    if (rank.fraction > 0 && rank.count < n)
        result.boundary = std::lerp(result.boundary, nth(rank.count + 1), rank.fraction);
    const Sketch::Run run = fromTop ? samples.run(n - rank.count, n) : samples.run(0, rank.count);
    result.count = rank.count;
    result.sum = finite(run.sum);
    result.sumSquares = finite(run.sumSquares);
    result.mean = result.sum / static_cast<double>(rank.count);
    return result;
}

template <typename Samples>
double median(const Samples &samples) noexcept
{
    const std::uint64_t n = samples.count();
    if (n == 0)
        return std::numeric_limits<double>::quiet_NaN();
    return std::midpoint(samples.atRank((n - 1) / 2), samples.atRank(n / 2));
}

} // namespace

std::optional<PercentileResult> percentileOf(std::span<const double> ascending, double wanted,
                                             PercentileRule rule) noexcept
{
    return percentile(Exact{ascending}, wanted, rule);
}

std::optional<PercentileResult> percentileOf(const Sketch &sketch, double wanted,
                                             PercentileRule rule) noexcept
{
    return percentile(sketch, wanted, rule);
}

double medianOf(std::span<const double> ascending) noexcept
{
    return median(Exact{ascending});
}

double medianOf(const Sketch &sketch) noexcept
{
    return median(sketch);
}

} // namespace metriscope::net
