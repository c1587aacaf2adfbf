// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace metriscope::net
{

using Md5 = std::array<std::uint8_t, 16>;

/// 32 hexadecimal digits of either case.
[[nodiscard]] std::optional<Md5> md5FromHex(std::string_view digits) noexcept;
[[nodiscard]] std::string hexOf(const Md5 &md5); ///< lower case
/// Of the bytes, as m3-core hashes a URL.
[[nodiscard]] Md5 md5Of(std::string_view bytes);

/// With the process's secret seed: the hashes that are registered may be chosen by somebody who means harm.
struct Md5Hash {
    [[nodiscard]] std::size_t operator()(const Md5 &md5) const noexcept
    {
        return qHashBits(md5.data(), md5.size(), QHashSeed::globalSeed());
    }
};

} // namespace metriscope::net
