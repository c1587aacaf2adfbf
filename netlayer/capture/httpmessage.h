// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// The beginning of an HTTP/1 message. Views point into the text.
struct MessageHead {
    std::string_view method, path; ///< of a request
    std::string_view contentType;
    std::uint16_t status = 0;              ///< of an answer; 0: a request
    std::size_t size = 0;                  ///< with the empty line
    std::optional<std::uint64_t> bodySize; ///< as Content-Length says
    bool chunked = false;
    [[nodiscard]] bool isRequest() const noexcept { return status == 0; }
};

/// Whether a text begins as a message does, as far as it goes; false for an empty one.
[[nodiscard]] bool beginsAsHttp(std::string_view text) noexcept;
/// The head at the beginning of a text; null when it has not ended yet or is none.
[[nodiscard]] std::optional<MessageHead> readMessageHead(std::string_view text) noexcept;

/// Where a message stands, as far as one can tell.
struct HttpExtent {
    enum class State : std::uint8_t { Whole, Unfinished, UntilClose, Bad };
    State state = State::Unfinished;
    std::uint64_t size = 0; ///< Whole: of the message; Unfinished: it has at least so many bytes
};
[[nodiscard]] HttpExtent httpExtent(std::string_view text) noexcept;

/// The body of a whole message, its chunks put together.
[[nodiscard]] std::string httpBody(std::string_view message, const MessageHead &head);

} // namespace metriscope::net
