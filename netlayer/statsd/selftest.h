// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace metriscope::net
{

/// What the only line of a self-test's datagram begins with: somebody wants to see whether lines arrive. The
/// receiver counts such datagrams apart, and leaves them out of everything else.
inline constexpr std::string_view SelfTestName = "metriscope.selftest.";

} // namespace metriscope::net
