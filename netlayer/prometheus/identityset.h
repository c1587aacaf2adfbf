// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace metriscope::net
{

/// Hashes that were seen: 16 bytes each or less.
class IdentitySet final
{
public:
    /// False: it was there.
    bool insert(std::uint64_t identity)
    {
        if (identity == 0)
            identity = 1; // 0 marks a free place
        if ((m_size + 1) * 4 > m_places.size() * 3)
            grow();
        std::size_t at = identity & (m_places.size() - 1);
        while (m_places[at] != 0) {
            if (m_places[at] == identity)
                return false;
            at = (at + 1) & (m_places.size() - 1);
        }
        m_places[at] = identity;
        ++m_size;
        return true;
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

private:
    void grow()
    {
        std::vector<std::uint64_t> larger(m_places.empty() ? 256 : m_places.size() * 2);
        for (const std::uint64_t identity : m_places) {
            if (identity == 0)
                continue;
            std::size_t at = identity & (larger.size() - 1);
            while (larger[at] != 0)
                at = (at + 1) & (larger.size() - 1);
            larger[at] = identity;
        }
        m_places.swap(larger);
    }

    std::vector<std::uint64_t> m_places; ///< a power of two of them
    std::size_t m_size = 0;
};

} // namespace metriscope::net
