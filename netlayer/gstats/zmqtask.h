// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zmq.hpp>

#include <chrono>
#include <vector>

namespace metriscope::net
{

/// What the ZeroMQ thread serves. Everything here is called on that thread, and destruction as a rule happens
/// there. Exceptions of the library stop in the task.
class ZmqTask
{
public:
    using Clock = std::chrono::steady_clock;

    virtual ~ZmqTask() = default;
    virtual void open(zmq::context_t &context) = 0;
    virtual void close() noexcept = 0; ///< every socket of it; it may be opened again
    /// Appends what to wait for.
    virtual void waitFor(std::vector<zmq::pollitem_t> &items) = 0;
    /// Does what can be done without waiting; says until when the thread may wait at most.
    virtual Clock::time_point serve(Clock::time_point now) = 0;
};

} // namespace metriscope::net
