// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/frame.h"

#include <array>

namespace metriscope::net
{

std::string_view frameIssueName(FrameIssue issue) noexcept
{
    static constexpr std::array<std::string_view, static_cast<std::size_t>(FrameIssue::CutPayload) + 1> names{
        "",
        "unknown-link",
        "cut-link-header",
        "not-ip",
        "cut-ip-header",
        "bad-ip-header",
        "unknown-transport",
        "cut-transport-header",
        "bad-transport-header",
        "later-fragment",
        "first-fragment",
        "cut-payload",
    };
    return names[static_cast<std::size_t>(issue)];
}

std::string_view fieldName(FieldId id) noexcept
{
    static constexpr std::array<std::string_view, static_cast<std::size_t>(FieldId::Count)> names{
        "ethernet",
        "cooked",
        "cooked-v2",
        "loopback",
        "vlan",
        "ipv4",
        "ipv6",
        "extension",
        "udp",
        "tcp",
        "payload",
        "fragment",
        "trailer",
        "destination-mac",
        "source-mac",
        "ether-type",
        "packet-type",
        "hardware-type",
        "hardware-address",
        "interface-index",
        "family",
        "vlan-priority",
        "vlan-number",
        "header-length",
        "traffic-class",
        "flow-label",
        "total-length",
        "identification",
        "more-fragments",
        "fragment-offset",
        "time-to-live",
        "protocol",
        "checksum",
        "source-address",
        "destination-address",
        "options",
        "source-port",
        "destination-port",
        "udp-length",
        "sequence",
        "acknowledged",
        "tcp-flags",
        "window",
        "urgent-pointer",
    };
    return names[static_cast<std::size_t>(id)];
}

} // namespace metriscope::net
