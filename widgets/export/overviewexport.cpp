// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/overviewexport.h"

#include "widgets/charts/timeaxis.h"
#include "widgets/export/csvexport.h"
#include "widgets/export/imageexport.h"
#include "widgets/overview/overviewpane.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{

std::vector<ExportResult> exportOverview(const QString &folder, const net::SeriesStore &store,
                                         const net::Registry &registry, const net::Tick &last,
                                         net::Millis span, const ExportChoice &choice)
{
    const QDir directory(folder);
    const QString png = directory.filePath(u"overview.png"_s), csv = directory.filePath(u"overview.csv"_s);
    if (!directory.mkpath(u"."_s)) {
        const QString reason = QCoreApplication::translate("Export", "The folder cannot be made.");
        return {{false, false, png, reason}, {false, false, csv, reason}};
    }
    TimeAxis axis;
    axis.setSpan(span);
    axis.advance(last.time, last.wallOffset);
    OverviewPane pane(store, axis);
    pane.setAttribute(Qt::WA_DontShowOnScreen);
    pane.resize(choice.size);
    pane.show(); // a hidden pane keeps no readouts
    pane.apply(last);
    pane.refresh();
    ExportProgress progress;
    return {writePng(renderImage(pane.page(), choice), png, {}),
            writeCsv(csvJob(pane.page(), store, &registry, ExportRange::All), csv, {}, progress)};
}

} // namespace metriscope::ui
