// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/sockets/kernelsockets.h"

#include <cstdint>
#include <vector>

namespace metriscope::net
{

/// Datagrams that the kernel could not give to the UDP sockets bound to exactly this address, since they were
/// opened: the last column of /proc/net/udp. Any thread.
[[nodiscard]] std::uint64_t droppedDatagrams(const Endpoint &endpoint);
/// Some UDP socket takes what is sent to that address of this machine. Any thread.
[[nodiscard]] bool hasDatagramSocket(const Endpoint &endpoint);
/// Every process that holds the TCP socket listening there, or on all addresses; those of other users are
/// not seen. Takes some milliseconds.
[[nodiscard]] std::vector<SocketHolder> holdersOfListener(const Endpoint &endpoint);
/// net.core.rmem_max in bytes; 0 when it cannot be read.
[[nodiscard]] std::int64_t largestReceiveBuffer();

} // namespace metriscope::net
