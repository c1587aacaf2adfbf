// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/frame.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// One direction of a TCP connection, put into the order in which it was sent: what was sent twice comes
/// once, and what came early waits, within a bound, for what is missing before it. Given up is what the peer
/// acknowledged without our having seen it, and what is missing when the direction ends or the bound is
/// reached.
class SegmentOrder final
{
public:
    static constexpr std::size_t MaxWaiting = std::size_t{256} << 10, MaxSegments = 256;

    struct Taken {
        std::string_view before;   ///< in order, ahead of a gap
        std::uint32_t missing = 0; ///< how long the gap is; 0: there is none
        std::string_view bytes;    ///< in order
        bool repeated = false;     ///< all of the payload was seen before
    };
    /// What can be read now; good as long as `payload`, and as `room`, where it is put together when it comes
    /// from several segments.
    [[nodiscard]] Taken take(const TcpSegment &segment, std::string_view payload, std::string &room);
    /// What waits behind the next gap; nothing when nothing does.
    [[nodiscard]] Taken giveUp(std::string &room);
    /// Who acknowledges bytes that were never seen here got them: they were lost by the capture, for good.
    void acknowledge(std::uint32_t acknowledged) noexcept;

    /// The segment opens another connection between the same ends than the one so far.
    [[nodiscard]] bool isAnother(const TcpSegment &segment) const noexcept;
    [[nodiscard]] bool isMidway() const noexcept { return m_midway; } ///< its beginning was not seen
    [[nodiscard]] std::size_t held() const noexcept { return m_waitingBytes; }

private:
    [[nodiscard]] bool wait(std::uint32_t sequence, std::string_view payload);
    void takeWaiting(std::string &bytes); ///< what waited and is in order now

    bool m_synchronised = false; ///< `m_next` is known
    bool m_midway = false;
    bool m_missed = false; ///< the peer got what never came here
    std::uint32_t m_next = 0;
    std::uint32_t m_base = 0;
    std::map<std::uint32_t, std::string> m_waiting; ///< by distance from `m_base`
    std::size_t m_waitingBytes = 0;
};

} // namespace metriscope::net
