// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace metriscope::net
{

/// What of a metric is read. Which of them make sense for a kind is said by SeriesStore::measuresOf().
struct Measure {
    enum class What : std::uint8_t {
        Value,     ///< gauge: the level; set: unique members; counter: the count of the span
        Rate,      ///< per second of the time that really passed
        Count,     ///< samples or increments, scaled by the sample rate
        Total,     ///< counter: running sum since first sight
        Up,        ///< counter: positive part of the count
        Down,      ///< counter: negative part, as a positive number
        Sum,       ///< sampled kinds, of the samples as received
        Mean,      ///< likewise
        Lower,     ///< smallest sample
        Upper,     ///< largest sample
        Deviation, ///< population standard deviation
        Quantile   ///< of the merged sketch, at `quantile`
    };
    What what = What::Value;
    double quantile = 0.5;

    friend bool operator==(const Measure &, const Measure &) = default;
};

} // namespace metriscope::net
