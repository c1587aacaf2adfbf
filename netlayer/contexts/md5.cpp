// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/md5.h"

#include <QCryptographicHash>

#include <algorithm>

namespace metriscope::net
{

namespace
{

int digitOf(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::optional<Md5> md5FromHex(std::string_view digits) noexcept
{
    Md5 md5{};
    if (digits.size() != 2 * md5.size())
        return std::nullopt;
    for (std::size_t i = 0; i < md5.size(); ++i) {
        const int high = digitOf(digits[2 * i]), low = digitOf(digits[2 * i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        md5[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return md5;
}

std::string hexOf(const Md5 &md5)
{
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * md5.size());
    for (const std::uint8_t byte : md5) {
        text += Digits[byte >> 4U];
        text += Digits[byte & 15U];
    }
    return text;
}

Md5 md5Of(std::string_view bytes)
{
    const QByteArray hash = QCryptographicHash::hash(
        QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())), QCryptographicHash::Md5);
    Md5 md5{};
    std::copy_n(hash.cbegin(), md5.size(), md5.begin());
    return md5;
}

} // namespace metriscope::net
