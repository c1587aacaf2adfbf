// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settingsdata.h"

#include <QLatin1String>
#include <QVariant>

#include <span>

namespace metriscope::app
{

/// One setting in the file. `set` leaves the data alone and returns false when the value makes no sense.
struct SettingsKey {
    QLatin1String name;
    QVariant (*get)(const SettingsData &data);
    bool (*set)(SettingsData &data, const QVariant &value);
};

[[nodiscard]] std::span<const SettingsKey> settingsKeys();

} // namespace metriscope::app
