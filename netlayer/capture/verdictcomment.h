// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/packetjudge.h"

#include <string>
#include <string_view>

namespace metriscope::net
{

/// What became of a packet's lines, for the comment of a saved packet: the codes that JSON has, one line of
/// text each, "rejected bad-number at 6: login:1,5|c". Accepted ones are counted only. Empty when there was
/// nothing to judge.
[[nodiscard]] std::string verdictComment(std::string_view wholeText, PayloadKind kind,
                                         const Dialect &dialect);

} // namespace metriscope::net
