// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace metriscope::ui
{

/// One word of a shell, safe to paste whatever the bytes are: `'api.hits'`. Control characters and what is no
/// ASCII make it `$'...'`, as bash, zsh and ksh take it.
[[nodiscard]] QString shellQuoted(const QByteArray &bytes);

} // namespace metriscope::ui
