// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/identity.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace metriscope::net
{

/// A metric's name as m3-core writes it. Everything points into the name.
struct RequestName {
    enum class What : std::uint8_t {
        Count,   ///< `controller_<md5>.url_<md5>.method_<m>.requests.count`
        Timing,  ///< the same, `.requests.timing`
        Anything ///< `requests.total`, `users.active`, `users.count`: tells the application only
    };
    std::string_view prefix; ///< with its own trailing dot, without the one that joins it; may be empty
    PrefixSpelling spelling = PrefixSpelling::None;
    What what = What::Anything;
    std::string_view controller;  ///< the hash as it stands there
    std::string_view url, method; ///< empty in names of before 2013-12-16, which have no such parts
};

/// Nothing for a name that m3-core does not write. Costs one comparison for most of them.
[[nodiscard]] std::optional<RequestName> readRequestName(std::string_view name) noexcept;

} // namespace metriscope::net
