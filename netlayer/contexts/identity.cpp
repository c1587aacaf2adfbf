// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/identity.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

constexpr std::string_view InstanceMark = "instance_";

std::string_view withoutMark(std::string_view part)
{
    if (part.starts_with(InstanceMark) && part.size() > InstanceMark.size())
        part.remove_prefix(InstanceMark.size());
    return part;
}

} // namespace

bool Identity::isComplete() const noexcept
{
    return std::ranges::none_of(parts, [](const std::string &part) { return part.empty(); });
}

std::string Identity::name() const
{
    std::string name;
    for (const std::string &part : parts) {
        if (part.empty())
            continue;
        if (!name.empty())
            name += '.';
        name += part;
    }
    return name;
}

Identity Identity::fromName(std::string_view name)
{
    Identity identity;
    for (std::size_t part = 0; !name.empty(); ++part) {
        if (part == Parts)
            return {};
        identity.parts[part] = name.substr(0, name.find('.'));
        name.remove_prefix(std::min(name.size(), identity.parts[part].size() + 1));
    }
    return identity;
}

PrefixReading readPrefix(std::string_view prefix)
{
    PrefixReading reading;
    reading.trailingDot = prefix.ends_with('.');
    while (prefix.ends_with('.'))
        prefix.remove_suffix(1);
    if (prefix.empty())
        return reading;

    // The name is made as the preset makes it of the metrics' names, whatever the form.
    const std::size_t last = prefix.rfind('.') + 1; // 0 when there is no dot
    reading.name = std::string(prefix.substr(0, last)).append(withoutMark(prefix.substr(last)));

    std::size_t parts = 0;
    bool foreign = false;
    for (std::string_view rest = prefix; !rest.empty() && !foreign; ++parts) {
        const std::string_view part = rest.substr(0, rest.find('.'));
        foreign = part.empty() || parts == Identity::Parts;
        if (!foreign)
            reading.identity.parts[parts] = parts + 1 == Identity::Parts ? withoutMark(part) : part;
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    }
    foreign = foreign || (parts == Identity::Parts && !prefix.substr(last).starts_with(InstanceMark));
    if (foreign)
        reading.identity = {};
    reading.form = foreign                    ? PrefixReading::Form::Foreign
                   : parts == Identity::Parts ? PrefixReading::Form::Complete
                                              : PrefixReading::Form::Short;
    return reading;
}

} // namespace metriscope::net
