// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace metriscope::net::test
{

/// What must be true of any input at all. Null when it is, otherwise what is not; shared by the fuzzers and
/// the tests.
[[nodiscard]] const char *brokenByLineParser(std::string_view input);
[[nodiscard]] const char *brokenByLineFramer(std::string_view input);
[[nodiscard]] const char *brokenByExposition(std::string_view input);
[[nodiscard]] const char *brokenByZmtp(std::string_view input);

} // namespace metriscope::net::test
