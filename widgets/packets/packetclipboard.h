// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/packetring.h"

#include <QString>

namespace metriscope::ui
{

/// A shell command that sends the same payload to the same place again: `printf '%s' 'a:1|c' | nc -u -w1
/// 127.0.0.1 8125`. Empty for a packet without a payload or an address to send to.
[[nodiscard]] QString sendAgainCommand(const net::PacketRecord &record);

/// All bytes of the packet as `hexdump -C` prints them.
[[nodiscard]] QString packetHex(const net::PacketRecord &record);

} // namespace metriscope::ui
