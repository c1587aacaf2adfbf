// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packetlinks.h"

#include "widgets/charts/timeaxis.h"

#include <algorithm>

namespace metriscope::app
{

namespace
{

constexpr int PointsAcross = 600; ///< of a chart

[[nodiscard]] std::int64_t nanoseconds(net::Time wall)
{
    return std::chrono::nanoseconds(wall.time_since_epoch()).count();
}

} // namespace

QStringList packetNames(const net::Registry &registry, const std::vector<net::MetricId> &metrics)
{
    QStringList names;
    for (const net::MetricId id : metrics) {
        if (id == net::NoMetric)
            continue;
        const net::MetricInfo &info = registry.info(id);
        if (info.source == net::SignalSource)
            return {};
        const QString name = QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size()));
        if (!names.contains(name))
            names << name;
    }
    return names;
}

PacketSpan packetSpan(const ui::TimeAxis &axis, net::Time at, net::Millis tick)
{
    // A point stands at the end of its tick, the reader's hand near it.
    const net::Millis reach = std::max(tick, axis.span() / PointsAcross);
    return {nanoseconds(at - reach - tick + axis.wallOffset()), nanoseconds(at + reach + axis.wallOffset())};
}

net::MetricId metricOf(const net::Registry &registry, const net::PayloadItem &item)
{
    if (!item.kind)
        return net::NoMetric;
    const net::MetricId received = registry.find(net::StatsdSource, item.name, item.tags, *item.kind);
    return received != net::NoMetric
               ? received
               : registry.find(net::sourceIdOf(net::SourceKind::Replay, 0), item.name, item.tags, *item.kind);
}

} // namespace metriscope::app
