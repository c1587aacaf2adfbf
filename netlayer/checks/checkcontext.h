// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkresult.h"
#include "netlayer/packets/packet.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace metriscope::net
{

/// What the running console knows beyond what a check can find out by itself. All of it may be missing: in
/// `metriscope check` there is no console. Called on the thread of the checks.
struct ConsoleKnowledge {
    /// True for a port that this process itself serves for statsd. By default those whose owner in /proc is
    /// this process.
    qint64 pid = 0; ///< process whose sockets count as "ours"; 0: none
    /// Datagrams that came to our statsd sockets since a time in nanoseconds since the epoch.
    std::function<std::vector<Packet>(std::int64_t since)> received;
    /// Identities ("v1.tatar.bars.test.test") that registered contexts.
    std::function<QStringList()> registrations;
    /// Self-test lines that our statsd sockets have received so far.
    std::function<std::uint64_t()> selfTests;
    /// True when the timers of names that begin with this prefix are taken as microseconds.
    std::function<bool(const QString &prefix)> takenAsMicroseconds;
};

/// Packets of the wire, for those who may read it.
struct WireKnowledge {
    /// How the attempt to capture went. `error` is empty when packets come in.
    QString error;
    QString command; ///< that gives the right, to copy
    bool available = false;
    /// What came to any port of this machine since a time in nanoseconds since the epoch: payloads, linkType
    /// 0.
    std::function<std::vector<Packet>(std::int64_t since)> packets;
};

/// What is to be verified: addresses as the application is told to use them.
struct CheckContext {
    CheckKind kind = CheckKind::Statsd;
    QStringList statsd; ///< "127.0.0.1:8125", "localhost:8125", "[::1]:8125"; empty: the default
    QString prefix;     ///< METRICS_PREFIX, or the prefix of a gstats application; empty: not said
    QString dialect;    ///< empty: the default one
    QString contexts;   ///< URL or "ADDR:PORT"; empty: the default
    QString gstats;     ///< "tcp://127.0.0.1:2345", the address that answers; empty: the default
    QString
        gstatsEvents; ///< "tcp://127.0.0.2:2345", where workers push; empty: the default beside the default
    QString gstatsStatus;  ///< "http://localhost:8002/_status"; empty: not checked
    QString prometheus;    ///< "http://localhost:8001-8049/metrics"; empty: the default
    QString istats;        ///< "http://127.0.0.1:8135"; empty: the default
    QString graphite;      ///< "127.0.0.1:2003"; empty: the default
    QString graphiteQuery; ///< URL of graphite-web or carbonapi; empty: none
    /// Given by hand: nobody listening there is a failure then, and is not tried out by listening ourselves.
    bool contextsNamed = false, gstatsNamed = false;
    std::chrono::milliseconds wait{0}; ///< how long to look for traffic of the application
    /// Of a run, so that it ends within 15 s; one with a longer wait ends three seconds after that.
    std::chrono::milliseconds longest{14'000};

    ConsoleKnowledge console;
    WireKnowledge wire;
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
};

} // namespace metriscope::net
