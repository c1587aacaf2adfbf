// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QWidget;

namespace metriscope::app
{

/// Before a window is first shown: gives it its usual size, or what saveGeometry() told of it, as far as the
/// screens of today have room for that.
void placeWindow(QWidget &window, const QByteArray &geometry);

} // namespace metriscope::app
