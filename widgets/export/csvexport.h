// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartpage.h"
#include "widgets/charts/curve.h"
#include "widgets/export/exportchoice.h"
#include "widgets/export/exportfile.h"

#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <QByteArray>

#include <vector>

namespace metriscope::ui
{

/// A column of the file: a curve and the words before it.
struct CsvColumn {
    Curve curve;
    QByteArray header;  ///< as shown, UTF-8; guarded and quoted when written
    QByteArray comment; ///< metric, kind, measure, unit and source
};

/// Everything a worker thread needs to write the file: no widget, only the store, which any thread may read.
struct CsvJob {
    const net::SeriesStore *store = nullptr;
    QByteArray title;
    std::vector<CsvColumn> columns;
    net::TimeRange range;
    net::Millis wallOffset{0};
};

/// The curves shown on a page, over the visible range or over all that the store holds. Without a registry
/// the comments name the curves only.
[[nodiscard]] CsvJob csvJob(const ChartPage &page, const net::SeriesStore &store,
                            const net::Registry *registry, ExportRange range);

/// Writes comments, a header line and a line per time: `time_iso8601_utc,time_epoch,...`, C locale, UTF-8,
/// absent values empty. Works through the range piece by piece: memory stays small whatever the range. Any
/// thread.
[[nodiscard]] ExportResult writeCsv(const CsvJob &job, const QString &path, std::stop_token stop,
                                    ExportProgress &progress);

/// One cell by RFC 4180; what a spreadsheet would take for a formula gets an apostrophe in front.
[[nodiscard]] QByteArray csvCell(const QByteArray &text);

} // namespace metriscope::ui
