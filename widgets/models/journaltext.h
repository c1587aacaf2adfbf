// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/journalentry.h"

#include <QColor>

class QPalette;

namespace metriscope::ui
{

[[nodiscard]] QString journalText(const JournalEntry &entry);
[[nodiscard]] QString settingsProblemText(SettingsProblem problem, const QString &detail);
[[nodiscard]] QString severityText(Severity severity);
/// A character that tells severities apart without colour.
[[nodiscard]] QString severityGlyph(Severity severity);
/// Readable on the base colour of the palette, light or dark.
[[nodiscard]] QColor severityColour(Severity severity, const QPalette &palette);

} // namespace metriscope::ui
