// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

class QAction;
class QDialog;
class QWidget;

namespace metriscope::app
{

// What the help menu opens: modal to the window, deleted when closed. Their words are those of the language
// in which they were opened.

QDialog *showAbout(QWidget *window);
QDialog *showShortcuts(QWidget *window, const std::vector<QAction *> &actions);
/// `address` is where the receiver listens, or where it would.
QDialog *showManual(QWidget *window, const QString &address);

} // namespace metriscope::app
