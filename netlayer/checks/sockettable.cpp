// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/sockettable.h"

#include <algorithm>
#include <fstream>

namespace metriscope::net
{

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

std::vector<SocketHolder> holdersOfListener(const Endpoint &endpoint)
{
    std::vector<std::uint64_t> inodes;
    for (const KernelSocket &socket : kernelSockets(Transport::Tcp)) {
        if (meets(socket, endpoint))
            inodes.push_back(socket.inode);
    }
    std::vector<SocketHolder> holders;
    for (SocketHolding &each : holdersOf(inodes)) {
        if (holders.empty() || holders.back() != each.holder)
            holders.push_back(std::move(each.holder));
    }
    return holders;
}

std::int64_t largestReceiveBuffer()
{
    std::ifstream file("/proc/sys/net/core/rmem_max");
    std::int64_t bytes = 0;
    file >> bytes;
    return bytes;
}

} // namespace metriscope::net
