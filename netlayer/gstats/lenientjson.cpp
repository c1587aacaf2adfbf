// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/lenientjson.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

namespace metriscope::net
{
namespace
{

constexpr bool isSurrogate(std::uint32_t unit, std::uint32_t first) noexcept
{
    return unit >= first && unit < first + 0x400;
}

void appendUtf8(std::string &out, std::uint32_t point)
{
    const auto push = [&out](std::uint32_t byte) {
        out += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (point < 0x80) {
        push(point);
    } else if (point < 0x800) {
        push(0xC0U | point >> 6U);
        push(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        push(0xE0U | point >> 12U);
        push(0x80U | (point >> 6U & 0x3FU));
        push(0x80U | (point & 0x3FU));
    } else {
        push(0xF0U | point >> 18U);
        push(0x80U | (point >> 12U & 0x3FU));
        push(0x80U | (point >> 6U & 0x3FU));
        push(0x80U | (point & 0x3FU));
    }
}

} // namespace

char LenientJson::peek() noexcept
{
    m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
    return m_failed || m_at == m_text.size() ? '\0' : m_text[m_at];
}

bool LenientJson::take(char wanted) noexcept
{
    if (peek() != wanted)
        return false;
    ++m_at;
    return true;
}

bool LenientJson::word(std::string_view wanted) noexcept
{
    if (m_text.substr(m_at, wanted.size()) != wanted)
        return false;
    m_at += wanted.size();
    return true;
}

bool LenientJson::open(char opening, char closing) noexcept
{
    if (m_depth == MaxDepth || !take(opening)) {
        fail();
        return false;
    }
    if (take(closing))
        return false;
    ++m_depth;
    return true;
}

bool LenientJson::next(char closing) noexcept
{
    if (m_failed || take(','))
        return !m_failed;
    --m_depth;
    if (!take(closing))
        fail();
    return false;
}

bool LenientJson::readUnit(std::uint32_t &unit) noexcept
{
    constexpr std::size_t digits = 4;
    const std::string_view text = m_text.substr(std::min(m_at, m_text.size()), digits);
    const auto read = std::from_chars(text.data(), text.data() + text.size(), unit, 16);
    if (text.size() != digits || read.ptr != text.data() + digits)
        return false;
    m_at += digits;
    return true;
}

bool LenientJson::readEscape(std::string *out)
{
    constexpr std::uint32_t HighFirst = 0xD800, LowFirst = 0xDC00, Replacement = 0xFFFD;
    constexpr std::string_view letters = "\"\\/bfnrt", values = "\"\\/\b\f\n\r\t";
    if (m_at == m_text.size())
        return false;
    const char escape = m_text[m_at++];
    if (escape != 'u') {
        const std::size_t letter = letters.find(escape);
        if (letter != std::string_view::npos && out != nullptr)
            *out += values[letter];
        return letter != std::string_view::npos;
    }
    std::uint32_t point = 0;
    if (!readUnit(point))
        return false;
    if (isSurrogate(point, HighFirst)) {
        const std::size_t back = m_at;
        std::uint32_t low = 0;
        if (word("\\u") && readUnit(low) && isSurrogate(low, LowFirst)) {
            point = 0x10000 + ((point - HighFirst) << 10U) + (low - LowFirst);
        } else {
            m_at = back;
            point = Replacement;
        }
    }
    if (out == nullptr)
        return true;
    if (isSurrogate(point, LowFirst)) {
        // a byte that was no UTF-8, in the way of `surrogateescape`
        if (point >= LowFirst + 0x80 && point <= LowFirst + 0xFF)
            *out += static_cast<char>(static_cast<unsigned char>(point - LowFirst));
        else
            appendUtf8(*out, Replacement);
    } else {
        appendUtf8(*out, point);
    }
    return true;
}

bool LenientJson::readString(std::string *out)
{
    if (!take('"'))
        return false;
    if (out != nullptr)
        out->clear();
    for (;;) {
        const std::size_t stop = m_text.find_first_of("\"\\", m_at);
        if (stop == std::string_view::npos) {
            m_at = m_text.size();
            return false;
        }
        if (out != nullptr)
            out->append(m_text, m_at, stop - m_at);
        m_at = stop + 1;
        if (m_text[stop] == '"')
            return true;
        if (!readEscape(out))
            return false;
    }
}

LenientJson::Kind LenientJson::value(double &number)
{
    const char first = peek();
    if (first == '-' || (first >= '0' && first <= '9') || first == 'N' || first == 'I') {
        const char *const end = m_text.data() + m_text.size();
        if (word("NaN") || word("Infinity") || word("-Infinity"))
            return Kind::NotFinite;
        const auto read = std::from_chars(m_text.data() + m_at, end, number);
        if (read.ec == std::errc::invalid_argument) {
            fail();
            return Kind::Failed;
        }
        m_at = static_cast<std::size_t>(read.ptr - m_text.data());
        return read.ec == std::errc() && std::isfinite(number) ? Kind::Number : Kind::NotFinite;
    }
    return skip();
}

LenientJson::Kind LenientJson::skip()
{
    double ignored = 0;
    switch (peek()) {
    case '{':
        object([this](const std::string &) { skip(); });
        break;
    case '[':
        array([this] { skip(); });
        break;
    case '"':
        if (!readString(nullptr))
            fail();
        break;
    case 't':
    case 'f':
        if (!word("true") && !word("false"))
            fail();
        break;
    case 'n':
        if (word("null"))
            return Kind::Null;
        fail();
        break;
    case '-':
    case 'N':
    case 'I':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
        return value(ignored);
    default:
        fail();
    }
    return m_failed ? Kind::Failed : Kind::Other;
}

void LenientJson::end()
{
    if (!m_failed && peek() != '\0')
        fail();
    if (m_at != m_text.size())
        fail();
}

} // namespace metriscope::net
