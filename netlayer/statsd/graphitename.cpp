// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/graphitename.h"

namespace metriscope::net
{

namespace
{

constexpr bool isBlank(char c) noexcept
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr bool stays(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == ';' || c == '=';
}

} // namespace

std::string graphiteName(std::string_view name)
{
    static constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    out.reserve(name.size());
    bool blank = false;
    for (const char c : name) {
        if (isBlank(c) && !blank)
            out += '_';
        blank = isBlank(c);
        const auto byte = static_cast<unsigned char>(c);
        if (stays(c)) {
            out += c;
        } else if (c == '/') {
            out += '-';
        } else if (byte >= 0x80U) {
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 0xFU];
        }
    }
    if (out.empty())
        out += '_';
    return out;
}

} // namespace metriscope::net
