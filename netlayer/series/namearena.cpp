// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/namearena.h"

#include <algorithm>

namespace metriscope::net
{

std::string_view NameArena::keep(std::string_view name, std::string_view tags)
{
    const std::size_t bytes = name.size() + tags.size();
    if (bytes == 0)
        return {};
    if (bytes > m_left) {
        m_left = std::max(ChunkBytes, bytes);
        m_chunks.push_back(std::make_unique_for_overwrite<char[]>(m_left));
        m_free = m_chunks.back().get();
        m_bytes += m_left;
    }
    const std::string_view kept(m_free, name.size());
    m_free = std::ranges::copy(name, m_free).out;
    m_free = std::ranges::copy(tags, m_free).out;
    m_left -= bytes;
    return kept;
}

} // namespace metriscope::net
