// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace metriscope::net
{

/// Without overlong forms, surrogates and what lies beyond U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text) noexcept;

} // namespace metriscope::net
