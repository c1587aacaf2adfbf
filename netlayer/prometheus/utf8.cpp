// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/utf8.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace metriscope::net
{

namespace
{

bool hasHighBit(std::string_view text) noexcept
{
    constexpr std::uint64_t High = 0x8080808080808080U;
    std::uint64_t all = 0;
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        all |= word;
    }
    for (; i < text.size(); ++i)
        all |= static_cast<unsigned char>(text[i]);
    return (all & High) != 0;
}

} // namespace

bool isUtf8(std::string_view text) noexcept
{
    if (!hasHighBit(text))
        return true;
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        const unsigned lead = byte(i++);
        if (lead < 0x80)
            continue;
        const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        if (lead < 0xC2 || lead > 0xF4 || text.size() - i < more)
            return false;
        const unsigned second = byte(i);
        const unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        const unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most)
            return false;
        for (std::size_t k = 1; k < more; ++k) {
            if ((byte(i + k) & 0xC0U) != 0x80)
                return false;
        }
        i += more;
    }
    return true;
}

} // namespace metriscope::net
