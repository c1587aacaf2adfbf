// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/timeline.h"

#include <array>

namespace metriscope::net
{

/// Which points the budget cannot hold any more: of every level those beyond a share of the time that it is
/// kept for, so that all levels shorten alike and the oldest go first. What is watched keeps its whole time
/// for as long as shortening the rest is enough. Decides only; knows nothing of series.
class Eviction final
{
public:
    /// Whether all series were visited and another round is worth while: when the one before freed nothing,
    /// less is kept from now on. False: everything but the points of the current tick has been given up.
    [[nodiscard]] bool nextRound(const Timeline &timeline);
    /// To be called when a tick has passed, before limit().
    void refresh(const Timeline &timeline) noexcept;
    void freed() noexcept { m_freed = true; }

    /// Points before this bucket are to go.
    [[nodiscard]] BucketNumber limit(bool watched, std::size_t level) const noexcept
    {
        return m_limits[watched][level];
    }
    /// Points must go although the next level does not have them yet.
    [[nodiscard]] bool lastResort(bool watched) const noexcept { return m_share[watched] <= Least; }

    std::size_t at = 0; ///< the series to be visited next

private:
    static constexpr double Less = 0.85, More = 1.1, Least = 0.001;

    std::array<double, 2> m_share{1, 1}; ///< of Timeline::Kept; unwatched, watched
    std::array<std::array<BucketNumber, Timeline::Levels>, 2> m_limits{};
    BucketNumber m_tick = 0, m_begun = 0;
    bool m_freed = false;
};

} // namespace metriscope::net
