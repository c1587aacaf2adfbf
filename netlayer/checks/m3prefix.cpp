// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/m3prefix.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace metriscope::net
{

namespace
{

constexpr std::string_view Instance = "instance_";

std::string_view withoutDots(std::string_view prefix) noexcept
{
    while (prefix.ends_with('.'))
        prefix.remove_suffix(1);
    return prefix;
}

} // namespace

M3Name m3NameOf(std::string_view line) noexcept
{
    const std::string_view name = line.substr(0, line.find(':'));
    for (const std::string_view rest : {"controller_", "requests.total", "users.active", "users.count"}) {
        const bool begins = rest == "controller_";
        std::size_t at = name.find(rest);
        if (!begins && !name.ends_with(rest))
            continue;
        if (!begins)
            at = name.size() - rest.size();
        if (at != std::string_view::npos && (at == 0 || name[at - 1] == '.'))
            return {withoutDots(name.substr(0, at)), name.substr(at)};
    }
    return {};
}

std::string_view missingPart(std::string_view prefix) noexcept
{
    static constexpr std::array<std::string_view, 4> Names{"version", "region", "client", "product"};
    prefix = withoutDots(prefix);
    for (const std::string_view name : Names) {
        const std::size_t dot = prefix.find('.');
        const std::string_view part = prefix.substr(0, dot);
        if (part.empty() || part.starts_with(Instance))
            return name;
        prefix.remove_prefix(dot == std::string_view::npos ? prefix.size() : dot + 1);
    }
    const bool complete = prefix.starts_with(Instance) && prefix.size() > Instance.size() &&
                          prefix.find('.') == std::string_view::npos;
    return complete ? std::string_view() : "instance_NAME";
}

std::string identityOf(std::string_view prefix)
{
    std::string identity(withoutDots(prefix));
    const std::size_t at = identity.find(".instance_");
    if (at != std::string::npos)
        identity.erase(at + 1, Instance.size());
    return identity;
}

} // namespace metriscope::net
