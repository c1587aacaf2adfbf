// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticktext.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/numberformat.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype KindWidth = 14, LeastNameWidth = 24, MostNameWidth = 60;

QString number(double value)
{
    return ui::formatNumber(value);
}

QString text(std::string_view bytes)
{
    return ui::displayText(bytes, 200);
}

QString elided(const QString &name)
{
    if (name.size() <= MostNameWidth)
        return name;
    const qsizetype half = MostNameWidth / 2;
    return name.left(half - 1) + u'\u2026' + name.right(MostNameWidth - half);
}

} // namespace

QByteArray TickText::ready(const QStringList &statsd, const std::vector<SourceStatus> &others)
{
    QStringList lines;
    if (!statsd.isEmpty()) //: %1 is a list of addresses
        lines << tr("Listening for statsd on %1.").arg(statsd.join(", "_L1));
    for (const SourceStatus &each : others) {
        //: a source that is ready: %1 is its kind, such as prometheus, %2 its address, %3 its state in words
        lines << tr("%1 %2: %3.")
                     .arg(ui::sourceText(each.id), text(each.address.toStdString()),
                          ui::stateText(each.state));
    }
    if (lines.isEmpty())
        lines << tr("Ready; no listener.");
    return (lines.join(u'\n') + u'\n').toUtf8();
}

QByteArray TickText::tick(const net::Tick &tick, const std::vector<SourceStatus> &, const WatchCounts &counts)
{
    std::vector<Row> rows;
    std::vector<bool> touched(m_all ? net::index(tick.endNew) : 0);
    for (const net::MetricResult &result : tick.results) {
        rows.push_back(metric(result));
        if (net::index(result.id) < touched.size())
            touched[net::index(result.id)] = true;
    }
    for (std::size_t i = 0; i < touched.size(); ++i) {
        const auto id = net::MetricId{static_cast<std::uint32_t>(i)};
        if (!touched[i] && m_registry.info(id).source != net::SignalSource)
            rows.push_back(idle(id, tick.time));
    }
    for (const net::SignalValues &values : tick.signalValues) {
        if (values.application < tick.applications.size())
            rows.push_back(signal(tick.applications[values.application], values));
    }
    for (const net::LineNote &note : tick.notes) {
        if (m_verbose || note.report.verdict == net::Verdict::Rejected)
            rows.push_back(line(note));
    }
    for (const net::Annotation &each : tick.annotations) {
        //: a line of output: what somebody reported, as opposed to a metric
        rows.push_back({each.kind == net::Annotation::Kind::Event ? tr("event") : tr("check"),
                        text(each.title), text(each.text)});
    }

    qsizetype width = LeastNameWidth;
    for (Row &row : rows) {
        if (!m_verbose)
            row.name = elided(row.name);
        width = std::max(width, std::min(row.name.size(), MostNameWidth));
    }
    QString out = head(tick, counts);
    for (const Row &row : rows)
        out += u"  %1%2  %3\n"_s.arg(row.kind.leftJustified(KindWidth), row.name.leftJustified(width),
                                     row.values);
    m_before = tick.statsd;
    return out.toUtf8();
}

QString TickText::head(const net::Tick &tick, const WatchCounts &counts) const
{
    const auto at =
        QDateTime::fromMSecsSinceEpoch((tick.time.time_since_epoch() + tick.wallOffset).count()).time();
    QStringList parts{tr("%n line(s)", nullptr, static_cast<int>(tick.statsd.lines - m_before.lines)),
                      //: count of lines
                      tr("%n rejected", nullptr, static_cast<int>(tick.statsd.rejected - m_before.rejected)),
                      //: count of datagrams the operating system lost
                      tr("%n dropped", nullptr, static_cast<int>(tick.kernelDrops)),
                      tr("%n series", nullptr, static_cast<int>(tick.self.series))};
    if (counts.unwritten > 0)
        parts << tr("%n tick(s) not written, the reader is slow", nullptr,
                    static_cast<int>(counts.unwritten));
    if (tick.self.refusedSignalMetrics > 0) //: more applications than the program takes
        parts << tr("%n metric(s) of further applications left out", nullptr,
                    static_cast<int>(tick.self.refusedSignalMetrics));
    if (tick.statsd.refusedSeries > 0)
        parts << tr("%n line(s) of new metrics refused, the limit is reached", nullptr,
                    static_cast<int>(tick.statsd.refusedSeries));
    return at.toString(u"HH:mm:ss"_s) + "  "_L1 + parts.join(" | "_L1) + u'\n';
}

