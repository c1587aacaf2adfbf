// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/signals/preset.h"

#include <QStringList>

#include <vector>

namespace metriscope::ui
{

/// Which presets look for applications, the one that the reader fills in, and the units of timers.
struct SignalSettings {
    QStringList disabledPresets; ///< ids
    net::GenericPreset generic;
    std::vector<net::TimerUnitRule> timerUnits;

    friend bool operator==(const SignalSettings &, const SignalSettings &) = default;
};

} // namespace metriscope::ui
