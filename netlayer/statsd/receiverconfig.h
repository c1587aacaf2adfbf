// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/aggregator.h"
#include "netlayer/sockets/endpoint.h"

#include <cstddef>
#include <string>
#include <vector>

namespace metriscope::net
{

struct ReceiverConfig {
    /// With port 0 every address gets the same free port, for UDP and TCP alike.
    std::vector<Endpoint> endpoints{{Endpoint::Kind::Inet, "127.0.0.1", 8125},
                                    {Endpoint::Kind::Inet6, "::1", 8125}};
    bool udp = true, tcp = true;         ///< on the endpoints that are no unix sockets
    std::string dialect = "dogstatsd";   ///< an unknown name means the default
    int receiveBuffer = 8 << 20;         ///< bytes asked of the kernel per datagram socket
    std::size_t maxConnections = 16'384; ///< TCP clients at a time
    AggregatorLimits limits;

    friend bool operator==(const ReceiverConfig &, const ReceiverConfig &) = default;
};

} // namespace metriscope::net
