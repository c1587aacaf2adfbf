// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/registry.h"

#include <QString>

#include <vector>

class QMimeData;

namespace metriscope::ui
{

/// What is dragged from the list of metrics onto a board: ids, good only inside this program while it runs.
/// The names go along as text for whoever else takes them.
[[nodiscard]] QString metricMimeType();
[[nodiscard]] QMimeData *metricMimeData(const net::Registry &registry, const std::vector<net::MetricId> &ids);
/// Ids that the registry has; empty for anything that is not ours or is damaged.
[[nodiscard]] std::vector<net::MetricId> metricsOf(const QMimeData &data, const net::Registry &registry);

} // namespace metriscope::ui
