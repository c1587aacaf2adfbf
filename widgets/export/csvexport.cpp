// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/csvexport.h"

#include "widgets/charts/livechart.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/timeformat.h"

#include <algorithm>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr net::Millis Piece{std::chrono::minutes{30}};

QByteArray measureName(const net::Measure &measure)
{
    using What = net::Measure::What;
    switch (measure.what) {
    case What::Value:
        return "value";
    case What::Rate:
        return "rate";
    case What::Count:
        return "count";
    case What::Total:
        return "total";
    case What::Up:
        return "up";
    case What::Down:
        return "down";
    case What::Sum:
        return "sum";
    case What::Mean:
        return "mean";
    case What::Lower:
        return "lower";
    case What::Upper:
        return "upper";
    case What::Deviation:
        return "std";
    case What::Quantile:
        return "p" + QByteArray::number(measure.quantile * 100);
    }
    return {};
}

QByteArray fromView(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

QByteArray unitOf(const Curve &curve)
{
    using What = net::Measure::What;
    const bool ofSamples = curve.unit == net::Unit::Milliseconds || curve.unit == net::Unit::Seconds;
    const bool counts = curve.measure.what == What::Rate || curve.measure.what == What::Count;
    const QByteArray unit = counts && ofSamples ? QByteArray() : fromView(net::unitName(curve.unit));
    return curve.measure.what == What::Rate ? unit + "/s" : unit;
}

/// A comment is one line, and a spreadsheet that splits it must find no cell in it that could be a formula.
QByteArray commentText(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    for (const char splitter : {',', ';', '\t', '"', '\n', '\r'})
        bytes.replace(splitter, ' ');
    return bytes;
}

QByteArray commentOf(const Curve &curve, const net::Registry *registry)
{
    QByteArray comment;
    if (registry && net::index(curve.metric) < registry->size()) {
        const net::MetricInfo &info = registry->info(curve.metric);
        comment = "metric=" + commentText(displayText(info.name));
        if (!info.tags.empty())
            comment += " tags=" + commentText(displayText(info.tags));
        comment += " kind=" + fromView(net::kindName(info.kind));
        comment += info.source == net::SignalSource ? " source=signals" : " source=statsd";
    }
    comment += " measure=" + measureName(curve.measure) + " unit=" + unitOf(curve);
    return comment.trimmed();
}

QByteArray number(double value)
{
    if (!std::isfinite(value))
        return {};
    char text[32];
    const auto [end, error] = std::to_chars(text, text + sizeof text, value);
    return error == std::errc{} ? QByteArray(text, end - text) : QByteArray();
}

QByteArray epoch(net::Time wall)
{
    const qint64 ms = wall.time_since_epoch().count();
    return QByteArray::number(ms / 1000) + '.' + QByteArray::number(ms % 1000).rightJustified(3, '0');
}

void writeHead(const CsvJob &job, QIODevice &file)
{
    QByteArray head = "# Metriscope: " + commentText(QString::fromUtf8(job.title)) +
                      "\n# range=" + isoUtc(job.range.from + job.wallOffset).toUtf8() + '/' +
                      isoUtc(job.range.to + job.wallOffset).toUtf8() + '\n';
    for (std::size_t i = 0; i < job.columns.size(); ++i)
        head += "# column " + QByteArray::number(qulonglong(i + 3)) + ": " + job.columns[i].comment + '\n';
    head += "time_iso8601_utc,time_epoch";
    for (const CsvColumn &column : job.columns)
        head += ',' + csvCell(column.header);
    file.write(head + '\n');
}

/// The lines of one piece of the range.
void writePiece(const CsvJob &job, net::TimeRange range, QIODevice &file)
{
    struct Cell {
        net::Time time;
        std::size_t column;
        double value;
    };
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < job.columns.size(); ++i) {
        const Curve &curve = job.columns[i].curve;
        for (const net::Point &point : job.store->points(curve.metric, curve.measure, range))
            if (std::isfinite(point.value))
                cells.push_back({point.end, i, point.value});
    }
    std::sort(cells.begin(), cells.end(), [](const Cell &a, const Cell &b) {
        return a.time != b.time ? a.time < b.time : a.column < b.column;
    });
    QByteArray text;
    std::vector<QByteArray> row(job.columns.size());
    for (std::size_t i = 0; i < cells.size();) {
        const net::Time time = cells[i].time;
        std::fill(row.begin(), row.end(), QByteArray());
        for (; i < cells.size() && cells[i].time == time; ++i)
            row[cells[i].column] = number(cells[i].value);
        text += isoUtc(time + job.wallOffset).toLatin1() + ',' + epoch(time + job.wallOffset);
        for (const QByteArray &cell : row)
            text += ',' + cell;
        text += '\n';
    }
    if (!text.isEmpty())
        file.write(text);
}

} // namespace

QByteArray csvCell(const QByteArray &text)
{
    QByteArray cell = text;
    if (!cell.isEmpty() && QByteArray("=+-@\t\r").contains(cell.front()))
        cell.prepend('\'');
    if (cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r'))
        cell = '"' + cell.replace('"', "\"\"") + '"';
    return cell;
}

CsvJob csvJob(const ChartPage &page, const net::SeriesStore &store, const net::Registry *registry,
              ExportRange range)
{
    CsvJob job{&store, page.title.toUtf8(), {}, page.axis->visible(), page.axis->wallOffset()};
    if (range == ExportRange::All)
        job.range = {page.axis->now() - TimeAxis::MaxSpan, page.axis->now()};
    for (const LiveChart *const chart : page.charts) {
        for (const Curve &curve : chart->curves()) {
            if (!curve.visible || curve.metric == net::NoMetric)
                continue;
            QString header = page.charts.size() > 1 ? chart->title() + u": "_s + curve.label : curve.label;
            if (const QByteArray unit = unitOf(curve); !unit.isEmpty())
                header += u" (%1)"_s.arg(QString::fromLatin1(unit));
            job.columns.push_back({curve, header.toUtf8(), commentOf(curve, registry)});
        }
    }
    return job;
}

ExportResult writeCsv(const CsvJob &job, const QString &path, std::stop_token stop, ExportProgress &progress)
{
    ExportFile file(path, std::move(stop));
    if (!file.begin())
        return file.finish();
    writeHead(job, file);
    // Pieces end at the ends of points, so that a point is in one of them only: (from, to]
    for (net::Time from = job.range.from - net::Millis{1}; from < job.range.to && !file.stopped();
         from += Piece) {
        writePiece(job, {from, std::min(from + Piece, job.range.to)}, file);
        const double done =
            double((from - job.range.from).count()) / double(std::max<qint64>(job.range.span().count(), 1));
        progress.permille = std::clamp(int(done * 1000), 0, 999);
    }
    return file.finish();
}

} // namespace metriscope::ui
