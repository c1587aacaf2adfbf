// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/m3prefix.h"

#include "netlayer/contexts/identity.h"
#include "netlayer/contexts/requestname.h"

namespace metriscope::net
{

std::string_view m3PrefixOf(std::string_view line) noexcept
{
    const auto name = readRequestName(line.substr(0, line.find(':')));
    return name ? withoutLastDots(name->prefix) : std::string_view();
}

std::string_view withoutLastDots(std::string_view prefix) noexcept
{
    while (prefix.ends_with('.'))
        prefix.remove_suffix(1);
    return prefix;
}

std::string_view missingPart(std::string_view prefix) noexcept
{
    constexpr std::string_view Instance = "instance_";
    prefix = withoutLastDots(prefix);
    for (std::size_t i = 0; i + 1 < Identity::Parts; ++i) {
        const std::size_t dot = prefix.find('.');
        const std::string_view part = prefix.substr(0, dot);
        if (part.empty() || part.starts_with(Instance))
            return Identity::Names[i];
        prefix.remove_prefix(dot == std::string_view::npos ? prefix.size() : dot + 1);
    }
    const bool complete = prefix.starts_with(Instance) && prefix.size() > Instance.size() &&
                          prefix.find('.') == std::string_view::npos;
    return complete ? std::string_view() : "instance_NAME";
}

} // namespace metriscope::net
