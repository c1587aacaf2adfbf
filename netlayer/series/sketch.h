// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace metriscope::net
{

/// Mergeable quantile sketch with logarithmic bins (after DDSketch, Masson, Rim, Lee 2019): a quantile is off
/// by at most 1 % of its value, however many samples went in and however often sketches were merged. Bins are
/// bounded: past MaxBins the smallest values share a bin, the upper quantiles stay right.
class Sketch final
{
public:
    static constexpr double RelativeError = 0.01;
    static constexpr std::size_t MaxBins = 2048;

    void add(double value, std::uint32_t times = 1);
    void merge(const Sketch &other);
    void clear() noexcept;
    [[nodiscard]] std::uint64_t count() const noexcept { return m_count; }
    /// `quantile` within 0..1; NaN when empty.
    [[nodiscard]] double quantile(double quantile) const noexcept;

private:
    struct Bin {
        std::int32_t key;
        std::uint32_t count;
    };
    std::vector<Bin> m_bins;
    std::uint64_t m_count = 0;
};

} // namespace metriscope::net
