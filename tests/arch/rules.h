// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/arch/sourcetree.h"

namespace metriscope::arch
{

/// Each rule answers with one sentence a violation, "path:line: what is wrong"; none when the tree obeys.
using Violations = QStringList;

/// netlayer <- widgets <- app; quoted includes name a file that exists, by its path from the root.
[[nodiscard]] Violations checkLayers(const SourceTree &tree);
/// types <- series <- signals <- engine <- statsd inside netlayer.
[[nodiscard]] Violations checkRooms(const SourceTree &tree);
/// No two folders include each other, directly or through others.
[[nodiscard]] Violations checkCircles(const SourceTree &tree);
/// `pure`: the sources of metriscope_pure. They and all they include use the standard library only, without
/// I/O and without reading a clock.
[[nodiscard]] Violations checkPure(const SourceTree &tree, const QStringList &pure);
/// No words for people below the widgets.
[[nodiscard]] Violations checkWords(const SourceTree &tree);
/// The licence on the first line (the second one after #!), #pragma once in headers.
[[nodiscard]] Violations checkHeads(const SourceTree &tree);
/// At most 400 lines a file, 600 in tests.
[[nodiscard]] Violations checkLength(const SourceTree &tree);
/// Nothing left for later, no test switched off. (QSKIP is for what a machine may not give.)
[[nodiscard]] Violations checkLeftovers(const SourceTree &tree);
/// No folder of sources beside the known ones, and every source is built by its room's CMakeLists.txt.
[[nodiscard]] Violations checkPlaces(const SourceTree &tree);

} // namespace metriscope::arch
