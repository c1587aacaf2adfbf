// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/packets/packetdesk.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace metriscope::ui
{

/// Writes packets of the desk's ring as pcapng: interfaces by name, times in nanoseconds, what became of
/// their lines as comments. What the tap brought gets IP and UDP or TCP headers, so that every program reads
/// it. Numbers that are no longer kept are left out. False with `why` in words when it could not be written.
[[nodiscard]] bool savePackets(const PacketDesk &desk, const std::vector<std::uint64_t> &numbers,
                               const QString &path, QString &why);

} // namespace metriscope::ui
