// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sniffwriter.h"

#include "app/jsonwriter.h"
#include "app/tickjson.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/packettext.h"
#include "widgets/common/timeformat.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <net/if.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::size_t BytesInRow = 16, MaxHexBytes = 65'536;
constexpr int MaxShown = 2000;
constexpr std::int64_t NanosInMilli = 1'000'000;

std::string_view feedName(net::PacketFeed feed) noexcept
{
    switch (feed) {
    case net::PacketFeed::Tap:
        return "tap";
    case net::PacketFeed::Wire:
        return "wire";
    case net::PacketFeed::File:
        return "file";
    }
    return {};
}

bool isUtf8(std::string_view bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return !decoder.hasError() && !decoded.contains(QChar::Null);
}

void writeItem(JsonWriter &json, const net::PayloadItem &item)
{
    using Says = net::PayloadItem::Says;
    json.beginObject();
    if (item.judged)
        json.text("verdict", net::verdictName(item.verdict));
    if (!item.name.empty())
        json.text(item.says == Says::Request        ? "request"
                  : item.says == Says::Event        ? "event"
                  : item.says == Says::ServiceCheck ? "check"
                                                    : "name",
                  item.name);
    writeTags(json, item.tags);
    if (item.kind)
        json.text("kind", net::kindName(*item.kind));
    if (!item.member.empty())
        json.text("value", item.member);
    else if (item.values.size() == 1)
        json.number("value", item.values.front());
    if (item.values.size() > 1) {
        json.beginArray("values");
        for (const double value : item.values)
            json.numberItem(value);
        json.endArray();
    }
    if (item.rate != 1)
        json.number("rate", item.rate);
    if (item.relative)
        json.yes("delta");
    if (item.timestamp > 0)
        json.integer("timestamp", static_cast<std::uint64_t>(item.timestamp));
    if (item.status > 0)
        json.integer("status", item.status);
    if (!item.reason().empty()) {
        json.text("reason", item.reason());
        json.integer("at", item.at);
    }
    if (!item.detail.empty())
        json.text("where", item.detail);
    if (item.report.hint != net::LineHint::None)
        json.text("hint", net::hintName(item.report.hint));
    if (item.verdict == net::Verdict::Rejected && item.acceptedBy.any()) {
        json.beginArray("acceptedBy");
        for (std::size_t i = 0; i < net::DialectCount; ++i) {
            if (item.acceptedBy[i])
                json.textItem(net::dialects()[i].name);
        }
        json.endArray();
    }
    json.endObject();
}

QString hexRows(std::string_view bytes)
{
    QString rows;
    bytes = bytes.substr(0, MaxHexBytes);
    for (std::size_t at = 0; at < bytes.size(); at += BytesInRow) {
        QString hex, text;
        for (std::size_t i = at; i < at + BytesInRow; ++i) {
            if (i < bytes.size()) {
                const auto byte = static_cast<unsigned char>(bytes[i]);
                hex += u"%1 "_s.arg(byte, 2, 16, QLatin1Char('0'));
                text += byte >= ' ' && byte < 0x7F ? QLatin1Char(static_cast<char>(byte)) : QLatin1Char('.');
            } else {
                hex += u"   "_s;
            }
        }
        rows += u"    %1  %2 %3\n"_s.arg(at, 4, 16, QLatin1Char('0')).arg(hex, text);
    }
    return rows;
}

QString reasonOf(const net::PayloadItem &item)
{
    return item.report.issue != net::LineIssue::None ? ui::issueText(item.report.issue)
                                                     : ui::payloadIssueText(item.issue);
}

} // namespace

net::PacketProtocol spokenProtocol(const net::PacketFacts &facts) noexcept
{
    if (facts.frame.protocol != net::PacketProtocol::Tcp)
        return facts.frame.protocol;
    return facts.kind == net::PayloadKind::Http     ? net::PacketProtocol::Http
           : facts.kind == net::PayloadKind::Gstats ? net::PacketProtocol::Zmq
                                                    : net::PacketProtocol::Tcp;
}

QString SniffWriter::interfaceOf(const net::JudgedPacket &packet)
{
    const std::uint32_t kernel = packet.facts.frame.interfaceIndex;
    if (kernel > 0 && packet.packet.feed == net::PacketFeed::Wire) {
        const auto known = m_kernelNames.constFind(kernel);
        if (known != m_kernelNames.cend())
            return *known;
        std::array<char, IF_NAMESIZE> name{};
        const QString found =
            ::if_indextoname(kernel, name.data()) ? QString::fromLocal8Bit(name.data()) : QString();
        return *m_kernelNames.insert(kernel, found);
    }
    return m_interfaces.value(static_cast<qsizetype>(packet.packet.interface));
}

