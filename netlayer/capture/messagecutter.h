// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/payload.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// Cuts one direction of a stream into lines, HTTP messages or ZMTP messages, wherever the network cut the
/// stream. Owns the part of a message that has not ended yet, within a bound.
class MessageCutter final
{
public:
    static constexpr std::size_t MaxLine = std::size_t{64} << 10, MaxMessage = std::size_t{2} << 20;

    struct Cut {
        std::optional<std::string>
            joined;      ///< part of before and the bytes, when a message of before ends in them
        ByteRange whole; ///< of `joined`, otherwise of the bytes: whole messages
        bool tooLong = false;
    };

    /// `midway`: the stream had begun before; what comes first may be the end of something.
    void begin(PayloadKind kind, bool midway);
    [[nodiscard]] bool hasBegun() const noexcept { return m_begun; }
    [[nodiscard]] PayloadKind kind() const noexcept { return m_kind; }
    [[nodiscard]] Cut feed(std::string_view bytes);
    /// The stream has ended. What was not ended by a newline, or a message that goes on until the end.
    [[nodiscard]] Cut finish(std::string_view bytes);
    /// Bytes were lost: forgets the part, and goes on at the next beginning of a message.
    void lose();
    [[nodiscard]] std::size_t held() const noexcept { return m_part.capacity(); }

private:
    [[nodiscard]] std::size_t findStart(std::string_view bytes);
    [[nodiscard]] std::size_t endOfMessages(std::string_view text);

    PayloadKind m_kind = PayloadKind::Unknown;
    bool m_begun = false;
    bool m_lost = false;   ///< looks for the beginning of a message
    bool m_midway = false; ///< nothing came yet of a stream that had begun before
    std::string m_part;
    std::size_t m_needed = 0; ///< the part cannot be whole before it has so many bytes
    std::uint64_t m_skip = 0; ///< of a message that is too long
};

} // namespace metriscope::net
