// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/boards/boarddata.h"

#include "netlayer/series/registry.h"

#include <vector>

namespace metriscope::ui
{

/// Boards for metrics that are known by name, made of what is there: only those whose metrics have been seen,
/// with the titles of the language of the moment. Looks through the whole registry.
[[nodiscard]] std::vector<Board> readyBoards(const net::Registry &registry);

} // namespace metriscope::ui
