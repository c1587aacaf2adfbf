// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace metriscope::net
{

/// Memory for names that never moves and is never given back before the whole arena goes: whoever holds views
/// into it holds the arena. A place is a 32-bit reference in units of 4 bytes; 0 is no place. One writer.
class NameArena final
{
public:
    using Ref = std::uint32_t;
    static constexpr std::size_t Unit = 4, ChunkBytes = std::size_t{1} << 20;
    static constexpr std::size_t LargestBlock = ChunkBytes - Unit;

    /// Uninitialised memory of `bytes`, at most LargestBlock; 0 when the references are used up.
    [[nodiscard]] Ref allocate(std::size_t bytes);
    [[nodiscard]] std::byte *at(Ref ref) const noexcept
    {
        return m_chunks[ref / ChunkUnits].get() + ref % ChunkUnits * Unit;
    }
    [[nodiscard]] std::size_t bytes() const noexcept { return m_chunks.size() * ChunkBytes; }

private:
    static constexpr std::size_t ChunkUnits = ChunkBytes / Unit;
    std::vector<std::unique_ptr<std::byte[]>> m_chunks;
    std::size_t m_used = ChunkUnits; ///< units taken of the last chunk
};

} // namespace metriscope::net
