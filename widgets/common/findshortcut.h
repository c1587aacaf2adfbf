// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace metriscope::ui
{

/// Ctrl+F goes to the field, ready to be typed over, wherever in its window the focus is; only while the
/// field is shown, so that each page of a window has its own.
void addFindShortcut(QLineEdit *field);

/// What it does.
void startFind(QLineEdit *field);

} // namespace metriscope::ui
