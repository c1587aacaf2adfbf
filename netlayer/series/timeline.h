// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/time.h"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace metriscope::net
{

/// Number of a bucket within its level, counted since the start; never reused.
using BucketNumber = std::uint32_t;

/// A span in which ticks ran, shared by all series.
struct TimeBucket {
    Time start, end;
    Millis elapsed{0};         ///< sum of its ticks, at most end - start
    std::uint64_t dropped = 0; ///< datagrams that the kernel dropped
    BucketNumber parent = 0;   ///< the bucket of the next level that it belongs to
};

/// When the ticks ran: every tick, and every span of 10 s and of 1 min that had one. Series keep only numbers
/// of buckets. The writer's buckets become visible to readers with publish(), all of a tick at once.
class Timeline final
{
public:
    static constexpr std::size_t Levels = 3;
    static constexpr std::array<Millis, Levels> Kept{Millis{15 * 60'000}, Millis{6 * 3'600'000},
                                                     Millis{7 * 86'400'000}};
    /// Ticks in which every series is visited once, twice as many while their number grows.
    static constexpr BucketNumber SweepTicks = 128;
    /// So many of a level are kept however long a tick is: a bucket is in it until every series was visited
    /// after the bucket's parent was complete.
    static constexpr BucketNumber AlwaysKept = 320;
    static_assert(2 * SweepTicks < AlwaysKept);
    /// The number of the first bucket; blocks may begin before it.
    static constexpr BucketNumber Origin = 64;

    /// The buckets `first` .. `end` - 1 of a level, in order of time. Copies share them.
    class Level
    {
    public:
        [[nodiscard]] BucketNumber first() const noexcept { return m_first; }
        [[nodiscard]] BucketNumber end() const noexcept { return m_end; }
        [[nodiscard]] const TimeBucket &operator[](BucketNumber number) const noexcept
        {
            return (*m_chunks[number / ChunkSize - m_first / ChunkSize])[number % ChunkSize];
        }
        /// The first bucket that ends after `time`, that starts at or after it; end() when there is none.
        [[nodiscard]] BucketNumber endingAfter(Time time) const noexcept;
        [[nodiscard]] BucketNumber startingFrom(Time time) const noexcept;

    private:
        friend class Timeline;
        static constexpr BucketNumber ChunkSize = 256;
        using Chunk = std::array<TimeBucket, ChunkSize>;
        void push(const TimeBucket &bucket);
        void dropBefore(Time time, BucketNumber limit) noexcept;

        std::vector<std::shared_ptr<Chunk>> m_chunks;
        BucketNumber m_first = Origin, m_end = Origin;
    };
    using View = std::array<Level, Levels>;

    /// A tick that does not end after the one before it is moved behind it.
    void begin(Time end, Millis elapsed, std::uint64_t dropped);
    void publish();

    // The writer's own, one bucket ahead of the readers'
    [[nodiscard]] const Level &level(std::size_t level) const noexcept { return m_levels[level]; }
    [[nodiscard]] bool started() const noexcept { return m_levels[0].end() > Origin; }
    [[nodiscard]] BucketNumber current() const noexcept { return m_levels[0].end() - 1; }
    [[nodiscard]] const TimeBucket &tick() const noexcept { return m_levels[0][current()]; }
    /// Buckets of `level` below this number belong to a complete one of the next level.
    [[nodiscard]] BucketNumber complete(std::size_t level) const noexcept { return m_open[level].first; }
    /// Buckets of `level` below this number will be gone soon, though not before every series was visited.
    [[nodiscard]] BucketNumber going(std::size_t level) const noexcept { return m_going[level].now; }

    /// What was published last. Any thread.
    [[nodiscard]] std::shared_ptr<const View> view() const;

private:
    /// A bucket of the next level that is still growing.
    struct Open {
        TimeBucket bucket;
        std::int64_t slot = 0; ///< of 10 s or 1 min since the epoch
        BucketNumber first = 0;
        bool any = false;
    };
    /// Buckets below these numbers are going: as of now, and one, two and three rounds of visits ago.
    struct Going {
        BucketNumber now = Origin, recently = Origin, before = Origin, longBefore = Origin;
    };
    void add(std::size_t level, TimeBucket bucket);
    void age(std::size_t level);

    View m_levels;
    std::array<Going, Levels> m_going;
    std::array<Open, Levels - 1> m_open;
    mutable std::mutex m_mutex;
    std::shared_ptr<const View> m_published = std::make_shared<const View>();
};

} // namespace metriscope::net
