// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/overviewexport.h"

#include "widgets/charts/timeaxis.h"
#include "widgets/export/csvexport.h"
#include "widgets/export/imageexport.h"
#include "widgets/overview/overviewpane.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{

namespace
{

/// `span`, or less when the signals began later.
net::Millis usedSpan(const net::SeriesStore &store, const net::Tick &last, net::Millis span)
{
    net::Millis used{60'000};
    for (const net::Application &application : last.applications) {
        for (const net::MetricId metric : {application.requestRate, application.activeUsers}) {
            const auto measure =
                metric == application.requestRate ? net::Measure::What::Rate : net::Measure::What::Value;
            if (metric == net::NoMetric)
                continue;
            const auto points = store.points(metric, {measure, 0}, {last.time - span, last.time});
            if (!points.empty())
                used = std::max(used, last.time - points.front().end);
        }
    }
    return std::min(used, span);
}

} // namespace

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
    axis.setSpan(usedSpan(store, last, span));
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
