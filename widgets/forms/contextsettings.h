// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/contextserver.h"

namespace metriscope::ui
{

/// What is kept of the context server.
struct ContextSettings {
    bool enabled = true; ///< listen as soon as the program starts
    net::ContextServer::Config config{
        {{net::Endpoint::Kind::Inet, "127.0.0.1", net::ContextServer::UsualPort}}, {}};

    friend bool operator==(const ContextSettings &, const ContextSettings &) = default;
};

} // namespace metriscope::ui
