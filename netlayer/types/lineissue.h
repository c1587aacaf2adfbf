// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace metriscope::net
{

/// Why a line was rejected, or accepted with a warning. Names are stable: see issueName().
enum class LineIssue : std::uint8_t {
    None,
    // rejections
    MissingColon,
    EmptyName,
    EmptyValue,
    BadNumber,
    NotFinite,
    NegativeTimer,
    MissingKind,
    UnknownKind,
    KindNotInDialect,
    BadRate,
    BadTimestamp,
    BadField,
    FieldNotInDialect,
    PackedNotInDialect,
    TrailingGarbage,
    LineTooLong,
    BadEventHeader,
    EventLength,
    EmptyTitle,
    BadCheckStatus,
    NameNotInDialect,
    EventNotInDialect,
    // warnings
    FirstWarning,
    EmptyPackedValue = FirstWarning,
    RateAboveOne,
    CarriageReturn,
    Unterminated,
    UnknownField,
    BadEventField,
    KindReadAsCounter,
    DoubleDot, ///< of an accepted line: only for information, as CarriageReturn
    Count
};

/// Stable English code such as "bad-number", as written into JSON.
[[nodiscard]] std::string_view issueName(LineIssue issue) noexcept;

/// What most likely made the line wrong; worded by the window.
enum class LineHint : std::uint8_t {
    None,
    DecimalComma,
    EscapedNewline,
    HexNumber,
    CharacterLengths,
    TrailingText,
    ClockStep,
    PrefixEndsWithDot,
    Count
};
/// Stable English text such as "decimal comma", as written into JSON.
[[nodiscard]] std::string_view hintName(LineHint hint) noexcept;

} // namespace metriscope::net
