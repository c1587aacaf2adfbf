// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <thread>

namespace metriscope::net
{

class ZmqTask;

/// The one thread on which every ZeroMQ socket that asks is made, used and closed. Made before the
/// sources that use it and ended after them; whatever still runs on it then is closed first.
class ZmqThread final
{
public:
    ZmqThread();
    ~ZmqThread();
    ZmqThread(const ZmqThread &) = delete;
    ZmqThread &operator=(const ZmqThread &) = delete;

    // Any thread; in this order, and none of them waits.
    void add(std::shared_ptr<ZmqTask> task);    ///< serves it from now on
    void remove(std::shared_ptr<ZmqTask> task); ///< its sockets are closed and it is let go
    void run(std::function<void()> job);

private:
    struct State;
    std::unique_ptr<State> m_state;
    std::jthread m_thread;
};

} // namespace metriscope::net
