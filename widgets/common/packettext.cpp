// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/packettext.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"

#include <QCoreApplication>
#include <QPalette>

#include <array>

namespace metriscope::ui
{

namespace
{

[[nodiscard]] QString words(const char *text)
{
    return QCoreApplication::translate("packettext", text);
}

} // namespace

QString frameIssueText(net::FrameIssue issue)
{
    static constexpr std::array<const char *, 12> texts{
        "",
        QT_TRANSLATE_NOOP("packettext", "a link type that is not decoded"),
        QT_TRANSLATE_NOOP("packettext", "cut within the link header"),
        QT_TRANSLATE_NOOP("packettext", "not an IP packet"),
        QT_TRANSLATE_NOOP("packettext", "cut within the IP header"),
        QT_TRANSLATE_NOOP("packettext", "a damaged IP header"),
        QT_TRANSLATE_NOOP("packettext", "neither UDP nor TCP"),
        QT_TRANSLATE_NOOP("packettext", "cut within the UDP or TCP header"),
        QT_TRANSLATE_NOOP("packettext", "a damaged UDP or TCP header"),
        QT_TRANSLATE_NOOP("packettext", "a later fragment of a datagram"),
        QT_TRANSLATE_NOOP("packettext", "the first fragment of a datagram"),
        QT_TRANSLATE_NOOP("packettext", "not captured whole"),
    };
    const char *text = texts.at(static_cast<std::size_t>(issue));
    return *text == 0 ? QString() : words(text);
}

QString payloadIssueText(net::PayloadIssue issue)
{
    static constexpr std::array<const char *, static_cast<std::size_t>(net::PayloadIssue::Count)> texts{
        "",
        QT_TRANSLATE_NOOP("packettext", "a line of Graphite has three parts: name, value, time"),
        QT_TRANSLATE_NOOP("packettext", "the value is not a number"),
        QT_TRANSLATE_NOOP("packettext", "the time is not seconds since 1970"),
        QT_TRANSLATE_NOOP("packettext", "Graphite drops a value of nan in silence"),
        QT_TRANSLATE_NOOP("packettext", "not a message of HTTP"),
        QT_TRANSLATE_NOOP("packettext", "too long to be put together"),
        QT_TRANSLATE_NOOP("packettext", "contexts are registered with POST"),
        QT_TRANSLATE_NOOP("packettext", "contexts are registered at /register"),
        QT_TRANSLATE_NOOP("packettext", "the body is not a JSON object"),
        QT_TRANSLATE_NOOP("packettext", "the JSON does not say what a registration says"),
        QT_TRANSLATE_NOOP("packettext", "the server answered with an error"),
        QT_TRANSLATE_NOOP("packettext", "not a stream of ZeroMQ"),
        QT_TRANSLATE_NOOP("packettext", "an event of gstats has two frames"),
        QT_TRANSLATE_NOOP("packettext", "the time is neither empty nor a number"),
    };
    const char *text = texts.at(static_cast<std::size_t>(issue));
    return *text == 0 ? QString() : words(text);
}

QString captureErrorText(net::CaptureError error, const QString &detail)
{
    const QString what = displayText(detail);
    const char *text = "";
    switch (error) {
    case net::CaptureError::None:
        return {};
    case net::CaptureError::HelperMissing:
        text = QT_TRANSLATE_NOOP("packettext",
                                 "The program that captures is missing: %1. Install Metriscope anew; its own "
                                 "sockets can be watched without it.");
        break;
    case net::CaptureError::NoRight:
        text = QT_TRANSLATE_NOOP(
            "packettext", "Capturing needs a right that the program does not have. Give it that right "
                          "once, in a terminal, with the command below. Its own sockets can be watched "
                          "without it.");
        break;
    case net::CaptureError::NoInterface:
        text = QT_TRANSLATE_NOOP("packettext", "There is no network interface “%1”.");
        break;
    case net::CaptureError::InterfaceDown:
        text = QT_TRANSLATE_NOOP("packettext", "The network interface “%1” is switched off.");
        break;
    case net::CaptureError::InterfaceGone:
        text =
            QT_TRANSLATE_NOOP("packettext", "The network interface “%1” went away. What it brought stays.");
        break;
    case net::CaptureError::BadFilter:
        //: %1 is what the capture library says, in English
        text = QT_TRANSLATE_NOOP("packettext", "The capture filter cannot be read: %1");
        break;
    case net::CaptureError::HelperFailed:
        text = QT_TRANSLATE_NOOP("packettext", "Capturing ended: %1");
        break;
    case net::CaptureError::FileUnreadable:
        text = QT_TRANSLATE_NOOP("packettext", "The file cannot be read: %1");
        break;
    case net::CaptureError::NotACapture:
        text = QT_TRANSLATE_NOOP("packettext", "The file is not a capture: pcap and pcapng can be opened.");
        break;
    case net::CaptureError::FileDamaged:
        //: %1 is a number
        text = QT_TRANSLATE_NOOP("packettext",
                                 "The file is damaged at byte %1. What stands before it is shown.");
        break;
    case net::CaptureError::FileCut:
        text = QT_TRANSLATE_NOOP("packettext",
                                 "The file ends in the middle of a packet. What stands before it is shown.");
        break;
    }
    const QString sentence = words(text);
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(what) : sentence;
}

QString fieldText(net::FieldId field)
{
    static constexpr std::array<const char *, static_cast<std::size_t>(net::FieldId::Count)> texts{
        QT_TRANSLATE_NOOP("packettext", "Ethernet"),
        QT_TRANSLATE_NOOP("packettext", "Linux cooked capture"),
        QT_TRANSLATE_NOOP("packettext", "Linux cooked capture, version 2"),
        QT_TRANSLATE_NOOP("packettext", "Loopback"),
        QT_TRANSLATE_NOOP("packettext", "VLAN tag"),
        QT_TRANSLATE_NOOP("packettext", "IPv4"),
        QT_TRANSLATE_NOOP("packettext", "IPv6"),
        QT_TRANSLATE_NOOP("packettext", "Extension header"),
        QT_TRANSLATE_NOOP("packettext", "UDP"),
        QT_TRANSLATE_NOOP("packettext", "TCP"),
        QT_TRANSLATE_NOOP("packettext", "Payload"),
        QT_TRANSLATE_NOOP("packettext", "Part of a datagram"),
        QT_TRANSLATE_NOOP("packettext", "Trailer"),
        QT_TRANSLATE_NOOP("packettext", "Destination"),
        QT_TRANSLATE_NOOP("packettext", "Source"),
        QT_TRANSLATE_NOOP("packettext", "Type"),
        QT_TRANSLATE_NOOP("packettext", "Packet type"),
        QT_TRANSLATE_NOOP("packettext", "Hardware type"),
        QT_TRANSLATE_NOOP("packettext", "Link address"),
        QT_TRANSLATE_NOOP("packettext", "Interface number"),
        QT_TRANSLATE_NOOP("packettext", "Address family"),
        QT_TRANSLATE_NOOP("packettext", "Priority"),
        QT_TRANSLATE_NOOP("packettext", "VLAN number"),
        QT_TRANSLATE_NOOP("packettext", "Header length"),
        QT_TRANSLATE_NOOP("packettext", "Traffic class"),
        QT_TRANSLATE_NOOP("packettext", "Flow label"),
        QT_TRANSLATE_NOOP("packettext", "Total length"),
        QT_TRANSLATE_NOOP("packettext", "Identification"),
        QT_TRANSLATE_NOOP("packettext", "More fragments"),
        QT_TRANSLATE_NOOP("packettext", "Fragment offset"),
        QT_TRANSLATE_NOOP("packettext", "Time to live"),
        QT_TRANSLATE_NOOP("packettext", "Next protocol"),
        QT_TRANSLATE_NOOP("packettext", "Checksum"),
        QT_TRANSLATE_NOOP("packettext", "Source address"),
        QT_TRANSLATE_NOOP("packettext", "Destination address"),
        QT_TRANSLATE_NOOP("packettext", "Options"),
        QT_TRANSLATE_NOOP("packettext", "Source port"),
        QT_TRANSLATE_NOOP("packettext", "Destination port"),
        QT_TRANSLATE_NOOP("packettext", "Length"),
        QT_TRANSLATE_NOOP("packettext", "Sequence number"),
        QT_TRANSLATE_NOOP("packettext", "Acknowledged"),
        QT_TRANSLATE_NOOP("packettext", "Flags"),
        QT_TRANSLATE_NOOP("packettext", "Window"),
        QT_TRANSLATE_NOOP("packettext", "Urgent pointer"),
    };
    return words(texts.at(static_cast<std::size_t>(field)));
}

QString feedText(net::PacketFeed feed)
{
    switch (feed) {
    case net::PacketFeed::Tap:
        //: where a packet was seen: by the program's own sockets
        return QCoreApplication::translate("packettext", "own sockets");
    case net::PacketFeed::Wire:
        //: where a packet was seen: by a capture on a network interface
        return QCoreApplication::translate("packettext", "network");
    case net::PacketFeed::File:
        //: where a packet was seen: in a file that was opened
        return QCoreApplication::translate("packettext", "file");
    }
    return {};
}

QString protocolText(net::PacketProtocol protocol)
{
    switch (protocol) {
    case net::PacketProtocol::Udp:
        return QStringLiteral("UDP");
    case net::PacketProtocol::Tcp:
        return QStringLiteral("TCP");
    case net::PacketProtocol::Http:
        return QStringLiteral("HTTP");
    case net::PacketProtocol::Zmq:
        return QStringLiteral("ZeroMQ");
    case net::PacketProtocol::UnixDatagram:
        return QStringLiteral("unix");
    case net::PacketProtocol::Unknown:
        break;
    }
    return {};
}

QString filterErrorText(const net::FilterError &error, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const QString part = displayText(
        QString::fromUtf8(bytes.mid(static_cast<qsizetype>(error.at), static_cast<qsizetype>(error.length))),
        60);
    const char *said = "";
    switch (error.kind) {
    case net::FilterError::Kind::TooLong:
        said = QT_TRANSLATE_NOOP("packettext", "The filter is too long.");
        break;
    case net::FilterError::Kind::TooDeep:
        said = QT_TRANSLATE_NOOP("packettext", "Too many parentheses within each other.");
        break;
    case net::FilterError::Kind::UnclosedQuote:
        said = QT_TRANSLATE_NOOP("packettext", "A quote is not closed: %1");
        break;
    case net::FilterError::Kind::UnclosedParenthesis:
        said = QT_TRANSLATE_NOOP("packettext", "A parenthesis is not closed.");
        break;
    case net::FilterError::Kind::UnexpectedParenthesis:
        said = QT_TRANSLATE_NOOP("packettext", "A parenthesis is closed that was not opened.");
        break;
    case net::FilterError::Kind::MissingOperand:
        said = QT_TRANSLATE_NOOP("packettext", "Something is missing after “and”, “or”, “not” or “(”.");
        break;
    case net::FilterError::Kind::UnexpectedOperator:
        said = QT_TRANSLATE_NOOP("packettext", "“%1” cannot stand here.");
        break;
    case net::FilterError::Kind::UnknownField:
        said = QT_TRANSLATE_NOOP("packettext",
                                 "There is no field “%1”. There are: name, kind, verdict, reason, address, "
                                 "source, destination, port, protocol, length, text, interface, feed.");
        break;
    case net::FilterError::Kind::MissingValue:
        said = QT_TRANSLATE_NOOP("packettext", "A value is missing after “%1”.");
        break;
    case net::FilterError::Kind::OperatorNotForField:
        said = QT_TRANSLATE_NOOP("packettext", "“%1” does not apply to this field.");
        break;
    case net::FilterError::Kind::UnknownWord:
        said = QT_TRANSLATE_NOOP("packettext", "This field is never “%1”.");
        break;
    case net::FilterError::Kind::NotANumber:
        said = QT_TRANSLATE_NOOP("packettext", "“%1” is not a number.");
        break;
    case net::FilterError::Kind::NotAnAddress:
        said = QT_TRANSLATE_NOOP("packettext",
                                 "“%1” is not an address. Write 127.0.0.1, 10.0.0.0/8, [::1]:8125 or ::1.");
        break;
    }
    const QString sentence = words(said);
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(part) : sentence;
}

QString verdictGlyph(net::Verdict verdict)
{
    switch (verdict) {
    case net::Verdict::Accepted:
        return QStringLiteral("✔");
    case net::Verdict::Warning:
        return QStringLiteral("▲");
    case net::Verdict::Rejected:
        return QStringLiteral("✖");
    }
    return {};
}

QColor verdictColour(net::Verdict verdict, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    switch (verdict) {
    case net::Verdict::Accepted:
        return dark ? QColor(0x7F, 0xC9, 0x9A) : QColor(0x1B, 0x6E, 0x3C);
    case net::Verdict::Warning:
        return dark ? QColor(0xE8, 0xB2, 0x4A) : QColor(0x8A, 0x58, 0x00);
    case net::Verdict::Rejected:
        return dark ? QColor(0xF2, 0x8B, 0x82) : QColor(0xB3, 0x26, 0x1E);
    }
    return palette.color(QPalette::Text);
}

QString packetVerdictText(const net::PacketRecord &record)
{
    const auto verdict = record.verdict();
    if (!verdict)
        return {};
    const QString said = verdictGlyph(*verdict) + QLatin1Char(' ') + verdictText(*verdict);
    const QString reason =
        record.issue != net::LineIssue::None ? issueText(record.issue) : payloadIssueText(record.otherIssue);
    if (reason.isEmpty())
        return said;
    //: %1 is a verdict such as "rejected", %2 why
    return QCoreApplication::translate("packettext", "%1: %2").arg(said, reason);
}

} // namespace metriscope::ui
