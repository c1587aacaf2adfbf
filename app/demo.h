// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/sockets/endpoint.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

namespace metriscope::app
{

/// Sends the traffic of made-up applications, see DemoScript, as real datagrams to a listener of the console,
/// from a thread of its own, for as long as it lives.
class Demo final
{
public:
    explicit Demo(const net::Endpoint &listener, std::uint64_t seed = 1);
    ~Demo();
    Demo(const Demo &) = delete;
    Demo &operator=(const Demo &) = delete;

private:
    void run(const std::stop_token &stop, const net::Endpoint &target, std::uint64_t seed);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace metriscope::app
