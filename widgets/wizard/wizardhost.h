// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkcontext.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

namespace metriscope::ui
{

/// What is asked for before a connection can be verified.
enum class AddressRole : std::uint8_t {
    Statsd,
    Prefix,
    Contexts,
    Gstats, ///< the socket that answers
    GstatsEvents,
    GstatsStatus,
    Prometheus,
    Istats,
    Graphite,
    GraphiteQuery
};

/// An address that was found on this machine, and where.
struct DetectedAddress {
    AddressRole role = AddressRole::Statsd;
    QString address;
    QString owner; ///< "name (pid)", or the variable that says so
};

/// What the wizard asks of the program around it. Functions may be empty.
struct WizardHost {
    net::ConsoleKnowledge console;
    net::WireKnowledge wire;
    std::function<std::vector<DetectedAddress>()> detect;
};

} // namespace metriscope::ui
