// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/headerwalk.h"

namespace metriscope::net
{

namespace
{

constexpr std::uint16_t TypeIpv4 = 0x0800, TypeIpv6 = 0x86DD;
constexpr std::uint32_t Outgoing = 4; // PACKET_OUTGOING
constexpr int MaxVlans = 8;

} // namespace

void HeaderWalk::link(LinkType type)
{
    switch (type) {
    case LinkType::Ethernet:
        return ethernet();
    case LinkType::Cooked:
        return cooked();
    case LinkType::CookedV2:
        return cookedV2();
    case LinkType::Null:
    case LinkType::Loop:
        return loopback();
    case LinkType::Raw:
    case LinkType::RawLinux:
    case LinkType::RawOpenBsd:
    case LinkType::Ipv4:
    case LinkType::Ipv6:
        return raw();
    }
    frame.issue = FrameIssue::UnknownLink;
}

void HeaderWalk::ethernet()
{
    if (!has(14))
        return cut(FrameIssue::CutLink);
    layer(FieldId::Ethernet, 14);
    field(FieldId::EthernetDestination, FieldForm::Mac, 0, 6);
    field(FieldId::EthernetSource, FieldForm::Mac, 6, 6);
    hex(FieldId::EtherType, 12);
    const std::uint32_t type = word(12);
    m_at += 14;
    network(type);
}

void HeaderWalk::cooked()
{
    if (!has(16))
        return cut(FrameIssue::CutLink);
    layer(FieldId::Cooked, 16);
    number(FieldId::CookedPacketType, 0, 2);
    number(FieldId::CookedHardware, 2, 2);
    field(FieldId::CookedAddress, FieldForm::Mac, 6, std::min<std::uint32_t>(word(4), 8));
    hex(FieldId::EtherType, 14);
    frame.outgoing = word(0) == Outgoing;
    const std::uint32_t type = word(14);
    m_at += 16;
    network(type);
}

void HeaderWalk::cookedV2()
{
    if (!has(20))
        return cut(FrameIssue::CutLink);
    layer(FieldId::CookedV2, 20);
    hex(FieldId::EtherType, 0);
    number(FieldId::CookedInterface, 4, 4);
    number(FieldId::CookedHardware, 8, 2);
    number(FieldId::CookedPacketType, 10, 1);
    field(FieldId::CookedAddress, FieldForm::Mac, 12, std::min<std::uint32_t>(byte(11), 8));
    frame.outgoing = byte(10) == Outgoing;
    frame.interfaceIndex = quad(4);
    const std::uint32_t type = word(0);
    m_at += 20;
    network(type);
}

/// AF_INET is 2 everywhere, AF_INET6 is what each system made of it; no value is the other one backwards.
void HeaderWalk::loopback()
{
    if (!has(4))
        return cut(FrameIssue::CutLink);
    const std::uint32_t big = quad(0);
    const std::uint32_t family =
        big > 0xFFFF ? byte(3) << 24U | byte(2) << 16U | byte(1) << 8U | byte(0) : big;
    layer(FieldId::Loopback, 4);
    field(FieldId::LoopbackFamily, FieldForm::Number, 0, 4, family);
    m_at += 4;
    if (family == 2)
        return network(TypeIpv4);
    if (family == 10 || family == 23 || family == 24 || family == 28 || family == 30)
        return network(TypeIpv6);
    frame.issue = FrameIssue::NotIp;
}

void HeaderWalk::raw()
{
    if (!has(1))
        return cut(FrameIssue::CutNetwork);
    const std::uint32_t version = byte(0) >> 4U;
    network(version == 4 ? TypeIpv4 : version == 6 ? TypeIpv6 : 0);
}

void HeaderWalk::network(std::uint32_t type)
{
    for (int tags = 0; type == 0x8100 || type == 0x88A8 || type == 0x9100; ++tags) {
        if (tags == MaxVlans)
            return cut(FrameIssue::NotIp);
        if (!has(4))
            return cut(FrameIssue::CutLink);
        layer(FieldId::Vlan, 4);
        field(FieldId::VlanPriority, FieldForm::Number, 0, 1, byte(0) >> 5U);
        field(FieldId::VlanNumber, FieldForm::Number, 0, 2, word(0) & 0xFFFU);
        hex(FieldId::EtherType, 2);
        ++frame.vlans;
        frame.vlan = static_cast<std::uint16_t>(word(0) & 0xFFFU);
        type = word(2);
        m_at += 4;
    }
    frame.etherType = static_cast<std::uint16_t>(type);
    if (type == TypeIpv4)
        ipv4();
    else if (type == TypeIpv6)
        ipv6();
    else
        frame.issue = FrameIssue::NotIp;
}

} // namespace metriscope::net
