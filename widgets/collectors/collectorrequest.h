// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"

#include <QString>

#include <cstdint>

namespace metriscope::ui
{

/// What the reader wants done with what is polled.
struct CollectorRequest {
    enum class Verb : std::uint8_t {
        Add,    ///< `config` without an id
        Change, ///< `config` with the id it has
        Remove,
        Restore, ///< what was removed, with its secret
        Enable,
        Disable
    };
    Verb verb = Verb::Add;
    net::PollConfig config;
    QString secret; ///< of Add and Change; empty leaves what is kept
};

} // namespace metriscope::ui
