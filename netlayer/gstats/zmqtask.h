// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <poll.h>

#include <chrono>
#include <vector>

namespace metriscope::net
{

/// What the ZeroMQ thread serves. Everything here is called on that thread, and destruction as a rule happens
/// there.
class ZmqTask
{
public:
    using Clock = std::chrono::steady_clock;

    virtual ~ZmqTask() = default;
    virtual void close() noexcept = 0; ///< every socket of it
    /// Appends what to wait for.
    virtual void waitFor(std::vector<pollfd> &items) const = 0;
    /// Does what can be done without waiting; says until when the thread may wait at most.
    virtual Clock::time_point serve(Clock::time_point now) = 0;
};

} // namespace metriscope::net
