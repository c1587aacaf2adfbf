// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkcontext.h"
#include "netlayer/sockets/endpoint.h"
#include "netlayer/statsd/dialect.h"
#include "netlayer/statsd/lineframer.h"
#include "netlayer/statsd/listenset.h"
#include "netlayer/statsd/selftest.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

class QHostAddress;
class QSocketNotifier;

namespace metriscope::net
{

/// One datagram, or one line of a TCP stream.
struct SeenDatagram {
    Endpoint destination;
    std::string source; ///< numeric address of the sender
    std::string payload;
};

/// What the statsd checks look at together: the addresses that the application is told, sockets of our own
/// where nobody else listens, and for the time of waiting also sockets where a mistaken application might
/// send: usual wrong ports, the other address family, the other addresses of this machine.
class StatsdWatch final : public QObject
{
    Q_OBJECT

public:
    enum class Holder : std::uint8_t { Nobody, Check, Console, Others };
    struct Target {
        Endpoint endpoint;
        Holder holder = Holder::Nobody;
        CheckResult claim{}; ///< what became of listening there
    };
    static constexpr std::size_t MaxKept = 20'000; ///< datagrams; more are counted only

    explicit StatsdWatch(const CheckContext &context);
    ~StatsdWatch() override;

    /// Looks names up and listens where nobody does; opened() follows, maybe at once.
    void open();
    [[nodiscard]] const std::vector<Target> &targets() const noexcept { return m_targets; }
    [[nodiscard]] QString targetText() const; ///< the addresses, comma separated
    /// False when nothing of what arrives at the addresses can be seen.
    [[nodiscard]] bool seesArrivals() const;
    /// What arrives at that address can be seen.
    [[nodiscard]] bool sees(const Target &target) const;
    /// The first one of which that is not so; null when there is none.
    [[nodiscard]] const Target *unseen() const;
    [[nodiscard]] bool mayWait() const;

    /// Begins the time of waiting, unless it has begun; over() follows.
    void observe();
    [[nodiscard]] bool isOver() const noexcept { return m_over; }
    /// After over().
    [[nodiscard]] const std::vector<SeenDatagram> &arrived() const noexcept { return m_arrived; }
    [[nodiscard]] std::uint64_t arrivedCount() const noexcept { return m_arrivedCount; }
    [[nodiscard]] const std::vector<SeenDatagram> &strays() const noexcept { return m_strays; }
    [[nodiscard]] const QStringList &watched() const noexcept { return m_watched; } ///< beside the targets
    [[nodiscard]] std::uint64_t wireCount() const noexcept { return m_wireCount; }
    [[nodiscard]] const Dialect &dialect() const noexcept { return m_dialect; }
    [[nodiscard]] const CheckContext &context() const noexcept { return m_context; }
    /// Whether the wire can be read, as was found out before.
    [[nodiscard]] CheckResult lookAtWire();
    [[nodiscard]] bool hasWire() const noexcept { return m_hasWire; }

Q_SIGNALS:
    void opened();
    void over();
    /// A line of a self-test came to a socket of ours.
    void selfTestSeen(const QByteArray &name);

private:
    struct Stream;
    void claim();
    void claimOne(Target &target);
    void readFrom(ListenSocket &socket, const Endpoint &endpoint, std::vector<SeenDatagram> &kept);
    void acceptFrom(int fd, const Endpoint &endpoint);
    void placeSentinels();
    void placeSentinel(const Endpoint &endpoint);
    void readWire();
    void takeFromWire(const Endpoint &destination, std::string source, std::string payload);
    void keep(std::vector<SeenDatagram> &kept, SeenDatagram seen);
    void end();
    [[nodiscard]] bool isTarget(const Endpoint &endpoint) const;

    const CheckContext m_context;
    const Dialect &m_dialect;
    std::vector<Target> m_targets;
    std::vector<ListenSet> m_sockets;
    std::vector<std::unique_ptr<QSocketNotifier>> m_notifiers;
    std::vector<std::unique_ptr<Stream>> m_streams;
    std::vector<SeenDatagram> m_arrived, m_strays;
    QStringList m_watched;
    QHash<QString, bool> m_served; ///< other addresses on the wire: somebody has a socket there
    QTimer m_timer;
    std::int64_t m_since = 0;
    std::uint64_t m_arrivedCount = 0, m_wireCount = 0;
    int m_lookups = 0;
    bool m_hasWire = false;
    bool m_observing = false, m_over = false;
};

[[nodiscard]] QString shownEndpoint(const Endpoint &endpoint);
[[nodiscard]] Endpoint endpointOf(const PacketAddress &address);
[[nodiscard]] bool isAny(const Endpoint &endpoint); ///< 0.0.0.0 or ::
/// Numeric, without the name of an interface.
[[nodiscard]] std::string lookedUp(const QHostAddress &address);

} // namespace metriscope::net
