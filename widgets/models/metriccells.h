// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/metricordering.h"
#include "widgets/models/trendcache.h"

#include <QCoreApplication>
#include <QVariant>

namespace metriscope::ui
{

enum class MetricColumn : std::uint8_t { Name, Kind, Tags, Value, Rate, Age, Trend, Source };
inline constexpr int MetricColumnCount = 8;

namespace MetricRole
{
enum : int {
    Sort = Qt::UserRole, ///< the raw number or bytes behind the text
    Id,                  ///< uint: the MetricId; invalid on a folder of the tree
    Idle,                ///< bool: nothing came for a while
    Columns = Qt::UserRole + 16
};
}

/// What stands in the cells of a metric, made when it is read. Shared by the flat list and the tree.
class MetricCells final
{
    Q_DECLARE_TR_FUNCTIONS(MetricCells)

public:
    static constexpr net::Millis IdleAfter{std::chrono::seconds{10}};

    MetricCells(const net::Registry &registry, const net::SeriesStore &store);

    [[nodiscard]] QVariant data(net::MetricId id, MetricColumn column, int role) const;
    [[nodiscard]] QVariant tag(net::MetricId id, const std::string &key, int role) const;
    [[nodiscard]] static QString title(MetricColumn column);
    [[nodiscard]] static QString explanation(MetricColumn column); ///< for the tool tip of a header
    [[nodiscard]] static Qt::Alignment alignment(MetricColumn column);
    [[nodiscard]] static MetricSort::By sortBy(MetricColumn column);

    [[nodiscard]] const net::Registry &registry() const noexcept { return m_registry; }
    [[nodiscard]] const net::SeriesStore &store() const noexcept { return m_store; }
    [[nodiscard]] TrendCache &trends() const noexcept { return m_trends; }

private:
    [[nodiscard]] QString text(net::MetricId id, MetricColumn column) const;
    [[nodiscard]] QVariant raw(net::MetricId id, MetricColumn column) const;
    [[nodiscard]] QString trendInWords(net::MetricId id) const;

    const net::Registry &m_registry;
    const net::SeriesStore &m_store;
    mutable TrendCache m_trends;
};

/// Short and rounded down: `2 s`, `5 min`, `3 h`, `2 d`.
[[nodiscard]] QString ageText(net::Millis age);
/// Canonical tags with air between them.
[[nodiscard]] QString tagsText(std::string_view tags);

} // namespace metriscope::ui
