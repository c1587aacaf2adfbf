// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace metriscope::ui
{

/// Bytes from the network as text that is safe to show: invalid UTF-8 becomes U+FFFD, control characters
/// their pictures (U+2400 ..), and what would turn or hide its neighbours (bidirectional marks, zero width
/// characters, line separators) its code point in brackets, `[U+202E]`. At most `maxCharacters` of it, then
/// an ellipsis. The result is plain text: never give it to a widget that guesses at HTML.
[[nodiscard]] QString displayText(std::string_view bytes, int maxCharacters = 512);
[[nodiscard]] QString displayText(const QString &text, int maxCharacters = 512);

/// Plain text for a tool tip, which would otherwise be taken for HTML when it looks like it.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace metriscope::ui
