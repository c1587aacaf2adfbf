// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/frame.h"

#include <cstdint>
#include <span>
#include <vector>

namespace metriscope::net
{

/// Reads the headers of a frame. Whatever the bytes are, it answers in bounded time, allocates nothing and
/// stays within them. `originalLength`: of the frame on the wire, as who captured it says.
[[nodiscard]] Frame decodeFrame(LinkType link, std::span<const std::uint8_t> bytes,
                                std::uint32_t originalLength);

/// What decodeFrame() reads, field by field for the detail tree.
[[nodiscard]] std::vector<Field> dissectFrame(LinkType link, std::span<const std::uint8_t> bytes,
                                              std::uint32_t originalLength);

/// Of any packet; what the tap brings is payload from its first byte on, with the packet's own addresses.
[[nodiscard]] Frame decodePacket(const Packet &packet);
[[nodiscard]] std::vector<Field> dissectPacket(const Packet &packet);

/// Reads UDP or TCP out of a datagram put together from its fragments; `frame` is any of them. Ranges count
/// from the datagram's first byte.
[[nodiscard]] Frame decodeDatagram(const Frame &frame, std::span<const std::uint8_t> datagram);

} // namespace metriscope::net
