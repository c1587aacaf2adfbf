// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace metriscope::net
{

/// What a gstats collector can be told. Reset: it forgets all it counted. Quit: its process ends.
enum class GstatsCommand : std::uint8_t { Reset, Quit };

} // namespace metriscope::net
