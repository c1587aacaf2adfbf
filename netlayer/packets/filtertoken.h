// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// A piece of a filter's text.
struct FilterToken {
    enum class Kind : std::uint8_t { Word, Quoted, Compare, Not, And, Or, Open, Close, OpenQuote, End };
    Kind kind = Kind::End;
    std::size_t at = 0, length = 0;
    std::string_view raw; ///< as typed
    std::string text;     ///< of Word and Quoted, without quotes and backslashes
};

/// Cuts a filter into pieces; the last one is End. A quote that is not closed gives OpenQuote.
[[nodiscard]] std::vector<FilterToken> filterTokens(std::string_view text);

} // namespace metriscope::net
