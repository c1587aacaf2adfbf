// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetsummary.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/packettext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <array>
#include <utility>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::size_t ItemsInSummary = 3, ValuesInSummary = 4;
constexpr int NameLength = 200;

[[nodiscard]] QString numberText(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

QString tcpFlagsText(unsigned flags)
{
    static constexpr std::array<std::pair<unsigned, const char *>, 6> names{
        {{0x02U, "SYN"}, {0x10U, "ACK"}, {0x08U, "PSH"}, {0x01U, "FIN"}, {0x04U, "RST"}, {0x20U, "URG"}}};
    QStringList set;
    for (const auto &[bit, name] : names)
        if ((flags & bit) != 0)
            set << QLatin1String(name);
    return set.join(", "_L1);
}

QString valuesText(const net::PayloadItem &item)
{
    if (!item.member.empty())
        return displayText(item.member, NameLength);
    QStringList values;
    for (std::size_t i = 0; i < item.values.size() && i < ValuesInSummary; ++i) {
        const bool plus = item.relative && item.values[i] >= 0;
        values << (plus ? u"+"_s : QString()) + numberText(item.values[i]);
    }
    if (item.values.size() > ValuesInSummary)
        values << u"…"_s;
    return values.join(", "_L1);
}

QString itemSummary(const net::PayloadItem &item, std::string_view raw)
{
    if (item.verdict == net::Verdict::Rejected || item.name.empty()) {
        const std::string_view line = raw.substr(0, raw.find_first_of("\r\n")); // the first of a request
        return displayText(line.empty() ? raw : line, NameLength);
    }
    QString text = displayText(item.name, NameLength);
    const QString values = valuesText(item);
    if (!values.isEmpty())
        text += u"  "_s + values;
    if (item.kind)
        text += u"  "_s + kindText(*item.kind);
    if (item.status != 0)
        text += u"  "_s + QString::number(item.status);
    return text;
}

QString copiesText(const net::PacketRecord &record)
{
    if (record.copy == 0)
        return {};
    const int times = record.copy + 1;
    //: a packet passed several network interfaces; at least two
    return QCoreApplication::translate("packettext", "seen %Ln time(s), on several interfaces", nullptr,
                                       times);
}

QString packetSummary(const net::PacketRecord &record, const net::Dialect &dialect)
{
    const std::string_view whole = record.wholeText();
    QStringList parts;
    if (record.copy > 0)
        parts << u"×"_s + QString::number(record.copy + 1);
    if (record.fragment.number > 0)
        parts
            << (record.fragment.of > 0
                    ? QCoreApplication::translate("packettext", "fragment %L1 of %L2")
                          .arg(record.fragment.number)
                          .arg(record.fragment.of)
                    : QCoreApplication::translate("packettext", "fragment %L1").arg(record.fragment.number));
    else if (record.frameIssue != net::FrameIssue::None)
        parts << frameIssueText(record.frameIssue);
    if (!whole.empty() && record.kind != net::PayloadKind::Unknown) {
        const auto items = net::judgePayload(whole, record.kind, dialect, ItemsInSummary);
        for (const net::PayloadItem &item : items)
            parts << itemSummary(item, whole.substr(item.range.offset, item.range.size));
        if (record.items > items.size())
            parts << QCoreApplication::translate("packettext", "%Ln more", nullptr,
                                                 static_cast<int>(record.items - items.size()));
    } else if (record.copy > 0) {
        parts << displayText(record.text(), NameLength);
    } else if (record.repeated) {
        parts << QCoreApplication::translate("packettext", "sent again");
    } else if (record.payload.size > 0 && record.protocol == net::PacketProtocol::Tcp &&
               record.kind != net::PayloadKind::Unknown) {
        parts << QCoreApplication::translate("packettext", "part of a message");
    } else if (record.payload.size > 0 && record.fragment.number == 0) {
        parts << displayText(record.text(), NameLength);
    }
    if (record.gap)
        parts << QCoreApplication::translate("packettext", "something before it is missing");
    if (parts.isEmpty() && record.tcpFlags != 0)
        parts << tcpFlagsText(record.tcpFlags);
    return parts.join("   "_L1);
}

} // namespace metriscope::ui
