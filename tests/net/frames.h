// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/frame.h"

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

/// Frames made byte by byte, as the RFCs have them and not as our decoder does.
namespace metriscope::net::test
{

using Bytes = std::vector<std::uint8_t>;

inline void put16(Bytes &out, unsigned value)
{
    out.push_back(static_cast<std::uint8_t>(value >> 8U));
    out.push_back(static_cast<std::uint8_t>(value));
}
inline void put32(Bytes &out, std::uint32_t value)
{
    put16(out, value >> 16U);
    put16(out, value & 0xFFFFU);
}
inline Bytes operator+(Bytes a, const Bytes &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}
inline Bytes raw(std::string_view text)
{
    return {text.begin(), text.end()};
}

constexpr std::uint8_t UdpProtocol = 17, TcpProtocol = 6;

inline Bytes udp(std::string_view payload, unsigned to = 8125, unsigned from = 40000, int declared = -1)
{
    Bytes out;
    put16(out, from);
    put16(out, to);
    put16(out, declared >= 0 ? unsigned(declared) : unsigned(payload.size()) + 8);
    put16(out, 0xBEEF);
    return out + raw(payload);
}

inline Bytes tcp(std::string_view payload, std::uint32_t sequence, unsigned to = 8125, unsigned from = 40000,
                 std::uint8_t flags = TcpSegment::Ack, std::uint32_t acknowledged = 1,
                 const Bytes &options = {})
{
    Bytes out;
    put16(out, from);
    put16(out, to);
    put32(out, sequence);
    put32(out, acknowledged);
    put16(out, unsigned((20 + options.size()) / 4 << 12U) | flags);
    put16(out, 65535);
    put32(out, 0);
    return out + options + raw(payload);
}

struct Ipv4 {
    std::uint8_t protocol = UdpProtocol;
    Bytes options = {};
    unsigned id = 7, offset = 0;
    bool more = false;
    int total = -1;
    std::uint8_t lastOfSource = 1;
};
inline Bytes ipv4(const Bytes &inner, const Ipv4 &how = {})
{
    Bytes out{std::uint8_t(0x40U | (20 + how.options.size()) / 4), 0};
    put16(out, how.total >= 0 ? unsigned(how.total) : unsigned(20 + how.options.size() + inner.size()));
    put16(out, how.id);
    put16(out, (how.more ? 0x2000U : 0U) | how.offset / 8);
    out.insert(out.end(), {64, how.protocol, 0, 0, 127, 0, 0, how.lastOfSource, 127, 0, 0, 2});
    return out + how.options + inner;
}

inline Bytes ipv6(const Bytes &inner, std::uint8_t next = UdpProtocol, int length = -1)
{
    Bytes out{0x60, 0, 0, 0};
    put16(out, length >= 0 ? unsigned(length) : unsigned(inner.size()));
    out.insert(out.end(), {next, 64});
    Bytes source(16), destination(16);
    source[15] = 1;
    destination[15] = 2;
    return out + source + destination + inner;
}

inline Bytes ethernet(const Bytes &inner, unsigned type = 0x0800)
{
    Bytes out{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    put16(out, type);
    return out + inner;
}
inline Bytes vlan(const Bytes &inner, unsigned number, unsigned type = 0x0800)
{
    Bytes out;
    put16(out, 0x6000U | number);
    put16(out, type);
    return out + inner;
}
inline Bytes cooked(const Bytes &inner, unsigned type = 0x0800, unsigned packetType = 0)
{
    Bytes out;
    put16(out, packetType);
    put16(out, 772);
    put16(out, 6);
    out.insert(out.end(), 8, 0);
    put16(out, type);
    return out + inner;
}
inline Bytes cookedV2(const Bytes &inner, unsigned type = 0x0800, std::uint8_t packetType = 0,
                      std::uint32_t index = 3)
{
    Bytes out;
    put16(out, type);
    put16(out, 0);
    put32(out, index);
    put16(out, 772);
    out.insert(out.end(), {packetType, 6, 0, 0, 0, 0, 0, 0, 0, 0});
    return out + inner;
}

inline Packet packetOf(const Bytes &bytes, LinkType link = LinkType::Raw, std::int64_t time = 1'000'000'000)
{
    Packet packet;
    packet.time = time;
    packet.feed = PacketFeed::Wire;
    packet.linkType = static_cast<std::uint16_t>(link);
    packet.originalLength = static_cast<std::uint32_t>(bytes.size());
    packet.bytes = bytes;
    return packet;
}

} // namespace metriscope::net::test
