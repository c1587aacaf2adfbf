// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

enum class PatternError : std::uint8_t {
    Empty,
    TooLong,            ///< more than NamePattern::MaxLength bytes
    UnknownPlaceholder, ///< braces around anything but `application`
    TwoApplications,
    MisplacedWildcard ///< `**` that is not one whole part among others
};

/// A metric name with wildcards, see SignalRule. Matching takes time in proportion to the name times the
/// pattern, whatever they hold.
class NamePattern final
{
public:
    static constexpr std::size_t MaxLength = 256;
    /// Longer names match nothing: no client builds one for a signal.
    static constexpr std::size_t MaxName = 2048;

    [[nodiscard]] static Result<NamePattern, PatternError> parse(std::string_view pattern);

    /// The text that stands for `{application}`, empty when the pattern has none; nullopt: no match.
    [[nodiscard]] std::optional<std::string_view> match(std::string_view name) const;

private:
    enum class Kind : std::uint8_t {
        Literal,
        Star,       ///< one or more characters, no dot
        Parts,      ///< `**.`: any number of parts, each with its dot
        Tail,       ///< `.**` at the end: nothing, or a dot and anything
        Application ///< one or more characters, as many as possible
    };
    struct Token {
        Kind kind;
        std::string text;
    };
    NamePattern() = default;
    [[nodiscard]] bool excluded(std::string_view name) const;

    std::vector<Token> m_tokens;
};

} // namespace metriscope::net
