// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/timeline.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

constexpr std::array<Millis, Timeline::Levels - 1> ParentSpan{Millis{10'000}, Millis{60'000}};

std::int64_t slotOf(Time end, Millis span) noexcept
{
    // a bucket that ends at 14:00:10 belongs to the ten seconds before
    const std::int64_t last = end.time_since_epoch().count() - 1, length = span.count();
    return last >= 0 ? last / length : -((-last + length - 1) / length);
}

template <typename Before>
BucketNumber partition(const Timeline::Level &level, Before before) noexcept
{
    BucketNumber low = level.first(), high = level.end();
    while (low < high) {
        const BucketNumber middle = low + (high - low) / 2;
        if (before(level[middle]))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace

BucketNumber Timeline::Level::endingAfter(Time time) const noexcept
{
    return partition(*this, [time](const TimeBucket &bucket) { return bucket.end <= time; });
}

BucketNumber Timeline::Level::startingFrom(Time time) const noexcept
{
    return partition(*this, [time](const TimeBucket &bucket) { return bucket.start < time; });
}

void Timeline::Level::push(const TimeBucket &bucket)
{
    if (m_end / ChunkSize - m_first / ChunkSize >= m_chunks.size())
        m_chunks.push_back(std::make_shared<Chunk>());
    (*m_chunks[m_end / ChunkSize - m_first / ChunkSize])[m_end % ChunkSize] = bucket;
    ++m_end;
}

void Timeline::Level::dropBefore(Time time, BucketNumber limit) noexcept
{
    const BucketNumber chunk = m_first / ChunkSize;
    while (m_first < limit && m_end - m_first > AlwaysKept && (*this)[m_first].end < time) {
        ++m_first;
        if (m_first % ChunkSize == 0)
            break; // one chunk at a time is enough: at most one bucket is added before the next call
    }
    if (m_first / ChunkSize != chunk)
        m_chunks.erase(m_chunks.begin());
}

void Timeline::begin(Time end, Millis elapsed, std::uint64_t dropped)
{
    elapsed = std::max(elapsed, Millis{1});
    Time start = end - elapsed;
    if (started()) {
        const Time last = tick().end;
        end = std::max(end, last + Millis{1});
        start = std::max(start, last);
    }
    add(0, {start, end, elapsed, dropped, 0});
    for (std::size_t level = 0; level < Levels; ++level)
        age(level);
}

/// Announces early what is to go, so that it goes in time; after a pause it goes later.
void Timeline::age(std::size_t level)
{
    Level &line = m_levels[level];
    Going &going = m_going[level];
    const Time old = tick().end - Kept[level];
    going.now = std::max(going.now, line.endingAfter(old + tick().elapsed * (3 * SweepTicks)));
    if (current() % SweepTicks == 0)
        going = {going.now, going.now, going.recently, going.before};
    line.dropBefore(old, going.longBefore);
}

void Timeline::add(std::size_t level, TimeBucket bucket)
{
    if (level + 1 == Levels) {
        m_levels[level].push(bucket);
        return;
    }
    Open &open = m_open[level];
    const std::int64_t slot = slotOf(bucket.end, ParentSpan[level]);
    if (open.any && open.slot != slot) {
        add(level + 1, open.bucket);
        open.any = false;
    }
    if (!open.any) {
        open = {bucket, slot, m_levels[level].end(), true};
    } else {
        open.bucket.end = bucket.end;
        open.bucket.elapsed += bucket.elapsed;
        open.bucket.dropped += bucket.dropped;
    }
    bucket.parent = m_levels[level + 1].end();
    m_levels[level].push(bucket);
}

void Timeline::publish()
{
    auto view = std::make_shared<const View>(m_levels);
    const std::lock_guard lock(m_mutex);
    m_published.swap(view); // the old one is freed after the lock
}

std::shared_ptr<const Timeline::View> Timeline::view() const
{
    const std::lock_guard lock(m_mutex);
    return m_published;
}

} // namespace metriscope::net
