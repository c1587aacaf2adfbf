// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/istats/monitorfields.h"
#include "netlayer/sockets/httpgate.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// What a monitor server answers and what it counts. Any thread.
class MonitorDesk final
{
public:
    void set(const MonitorValues &values)
    {
        const std::scoped_lock lock(m_mutex);
        m_values = values;
    }
    /// The XML that answers a body; a fault for one that makes no sense.
    [[nodiscard]] std::string reply(std::string_view body);

    const std::shared_ptr<HttpCounts> http = std::make_shared<HttpCounts>();
    std::atomic<std::uint64_t> answered{0}, faults{0};

private:
    std::mutex m_mutex;
    MonitorValues m_values;
};

} // namespace metriscope::net
