// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/types/lineissue.h"

#include <array>

namespace metriscope::net
{

std::string_view issueName(LineIssue issue) noexcept
{
    static constexpr std::array<std::string_view, static_cast<std::size_t>(LineIssue::Count)> names{
        "",
        "missing-colon",
        "empty-name",
        "empty-value",
        "bad-number",
        "not-finite",
        "negative-timer",
        "missing-kind",
        "unknown-kind",
        "kind-not-in-dialect",
        "bad-rate",
        "bad-timestamp",
        "bad-field",
        "field-not-in-dialect",
        "packed-not-in-dialect",
        "trailing-garbage",
        "line-too-long",
        "bad-event-header",
        "event-length",
        "empty-title",
        "bad-check-status",
        "name-not-in-dialect",
        "event-not-in-dialect",
        "empty-packed-value",
        "rate-above-one",
        "carriage-return",
        "unterminated",
        "unknown-field",
        "bad-event-field",
        "kind-read-as-counter",
        "double-dot",
    };
    return names[static_cast<std::size_t>(issue)];
}

std::string_view hintName(LineHint hint) noexcept
{
    static constexpr std::array<std::string_view, static_cast<std::size_t>(LineHint::Count)> names{
        "",
        "decimal comma",
        "escaped newline",
        "hexadecimal number",
        "lengths look like characters, not bytes",
        "text after the number",
        "the client's clock stepped back",
        "the prefix ends with a dot",
    };
    return names[static_cast<std::size_t>(hint)];
}

} // namespace metriscope::net
