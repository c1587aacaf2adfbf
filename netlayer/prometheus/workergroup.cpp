// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/workergroup.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace metriscope::net
{

namespace
{

/// Start times come from clock ticks of 10 ms and are written with as many digits.
constexpr double SameStart = 0.005;
/// A worker may have been started a moment before the first round, which did not see it yet.
constexpr double StartSlack = 1.0;

bool sameStart(std::optional<double> a, std::optional<double> b) noexcept
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < SameStart);
}

/// Calls `both(series, mayFall, before, now)` for each series of `now`; `before` is null where it is new.
template <typename Both>
void join(const std::vector<Reading> &before, const std::vector<Reading> &now, Both both)
{
    auto old = before.begin();
    for (const Reading &reading : now) {
        while (old != before.end() && old->series < reading.series)
            ++old;
        const bool known = old != before.end() && old->series == reading.series;
        both(reading, known ? &old->value : nullptr);
    }
}

bool falls(const std::vector<Reading> &before, const std::vector<Reading> &now)
{
    bool any = false;
    join(before, now, [&any](const Reading &reading, const double *old) {
        any = any || (old && !reading.mayFall && reading.value < *old);
    });
    return any;
}

/// From `before` to `now`; what fell began anew.
std::vector<Reading> increments(const std::vector<Reading> &before, const std::vector<Reading> &now)
{
    std::vector<Reading> result;
    join(before, now, [&result](const Reading &reading, const double *old) {
        const bool again = old && !reading.mayFall && reading.value < *old;
        const double step = old && !again ? reading.value - *old : reading.value;
        if (step != 0)
            result.push_back({reading.series, reading.mayFall, step});
    });
    return result;
}

/// What is known after `now`: a series that an answer left out has not begun anew when it comes back.
std::vector<Reading> overlaid(const std::vector<Reading> &before, std::vector<Reading> now)
{
    if (std::ranges::includes(now, before, {}, &Reading::series, &Reading::series))
        return now;
    std::vector<Reading> result;
    result.reserve(before.size() + now.size());
    std::ranges::set_union(now, before, std::back_inserter(result), {}, &Reading::series, &Reading::series);
    return result;
}

/// Both ascending by series.
std::vector<Reading> added(std::vector<Reading> a, std::vector<Reading> b)
{
    if (a.empty() || b.empty())
        return a.empty() ? std::move(b) : std::move(a);
    std::vector<Reading> result;
    result.reserve(a.size() + b.size());
    auto left = a.cbegin();
    for (const Reading &right : b) {
        while (left != a.cend() && left->series < right.series)
            result.push_back(*left++);
        result.push_back(right);
        if (left != a.cend() && left->series == right.series)
            result.back().value += left++->value;
    }
    result.insert(result.end(), left, a.cend());
    return result;
}

double total(const std::vector<Reading> &totals)
{
    double sum = 0;
    for (const Reading &reading : totals)
        sum += reading.mayFall ? 0 : reading.value;
    return sum;
}

} // namespace

void WorkerGroup::beginRound(double now)
{
    ++m_round;
    m_now = now;
    if (m_round == 1)
        m_first = now;
}

WorkerGroup::Worker *WorkerGroup::byId(std::uint32_t id)
{
    const auto at = std::ranges::find(m_workers, id, &Worker::id);
    return at == m_workers.end() ? nullptr : &*at;
}

WorkerGroup::Worker &WorkerGroup::add(std::uint32_t target, std::optional<double> startTime)
{
    const auto isHere = [target](const Worker &worker) { return worker.target == target; };
    if (static_cast<std::size_t>(std::ranges::count_if(m_workers, isHere)) >= MostWorkersOfTarget) {
        auto oldest = m_workers.end();
        for (auto at = m_workers.begin(); at != m_workers.end(); ++at) {
            if (isHere(*at) && (oldest == m_workers.end() || at->seen < oldest->seen))
                oldest = at;
        }
        m_workers.erase(oldest);
    }
    Worker &worker = m_workers.emplace_back();
    worker.startTime = startTime;
    worker.target = target;
    worker.id = m_nextId++;
    return worker;
}

