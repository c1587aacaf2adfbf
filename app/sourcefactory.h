// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/netthread.h"
#include "netlayer/engine/pollconfig.h"
#include "netlayer/engine/source.h"
#include "netlayer/gstats/zmqthread.h"
#include "netlayer/packets/tap.h"

#include <memory>

namespace metriscope::app
{

/// What sources work on and tell. Outlives them.
struct SourceGround {
    net::NetThread &net;
    net::ZmqThread &zmq;
    net::Tap &tap;
};

/// The source that does what `config` says, `number` among those of its kind; null for a kind that is not
/// polled.
[[nodiscard]] std::unique_ptr<net::Source> makeSource(const net::PollConfig &config, std::uint16_t number,
                                                      const SourceGround &ground);

/// Gives the source what it logs in with; `whyNone` when there is nothing. Nothing for a source without
/// login.
void giveSecret(net::Source &source, const QByteArray &secret, const QString &whyNone);

} // namespace metriscope::app
