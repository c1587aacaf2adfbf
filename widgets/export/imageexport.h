// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartpage.h"
#include "widgets/export/exportchoice.h"
#include "widgets/export/exportfile.h"

#include <QByteArray>
#include <QImage>

namespace metriscope::ui
{

/// A picture of a page, or of one chart as a page of its own, drawn by twins that never get on the screen:
/// what is on the screen stands still and keeps its theme. GUI thread.
[[nodiscard]] QImage renderImage(const ChartPage &page, const ExportChoice &choice);
[[nodiscard]] QByteArray renderSvg(const ChartPage &page, const ExportChoice &choice);

/// Encodes and writes; any thread.
[[nodiscard]] ExportResult writePng(const QImage &image, const QString &path, std::stop_token stop);
[[nodiscard]] ExportResult writeBytes(const QByteArray &bytes, const QString &path, std::stop_token stop);

} // namespace metriscope::ui
