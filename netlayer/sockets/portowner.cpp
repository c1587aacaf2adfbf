// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/sockets/portowner.h"

#include <vector>

namespace metriscope::net
{

std::string PortOwner::text() const
{
    return pid == 0 ? std::string() : name + " (" + std::to_string(pid) + ')';
}

PortOwner findPortOwner(Transport transport, const Endpoint &endpoint)
{
    std::vector<std::uint64_t> inodes;
    for (const KernelSocket &socket : kernelSockets(transport)) {
        if (meets(socket, endpoint))
            inodes.push_back(socket.inode);
    }
    const auto holdings = holdersOf(inodes);
    return holdings.empty() ? PortOwner{}
                            : PortOwner{holdings.front().holder.name, holdings.front().holder.pid};
}

} // namespace metriscope::net
