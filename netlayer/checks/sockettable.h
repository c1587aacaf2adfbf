// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/sockets/kernelsockets.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace metriscope::net
{

/// Datagrams that the kernel could not give to the UDP sockets bound to exactly this address, since they were
/// opened: the last column of /proc/net/udp. Any thread.
[[nodiscard]] std::uint64_t droppedDatagrams(const Endpoint &endpoint);
/// Some UDP socket takes what is sent to that address of this machine. Any thread.
[[nodiscard]] bool hasDatagramSocket(const Endpoint &endpoint);
/// net.core.rmem_max in bytes; 0 when it cannot be read.
[[nodiscard]] std::int64_t largestReceiveBuffer();

/// The TCP sockets that listen on this machine at one moment, and the processes that hold them; processes of
/// other users are not seen. Making one takes some milliseconds.
class ListenerTable final
{
public:
    ListenerTable();

    struct Listener {
        bool exists = false;
        std::vector<Process> holders; ///< by process id
    };
    /// Behind "http://localhost:8001/metrics", "tcp://127.0.0.1:2345" or "127.0.0.1:2003". What is not an
    /// address of this machine has none, and so has a name other than localhost.
    [[nodiscard]] Listener at(const QString &address) const;
    /// The other processes that hold a socket together with this one.
    [[nodiscard]] std::vector<Process> sharedWith(const Process &process) const;

private:
    [[nodiscard]] std::vector<Process> holdersOfAny(const std::vector<std::uint64_t> &inodes) const;

    std::vector<KernelSocket> m_sockets;
    std::vector<SocketHolding> m_holdings;
};

} // namespace metriscope::net
