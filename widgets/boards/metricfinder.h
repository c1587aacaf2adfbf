// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/boards/boarddata.h"

#include "netlayer/series/registry.h"

#include <unordered_map>

namespace metriscope::ui
{

/// Finds the metrics that boards name, now or when they first appear. GUI thread.
class MetricFinder final
{
public:
    explicit MetricFinder(const net::Registry &registry) : m_registry(registry) {}

    /// The metric, or NoMetric; from then on it is looked out for.
    [[nodiscard]] net::MetricId find(const MetricKey &key);
    /// The metric where it was found already.
    [[nodiscard]] net::MetricId found(const MetricKey &key) const;
    /// A metric whose id is known: it need not be looked for.
    void know(net::MetricId id);
    /// Looks at metrics up to `count`, a bounded number in one call. True when something awaited was found.
    bool look(std::uint32_t count);

private:
    struct Hash {
        using is_transparent = void;
        [[nodiscard]] std::size_t operator()(const MetricKey &key) const noexcept;
        [[nodiscard]] std::size_t operator()(const net::MetricInfo &info) const noexcept;
    };
    struct Equal {
        using is_transparent = void;
        [[nodiscard]] bool operator()(const MetricKey &a, const MetricKey &b) const noexcept
        {
            return a == b;
        }
        [[nodiscard]] bool operator()(const net::MetricInfo &a, const MetricKey &b) const noexcept;
        [[nodiscard]] bool operator()(const MetricKey &a, const net::MetricInfo &b) const noexcept
        {
            return (*this)(b, a);
        }
    };

    const net::Registry &m_registry;
    std::unordered_map<MetricKey, net::MetricId, Hash, Equal> m_found;
    std::size_t m_awaited = 0;
    std::uint32_t m_looked = 0; ///< metrics below this have been looked at for everything awaited
};

} // namespace metriscope::ui
