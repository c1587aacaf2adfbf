// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"

#include "widgets/forms/collectorsettings.h"
#include "widgets/forms/contextsettings.h"
#include "widgets/forms/receiversettings.h"
#include "widgets/forms/signalsettings.h"

#include "netlayer/capture/packetring.h"
#include "netlayer/engine/engineconfig.h"
#include "netlayer/engine/pollconfig.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace metriscope::app
{

struct AppearanceSettings {
    QString language; ///< "en", "ru", or empty for the system's
    Theme theme = Theme::System;
    friend bool operator==(const AppearanceSettings &, const AppearanceSettings &) = default;
};

struct WindowSettings {
    QByteArray geometry, state; ///< as QMainWindow writes them
    QString page = QStringLiteral("overview");
    int spanSeconds = 300;
    friend bool operator==(const WindowSettings &, const WindowSettings &) = default;
};

/// Everything that is kept between runs.
struct SettingsData {
    ui::ReceiverSettings receiver;
    ui::ContextSettings contexts;
    ui::CollectorSettings collector;
    net::StoreConfig store;
    net::FoldConfig fold;
    net::PacketRing::Limits packetLimits;
    std::size_t maxSeries = net::EngineConfig().maxSeries;
    ui::SignalSettings signalling;
    std::vector<net::PollConfig> polls;
    AppearanceSettings appearance;
    WindowSettings window;
    QByteArray boards;  ///< JSON, as BoardsPane writes it
    QByteArray metrics; ///< JSON, how the list of metrics is arranged
    QByteArray packets; ///< JSON, how the packet inspector is set up
    QByteArray exports; ///< JSON, the last choices made when exporting
    friend bool operator==(const SettingsData &, const SettingsData &) = default;
};

} // namespace metriscope::app
