// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What carried a packet's payload. Http: a whole request or answer; Zmq: one message, frames as ZMTP has
/// them on the wire (flags, length, bytes).
enum class PacketProtocol : std::uint8_t { Unknown, Udp, Tcp, Http, Zmq, UnixDatagram };
[[nodiscard]] std::string_view protocolName(PacketProtocol protocol) noexcept; ///< "udp", "tcp", ... "unix"

enum class PacketFeed : std::uint8_t { Tap, Wire, File };

/// A numeric address with its port, small enough for a million rows.
struct PacketAddress {
    enum class Family : std::uint8_t { None, Inet, Inet6, Unix };
    Family family = Family::None;
    std::uint16_t port = 0;
    std::array<std::uint8_t, 16> bytes{}; ///< network order; the first four of IPv4

    [[nodiscard]] std::string text() const; ///< "127.0.0.1:8125", "[::1]:8125", "unix", empty for none
    [[nodiscard]] std::string host() const; ///< "127.0.0.1", "::1", empty when there is none
    friend bool operator==(const PacketAddress &, const PacketAddress &) = default;
};

/// One packet as it was received, with nothing made of it yet. Text is made when a row is painted.
struct Packet {
    std::int64_t time = 0; ///< nanoseconds since the epoch, wall clock
    PacketFeed feed = PacketFeed::Tap;
    PacketProtocol protocol = PacketProtocol::Unknown;
    std::uint16_t linkType = 0;  ///< DLT of `bytes`; 0: `bytes` is the payload (tap)
    std::uint32_t interface = 0; ///< index into the feed's list of interfaces
    PacketAddress source, destination;
    std::uint32_t originalLength = 0; ///< of what was on the wire; larger than `bytes` when it was cut
    std::vector<std::uint8_t> bytes;
};

} // namespace metriscope::net
