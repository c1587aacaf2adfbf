// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/metric.h"

#include <cstddef>
#include <memory>

namespace metriscope::net
{

/// Every metric of every source, by dense MetricId. One writer, the fold thread; any thread reads the metrics
/// whose id it was given, without a lock: storage never moves.
class Registry final
{
public:
    static constexpr std::size_t EntryBytes = 24; ///< of a metric, beside its name and tags
    explicit Registry(std::size_t capacity);
    ~Registry();
    Registry(const Registry &) = delete;
    Registry &operator=(const Registry &) = delete;

    /// Number of metrics; ids 0 .. size()-1 may be read. Any thread.
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] std::size_t capacity() const noexcept;
    [[nodiscard]] MetricInfo info(MetricId id) const noexcept;

    /// Adds a metric; NoMetric when the registry is full. `keepAlive` owns the bytes behind the views; tags
    /// that do not stand right behind the name, as NameArena has them, are copied with it. Fold thread.
    [[nodiscard]] MetricId add(const MetricInfo &info, std::shared_ptr<const void> keepAlive);
    /// Adds a metric whose name and tags are copied. Fold thread.
    [[nodiscard]] MetricId addCopy(const MetricInfo &info);
    /// The metric with this source, name, canonical tags and kind, or NoMetric. Any thread; a scan, for rare
    /// use.
    [[nodiscard]] MetricId find(SourceId source, std::string_view name, std::string_view tags,
                                MetricKind kind) const;

private:
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace metriscope::net
