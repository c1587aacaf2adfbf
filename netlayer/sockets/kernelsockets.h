// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/sockets/endpoint.h"
#include "netlayer/sockets/processes.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace metriscope::net
{

enum class Transport : std::uint8_t { Udp, Tcp, UnixDatagram };

/// A socket of this network namespace that others can send to: bound UDP, listening TCP, unix with a path.
struct KernelSocket {
    Endpoint local;
    std::uint64_t inode = 0;
    std::uint64_t drops = 0; ///< UDP: datagrams it could not take since it was opened
};

/// As /proc/net has them at this moment, of both families. Any thread; some milliseconds.
[[nodiscard]] std::vector<KernelSocket> kernelSockets(Transport transport);
/// Whoever binds `wanted` meets this socket: the same port, and the same address or all of them on either
/// side. A socket on [::] may hold the IPv4 port as well.
[[nodiscard]] bool meets(const KernelSocket &socket, const Endpoint &wanted);

/// Who holds each of the inodes: pairs of inode and process, by process id; processes of other users are not
/// seen. Any thread; some milliseconds.
struct SocketHolding {
    std::uint64_t inode = 0;
    Process holder;
};
[[nodiscard]] std::vector<SocketHolding> holdersOf(std::span<const std::uint64_t> inodes);

} // namespace metriscope::net
