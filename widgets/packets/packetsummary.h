// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/packetring.h"

#include <QString>

namespace metriscope::ui
{

/// What a packet says, in one line: its metrics with their values, the line of an HTTP message, or why
/// nothing can be said. In the language of the moment; safe to show.
[[nodiscard]] QString packetSummary(const net::PacketRecord &record, const net::Dialect &dialect);

/// "seen 2 times, on several interfaces", of the second one on; empty for the first. The summary says "×2".
[[nodiscard]] QString copiesText(const net::PacketRecord &record);

/// What an item says, in one line: "requests.total  1  counter".
[[nodiscard]] QString itemSummary(const net::PayloadItem &item, std::string_view raw);

/// "0.1, 2, 3": the values of an item.
[[nodiscard]] QString valuesText(const net::PayloadItem &item);

/// "SYN, ACK": the same in every language.
[[nodiscard]] QString tcpFlagsText(unsigned flags);

} // namespace metriscope::ui