QByteArray SniffWriter::packet(const net::JudgedPacket &packet)
{
    return m_style.json ? asJson(packet) : asText(packet);
}

QByteArray SniffWriter::asJson(const net::JudgedPacket &packet)
{
    const net::PacketFacts &facts = packet.facts;
    const std::string_view text = facts.text(packet.packet.bytes);
    JsonWriter json;
    json.beginObject();
    json.seconds("t", packet.packet.time / NanosInMilli);
    json.text("feed", feedName(packet.packet.feed));
    if (const QString interface = interfaceOf(packet); !interface.isEmpty())
        json.text("interface", interface.toStdString());
    if (facts.frame.source.family != net::PacketAddress::Family::None)
        json.text("source", facts.frame.source.text());
    if (facts.frame.destination.family != net::PacketAddress::Family::None)
        json.text("destination", facts.frame.destination.text());
    json.text("protocol", net::protocolName(spokenProtocol(facts)));
    json.integer("length", packet.packet.originalLength);
    if (isUtf8(text))
        json.text("payload", text);
    else
        json.text("payload64",
                  QByteArray(text.data(), static_cast<qsizetype>(text.size())).toBase64().toStdString());
    json.beginArray("lines");
    for (const net::PayloadItem &item :
         net::judgePayload(facts.wholeText(packet.packet.bytes), facts.kind, m_dialect))
        writeItem(json, item);
    json.endArray();
    if (facts.fragment.number > 0)
        json.text("fragment",
                  std::to_string(facts.fragment.number) + '/' + std::to_string(facts.fragment.of));
    if (facts.frame.issue != net::FrameIssue::None)
        json.text("issue", net::frameIssueName(facts.frame.issue));
    if (facts.gap)
        json.yes("gap");
    if (facts.repeated)
        json.yes("repeated");
    if (!packet.comments.empty()) {
        json.beginArray("comments");
        for (const std::string &comment : packet.comments)
            json.textItem(comment);
        json.endArray();
    }
    json.truth("truncated", facts.frame.isTruncated());
    json.endObject();
    return json.takeLine();
}

QByteArray SniffWriter::asText(const net::JudgedPacket &packet)
{
    const net::PacketFacts &facts = packet.facts;
    std::string_view text = facts.text(packet.packet.bytes);
    const net::Time time{net::Millis(packet.packet.time / NanosInMilli)};
    QString line = ui::formatClock(time, true) + u' ';
    if (const QString interface = interfaceOf(packet); !interface.isEmpty())
        line += ui::displayText(interface) + u' ';
    line += u"%1 → %2 %3 %4"_s
                .arg(QString::fromStdString(facts.frame.source.text()),
                     QString::fromStdString(facts.frame.destination.text()),
                     QLatin1String(net::protocolName(spokenProtocol(facts)).data()))
                .arg(packet.packet.originalLength);
    if (facts.fragment.number > 0)
        line += u" [%1/%2]"_s.arg(facts.fragment.number).arg(facts.fragment.of);
    const std::string_view shown = text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
    line += u"  "_s + ui::displayText(shown, MaxShown) + u'\n';
    for (const net::PayloadItem &item :
         net::judgePayload(facts.wholeText(packet.packet.bytes), facts.kind, m_dialect)) {
        if (!item.judged || item.verdict == net::Verdict::Accepted)
            continue;
        //: %1 is "rejected" or "warning", %2 a number of bytes, %3 a clause without a full stop
        line += u"    %1 %2"_s.arg(ui::verdictGlyph(item.verdict),
                                   QCoreApplication::translate("sniff", "%1 at byte %2: %3")
                                       .arg(ui::verdictText(item.verdict))
                                       .arg(item.range.offset + item.at)
                                       .arg(reasonOf(item)));
        if (const QString hint = ui::hintText(item.report.hint); !hint.isEmpty())
            line += u" ("_s + hint + u')';
        line += u'\n';
    }
    if (m_style.hex)
        line += hexRows(text);
    return line.toUtf8();
}

QByteArray SniffWriter::summary(const SniffCounts &counts) const
{
    if (m_style.json) {
        JsonWriter json;
        json.beginObject();
        json.text("event", "summary");
        json.integer("captured", counts.captured);
        json.integer("matched", counts.matched);
        json.integer("kernelDrops", counts.kernelDrops);
        json.integer("evicted", counts.evicted);
        json.endObject();
        return json.takeLine();
    }
    //: Counts of packets at the end of a capture
    return (QCoreApplication::translate(
                "sniff", "captured: %1, printed: %2, lost by the kernel: %3, not shown in time: %4")
                .arg(counts.captured)
                .arg(counts.matched)
                .arg(counts.kernelDrops)
                .arg(counts.evicted) +
            u'\n')
        .toUtf8();
}

} // namespace metriscope::app
