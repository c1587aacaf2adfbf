// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace metriscope::ui
{

/// Tells assistive technology what the widgets of a chart are: a chart, and texts; by themselves they would
/// be nameless panels. May be called any number of times.
void installAccessibleRoles();

} // namespace metriscope::ui
