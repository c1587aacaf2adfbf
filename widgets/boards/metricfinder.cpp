// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/boards/metricfinder.h"

#include <algorithm>
#include <functional>

namespace metriscope::ui
{

std::size_t MetricFinder::Hash::operator()(const MetricKey &key) const noexcept
{
    return (*this)({.name = key.name, .tags = key.tags, .kind = key.kind, .unit = {}, .source = key.source});
}

std::size_t MetricFinder::Hash::operator()(const net::MetricInfo &info) const noexcept
{
    const std::hash<std::string_view> hash;
    return hash(info.name) * 31 + hash(info.tags) + static_cast<std::size_t>(info.kind) * 7 +
           static_cast<std::size_t>(info.source) * 131;
}

bool MetricFinder::Equal::operator()(const net::MetricInfo &a, const MetricKey &b) const noexcept
{
    return a.name == b.name && a.tags == b.tags && a.kind == b.kind && a.source == b.source;
}

net::MetricId MetricFinder::find(const MetricKey &key)
{
    const auto [at, isNew] = m_found.try_emplace(key, net::NoMetric);
    if (isNew) {
        ++m_awaited;
        m_looked = 0; // it may be among those that were looked at for others
    }
    return at->second;
}

net::MetricId MetricFinder::found(const MetricKey &key) const
{
    const auto at = m_found.find(key);
    return at == m_found.end() ? net::NoMetric : at->second;
}

void MetricFinder::know(net::MetricId id)
{
    const auto [at, isNew] = m_found.try_emplace(keyOf(m_registry.info(id)), id);
    if (!isNew && at->second == net::NoMetric) {
        at->second = id;
        --m_awaited;
    }
}

bool MetricFinder::look(std::uint32_t count)
{
    constexpr std::uint32_t MostAtOnce = 50'000; // a few milliseconds
    if (m_awaited == 0) {
        m_looked = count;
        return false;
    }
    bool any = false;
    const std::uint32_t end = std::min(count, m_looked + MostAtOnce);
    for (; m_looked < end && m_awaited > 0; ++m_looked) {
        const net::MetricId id{m_looked};
        const auto at = m_found.find(m_registry.info(id));
        if (at == m_found.end() || at->second != net::NoMetric)
            continue;
        at->second = id;
        --m_awaited;
        any = true;
    }
    return any;
}

} // namespace metriscope::ui
