// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/sockettable.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QUrl>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

/// Where a client of this machine arrives with that address.
std::vector<Endpoint> localEndpoints(const QString &address)
{
    const QUrl url(address.contains("://"_L1) ? address : "tcp://"_L1 + address);
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    QStringList hosts{url.host()};
    if (url.host() == "localhost"_L1)
        hosts = {u"127.0.0.1"_s, u"::1"_s};
    std::vector<Endpoint> endpoints;
    for (const QString &host : hosts) {
        const QHostAddress numeric(host);
        if (!numeric.isNull() &&
            (numeric.isLoopback() || QNetworkInterface::allAddresses().contains(numeric)))
            endpoints.push_back({numeric.protocol() == QHostAddress::IPv6Protocol ? Endpoint::Kind::Inet6
                                                                                  : Endpoint::Kind::Inet,
                                 host.toStdString(), static_cast<std::uint16_t>(port)});
    }
    return endpoints;
}

} // namespace

std::uint64_t droppedDatagrams(const Endpoint &endpoint)
{
    std::uint64_t drops = 0;
    for (const KernelSocket &socket : kernelSockets(Transport::Udp)) {
        if (socket.local == endpoint)
            drops += socket.drops;
    }
    return drops;
}

bool hasDatagramSocket(const Endpoint &endpoint)
{
    return std::ranges::any_of(kernelSockets(Transport::Udp),
                               [&](const KernelSocket &socket) { return meets(socket, endpoint); });
}

std::int64_t largestReceiveBuffer()
{
    std::ifstream file("/proc/sys/net/core/rmem_max");
    std::int64_t bytes = 0;
    file >> bytes;
    return bytes;
}

ListenerTable::ListenerTable() : m_sockets(kernelSockets(Transport::Tcp))
{
    std::vector<std::uint64_t> inodes;
    std::ranges::transform(m_sockets, std::back_inserter(inodes), &KernelSocket::inode);
    m_holdings = holdersOf(inodes);
}

ListenerTable::Listener ListenerTable::at(const QString &address) const
{
    std::vector<std::uint64_t> inodes;
    for (const Endpoint &endpoint : localEndpoints(address)) {
        for (const KernelSocket &socket : m_sockets) {
            if (meets(socket, endpoint))
                inodes.push_back(socket.inode);
        }
    }
    return {!inodes.empty(), holdersOfAny(inodes)};
}

std::vector<Process> ListenerTable::sharedWith(const Process &process) const
{
    std::vector<std::uint64_t> inodes;
    for (const SocketHolding &holding : m_holdings) {
        if (holding.holder == process)
            inodes.push_back(holding.inode);
    }
    std::vector<Process> others = holdersOfAny(inodes);
    std::erase(others, process);
    return others;
}

std::vector<Process> ListenerTable::holdersOfAny(const std::vector<std::uint64_t> &inodes) const
{
    std::vector<Process> holders;
    for (const SocketHolding &holding : m_holdings) {
        if (std::ranges::find(inodes, holding.inode) != inodes.end() &&
            (holders.empty() || holders.back() != holding.holder))
            holders.push_back(holding.holder);
    }
    return holders;
}

} // namespace metriscope::net
