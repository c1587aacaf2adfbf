// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickwriter.h"

namespace metriscope::app
{

std::string_view sourceName(net::SourceId id) noexcept
{
    return net::sourceKindName(net::kindOf(id));
}

std::string sourceIdName(net::SourceId id)
{
    const auto number = net::numberOf(id);
    std::string name(sourceName(id));
    return number == 0 ? name : name + '-' + std::to_string(number + 1);
}

std::string_view stateName(net::Source::State state) noexcept
{
    switch (state) {
    case net::Source::State::Stopped:
        return "stopped";
    case net::Source::State::Starting:
        return "starting";
    case net::Source::State::Running:
        return "running";
    case net::Source::State::Failed:
        return "failed";
    }
    return {};
}

std::string_view noteName(net::SignalNote note) noexcept
{
    switch (note) {
    case net::SignalNote::TimerUnitMicroseconds:
        return "timer-unit-us";
    case net::SignalNote::UsersSinceStart:
        return "users-since-start";
    case net::SignalNote::TimerUnitDoubtful:
        return "timer-unit-doubtful";
    case net::SignalNote::MoreEndsThanStarts:
        return "more-ends-than-starts";
    }
    return {};
}

} // namespace metriscope::app
