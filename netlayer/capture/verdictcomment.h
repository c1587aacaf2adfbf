// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/packetjudge.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What became of a packet's lines, for the comment of a saved packet: the codes that JSON has, one line of
/// text each, "rejected bad-number at 6: login:1,5|c". Accepted ones are counted only. Empty when there was
/// nothing to judge.
[[nodiscard]] std::string verdictComment(std::string_view wholeText, PayloadKind kind,
                                         const Dialect &dialect);
/// Looks like one of those, of this run or an earlier one.
[[nodiscard]] bool isVerdictComment(std::string_view comment) noexcept;
/// The comments of a packet to be saved: what became of its lines, then what others wrote about it.
[[nodiscard]] std::vector<std::string> savedComments(std::string_view wholeText, PayloadKind kind,
                                                     const Dialect &dialect,
                                                     std::span<const std::string> came);

} // namespace metriscope::net
