// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/sketch.h"
#include "netlayer/types/metric.h"
#include "netlayer/types/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace metriscope::net
{

/// The numbers of one point of one series, whatever its kind and level; which stands where is said by the
/// enumerations below. All unscaled.
struct Cell {
    static constexpr std::size_t Fields = 6;
    std::array<double, Fields> fields{};

    [[nodiscard]] double &operator[](std::size_t field) noexcept { return fields[field]; }
    [[nodiscard]] double operator[](std::size_t field) const noexcept { return fields[field]; }
};

namespace counter
{
enum Field : std::size_t { Up, Down, Fields };
}
/// Gauges and sets. `Last` of a set's point of many ticks is its largest count: members are not kept, and
/// that many there were at least.
namespace level
{
enum Field : std::size_t { Last, Lower, Upper, Fields };
}
/// `Spread` is the sum of the squared distances from the mean: unlike the sum of squares it can be merged
/// without losing the deviation of values that lie close together.
namespace timer
{
enum Field : std::size_t { Samples, Weight, Sum, Spread, Lower, Upper, Fields };
}

[[nodiscard]] constexpr std::size_t fieldsOf(MetricKind kind) noexcept
{
    return kind == MetricKind::Counter ? counter::Fields
           : isSampled(kind)           ? static_cast<std::size_t>(timer::Fields)
                                       : static_cast<std::size_t>(level::Fields);
}

/// The point of a tick; a spread is kept as a float where it fits, which is exact to seven digits.
struct TimerPoint;
[[nodiscard]] Cell cellOf(const TimerPoint &point) noexcept;

/// Adds the later point `next` to `into`.
void mergeCell(MetricKind kind, Cell &into, const Cell &next) noexcept;

/// Adds the samples of a point to `into`: `sketch` encoded, or empty where all samples are the same.
void addSamples(const Cell &cell, std::span<const std::uint8_t> sketch, Sketch &into);

/// A span in which ticks ran, as a series has it.
struct Step {
    Time start, end;
    Millis elapsed{0};                    ///< the ticks' own time, at most end - start
    const Cell *cell = nullptr;           ///< null: nothing arrived in this span
    std::span<const std::uint8_t> sketch; ///< encoded, of sampled kinds
};

} // namespace metriscope::net
