// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkresult.h"

#include <QString>

namespace metriscope::ui
{

// Words for the connectivity checks, in the language of the moment. Everything that came from outside is made
// safe to show as plain text.

/// "m3-core and pystatsd"
[[nodiscard]] QString checkKindText(net::CheckKind kind);
/// A sentence for who has to choose.
[[nodiscard]] QString checkKindHint(net::CheckKind kind);
/// What the check asks, without a full stop: "The statsd port is ours".
[[nodiscard]] QString checkTitle(net::CheckId id);
[[nodiscard]] QString checkVerdictText(net::CheckVerdict verdict);
/// What was found, in sentences.
[[nodiscard]] QString checkEvidenceText(const net::CheckResult &result);
/// What to do about it, to be copied; empty when there is nothing to do.
[[nodiscard]] QString checkRemedyText(const net::CheckResult &result);

} // namespace metriscope::ui
