// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/headerwalk.h"

#include <cstring>

namespace metriscope::net
{

namespace
{

constexpr std::uint8_t ProtocolTcp = 6, ProtocolUdp = 17;
constexpr int MaxExtensions = 16;

bool isExtension(std::uint32_t next)
{
    return next == 0 || next == 43 || next == 44 || next == 51 || next == 60 || next == 135 || next == 139 ||
           next == 140;
}

} // namespace

void HeaderWalk::ipv4()
{
    if (!has(20))
        return cut(FrameIssue::CutNetwork);
    const std::uint32_t header = (byte(0) & 0xFU) * 4;
    std::uint32_t total = word(2);
    if (byte(0) >> 4U != 4 || header < 20)
        return cut(FrameIssue::BadNetwork);
    if (total == 0) // the network card was left to cut it into packets
        total = m_original - m_at;
    if (total < header)
        return cut(FrameIssue::BadNetwork);
    frame.ipVersion = 4;
    frame.ipProtocol = m_bytes[m_at + 9];
    address(frame.source, PacketAddress::Family::Inet, 12);
    address(frame.destination, PacketAddress::Family::Inet, 16);
    layer(FieldId::Ipv4, std::min(header, m_size - m_at));
    field(FieldId::HeaderLength, FieldForm::Number, 0, 1, header);
    number(FieldId::TrafficClass, 1, 1);
    field(FieldId::TotalLength, FieldForm::Number, 2, 2, total);
    number(FieldId::Identification, 4, 2);
    field(FieldId::MoreFragments, FieldForm::Number, 6, 1, byte(6) >> 5U & 1U);
    field(FieldId::FragmentOffset, FieldForm::Number, 6, 2, (word(6) & 0x1FFFU) * 8);
    number(FieldId::TimeToLive, 8, 1);
    number(FieldId::NextProtocol, 9, 1);
    hex(FieldId::Checksum, 10);
    field(FieldId::SourceAddress, FieldForm::Inet, 12, 4);
    field(FieldId::DestinationAddress, FieldForm::Inet, 16, 4);
    if (!has(header))
        return cut(FrameIssue::CutNetwork);
    if (header > 20)
        field(FieldId::Options, FieldForm::Bytes, 20, header - 20);
    const std::uint32_t id = word(4), place = word(6);
    endAt(m_at + total);
    m_at += header;
    body(total - header, id, (place & 0x1FFFU) * 8, (place & 0x2000U) != 0);
}

void HeaderWalk::ipv6()
{
    if (!has(40))
        return cut(FrameIssue::CutNetwork);
    if (byte(0) >> 4U != 6)
        return cut(FrameIssue::BadNetwork);
    std::uint32_t length = word(4);
    if (length == 0) // a jumbogram, or left to the network card
        length = m_original - m_at - 40;
    frame.ipVersion = 6;
    address(frame.source, PacketAddress::Family::Inet6, 8);
    address(frame.destination, PacketAddress::Family::Inet6, 24);
    layer(FieldId::Ipv6, 40);
    field(FieldId::TrafficClass, FieldForm::Number, 0, 2, word(0) >> 4U & 0xFFU);
    field(FieldId::FlowLabel, FieldForm::Number, 1, 3, quad(0) & 0xFFFFFU);
    field(FieldId::TotalLength, FieldForm::Number, 4, 2, length);
    number(FieldId::NextProtocol, 6, 1);
    number(FieldId::TimeToLive, 7, 1);
    field(FieldId::SourceAddress, FieldForm::Inet6, 8, 16);
    field(FieldId::DestinationAddress, FieldForm::Inet6, 24, 16);
    const std::uint32_t next = byte(6);
    endAt(m_at + 40 + length);
    m_at += 40;
    extensions(next, length);
}

void HeaderWalk::extensions(std::uint32_t next, std::uint32_t length)
{
    std::uint32_t id = 0, offset = 0;
    bool more = false;
    for (int count = 0; isExtension(next); ++count) {
        if (count == MaxExtensions)
            return cut(FrameIssue::BadNetwork);
        if (!has(8))
            return cut(FrameIssue::CutNetwork);
        const std::uint32_t size = next == 44 ? 8 : next == 51 ? (byte(1) + 2) * 4 : (byte(1) + 1) * 8;
        if (size > length)
            return cut(FrameIssue::BadNetwork);
        if (!has(size))
            return cut(FrameIssue::CutNetwork);
        layer(FieldId::Extension, size);
        number(FieldId::NextProtocol, 0, 1);
        if (next == 44) {
            offset = word(2) & 0xFFF8U;
            more = (word(2) & 1U) != 0;
            id = quad(4);
            field(FieldId::FragmentOffset, FieldForm::Number, 2, 2, offset);
            field(FieldId::MoreFragments, FieldForm::Number, 3, 1, more ? 1 : 0);
            number(FieldId::Identification, 4, 4);
        }
        next = byte(0);
        m_at += size;
        length -= size;
        if (offset > 0) // what follows is in the first fragment only
            break;
    }
    frame.ipProtocol = static_cast<std::uint8_t>(next);
    body(length, id, offset, more);
}

/// What IP carries: whole, or a fragment.
void HeaderWalk::body(std::uint32_t length, std::uint32_t id, std::uint32_t offset, bool more)
{
    if (frame.ipProtocol == ProtocolUdp)
        frame.protocol = PacketProtocol::Udp;
    else if (frame.ipProtocol == ProtocolTcp)
        frame.protocol = PacketProtocol::Tcp;
    if (offset == 0 && !more)
        return transport(length);
    frame.fragment = {id, offset, {m_at, std::min(length, m_size - m_at)}, length, true, more};
    if (offset == 0)
        return transport(length);
    note({FieldId::FragmentBody, FieldForm::Bytes, 0, frame.fragment.body, 0});
    frame.payload = frame.fragment.body;
    frame.payloadLength = length;
    frame.issue = FrameIssue::LaterFragment;
}

/// UDP or TCP from m_at on, `length` bytes of it by the IP header.
void HeaderWalk::transport(std::uint32_t length)
{
    if (frame.ipProtocol == ProtocolUdp)
        udp(length);
    else if (frame.ipProtocol == ProtocolTcp)
        tcp(length);
    else
        frame.issue = FrameIssue::UnknownTransport;
}

void HeaderWalk::udp(std::uint32_t length)
{
    frame.protocol = PacketProtocol::Udp;
    if (length < 8)
        return cut(FrameIssue::BadTransport);
    if (!has(8))
        return cut(FrameIssue::CutTransport);
    ports(FieldId::Udp, 8);
    number(FieldId::UdpLength, 4, 2);
    hex(FieldId::Checksum, 6);
    std::uint32_t declared = word(4);
    if (declared == 0)
        declared = length;
    if (declared < 8 || (declared > length && !frame.fragment.is))
        return cut(FrameIssue::BadTransport);
    m_at += 8;
    payload(declared - 8, std::min(declared, length) - 8);
}

void HeaderWalk::tcp(std::uint32_t length)
{
    frame.protocol = PacketProtocol::Tcp;
    if (length < 20)
        return cut(FrameIssue::BadTransport);
    if (!has(20))
        return cut(FrameIssue::CutTransport);
    const std::uint32_t header = (byte(12) >> 4U) * 4;
    if (header < 20 || header > length)
        return cut(FrameIssue::BadTransport);
    ports(FieldId::Tcp, std::min(header, m_size - m_at));
    number(FieldId::Sequence, 4, 4);
    number(FieldId::Acknowledged, 8, 4);
    field(FieldId::HeaderLength, FieldForm::Number, 12, 1, header);
    field(FieldId::TcpFlags, FieldForm::Flags, 13, 1, byte(13));
    number(FieldId::Window, 14, 2);
    hex(FieldId::Checksum, 16);
    number(FieldId::UrgentPointer, 18, 2);
    frame.tcp = {quad(4), quad(8), static_cast<std::uint16_t>(word(14)), m_bytes[m_at + 13]};
    if (!has(header))
        return cut(FrameIssue::CutTransport);
    if (header > 20)
        field(FieldId::Options, FieldForm::Bytes, 20, header - 20);
    m_at += header;
    payload(length - header, length - header);
}

void HeaderWalk::ports(FieldId id, std::uint32_t header)
{
    layer(id, header);
    number(FieldId::SourcePort, 0, 2);
    number(FieldId::DestinationPort, 2, 2);
    frame.source.port = static_cast<std::uint16_t>(word(0));
    frame.destination.port = static_cast<std::uint16_t>(word(2));
}

/// `here`: of the declared bytes, those that this frame had on the wire.
void HeaderWalk::payload(std::uint32_t declared, std::uint32_t here)
{
    frame.payload = {m_at, std::min(here, m_size - m_at)};
    frame.payloadLength = declared;
    if (frame.fragment.is)
        frame.issue = FrameIssue::FirstFragment;
    else if (frame.isTruncated())
        frame.issue = FrameIssue::CutPayload;
    if (frame.payload.size > 0)
        note({FieldId::Payload, FieldForm::Bytes, 0, frame.payload, 0});
}

void HeaderWalk::address(PacketAddress &target, PacketAddress::Family family, std::uint32_t at)
{
    target.family = family;
    std::memcpy(target.bytes.data(), m_bytes.data() + m_at + at,
                family == PacketAddress::Family::Inet ? 4 : 16);
}

/// Where the IP packet ends; what is behind it is padding.
void HeaderWalk::endAt(std::uint32_t end)
{
    if (end < m_size) {
        note({FieldId::Trailer, FieldForm::Bytes, 0, {end, m_size - end}, 0});
        m_size = end;
    }
}

} // namespace metriscope::net
