// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace metriscope::ui
{

/// How the packet inspector is set up, kept between runs.
struct PacketsState {
    bool tap = false; ///< the own sockets are watched from the start
    QString interface = QStringLiteral("any");
    QString captureFilter = QStringLiteral("udp dst port 8125");
    int timeStyle = 0;
    friend bool operator==(const PacketsState &, const PacketsState &) = default;
};

[[nodiscard]] QByteArray packetsStateToJson(const PacketsState &state);
/// What makes no sense is as in a new one.
[[nodiscard]] PacketsState packetsStateFromJson(const QByteArray &json);

} // namespace metriscope::ui
