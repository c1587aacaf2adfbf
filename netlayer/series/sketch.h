// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace metriscope::net
{

/// Mergeable quantile sketch with logarithmic bins (after DDSketch, Masson, Rim, Lee 2019): a quantile is off
/// by at most 1 % of its value, however many samples went in and however often sketches were merged. Bins are
/// bounded: past MaxBins the smallest values share a bin, the upper quantiles stay right. Zero and negative
/// values have bins of their own. Values that are not finite are not taken.
class Sketch final
{
public:
    static constexpr double RelativeError = 0.01;
    static constexpr std::size_t MaxBins = 2048;

    /// Count, sum and sum of squares of a run of samples in ascending order, each as its bin has it.
    struct Run {
        std::uint64_t count = 0;
        double sum = 0, sumSquares = 0;
    };

    void add(double value, std::uint32_t times = 1);
    void merge(const Sketch &other);
    /// Adds the share of the samples of `other` that lies between two fractions of them, 0 <= from <= to
    /// <= 1. Shares that follow each other add up to the whole, and each is a fair sample of it. Returns how
    /// many were added. Each of `ranks`, ascending, becomes how many of the share are among so many lowest
    /// samples of `other`: these add up, too.
    std::uint64_t mergeShare(const Sketch &other, double from, double to,
                             std::span<std::uint64_t> ranks = {});
    void clear() noexcept;
    [[nodiscard]] std::uint64_t count() const noexcept { return m_count; }
    [[nodiscard]] std::size_t bins() const noexcept { return m_bins.size(); }
    /// `quantile` within 0..1, nearest rank; NaN when empty.
    [[nodiscard]] double quantile(double quantile) const noexcept;
    /// The sample of this rank, 0 the smallest; NaN when there is none.
    [[nodiscard]] double atRank(std::uint64_t rank) const noexcept;
    /// The samples of ranks `first` .. `last` - 1.
    [[nodiscard]] Run run(std::uint64_t first, std::uint64_t last) const noexcept;

    /// Appends the bins to `out`: about two bytes a sample when there are few.
    void encode(std::vector<std::uint8_t> &out) const;
    /// Adds what encode() wrote. Stops where the bytes end.
    void mergeEncoded(std::span<const std::uint8_t> bytes);

private:
    struct Bin {
        std::int32_t key;
        std::uint64_t count;
    };
    void addKey(std::int32_t key, std::uint64_t times);
    void limit();

    std::vector<Bin> m_bins; ///< ascending keys, which is ascending values
    std::uint64_t m_count = 0;
};

} // namespace metriscope::net
