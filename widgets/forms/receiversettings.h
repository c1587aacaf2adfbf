// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/statsd/receiverconfig.h"

namespace metriscope::ui
{

/// What is kept of the statsd receiver.
struct ReceiverSettings {
    static constexpr int MinBufferKiB = 64, MaxBufferKiB = 262'144;

    bool enabled = true; ///< listen as soon as the program starts
    net::ReceiverConfig config;
    /// Answer `istats` at the receiver's port plus 10, as a deviantART pystatsd does.
    bool monitor = true;

    friend bool operator==(const ReceiverSettings &, const ReceiverSettings &) = default;
};

} // namespace metriscope::ui
