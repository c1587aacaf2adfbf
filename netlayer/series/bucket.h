// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace metriscope::net
{

/// A bucket of a histogram, as a difference over time: `count` values above the bound before it and at most
/// `bound`. Not cumulative.
struct Bucket {
    double bound = 0; ///< of the last one +Inf
    double count = 0; ///< never negative

    friend bool operator==(const Bucket &, const Bucket &) = default;
};

} // namespace metriscope::net
