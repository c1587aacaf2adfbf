// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace metriscope::net
{

/// Appends what Python's json.dumps makes of the value, byte for byte: scripts compare and cut it.
/// A string: everything outside ASCII as \uXXXX; bytes that are no UTF-8 as the lone surrogates of
/// `surrogateescape`, which Python turns back into those bytes.
void appendPythonString(std::string &out, std::string_view bytes);
/// A float: shortest digits that read back the same, always with a point or an exponent.
void appendPythonFloat(std::string &out, double value);

} // namespace metriscope::net
