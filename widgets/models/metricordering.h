// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/metricfilter.h"

#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace metriscope::ui
{

/// By what the rows stand in order. Names are compared part by part between dots, numbers in them as numbers.
struct MetricSort {
    enum class By : std::uint8_t { Name, Kind, Tags, Tag, Value, Rate, Age, Source };
    By by = By::Name;
    bool descending = false;
    std::string tag{}; ///< the key, for By::Tag

    /// Values move, everything else stands once and for all.
    [[nodiscard]] bool isLive() const noexcept { return by == By::Value || by == By::Rate || by == By::Age; }
    friend bool operator==(const MetricSort &, const MetricSort &) = default;
};

/// The number that column shows for a metric as of `now`: NaN where there is none, age in seconds.
[[nodiscard]] double sortNumber(const net::Latest &latest, net::MetricKind kind, net::Time now,
                                MetricSort::By by) noexcept;

/// Less than, equal or greater than 0. Part by part, letter case only decides between equals.
[[nodiscard]] int compareNames(std::string_view a, std::string_view b) noexcept;

/// A piece of work: looks at metrics `from` .. `to`-1, adds those that match to the rows there are, and
/// sorts.
struct OrderRequest {
    std::shared_ptr<const MetricMatcher> matcher;
    MetricSort sort;
    std::uint32_t from = 0, to = 0;
    std::vector<std::uint32_t> rows{}; ///< shown already, in their order
    bool rowsAreSorted = false;        ///< by the same `sort`, which is not live
};

struct OrderResult {
    std::vector<std::uint32_t> rows; ///< all, in their new order
    std::uint32_t firstAdded = 0;    ///< what was added is every id of `rows` that is not below this
    std::uint32_t undecided = 0;     ///< metrics on which the expression gave up
    bool cancelled = false;
};

/// Any thread; looks at `cancelled` now and then.
[[nodiscard]] OrderResult computeOrder(const net::Registry &registry, const net::SeriesStore &store,
                                       OrderRequest request, const std::atomic<bool> &cancelled);

} // namespace metriscope::ui
