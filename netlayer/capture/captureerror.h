// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/capturereader.h"

#include <cstdint>

namespace metriscope::net
{

/// Why a capture, live or from a file, did not begin or did not go on. Words: widgets/common.
enum class CaptureError : std::uint8_t {
    None,
    HelperMissing,  ///< detail: where it was looked for
    NoRight,        ///< detail: the command that gives the helper its right, to be copied
    NoInterface,    ///< detail: its name
    InterfaceDown,  ///< detail: its name
    InterfaceGone,  ///< in the middle of the capture; detail: its name
    BadFilter,      ///< detail: libpcap's words, in English
    HelperFailed,   ///< detail: what it said
    FileUnreadable, ///< detail: text of the operating system
    NotACapture,    ///< a file that is neither pcap nor pcapng
    FileDamaged,    ///< detail: the byte where it stops to make sense; what was read until there stands
    FileCut         ///< the end of the file is in the middle of a packet
};

/// Of a file, when its reading has ended.
[[nodiscard]] constexpr CaptureError errorOf(CaptureProblem problem) noexcept
{
    switch (problem) {
    case CaptureProblem::None:
        return CaptureError::None;
    case CaptureProblem::NotACapture:
        return CaptureError::NotACapture;
    case CaptureProblem::Cut:
        return CaptureError::FileCut;
    case CaptureProblem::BadLength:
    case CaptureProblem::BadVersion:
        break;
    }
    return CaptureError::FileDamaged;
}

} // namespace metriscope::net