/// Of the workers that these totals may come from, the one that is nearest below.
WorkerGroup::Worker *WorkerGroup::find(std::uint32_t target, std::optional<double> startTime,
                                       const std::vector<Reading> &totals)
{
    Worker *best = nullptr;
    double bestTotal = 0;
    const auto consider = [&](Worker &worker) {
        if (!sameStart(worker.startTime, startTime) || falls(worker.totals, totals))
            return;
        const double sum = total(worker.totals);
        if (!best || sum > bestTotal) {
            best = &worker;
            bestTotal = sum;
        }
    };
    for (Worker &worker : m_workers) {
        if (worker.target == target)
            consider(worker);
    }
    if (best || !startTime)
        return best;
    for (Worker &worker : m_workers) { // moved from another port
        if (worker.target != target && worker.round < m_round)
            consider(worker);
    }
    return best;
}

/// Totals fell, and the worker in doubt answers again: so the fall was a restart. Unless the other one, which
/// was higher, has answered in between.
void WorkerGroup::settleDoubt(Worker &worker, Target &where, Outcome &outcome)
{
    if (worker.doubted == None)
        return;
    if (!where.shared) {
        outcome.increments = std::move(worker.pending);
        std::erase_if(m_workers, [id = worker.doubted](const Worker &each) { return each.id == id; });
    }
}

WorkerGroup::Outcome WorkerGroup::take(std::uint32_t target, std::optional<double> startTime,
                                       std::vector<Reading> totals)
{
    if (m_targets.size() <= target)
        m_targets.resize(target + 1);
    Target &where = m_targets[target];
    Outcome outcome;
    Worker *worker = find(target, startTime, totals);
    Worker *const last = where.last == None ? nullptr : byId(where.last);
    if (worker) {
        const std::uint32_t id = worker->id;
        std::vector<Reading> steps = increments(worker->totals, totals);
        if (last && last->id != id && worker->target == target) {
            // Back at one that another had taken over from. Totals that are just where they were before say
            // enough; so do two different start times. A quick restart may look like it once.
            ++where.returns;
            where.shared =
                where.shared || steps.empty() || where.returns > 1 || !sameStart(last->startTime, startTime);
        }
        settleDoubt(*worker, where, outcome);
        worker = byId(id);
        worker->doubted = None;
        worker->pending.clear();
        outcome.increments = added(std::move(outcome.increments), std::move(steps));
    } else if (last && sameStart(last->startTime, startTime)) {
        // totals fell: a restart, or another worker behind the same address; the next answer will tell
        std::vector<Reading> pending = increments(last->totals, totals);
        const std::uint32_t doubted = last->id;
        std::vector<Reading> known = last->totals;
        worker = &add(target, startTime);
        worker->totals = std::move(known);
        if (!where.shared) {
            worker->pending = std::move(pending);
            worker->doubted = doubted;
        }
    } else {
        // started while we were looking: all that it has happened since then
        const bool fresh = startTime && m_round > 1 && *startTime > m_first - StartSlack;
        worker = &add(target, startTime);
        (fresh ? outcome.increments : outcome.before) = totals;
    }
    worker->target = target;
    worker->round = m_round;
    worker->seen = m_now;
    worker->totals = overlaid(worker->totals, std::move(totals));
    where.last = worker->id;
    return outcome;
}

void WorkerGroup::endRound()
{
    std::erase_if(m_workers, [this](const Worker &worker) { return m_now - worker.seen > ForgottenAfter; });
}

bool WorkerGroup::isShared(std::uint32_t target) const noexcept
{
    return target < m_targets.size() && m_targets[target].shared;
}

bool WorkerGroup::isAlive(const Worker &worker) const noexcept
{
    return worker.round == m_round || (isShared(worker.target) && m_round - worker.round < 10);
}

std::size_t WorkerGroup::workers() const noexcept
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_workers, [this](const Worker &worker) { return isAlive(worker); }));
}

double WorkerGroup::standing(std::uint32_t series) const noexcept
{
    double sum = 0;
    for (const Worker &worker : m_workers) {
        if (!isAlive(worker))
            continue;
        const auto at = std::ranges::lower_bound(worker.totals, series, {}, &Reading::series);
        sum += at != worker.totals.end() && at->series == series ? at->value : 0;
    }
    return sum;
}

} // namespace metriscope::net
