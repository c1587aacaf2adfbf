// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/payload.h"

#include "netlayer/capture/carbonline.h"
#include "netlayer/capture/httpmessage.h"
#include "netlayer/capture/zmtpframes.h"

#include <algorithm>
#include <array>

namespace metriscope::net
{

std::string_view payloadKindName(PayloadKind kind) noexcept
{
    static constexpr std::array<std::string_view, 5> names{"unknown", "statsd", "carbon", "http", "gstats"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view payloadIssueName(PayloadIssue issue) noexcept
{
    static constexpr std::array<std::string_view, static_cast<std::size_t>(PayloadIssue::Count)> names{
        "",
        "carbon-fields",
        "carbon-value",
        "carbon-time",
        "carbon-no-value",
        "bad-http",
        "message-too-long",
        "wrong-method",
        "wrong-path",
        "bad-json",
        "bad-register",
        "error-status",
        "bad-zmtp",
        "wrong-frames",
        "bad-time",
    };
    return names[static_cast<std::size_t>(issue)];
}

std::string_view PayloadItem::reason() const noexcept
{
    return report.issue != LineIssue::None ? issueName(report.issue) : payloadIssueName(issue);
}

bool looksLikeLine(std::string_view line, PayloadKind kind) noexcept
{
    if (kind == PayloadKind::Carbon) {
        const CarbonLine read = readCarbonLine(line);
        return read.issue == PayloadIssue::None && read.time >= -1;
    }
    if (line.starts_with("_e{") || line.starts_with("_sc|"))
        return true;
    const std::size_t bar = line.find('|');
    if (bar == std::string_view::npos || bar == 0 || line.substr(0, bar).find(':') == std::string_view::npos)
        return false;
    return std::ranges::none_of(line.substr(0, bar),
                                [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\t'; });
}

PayloadKind payloadKind(const Frame &frame, std::string_view beginning, const PortRoles &roles)
{
    switch (frame.protocol) {
    case PacketProtocol::Http:
        return PayloadKind::Http;
    case PacketProtocol::Zmq:
        return PayloadKind::Gstats;
    case PacketProtocol::UnixDatagram:
        return PayloadKind::Statsd;
    case PacketProtocol::Unknown:
        return PayloadKind::Unknown;
    case PacketProtocol::Udp:
    case PacketProtocol::Tcp:
        break;
    }
    const bool tcp = frame.protocol == PacketProtocol::Tcp;
    for (const std::uint16_t port : {frame.destination.port, frame.source.port}) {
        const auto has = [port](const std::vector<std::uint16_t> &ports) {
            return std::ranges::find(ports, port) != ports.end();
        };
        if (has(roles.statsd))
            return PayloadKind::Statsd;
        if (has(roles.carbon))
            return PayloadKind::Carbon;
        if (tcp && has(roles.contexts))
            return PayloadKind::Http;
        if (tcp && has(roles.gstats))
            return PayloadKind::Gstats;
    }
    if (tcp && beginning.size() >= 4 && beginsAsHttp(beginning))
        return PayloadKind::Http;
    if (tcp && beginsAsZmtp(beginning))
        return PayloadKind::Gstats;
    const std::string_view line = beginning.substr(0, beginning.find('\n'));
    for (const PayloadKind kind : {PayloadKind::Statsd, PayloadKind::Carbon}) {
        if (looksLikeLine(line, kind))
            return kind;
    }
    return PayloadKind::Unknown;
}

} // namespace metriscope::net
