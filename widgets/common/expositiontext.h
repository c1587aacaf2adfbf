// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/prometheus/explainexposition.h"

#include <QString>

namespace metriscope::ui
{

/// Why a line of an exposition was rejected or warned of: a clause without a full stop.
[[nodiscard]] QString issueText(net::ExpositionIssue issue);
/// What most likely made it wrong, likewise; empty for None.
[[nodiscard]] QString hintText(net::ExpositionHint hint);

/// Type and number of samples.
[[nodiscard]] QString familyText(const net::MetricFamily &family, net::ExpositionFormat format);
/// Format, families, samples, errors and warnings on one line.
[[nodiscard]] QString summaryText(const net::ExpositionSummary &summary);

} // namespace metriscope::ui
