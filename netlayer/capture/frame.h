// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/packets/packet.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace metriscope::net
{

/// What stands before the IP header, as libpcap and its files number it (LINKTYPE_*; 12 and 14 are what
/// DLT_RAW is on Linux and OpenBSD).
enum class LinkType : std::uint16_t {
    Null = 0, ///< BSD loopback: the address family in the byte order of who captured
    Ethernet = 1,
    RawLinux = 12,
    RawOpenBsd = 14,
    Raw = 101,
    Loop = 108, ///< OpenBSD loopback: the address family in network order
    Cooked = 113,
    Ipv4 = 228,
    Ipv6 = 229,
    CookedV2 = 276
};

/// Part of a packet's bytes.
struct ByteRange {
    std::uint32_t offset = 0, size = 0;
    [[nodiscard]] constexpr std::uint32_t end() const noexcept { return offset + size; }
    friend bool operator==(ByteRange, ByteRange) = default;
};

/// Why the payload of a frame is not known, or not whole. Stable codes: frameIssueName().
enum class FrameIssue : std::uint8_t {
    None,
    UnknownLink,      ///< a link type that is not decoded
    CutLink,          ///< captured bytes end within the link header
    NotIp,            ///< ARP and the like
    CutNetwork,       ///< within the IP header or an extension header
    BadNetwork,       ///< a version, header length or total length that cannot be
    UnknownTransport, ///< neither UDP nor TCP
    CutTransport,
    BadTransport,  ///< a header length or UDP length that cannot be
    LaterFragment, ///< of a datagram: without ports
    FirstFragment, ///< with ports, but the payload goes on in other frames
    CutPayload     ///< by the snaplen, or by who cut the file
};
/// "unknown-link", "cut-payload", ...; empty for None.
[[nodiscard]] std::string_view frameIssueName(FrameIssue issue) noexcept;

/// A fragment's place in its datagram.
struct Fragment {
    std::uint32_t id = 0;
    std::uint32_t offset = 0; ///< bytes into the datagram
    ByteRange body;           ///< its part of the datagram, within the frame, as far as captured
    std::uint32_t size = 0;   ///< of its part on the wire
    bool is = false;
    bool more = false;
};

struct TcpSegment {
    static constexpr std::uint8_t Fin = 0x01, Syn = 0x02, Rst = 0x04, Psh = 0x08, Ack = 0x10;
    std::uint32_t sequence = 0, acknowledged = 0;
    std::uint16_t window = 0;
    std::uint8_t flags = 0;
};

/// What the headers of one frame say. Ranges count from the frame's first byte and never leave the captured
/// bytes.
struct Frame {
    FrameIssue issue = FrameIssue::None;
    PacketProtocol protocol = PacketProtocol::Unknown; ///< Udp or Tcp, also of a later fragment
    bool outgoing = false;                             ///< cooked captures say so
    std::uint8_t ipVersion = 0;                        ///< 4 or 6; 0: no IP
    std::uint8_t ipProtocol = 0;
    std::uint8_t vlans = 0;            ///< VLAN tags in front of the IP header
    std::uint16_t vlan = 0;            ///< the innermost one's number
    std::uint16_t etherType = 0;       ///< of what the link carries, 0 where the link does not say
    std::uint32_t interfaceIndex = 0;  ///< of the kernel, in cooked v2 captures
    PacketAddress source, destination; ///< port 0 where it is not known
    ByteRange payload;                 ///< of UDP or TCP, as far as it was captured
    std::uint32_t payloadLength = 0; ///< as the headers say; larger than payload.size when cut or fragmented
    Fragment fragment;
    TcpSegment tcp;

    [[nodiscard]] bool isTruncated() const noexcept { return payload.size < payloadLength; }
};

/// A line of the detail tree. Stable names: fieldName(); words are the window's.
enum class FieldId : std::uint8_t {
    // layers
    Ethernet,
    Cooked,
    CookedV2,
    Loopback,
    Vlan,
    Ipv4,
    Ipv6,
    Extension,
    Udp,
    Tcp,
    Payload,
    FragmentBody,
    Trailer, ///< behind the IP packet: padding
    // their fields
    EthernetDestination,
    EthernetSource,
    EtherType,
    CookedPacketType,
    CookedHardware,
    CookedAddress,
    CookedInterface,
    LoopbackFamily,
    VlanPriority,
    VlanNumber,
    HeaderLength,
    TrafficClass, ///< IPv4: type of service
    FlowLabel,
    TotalLength,
    Identification,
    MoreFragments,
    FragmentOffset,
    TimeToLive, ///< IPv6: hop limit
    NextProtocol,
    Checksum,
    SourceAddress,
    DestinationAddress,
    Options,
    SourcePort,
    DestinationPort,
    UdpLength,
    Sequence,
    Acknowledged,
    TcpFlags,
    Window,
    UrgentPointer,
    Count
};
/// "ethernet", "ipv4", "source-port", ...
[[nodiscard]] std::string_view fieldName(FieldId id) noexcept;

/// How a field's bytes are to be read.
enum class FieldForm : std::uint8_t { Layer, Number, Hex, Mac, Inet, Inet6, Flags, Bytes };

struct Field {
    FieldId id{};
    FieldForm form = FieldForm::Layer;
    std::uint8_t depth = 0; ///< 0: a layer, 1: a field of the layer above it
    ByteRange range;
    std::uint64_t value = 0; ///< of Number, Hex and Flags
};

} // namespace metriscope::net
