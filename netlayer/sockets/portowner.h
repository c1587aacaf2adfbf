// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/sockets/kernelsockets.h"

#include <string>

namespace metriscope::net
{

/// The process that listens where we wanted to.
struct PortOwner {
    std::string name; ///< as the kernel shows it, at most 15 bytes; empty when it cannot be seen
    int pid = 0;      ///< 0: somebody listens, but another user's process, which /proc does not show us
    [[nodiscard]] std::string text() const; ///< "name (pid)", empty when unknown
};

/// Looks the socket up in /proc/net and its holder in /proc/PID/fd. Takes some milliseconds; any thread.
[[nodiscard]] PortOwner findPortOwner(Transport transport, const Endpoint &endpoint);

} // namespace metriscope::net
