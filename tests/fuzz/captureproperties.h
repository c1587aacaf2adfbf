// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace metriscope::net::test
{

// What must be true of any input; a sentence that says what is not, or null.

/// Packets, each behind two bytes: its size, and its link type with the feed.
[[nodiscard]] const char *brokenByFrames(std::string_view input);
/// A file; the way it comes in pieces must not matter.
[[nodiscard]] const char *brokenByCaptureFile(std::string_view input);

} // namespace metriscope::net::test
