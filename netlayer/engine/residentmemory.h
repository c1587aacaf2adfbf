// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace metriscope::net
{

/// Bytes of this process that are in memory, from /proc/self/statm; 0 when that cannot be read. Any thread.
[[nodiscard]] std::uint64_t residentMemory();

} // namespace metriscope::net
