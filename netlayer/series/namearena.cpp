// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/namearena.h"

#include <algorithm>

namespace metriscope::net
{

std::string_view NameArena::keep(std::string_view name)
{
    if (name.empty())
        return {};
    if (name.size() > m_left) {
        m_left = std::max(ChunkBytes, name.size());
        m_chunks.push_back(std::make_unique_for_overwrite<char[]>(m_left));
        m_free = m_chunks.back().get();
        m_bytes += m_left;
    }
    const std::string_view kept(m_free, name.size());
    m_free = std::ranges::copy(name, m_free).out;
    m_left -= name.size();
    return kept;
}

} // namespace metriscope::net
