// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/optiontable.h"

namespace metriscope::app
{

/// Puts the value of an option into `options`. When it is none: what was expected, in words; else empty.
[[nodiscard]] QString takeOption(Options &options, OptionRow::Id id, const QString &text);

} // namespace metriscope::app
