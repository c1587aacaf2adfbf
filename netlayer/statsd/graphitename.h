// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace metriscope::net
{

/// The name as Graphite takes it. Like statsd: blanks in a row become one `_`, `/` becomes `-`, letters,
/// digits and `_ - . ; =` stay. Unlike statsd, which drops the rest and makes one series of all Cyrillic
/// names: bytes beyond ASCII become %XX. Other ASCII is dropped; a name of which nothing is left becomes `_`.
[[nodiscard]] std::string graphiteName(std::string_view name);

} // namespace metriscope::net
