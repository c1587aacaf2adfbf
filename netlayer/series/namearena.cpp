// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/namearena.h"

#include <limits>

namespace metriscope::net
{

NameArena::Ref NameArena::allocate(std::size_t bytes)
{
    const std::size_t units = (bytes + Unit - 1) / Unit;
    if (m_used + units > ChunkUnits) {
        if ((m_chunks.size() + 1) * ChunkUnits > std::numeric_limits<Ref>::max())
            return 0;
        m_chunks.push_back(std::make_unique_for_overwrite<std::byte[]>(ChunkBytes));
        m_used = m_chunks.size() == 1 ? 1 : 0; // reference 0 means none
    }
    const std::size_t ref = (m_chunks.size() - 1) * ChunkUnits + m_used;
    m_used += units;
    return static_cast<Ref>(ref);
}

} // namespace metriscope::net
