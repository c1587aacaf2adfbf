// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collectors/detailmodel.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/numberformat.h"

#include "netlayer/istats/monitorclient.h"
#include "netlayer/prometheus/prometheussource.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace metriscope::ui
{

namespace
{

[[nodiscard]] QString say(const char *text)
{
    return QCoreApplication::translate("sourcedetails", text);
}

/// What a field of `istats` means, by net::MonitorField.
[[nodiscard]] QString meaningOf(net::MonitorField field)
{
    using enum net::MonitorField;
    switch (field) {
    case StartTime:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "When the server was started"));
    case FlushErrors:
        return say(
            QT_TRANSLATE_NOOP("sourcedetails", "Flushes that failed; the server forgets them every minute"));
    case PendingStats:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "Metrics that wait for the next flush"));
    case PublishSocketErrors:
        return say(QT_TRANSLATE_NOOP(
            "sourcedetails",
            "Times that Graphite could not be reached; the server forgets them every minute"));
    case PublishUnknownErrors:
        return say(QT_TRANSLATE_NOOP(
            "sourcedetails", "Times that publishing failed otherwise; the server forgets them every minute"));
    case MetricsDiscarded:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "Lines that could not be read, since its start"));
    case BatchCount:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "Packets received since the last flush"));
    case BatchDiscarded:
        return say(QT_TRANSLATE_NOOP("sourcedetails",
                                     "Packets received since the last flush that could not be read"));
    case PublishDuration:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "How long sending to Graphite took the last time"));
    case GaugeCount:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "Gauges in the last flush"));
    case GaugeDuration:
        return say(QT_TRANSLATE_NOOP("sourcedetails",
                                     "Time spent on gauges in the last flush; 0 is under a millisecond"));
    case SetCount:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "Sets in the last flush"));
    case SetDuration:
        return say(QT_TRANSLATE_NOOP("sourcedetails",
                                     "Time spent on sets in the last flush; 0 is under a millisecond"));
    case CounterCount:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "Counters in the last flush"));
    case CounterDuration:
        return say(QT_TRANSLATE_NOOP("sourcedetails",
                                     "Time spent on counters in the last flush; 0 is under a millisecond"));
    case TimerCount:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "Timers in the last flush"));
    case TimerDuration:
        return say(QT_TRANSLATE_NOOP("sourcedetails",
                                     "Time spent on timers in the last flush; 0 is under a millisecond"));
    case RenderTime:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "How long it took to write the last flush down"));
    case RenderTotal:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "Values written in the last flush"));
    case PublishTime:
        return say(QT_TRANSLATE_NOOP(
            "sourcedetails", "When something was published last; long ago means that nothing is any more"));
    case FlushDuration:
        return say(QT_TRANSLATE_NOOP("sourcedetails", "How long the last flush took altogether"));
    }
    return {};
}

[[nodiscard]] QString momentText(double epochSeconds)
{
    const auto at = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(epochSeconds * 1000));
    const auto ago = net::Millis{std::max<qint64>(0, at.msecsTo(QDateTime::currentDateTime()))};
    //: %1 is a date with a time, %2 how long it is past, such as 4 min 30 s
    return say(QT_TRANSLATE_NOOP("sourcedetails", "%1 (%2 ago)"))
        .arg(QLocale().toString(at, QLocale::ShortFormat), formatDuration(ago));
}

[[nodiscard]] QString valueText(const net::MonitorFieldInfo &field, double value)
{
    switch (field.nature) {
    case net::MonitorFieldInfo::Nature::Moment:
        return momentText(value);
    case net::MonitorFieldInfo::Nature::Duration:
        return formatValue(value, {net::Unit::Seconds, false});
    default:
        return formatNumber(value);
    }
}

void addMonitor(std::vector<SourceDetail> &details, const net::MonitorClient &client)
{
    const net::MonitorValues values = client.latest();
    const bool answered = values[static_cast<std::size_t>(net::MonitorField::StartTime)].has_value();
    for (std::size_t i = 0; i < net::MonitorFieldCount; ++i) {
        const auto field = static_cast<net::MonitorField>(i);
        const net::MonitorFieldInfo &info = net::monitorField(field);
        QString value;
        if (values[i])
            value = valueText(info, *values[i]);
        else if (answered) //: a value that a server does not tell before it has flushed once
            value = say(QT_TRANSLATE_NOOP("sourcedetails", "not before the first flush"));
        else
            value = QStringLiteral("–");
        // The names are those of the answer, in every language.
        details.push_back({QString::fromLatin1(info.key.data(), static_cast<qsizetype>(info.key.size())),
                           value, meaningOf(field)});
    }
}

