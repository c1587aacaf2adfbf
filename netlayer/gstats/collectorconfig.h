// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/gstats/requestbook.h"
#include "netlayer/sockets/endpoint.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// The embedded gstats collector. Ports of 0 mean any free one.
struct CollectorConfig {
    Endpoint push{Endpoint::Kind::Inet, "127.0.0.2", 2345};    ///< applications push here (STATS_ADDR)
    Endpoint control{Endpoint::Kind::Inet, "127.0.0.1", 2345}; ///< answers gstatsctl and munin (COMM_ADDR)
    bool quitAllowed = false; ///< QUIT over the network stops the collector; otherwise it is answered ERROR
    RequestBook::Counting counting = RequestBook::Counting::Sensible;
    RequestBook::Limits limits;
    std::size_t maxConnections = 16'384;

    friend bool operator==(const CollectorConfig &, const CollectorConfig &) = default;
};

/// "tcp://127.0.0.1:2345", "tcp://*:2345" or without the scheme; none for anything that cannot be listened
/// on.
[[nodiscard]] std::optional<Endpoint> zmqEndpoint(std::string_view text);
/// With the scheme, as ZeroMQ writes it.
[[nodiscard]] std::string zmqAddress(const Endpoint &endpoint);

} // namespace metriscope::net
