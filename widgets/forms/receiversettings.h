// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace metriscope::ui
{

/// Where the statsd receiver listens and what it takes there.
struct ReceiverSettings {
    static constexpr int MinBufferKiB = 64, MaxBufferKiB = 262'144;

    bool enabled = true;
    QStringList addresses{QStringLiteral("127.0.0.1:8125"), QStringLiteral("[::1]:8125")};
    bool udp = true, tcp = true;
    QString unixPath; ///< of the datagram socket; empty for none
    QString dialect = QStringLiteral("dogstatsd");
    int socketBufferKiB = 8192;

    friend bool operator==(const ReceiverSettings &, const ReceiverSettings &) = default;
};

} // namespace metriscope::ui
