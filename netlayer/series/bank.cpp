// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/bank.h"

#include <iterator>
#include <utility>

namespace metriscope::net
{
namespace
{

constexpr int QuietClears = 30; ///< as many ticks with little in them, and the memory goes back
constexpr std::size_t WorthKeeping = std::size_t{1} << 20, KeptNames = 1024;

template <typename T>
std::size_t used(const std::vector<T> &values) noexcept
{
    return values.size() * sizeof(T);
}

template <typename T>
std::size_t held(const std::vector<T> &values) noexcept
{
    return values.capacity() * sizeof(T);
}

template <typename T>
void empty(std::vector<T> &values, bool release)
{
    if (release)
        values = std::vector<T>(); // `= {}` would keep the memory
    else
        values.clear();
}

/// Filled once: the kernel gives memory when it is touched.
template <typename T>
void reserve(std::vector<T> &values, std::size_t wanted)
{
    if (values.capacity() >= wanted)
        return;
    values.resize(wanted + wanted / 4);
    values.clear();
}

} // namespace

Bank::Extent Bank::extent() const noexcept
{
    return {counters.size(), gauges.size(), timers.size(), sets.size(), chunks.size()};
}

void Bank::prepare(const Extent &wanted)
{
    reserve(counters, wanted.counters);
    reserve(gauges, wanted.gauges);
    reserve(timers, wanted.timers);
    reserve(sets, wanted.sets);
    reserve(chunks, wanted.chunks);
}

bool Bank::isMostlyUnused() const noexcept
{
    const std::size_t holds = held(counters) + held(gauges) + held(timers) + held(sets) + held(chunks) +
                              held(sketches) + members.bytes();
    const std::size_t uses = used(counters) + used(gauges) + used(timers) + used(sets) + used(chunks) +
                             used(sketches) + members.size() * sizeof(std::uint64_t);
    return holds > WorthKeeping && uses * 8 < holds;
}

void Bank::clear()
{
    m_quietClears = isMostlyUnused() ? m_quietClears + 1 : 0;
    const bool release = m_quietClears >= QuietClears;
    for (Sketch &sketch : sketches)
        sketch.clear();
    std::move(sketches.begin(), sketches.end(), std::back_inserter(spareSketches));
    if (release) {
        members.release();
        spareSketches = std::vector<Sketch>();
    }
    members.clear();
    empty(counters, release);
    empty(gauges, release);
    empty(timers, release);
    empty(sets, release);
    empty(chunks, release);
    empty(sketches, release);
    buckets.clear();
    empty(newNames, newNames.capacity() > KeptNames); // the flood of names at a start does not come again
    notes.clear();
    annotations.clear();
    names.reset();
    counts = {};
    kernelDrops = 0;
    opened = closed = {};
}

} // namespace metriscope::net
