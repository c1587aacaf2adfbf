// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/contextstore.h"
#include "netlayer/signals/presetfile.h"

#include <QString>

namespace metriscope::ui
{

// Words for what goes wrong with files of the user's data folder. Whole sentences, in the language of the
// moment.

[[nodiscard]] QString contextStoreText(net::ContextStoreProblem problem, const QString &detail);
/// `where`: the field, with what the JSON parser said.
[[nodiscard]] QString presetErrorText(net::PresetError error, const QString &file, const QString &where);

} // namespace metriscope::ui
