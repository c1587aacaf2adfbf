// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/payload.h"
#include "netlayer/series/registry.h"
#include "netlayer/types/time.h"

#include <QStringList>

#include <cstdint>
#include <vector>

namespace metriscope::ui
{
class TimeAxis;
} // namespace metriscope::ui

namespace metriscope::app
{

// From charts to packets and back.

/// Names by which packets of these metrics are found, each once; signals have no name of their own on the
/// wire, and with one of them there is none.
[[nodiscard]] QStringList packetNames(const net::Registry &registry,
                                      const std::vector<net::MetricId> &metrics);

/// Nanoseconds since the epoch, half open.
struct PacketSpan {
    std::int64_t from = 0, to = 0;
};
/// The packets behind a point of a chart: what came in the ticks that its place on the axis stands for.
[[nodiscard]] PacketSpan packetSpan(const ui::TimeAxis &axis, net::Time at, net::Millis tick);

/// The metric that a line speaks of; NoMetric when this console has none like it.
[[nodiscard]] net::MetricId metricOf(const net::Registry &registry, const net::PayloadItem &item);

} // namespace metriscope::app
