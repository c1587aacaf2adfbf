// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetquery.h"

#include <vector>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

[[nodiscard]] bool passes(const net::PacketFilter &filter, const net::PacketRecord &record,
                          const QString &interface, const net::Dialect &dialect)
{
    const std::string interfaceBytes = interface.toStdString();
    net::FilterSubject subject;
    subject.feed = record.feed;
    subject.protocol = record.protocol;
    subject.source = record.source;
    subject.destination = record.destination;
    subject.length = record.payloadLength;
    subject.payload = record.text();
    subject.interface = interfaceBytes;
    if (!filter.needsLines() || record.whole.size == 0)
        return filter.matches(subject);
    const std::vector<net::PayloadItem> items =
        net::judgePayload(record.wholeText(), record.kind, dialect, MostItems, net::JudgeDepth::Verdict);
    std::vector<net::FilterLine> lines;
    lines.reserve(items.size());
    for (const net::PayloadItem &item : items) {
        lines.push_back(
            {item.judged ? std::optional(item.verdict) : std::nullopt, item.name, item.reason(), item.kind});
    }
    subject.lines = lines;
    return filter.matches(subject);
}

} // namespace

QString filterValue(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + value + u'"';
}

bool PacketQuery::accepts(const net::PacketRecord &record, const QString &interface,
                          const net::Dialect &dialect) const
{
    if (record.time < from || record.time >= to)
        return false;
    if (!match.pattern().isEmpty()) {
        const std::string_view text = record.text();
        const QString subject = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        if (match.match(subject).hasMatch() == inverted)
            return false;
    }
    return filter.isEmpty() || passes(filter, record, interface, dialect);
}

} // namespace metriscope::ui
