// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/chain.h"
#include "netlayer/series/timeline.h"

#include <array>
#include <atomic>

namespace metriscope::net
{

/// What the store keeps of a metric at all times and no tick touches.
struct SeriesRest {
    Time firstSeen;   ///< start of the first point's tick
    double scale = 1; ///< multiplies what is read
    /// Points of earlier buckets went, by age or for want of room; a reader may still see those buckets.
    std::array<BucketNumber, Timeline::Levels> begins{};
};

/// One metric's history: what is known of it at all times, and its points at three levels. A coarser level is
/// made from the finer one long after, when its buckets are complete and before the finer points go: not
/// before a block is full or its points come of age, so that what is seldom active is kept once. A tick
/// touches the finest level only, and one line of the cache here: with many series the misses are what costs.
struct alignas(64) Series {
    std::array<Chain, Timeline::Levels> chains;
    double total = 0; ///< counter: running sum; sampled kinds: samples since first sight
    double value = 0; ///< of the last point
    double rate = 0;  ///< likewise, a second
    Time seen;        ///< end of the last point's tick
    MetricKind kind = MetricKind::Counter;
    bool any = false;                 ///< it had a point
    std::atomic<bool> watched{false}; ///< its points are the last to go; set by any thread

    /// Makes points of the next level from the complete buckets of `level` that it does not have yet.
    void roll(Ledger &ledger, const Timeline &timeline, std::size_t level, std::uint32_t phase);
    /// Rolls what is due and drops what is older than the timeline. Cheap for who was idle.
    void tidy(Ledger &ledger, const Timeline &timeline, std::uint32_t phase, SeriesRest &rest);
    /// Frees what lies before `number` in whole blocks; the number of points that went.
    std::uint64_t dropBefore(Ledger &ledger, std::size_t level, BucketNumber number,
                             SeriesRest &rest) noexcept;

private:
    [[nodiscard]] bool isDue(const Timeline &timeline, std::size_t level) const noexcept;
};
static_assert(sizeof(Series) == 64 && sizeof(SeriesRest) == 32);

} // namespace metriscope::net
