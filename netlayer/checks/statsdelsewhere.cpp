// SPDX-License-Identifier: GPL-3.0-or-later
// The part of StatsdWatch that looks beside its own addresses: sentinels and the wire.
#include "netlayer/checks/family.h"
#include "netlayer/checks/sockettable.h"
#include "netlayer/checks/statsdwatch.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QSocketNotifier>

#include <algorithm>
#include <array>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

/// Where statsd lines are sent by mistake: m3-core's typing error, the console of statsd, the exporter for
/// Prometheus, Graphite, and the neighbours.
constexpr std::array<std::uint16_t, 8> UsualMistakes{1825, 8126, 9125, 2003, 8124, 8152, 8215, 8135};

} // namespace

CheckResult StatsdWatch::lookAtWire()
{
    const WireKnowledge &given = m_context.wire;
    CheckEvidence evidence;
    evidence.detail = given.error;
    evidence.found = given.command;
    m_hasWire = given.available;
    return m_hasWire ? pass(CheckReason::CaptureAllowed)
                     : skip(given.error.isEmpty() ? CheckReason::NoCapture : CheckReason::NoRight, evidence);
}

void StatsdWatch::readWire()
{
    if (!m_hasWire || !m_context.wire.packets)
        return;
    for (const Packet &packet : m_context.wire.packets(m_since)) {
        if (packet.protocol == PacketProtocol::Udp)
            takeFromWire(endpointOf(packet.destination), packet.source.text(),
                         {packet.bytes.begin(), packet.bytes.end()});
    }
}

/// Beside what was sent to us, only what nobody else waits for can have been meant for us; or what bears our
/// prefix, which is asked later.
void StatsdWatch::takeFromWire(const Endpoint &destination, std::string source, std::string payload)
{
    if (payload.starts_with(SelfTestName))
        return;
    if (isTarget(destination)) {
        m_wireCount += std::ranges::any_of(m_targets, [&](const Target &target) {
            return sees(target) && target.endpoint.port == destination.port &&
                   (target.endpoint == destination || isAny(target.endpoint));
        });
        return;
    }
    const QString shown = shownEndpoint(destination);
    if (m_watched.contains(shown))
        return;
    auto known = m_served.constFind(shown); // the kernel's table is long, and the wire may be full
    if (known == m_served.constEnd())
        known = m_served.insert(shown, hasDatagramSocket(destination));
    if (!*known || !m_context.prefix.isEmpty())
        keep(m_strays, {destination, std::move(source), std::move(payload)});
}

/// Sockets where nobody listens, for as long as we wait: what comes there was meant for us.
void StatsdWatch::placeSentinels()
{
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        const Endpoint target = m_targets[i].endpoint;
        if (target.kind == Endpoint::Kind::Unix || target.port == 0)
            continue;
        for (const std::uint16_t port : UsualMistakes)
            placeSentinel({target.kind, target.host, port});
        const bool six = target.kind == Endpoint::Kind::Inet6;
        if (isAny(target)) {
            placeSentinel(
                {six ? Endpoint::Kind::Inet : Endpoint::Kind::Inet6, six ? "0.0.0.0" : "::", target.port});
            continue;
        }
        for (const QHostAddress &own : QNetworkInterface::allAddresses()) {
            if (own.isLinkLocal())
                continue;
            const bool ownSix = own.protocol() == QHostAddress::IPv6Protocol;
            placeSentinel(
                {ownSix ? Endpoint::Kind::Inet6 : Endpoint::Kind::Inet, lookedUp(own), target.port});
        }
    }
}

void StatsdWatch::placeSentinel(const Endpoint &endpoint)
{
    if (isTarget(endpoint) || m_watched.contains(shownEndpoint(endpoint)))
        return;
    ReceiverConfig config;
    config.endpoints = {endpoint};
    config.tcp = false;
    auto opened = openListenSet(config);
    if (!opened || !opened->absent.empty())
        return;
    m_watched << shownEndpoint(endpoint);
    ListenSet &set = m_sockets.emplace_back(*std::move(opened));
    auto notifier = std::make_unique<QSocketNotifier>(set.sockets.front().fd.get(), QSocketNotifier::Read);
    connect(notifier.get(), &QSocketNotifier::activated, this,
            [this, socket = &set.sockets.front(), endpoint] { readFrom(*socket, endpoint, m_strays); });
    m_notifiers.push_back(std::move(notifier));
}

} // namespace metriscope::net
