// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/requesttable.h"
#include "netlayer/series/seriesstore.h"
#include "netlayer/series/sketch.h"

#include <limits>
#include <vector>

namespace metriscope::ui
{

/// Of the requests of a row, over a span of time.
struct RequestNumbers {
    double rate = 0; ///< per second
    double time = 0; ///< milliseconds that all of them took together
    double mean = std::numeric_limits<double>::quiet_NaN(), p95 = mean; ///< milliseconds; NaN: no sample
    friend bool operator==(const RequestNumbers &a, const RequestNumbers &b)
    {
        const auto same = [](double x, double y) { return x == y || (x != x && y != y); };
        return a.rate == b.rate && a.time == b.time && same(a.mean, b.mean) && same(a.p95, b.p95);
    }
};

/// Adds requests up: their samples are merged, percentiles are never averaged.
class RequestSum final
{
public:
    void add(const net::SeriesStore &store, const net::RequestTable::Request &request, net::TimeRange range);
    void add(const RequestSum &other);
    void clear();
    /// `scale`: milliseconds in one unit of the timers.
    [[nodiscard]] RequestNumbers numbers(double scale) const;

private:
    double m_rate = 0, m_time = 0;
    std::uint64_t m_samples = 0;
    net::Sketch m_sketch;
};

/// Where a round over all requests stands.
struct RequestSums {
    net::TimeRange range;
    std::size_t controller = 0, request = 0; ///< the next one: controller of the table, request within it
    RequestSum ofRequest, ofController;
    std::vector<RequestSum> ofApplications;
};

} // namespace metriscope::ui
