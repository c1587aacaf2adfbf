// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// Reads JSON once from front to end, together with the words NaN, Infinity and -Infinity that Python adds to
/// it. After the first syntax error everything reads as failed. Values may be nested MaxDepth deep.
class LenientJson final
{
public:
    static constexpr int MaxDepth = 32;
    enum class Kind : std::uint8_t { Failed, Number, NotFinite, Null, Other };

    explicit LenientJson(std::string_view text) noexcept : m_text(text) {}

    [[nodiscard]] bool isObject() noexcept { return peek() == '{'; }
    [[nodiscard]] bool isArray() noexcept { return peek() == '['; }
    /// Calls `visit(key)` before each value, which it must read or skip.
    template <typename Visit>
    void object(Visit &&visit)
    {
        std::string key;
        for (bool more = open('{', '}'); more; more = next('}')) {
            if (!readString(&key) || !take(':'))
                return fail();
            visit(key);
        }
    }
    /// Calls `visit()` before each element, which it must read or skip.
    template <typename Visit>
    void array(Visit &&visit)
    {
        for (bool more = open('[', ']'); more; more = next(']'))
            visit();
    }
    Kind value(double &number); ///< reads any value; sets `number` when it is one
    Kind skip();
    void end(); ///< nothing but blanks may follow

    [[nodiscard]] bool failed() const noexcept { return m_failed; }
    [[nodiscard]] std::size_t at() const noexcept { return m_at; } ///< where it stopped

private:
    void fail() noexcept { m_failed = true; }
    [[nodiscard]] char peek() noexcept;
    [[nodiscard]] bool take(char wanted) noexcept;
    [[nodiscard]] bool word(std::string_view wanted) noexcept;
    [[nodiscard]] bool open(char opening, char closing) noexcept;
    [[nodiscard]] bool next(char closing) noexcept;
    [[nodiscard]] bool readString(std::string *out);
    [[nodiscard]] bool readEscape(std::string *out);
    [[nodiscard]] bool readUnit(std::uint32_t &unit) noexcept;

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_failed = false;
};

} // namespace metriscope::net