QString TickText::nameOf(net::MetricId id) const
{
    const net::MetricInfo &info = m_registry.info(id);
    return info.tags.empty() ? text(info.name) : u"%1 {%2}"_s.arg(text(info.name), text(info.tags));
}

TickText::Row TickText::metric(const net::MetricResult &result) const
{
    Row row{ui::kindText(result.kind), nameOf(result.id), {}};
    switch (result.kind) {
    case net::MetricKind::Counter:
        //: %1 count in this interval, %2 per second, %3 since the start
        row.values =
            tr("%1   %2/s   total %3").arg(number(result.count), number(result.rate), number(result.total));
        break;
    case net::MetricKind::Gauge:
        row.values = number(result.value);
        break;
    case net::MetricKind::Set:
        //: %1 is the number of different members of a set
        row.values = tr("%1 unique").arg(number(result.value));
        break;
    default:
        //: of a timer: %1 count, %2 per second, then mean, smallest and largest value
        row.values = tr("%1   %2/s   mean %3   from %4 to %5")
                         .arg(number(result.count), number(result.rate), number(result.mean),
                              number(result.lower), number(result.upper));
        for (const net::PercentileResult &each : result.percentiles)
            row.values += u"   p%1 %2"_s.arg(number(each.percentile), number(each.boundary));
    }
    return row;
}

TickText::Row TickText::idle(net::MetricId id, net::Time now) const
{
    const net::MetricKind kind = m_registry.info(id).kind;
    Row row{ui::kindText(kind), nameOf(id), u"0"_s};
    const net::Latest latest = m_store.latest(id);
    if (kind == net::MetricKind::Gauge && latest.any) {
        const double age = std::chrono::duration<double>(now - latest.seen).count();
        //: %1 is the value of a gauge, %2 says how many seconds ago it was set
        row.values = tr("%1   %2 s old").arg(number(latest.value), number(std::round(age)));
    }
    return row;
}

TickText::Row TickText::signal(const net::Application &application, const net::SignalValues &values)
{
    QStringList parts;
    const auto add = [&](const std::optional<double> &value, const QString &pattern) {
        if (value)
            parts << pattern.arg(number(*value));
    };
    add(values.requestRate, tr("%1 req/s"));
    add(values.errorRate, tr("%1 errors/s"));
    if (!values.latencyP50)
        add(values.latencyMean, tr("mean %1 ms"));
    add(values.latencyDeviation, tr("deviation %1 ms"));
    add(values.latencyP50, tr("p50 %1 ms"));
    add(values.latencyP95, tr("p95 %1 ms"));
    add(values.latencyP99, tr("p99 %1 ms"));
    //: %1 is a number of people
    add(values.activeUsers, tr("active users %1"));
    add(values.totalUsers, tr("total users %1"));
    add(values.inFlight, tr("in flight %1"));
    for (const auto note : {net::SignalNote::UsersSinceStart, net::SignalNote::TimerUnitDoubtful,
                            net::SignalNote::MoreEndsThanStarts}) {
        if (application.notes & static_cast<net::SignalNotes>(note))
            parts << ui::noteText(note);
    }
    //: a line of output: request rate, latency and users of an application
    return {tr("application"), text(application.name), parts.join("   "_L1)};
}

TickText::Row TickText::line(const net::LineNote &note)
{
    QString why = ui::issueText(note.report.issue);
    if (const QString hint = ui::hintText(note.report.hint); !hint.isEmpty())
        why += "; "_L1 + hint;
    if (!note.peer.empty())
        why += " ("_L1 + text(note.peer) + u')';
    return {ui::verdictText(note.report.verdict), text(note.line), why};
}

} // namespace metriscope::app
