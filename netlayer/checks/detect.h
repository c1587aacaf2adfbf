// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/sockets/kernelsockets.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What a form asks for.
enum class AddressRole : std::uint8_t {
    Statsd,
    Prefix,
    Contexts,
    Gstats, ///< the socket that answers
    GstatsEvents,
    GstatsStatus,
    Prometheus,
    Istats,
    Graphite,
    GraphiteQuery
};

/// An address that was found on this machine, and where.
struct DetectedAddress {
    AddressRole role = AddressRole::Statsd;
    std::string address;
    std::string owner; ///< "name (pid)", the variable that says so, or the line it was taken from
    friend bool operator==(const DetectedAddress &, const DetectedAddress &) = default;
};

/// A socket with the process behind it, as far as it may be seen.
struct OwnedSocket {
    Transport transport = Transport::Tcp;
    Endpoint local;
    std::string owner;
};

/// "NAME=VALUE" of a process.
struct Variable {
    std::string name, value, owner;
};

/// What the usual ports, variables and lines point at; the likeliest of each role in front, none twice.
/// Reads nothing.
[[nodiscard]] std::vector<DetectedAddress> detectedIn(std::span<const OwnedSocket> sockets,
                                                      std::span<const Variable> environment,
                                                      std::span<const std::string> lines);

/// The sockets that others can send to on this machine. Any thread; some milliseconds.
[[nodiscard]] std::vector<OwnedSocket> ownedSockets();
/// The variables of other processes of this user that say where metrics go. Any thread; some milliseconds.
[[nodiscard]] std::vector<Variable> metricVariables();

} // namespace metriscope::net