void addNotes(std::vector<SourceDetail> &details, const net::Source &source)
{
    for (const auto note :
         {net::SourceNote::SeveralWorkers, net::SourceNote::DamagedLines, net::SourceNote::SomeTargetsFail}) {
        if (source.notes() & static_cast<net::SourceNotes>(note))
            details.push_back({say(QT_TRANSLATE_NOOP("sourcedetails", "Note")), {}, noteText(note)});
    }
}

/// Each address of several, a row. In a range, those where nobody listens say nothing.
void addTargets(std::vector<SourceDetail> &details, const net::PrometheusSource &source)
{
    if (source.targets().size() < 2)
        return;
    for (const net::TargetStatus &target : source.targets()) {
        if (target.error == net::SourceError::Refused)
            continue;
        const bool good = target.error == net::SourceError::None;
        details.push_back({displayText(target.url), good ? formatCount(target.samples) : QStringLiteral("–"),
                           good ? say(QT_TRANSLATE_NOOP("sourcedetails", "Values in its last answer"))
                                : sourceErrorText(target.error, target.url, target.detail)});
    }
}

void addPolling(std::vector<SourceDetail> &details, const net::SourceCounts &counts)
{
    const auto count = [](std::uint64_t number) { return formatCount(number); };
    details.push_back({say(QT_TRANSLATE_NOOP("sourcedetails", "Polls")), count(counts.polls),
                       say(QT_TRANSLATE_NOOP("sourcedetails", "How often it was asked"))});
    details.push_back(
        {say(QT_TRANSLATE_NOOP("sourcedetails", "Failed polls")), count(counts.failedPolls),
         say(QT_TRANSLATE_NOOP("sourcedetails", "Times without an answer that could be used"))});
}

void addCounts(std::vector<SourceDetail> &details, const net::SourceCounts &counts)
{
    const auto count = [](std::uint64_t number) { return formatCount(number); };
    details.push_back({say(QT_TRANSLATE_NOOP("sourcedetails", "Received")), count(counts.received),
                       say(QT_TRANSLATE_NOOP("sourcedetails", "Messages, requests or answers that came"))});
    details.push_back(
        {say(QT_TRANSLATE_NOOP("sourcedetails", "Taken")), count(counts.items),
         say(QT_TRANSLATE_NOOP("sourcedetails", "Values, events or registrations among them"))});
    details.push_back({say(QT_TRANSLATE_NOOP("sourcedetails", "Damaged")), count(counts.rejected),
                       say(QT_TRANSLATE_NOOP("sourcedetails", "What could not be read and was left out"))});
    details.push_back({say(QT_TRANSLATE_NOOP("sourcedetails", "Bytes")),
                       formatValue(static_cast<double>(counts.bytes), {net::Unit::Bytes, false}),
                       say(QT_TRANSLATE_NOOP("sourcedetails", "Size of all that came"))});
    details.push_back({say(QT_TRANSLATE_NOOP("sourcedetails", "Refused series")), count(counts.refusedSeries),
                       say(QT_TRANSLATE_NOOP("sourcedetails", "New names beyond what one source may have"))});
}

} // namespace

std::vector<SourceDetail> sourceDetails(const CollectorModel::Row &row)
{
    std::vector<SourceDetail> details;
    const net::SourceKind kind = net::kindOf(row.id);
    if (const auto *monitor = qobject_cast<const net::MonitorClient *>(row.source))
        addMonitor(details, *monitor);
    if (row.source)
        addNotes(details, *row.source);
    if (const auto *prometheus = qobject_cast<const net::PrometheusSource *>(row.source))
        addTargets(details, *prometheus);
    if (net::isPolled(kind))
        addPolling(details, row.counts);
    if (kind != net::SourceKind::Statsd)
        addCounts(details, row.counts);
    return details;
}

} // namespace metriscope::ui
