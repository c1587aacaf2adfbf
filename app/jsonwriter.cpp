// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jsonwriter.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <utility>

namespace metriscope::app
{

namespace
{

bool isPlain(char c)
{
    return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
}

QByteArray escaped(const QByteArray &utf8)
{
    QByteArray result;
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(c));
            result += code.data();
        } else {
            result += c;
        }
    }
    return result;
}

} // namespace

void JsonWriter::text(std::string_view key, std::string_view bytes)
{
    name(key);
    quoted(bytes);
}

void JsonWriter::textAt(std::string_view foreignKey, std::string_view bytes)
{
    comma();
    quoted(foreignKey);
    put(":");
    quoted(bytes);
}

void JsonWriter::textItem(std::string_view bytes)
{
    comma();
    quoted(bytes);
}

void JsonWriter::rawItems(const QByteArray &values)
{
    if (values.isEmpty())
        return;
    comma();
    m_bytes += values;
}

void JsonWriter::number(std::string_view key, double value)
{
    if (!std::isfinite(value))
        return;
    name(key);
    digits(value);
}

void JsonWriter::numberItem(double value)
{
    if (!std::isfinite(value))
        return;
    comma();
    digits(value);
}

void JsonWriter::digits(double value)
{
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    put({text.data(), static_cast<std::size_t>(end - text.data())});
}

void JsonWriter::integer(std::string_view key, std::uint64_t value)
{
    name(key);
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    put({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::seconds(std::string_view key, std::int64_t milliseconds)
{
    name(key);
    const auto whole = std::abs(milliseconds) / 1000, rest = std::abs(milliseconds) % 1000;
    std::array<char, 40> digits;
    const int length =
        std::snprintf(digits.data(), digits.size(), "%s%lld.%03lld", milliseconds < 0 ? "-" : "",
                      static_cast<long long>(whole), static_cast<long long>(rest));
    put({digits.data(), static_cast<std::size_t>(length)});
}

void JsonWriter::truth(std::string_view key, bool value)
{
    name(key);
    put(value ? "true" : "false");
}

QByteArray JsonWriter::takeLine()
{
    m_bytes += '\n';
    m_first = true;
    return std::exchange(m_bytes, {});
}

void JsonWriter::comma()
{
    if (!std::exchange(m_first, false))
        m_bytes += ',';
}

void JsonWriter::put(std::string_view bytes)
{
    m_bytes.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void JsonWriter::name(std::string_view key)
{
    comma();
    m_bytes += '"';
    put(key);
    put("\":");
}

void JsonWriter::quoted(std::string_view bytes)
{
    m_bytes += '"';
    if (std::ranges::all_of(bytes, isPlain))
        put(bytes);
    else
        m_bytes += escaped(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).toUtf8());
    m_bytes += '"';
}

void JsonWriter::open(char bracket)
{
    comma();
    m_bytes += bracket;
    m_first = true;
}

void JsonWriter::openAt(std::string_view key, char bracket)
{
    name(key);
    m_bytes += bracket;
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    m_bytes += bracket;
    m_first = false;
}

} // namespace metriscope::app
