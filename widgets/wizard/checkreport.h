// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkrun.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace metriscope::ui
{

// What a run of checks found, to be sent to somebody. Addresses are in it; user names and passwords of
// addresses are left out.

/// For people, in the language of the moment.
[[nodiscard]] QString reportText(net::CheckKind kind, const std::vector<net::CheckEntry> &entries);
[[nodiscard]] QString reportMarkdown(net::CheckKind kind, const std::vector<net::CheckEntry> &entries);
/// For programs: stable English codes, the evidence as fields.
[[nodiscard]] QByteArray reportJson(net::CheckKind kind, const std::vector<net::CheckEntry> &entries);

/// "http://user:secret@host/" without what stands before the @.
[[nodiscard]] QString withoutSecrets(const QString &text);

} // namespace metriscope::ui
