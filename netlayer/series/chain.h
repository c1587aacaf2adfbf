// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/block.h"
#include "netlayer/series/sketch.h"

namespace metriscope::net
{

/// What all chains share: the memory of their blocks, what is in it, and room to work in. Fold thread.
struct Ledger {
    BytePool pool;
    std::size_t sketchBytes = 0;
    std::uint64_t points = 0;
    Points packing, rolling;
    Sketch sketch;
    std::vector<std::uint8_t> encoded;
};

/// The points of a series at one level, in order: sealed blocks, which never change or move, and the open one
/// that grows. Two pointers, for there are three chains a series.
class Chain final
{
public:
    /// Adds a point behind the others; one for the last bucket again is merged into it. `phase` shifts where
    /// blocks begin, so that not all series begin a block at the same tick.
    void append(Ledger &ledger, MetricKind kind, std::uint32_t phase, BucketNumber number, const Cell &cell,
                std::span<const std::uint8_t> sketch);
    struct Dropped {
        std::uint64_t points = 0;
        BucketNumber end = 0; ///< behind the newest bucket that went; 0 when none did
    };
    /// Frees the blocks whose points all lie before `number`.
    Dropped dropBefore(Ledger &ledger, MetricKind kind, BucketNumber number) noexcept;

    [[nodiscard]] bool empty() const noexcept { return !m_open && !m_sealed; }
    [[nodiscard]] const Block *oldest() const noexcept { return m_sealed ? m_sealed->next() : m_open; }
    [[nodiscard]] const Block *newest() const noexcept { return m_open ? m_open : m_sealed; }

    /// Calls `use(const Block &)` for each, the oldest first.
    template <typename Use>
    void forEach(Use use) const
    {
        if (m_sealed) {
            const Block *block = m_sealed;
            do {
                block = block->next();
                use(*block);
            } while (block != m_sealed);
        }
        if (m_open)
            use(*m_open);
    }

private:
    void seal(Ledger &ledger, MetricKind kind);
    void release(Ledger &ledger, MetricKind kind, Block *block) noexcept;

    Block *m_sealed = nullptr; ///< the newest of a ring: the next one is the oldest
    Block *m_open = nullptr;
};

/// Takes the sketch of the next point off the front of those of a block.
[[nodiscard]] std::span<const std::uint8_t> takeSketch(std::span<const std::uint8_t> &sketches) noexcept;

} // namespace metriscope::net
