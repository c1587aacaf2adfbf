// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/packetring.h"

#include <QString>

namespace metriscope::ui
{

/// There is a payload, and an address to send it to.
[[nodiscard]] bool canSendAgain(const net::PacketRecord &record);
/// A shell command that sends the same payload to the same place again: `printf '%s' 'a:1|c' | nc -u -w1
/// 127.0.0.1 8125`. Empty when it cannot be sent again.
[[nodiscard]] QString sendAgainCommand(const net::PacketRecord &record);

/// All bytes of the packet as `hexdump -C` prints them.
[[nodiscard]] QString packetHex(const net::PacketRecord &record);

} // namespace metriscope::ui
