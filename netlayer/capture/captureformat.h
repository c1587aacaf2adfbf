// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/frame.h"
#include "netlayer/packets/packet.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace metriscope::net
{

/// What a capture says of one of its interfaces.
struct CaptureInterface {
    LinkType link = LinkType::Ethernet;
    std::uint32_t snapLength = 0; ///< bytes kept of a frame; 0: all
    std::string name;             ///< "lo"; may be empty, and is as hostile as all of a file
    std::string filter;           ///< BPF, when the capture says it
    friend bool operator==(const CaptureInterface &, const CaptureInterface &) = default;
};

/// What an interface lost while it was captured, cumulative.
struct CaptureLosses {
    std::uint64_t received = 0; ///< frames that the filter let through
    std::uint64_t interfaceDrops = 0;
    std::uint64_t kernelDrops = 0; ///< in a full buffer of the capture
    bool known = false;
};

/// Frames are kept up to this many bytes; the rest of a larger one is passed over, and it counts as cut.
inline constexpr std::size_t MaxFrameBytes = std::size_t{256} << 10;

/// A frame of a capture: its `interface` counts through all sections of the capture.
struct CapturedPacket {
    Packet packet;
    std::vector<std::string> comments; ///< of whoever wrote any into the file
};

} // namespace metriscope::net
