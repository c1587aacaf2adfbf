// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace metriscope::net
{

/// One piece of a ZMTP 3 stream (https://rfc.zeromq.org/spec/23/): the greeting of 64 bytes, a command of the
/// handshake, or a frame of a message.
struct ZmtpPiece {
    enum class State : std::uint8_t { Whole, Unfinished, Bad };
    enum class What : std::uint8_t { Greeting, Command, Frame };
    State state = State::Unfinished;
    What what = What::Frame;
    bool more = false;      ///< another frame of the same message follows
    std::string_view body;  ///< of a frame or command
    std::uint64_t size = 0; ///< of the piece; Unfinished: it has at least so many bytes
};

[[nodiscard]] ZmtpPiece readZmtpPiece(std::string_view text) noexcept;
[[nodiscard]] bool beginsAsZmtp(std::string_view text) noexcept;

} // namespace metriscope::net
