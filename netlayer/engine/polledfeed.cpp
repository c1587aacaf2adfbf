// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/polledfeed.h"

#include "netlayer/series/namearena.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace metriscope::net
{

using Clock = std::chrono::steady_clock;

namespace
{

/// What one metric got in a poll, or has yet to play out.
struct Portion {
    double up = 0, down = 0;
    double gauge = 0;
    bool gaugeSet = false;
    std::vector<double> samples;
    Sketch sketch;
    double sum = 0, sumSquares = 0, lower = 0, upper = 0; ///< of the sketch
    std::vector<Bucket> buckets;                          ///< likewise, ascending by bound

    void addBucket(double bound, double count)
    {
        const auto at = std::ranges::lower_bound(buckets, bound, {}, &Bucket::bound);
        if (at != buckets.end() && at->bound == bound)
            at->count += count;
        else
            buckets.insert(at, {bound, count});
    }
    void add(const Sketch &more, double moreSum, double moreSquares, double moreLower, double moreUpper)
    {
        const bool first = sketch.count() == 0;
        lower = first ? moreLower : std::min(lower, moreLower);
        upper = first ? moreUpper : std::max(upper, moreUpper);
        sum += moreSum;
        sumSquares += moreSquares;
        sketch.merge(more);
    }
    void takeGauge(const Portion &other)
    {
        if (!other.gaugeSet)
            return;
        gauge = other.gauge;
        gaugeSet = true;
    }
    /// Takes what of `other` lies between two fractions of it.
    void addShare(const Portion &other, double from, double to)
    {
        up += other.up * (to - from);
        down += other.down * (to - from);
        const auto place = [&](double fraction) {
            return other.samples.begin() +
                   static_cast<std::ptrdiff_t>(static_cast<double>(other.samples.size()) * fraction);
        };
        samples.insert(samples.end(), place(from), to < 1 ? place(to) : other.samples.end());
        if (other.sketch.count() == 0)
            return;
        Sketch share;
        std::vector<std::uint64_t> upTo;
        for (const Bucket &bucket : other.buckets)
            upTo.push_back((upTo.empty() ? 0 : upTo.back()) +
                           static_cast<std::uint64_t>(std::llround(bucket.count)));
        const std::uint64_t count = share.mergeShare(other.sketch, from, to, upTo);
        if (count == 0)
            return;
        for (std::size_t i = 0; i < upTo.size(); ++i)
            addBucket(other.buckets[i].bound, static_cast<double>(upTo[i] - (i > 0 ? upTo[i - 1] : 0)));
        const double part = static_cast<double>(count) / static_cast<double>(other.sketch.count());
        add(share, other.sum * part, other.sumSquares * part, std::max(other.lower, share.quantile(0)),
            std::min(other.upper, share.quantile(1)));
    }
};

} // namespace

struct PolledFeed::State {
    struct Item {
        LocalId metric;
        Portion portion;
    };

    explicit State(std::size_t limit) : maxSeries(limit) {}

    /// The portion of a metric in the poll in hand.
    Portion &portion(LocalId metric)
    {
        if (place.size() <= metric)
            place.resize(metric + 1, NoPlace);
        if (place[metric] == NoPlace) {
            place[metric] = static_cast<std::uint32_t>(poll.size());
            poll.push_back({metric, {}});
        }
        return poll[place[metric]].portion;
    }

    static constexpr std::uint32_t NoPlace = 0xFFFFFFFFU;
    const std::size_t maxSeries;

    // The poller's alone
    std::unordered_map<std::string, LocalId> ids; ///< by kind, name and tags
    std::vector<Item> poll;
    std::vector<std::uint32_t> place; ///< of a metric in `poll`
    std::size_t refused = 0;

    std::atomic<bool> wantsBuckets = false;

    // Both; under the mutex
    std::mutex mutex;
    std::shared_ptr<NameArena> names = std::make_shared<NameArena>();
    std::vector<NewName> newNames; ///< not handed over yet
    LocalId handedOver = 0;        ///< names
    std::vector<Item> playing;
    std::unordered_map<LocalId, Portion> due; ///< goes out with the next bank, whole
    Clock::time_point began;
    std::chrono::duration<double> covers{0};
    double played = 1; ///< fraction of `playing` that has been handed over
    IngestCounts counts;
};

PolledFeed::PolledFeed(std::size_t maxSeries) : m_state(new State(maxSeries)) {}

PolledFeed::~PolledFeed() = default;

LocalId PolledFeed::metric(std::string_view name, std::string_view tags, MetricKind kind, Unit unit,
                           double total)
{
    State &s = *m_state;
    std::string key;
    key.reserve(name.size() + tags.size() + 2);
    key.push_back(static_cast<char>('0' + static_cast<int>(kind)));
    key.append(name).append(1, '\n').append(tags);
    if (const auto known = s.ids.find(key); known != s.ids.end())
        return known->second;
    if (s.ids.size() >= s.maxSeries) {
        ++s.refused;
        return NoMetric;
    }
    const auto id = static_cast<LocalId>(s.ids.size());
    s.ids.emplace(std::move(key), id);
    const std::scoped_lock lock(s.mutex);
    const std::string_view kept = s.names->keep(name, tags);
    s.newNames.push_back({kept, {kept.data() + kept.size(), tags.size()}, kind, unit, total});
    return id;
}

std::size_t PolledFeed::refused() const noexcept
{
    return m_state->refused;
}

void PolledFeed::beginPoll()
{
    State &s = *m_state;
    for (const State::Item &item : s.poll)
        s.place[item.metric] = State::NoPlace;
    s.poll.clear();
}

void PolledFeed::addCount(LocalId counter, double up, double down)
{
    if (counter == NoMetric || !std::isfinite(up) || !std::isfinite(down))
        return;
    Portion &portion = m_state->portion(counter);
    portion.up += up;
    portion.down += down;
}

void PolledFeed::setGauge(LocalId gauge, double value)
{
    if (gauge == NoMetric || !std::isfinite(value))
        return;
    Portion &portion = m_state->portion(gauge);
    portion.gauge = value;
    portion.gaugeSet = true;
}

void PolledFeed::addSample(LocalId timer, double value)
{
    if (timer != NoMetric && std::isfinite(value))
        m_state->portion(timer).samples.push_back(value);
}

void PolledFeed::addDistribution(LocalId timer, const Sketch &samples, double sum, double sumSquares,
                                 double lower, double upper, std::span<const Bucket> buckets)
{
    if (timer == NoMetric || samples.count() == 0)
        return;
    Portion &portion = m_state->portion(timer);
    portion.add(samples, sum, sumSquares, lower, upper);
    if (!m_state->wantsBuckets)
        return;
    for (const Bucket &bucket : buckets)
        portion.addBucket(bucket.bound, bucket.count);
}

void PolledFeed::endPoll(Millis covers)
{
    State &s = *m_state;
    const std::scoped_lock lock(s.mutex);
    // Polls are never quite on time, and may be faster than ticks: what is nearly played is due now.
    constexpr double Nearly = 0.9;
    const std::chrono::duration<double> passed = Clock::now() - s.began;
    const bool due = s.played == 0 || passed >= s.covers * Nearly;
    for (const State::Item &left : s.playing) {
        if (due) {
            Portion &portion = s.due[left.metric];
            portion.addShare(left.portion, s.played, 1);
            if (s.played == 0)
                portion.takeGauge(left.portion);
            continue;
        }
        // The poll before took longer than this one. What it has left goes on with what came now: all at once
        // it would be a peak that never was.
        Portion both;
        both.addShare(left.portion, s.played, 1);
        Portion &now = s.portion(left.metric);
        both.addShare(now, 0, 1);
        both.takeGauge(now);
        now = std::move(both);
    }
    for (const State::Item &item : s.poll)
        s.place[item.metric] = State::NoPlace;
    s.playing = std::exchange(s.poll, {});
    s.began = Clock::now();
    s.covers = covers;
    s.played = 0;
}

namespace
{

void putTimer(Bank &bank, LocalId metric, const Portion &share)
{
    TimerCell cell;
    cell.metric = metric;
    const auto sketchIndex = static_cast<std::uint32_t>(bank.sketches.size());
    const auto extend = [&cell](double lower, double upper) {
        cell.lower = cell.samples == 0 ? lower : std::min(cell.lower, lower);
        cell.upper = cell.samples == 0 ? upper : std::max(cell.upper, upper);
    };
    const bool exact = share.sketch.count() == 0 && share.samples.size() <= TimerCell::MaxExactSamples;
    if (!exact)
        bank.sketches.push_back(share.sketch);
    for (const double value : share.samples) {
        extend(value, value);
        ++cell.samples;
        cell.sum += value;
        cell.sumSquares += value * value;
        if (!exact) {
            bank.sketches.back().add(value);
            continue;
        }
        if (cell.lastChunk == TimerCell::None || bank.chunks[cell.lastChunk].size == SampleChunk::Capacity) {
            const auto next = static_cast<std::uint32_t>(bank.chunks.size());
            bank.chunks.emplace_back();
            (cell.lastChunk == TimerCell::None ? cell.firstChunk : bank.chunks[cell.lastChunk].next) = next;
            cell.lastChunk = next;
        }
        SampleChunk &chunk = bank.chunks[cell.lastChunk];
        chunk.values[chunk.size++] = value;
    }
    if (share.sketch.count() > 0) {
        extend(share.lower, share.upper);
        cell.samples += static_cast<std::uint32_t>(share.sketch.count());
        cell.sum += share.sum;
        cell.sumSquares += share.sumSquares;
    }
    if (!share.buckets.empty()) {
        cell.buckets = static_cast<std::uint32_t>(bank.buckets.size());
        bank.buckets.push_back(share.buckets);
    }
    if (!exact)
        cell.sketch = sketchIndex;
    cell.weight = cell.samples;
    bank.timers.push_back(cell);
}

} // namespace

std::unique_ptr<Bank> PolledFeed::flip(std::unique_ptr<Bank> empty)
{
    State &s = *m_state;
    Bank &bank = *empty;
    s.wantsBuckets = bank.wantsBuckets;
    const std::scoped_lock lock(s.mutex);
    if (!s.newNames.empty()) {
        bank.newNames = std::exchange(s.newNames, {});
        bank.names = s.names;
        // A counter shows its total as soon as it is known, whether or not it moves.
        for (const NewName &fresh : bank.newNames) {
            if (fresh.kind == MetricKind::Counter)
                bank.counters.push_back({s.handedOver, 0, 0, 0, 0});
            ++s.handedOver;
        }
    }
    const std::size_t fresh = bank.counters.size();
    const auto put = [&](LocalId metric, const Portion &share) {
        if (share.gaugeSet)
            bank.gauges.push_back({metric, 1, share.gauge, 0, true});
        if (share.up != 0 || share.down != 0) {
            const auto end = bank.counters.begin() + static_cast<std::ptrdiff_t>(fresh);
            const auto cell =
                std::ranges::lower_bound(bank.counters.begin(), end, metric, {}, &CounterCell::metric);
            const CounterCell counted{metric, 1, share.up, share.down, share.up - share.down};
            if (cell != end && cell->metric == metric)
                *cell = counted;
            else
                bank.counters.push_back(counted);
        }
        if (!share.samples.empty() || share.sketch.count() > 0)
            putTimer(bank, metric, share);
    };

    const std::chrono::duration<double> passed = Clock::now() - s.began;
    const double until = s.covers.count() > 0 ? std::min(1.0, passed / s.covers) : 1;
    for (const State::Item &item : s.playing) {
        Portion share;
        if (const auto due = s.due.find(item.metric); due != s.due.end()) {
            share = std::move(due->second);
            s.due.erase(due);
        }
        share.addShare(item.portion, s.played, until);
        if (s.played == 0)
            share.takeGauge(item.portion);
        put(item.metric, share);
    }
    for (const auto &[metric, share] : s.due)
        put(metric, share);
    s.due.clear();
    s.played = until;
    if (s.played >= 1)
        s.playing.clear();
    return empty;
}

} // namespace metriscope::net
