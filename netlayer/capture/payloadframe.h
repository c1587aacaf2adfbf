// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/packets/packet.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <vector>

namespace metriscope::net
{

/// Puts IP and UDP or TCP headers in front of what the tap brought, so that it can be saved as frames of
/// LinkType::Raw and read by every program that reads captures. The headers are made up, but for the
/// addresses: a packet without any (a unix socket) gets those of the loopback. A payload that is too large
/// for one frame becomes several.
class PayloadFrames final
{
public:
    /// Calls `each` for every frame; the bytes are good during the call.
    void frame(const Packet &packet, const std::function<void(std::span<const std::uint8_t>)> &each);

private:
    static constexpr std::size_t MaxStreams = 4096;
    std::map<std::vector<std::uint8_t>, std::uint32_t> m_sequences; ///< by both addresses
};

} // namespace metriscope::net
