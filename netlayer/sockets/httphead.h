// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace metriscope::net
{

/// What has to be known of an HTTP request before its body may come.
struct HttpHead {
    enum class Problem : std::uint8_t {
        None,
        Damaged,  ///< no request line, or a line that is no header
        Version,  ///< neither 1.0 nor 1.1
        NoLength, ///< Transfer-Encoding, so that the size is not known before
        Method    ///< a word that is no method of HTTP
    };
    Problem problem = Problem::None;
    std::uint64_t length = 0; ///< Content-Length; 0 without one; the largest number when it does not fit
    bool expectsContinue = false;
};

/// Where the head ends, behind its empty line; nothing as long as that has not come.
[[nodiscard]] std::optional<std::size_t> endOfHttpHead(std::string_view bytes) noexcept;
/// Reads a whole head.
[[nodiscard]] HttpHead readHttpHead(std::string_view head) noexcept;

} // namespace metriscope::net
