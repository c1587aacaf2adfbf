// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/chain.h"
#include "netlayer/series/timeline.h"

#include <array>
#include <atomic>

namespace metriscope::net
{

/// One metric's history: what the store keeps of it at all times, and its points at three levels. A coarser
/// level is made from the finer one long after, when its buckets are complete and before the finer points go;
/// a tick touches the finest level only.
struct Series {
    std::array<Chain, Timeline::Levels> chains;
    double total = 0;     ///< counter: running sum; sampled kinds: samples since first sight
    double value = 0;     ///< of the last point
    double rate = 0;      ///< likewise, a second
    double scale = 1;     ///< multiplies what is read
    Time firstSeen, seen; ///< start of the first point's tick, end of the last point's
    MetricKind kind = MetricKind::Counter;
    bool any = false;                 ///< it had a point
    std::atomic<bool> watched{false}; ///< its points are the last to go; set by any thread
    /// Points of earlier buckets went, by age or for want of room; a reader may still see those buckets.
    std::array<BucketNumber, Timeline::Levels> begins{};

    /// Makes points of the next level from the complete buckets of `level` that it does not have yet.
    void roll(Ledger &ledger, const Timeline &timeline, std::size_t level, std::uint32_t phase);
    /// Rolls both levels and drops what is older than the timeline. Cheap for who was idle.
    void tidy(Ledger &ledger, const Timeline &timeline, std::uint32_t phase);
    /// Frees what lies before `number` in whole blocks; the number of points that went.
    std::uint64_t dropBefore(Ledger &ledger, std::size_t level, BucketNumber number) noexcept;
};
static_assert(sizeof(Series) <= 120, "with a MetricInfo, an idle series must stay within 160 bytes");

} // namespace metriscope::net
