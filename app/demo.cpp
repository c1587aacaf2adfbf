// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "app/demoscript.h"
#include "netlayer/sockets/filedescriptor.h"

#include <chrono>
#include <sys/socket.h>

namespace metriscope::app
{

namespace
{

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds MostLate{1};

/// Who listens everywhere is reached at home.
net::Endpoint reachable(net::Endpoint listener)
{
    if (listener.kind == net::Endpoint::Kind::Inet && listener.host == "0.0.0.0")
        listener.host = "127.0.0.1";
    if (listener.kind == net::Endpoint::Kind::Inet6 && listener.host == "::")
        listener.host = "::1";
    return listener;
}

} // namespace

Demo::Demo(const net::Endpoint &listener, std::uint64_t seed)
    : m_thread([this, target = reachable(listener), seed](const std::stop_token &stop) {
          run(stop, target, seed);
      })
{
}

Demo::~Demo()
{
    m_thread.request_stop();
    m_thread.join();
}

void Demo::run(const std::stop_token &stop, const net::Endpoint &target, std::uint64_t seed)
{
    const auto address = net::SocketAddress::of(target);
    if (!address)
        return;
    const net::FileDescriptor socket(
        ::socket(address->get()->sa_family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    DemoScript script(seed);
    auto start = Clock::now();
    for (auto next = start; !stop.stop_requested();) {
        if (const auto late = Clock::now() - next;
            late > MostLate) { // the machine slept: no burst afterwards
            start += late;
            next += late;
        }
        for (const std::string &datagram : script.upTo(std::chrono::duration<double>(next - start).count()))
            ::sendto(socket.get(), datagram.data(), datagram.size(), MSG_NOSIGNAL, address->get(),
                     address->size);
        next += std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(DemoScript::Step));
        std::unique_lock lock(m_mutex);
        m_wake.wait_until(lock, stop, next, [] { return false; });
    }
}

} // namespace metriscope::app
