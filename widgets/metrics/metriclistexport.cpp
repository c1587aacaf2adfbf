// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metrics/metriclistexport.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/timeformat.h"
#include "widgets/export/csvexport.h"
#include "widgets/models/metricordering.h"

#include <QLocale>

#include <cmath>

namespace metriscope::ui
{

namespace
{

constexpr int LongestName = 65'535;

QByteArray number(double value)
{
    return std::isfinite(value) ? QByteArray::number(value, 'g', QLocale::FloatingPointShortest)
                                : QByteArray();
}

QByteArray word(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

QByteArray lineOf(const net::MetricInfo &info, const net::Latest &latest, net::Time now,
                  net::Millis wallOffset)
{
    QByteArray line =
        csvCell(displayText(info.name, LongestName).toUtf8()) + ',' + word(net::kindName(info.kind)) + ',' +
        csvCell(displayText(info.tags, LongestName).toUtf8()) + ',' + word(net::unitName(info.unit)) + ',';
    line += number(sortNumber(latest, info.kind, now, MetricSort::By::Value)) + ',' +
            number(sortNumber(latest, info.kind, now, MetricSort::By::Rate)) + ',';
    if (latest.any)
        line += isoUtc(latest.seen + wallOffset).toLatin1();
    return line + (info.source == net::SignalSource ? ",signals\n" : ",statsd\n");
}

} // namespace

ExportResult writeMetricList(const net::Registry &registry, const net::SeriesStore &store,
                             const std::vector<std::uint32_t> &ids, net::Millis wallOffset,
                             const QString &path, std::stop_token stop, ExportProgress &progress)
{
    constexpr std::size_t AtOnce = 1000;
    ExportFile file(path, std::move(stop));
    if (!file.begin())
        return file.finish();
    const net::Time now = store.now();
    QByteArray text = "name,kind,tags,unit,last_value,rate_per_second,last_seen_utc,source\n";
    for (std::size_t i = 0; i < ids.size() && !file.stopped(); ++i) {
        const net::MetricId id{ids[i]};
        text += lineOf(registry.info(id), store.latest(id), now, wallOffset);
        if (i % AtOnce == AtOnce - 1) {
            file.write(text);
            text.clear();
            progress.permille = int(i * 1000 / ids.size());
        }
    }
    file.write(text);
    return file.finish();
}

} // namespace metriscope::ui
