// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/block.h"
#include "netlayer/series/sketch.h"

namespace metriscope::net
{

/// What all chains share: the memory of their blocks, what is in it, and room to work in. Open blocks lie
/// close together, apart from the many sealed ones, for a tick touches those only. Fold thread.
struct Ledger {
    BytePool open, sealed;
    [[nodiscard]] std::size_t used() const noexcept { return open.used() + sealed.used(); }

    std::size_t sketchBytes = 0;
    std::uint64_t points = 0;
    Points packing, rolling;
    Sketch sketch;
    std::vector<std::uint8_t> encoded;
};

/// The points of a series at one level, in order: sealed blocks, which never change or move, and the open one
/// that grows. One pointer, for there are three chains a series.
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

    [[nodiscard]] bool empty() const noexcept { return !m_newest; }
    [[nodiscard]] const Block *oldest() const noexcept { return sealed() ? sealed()->next() : m_newest; }
    [[nodiscard]] const Block *newest() const noexcept { return m_newest; }
    /// The newest block that does not grow any more.
    [[nodiscard]] const Block *newestSealed() const noexcept { return sealed(); }

    /// Calls `use(const Block &)` for each, the oldest first.
    template <typename Use>
    void forEach(Use use) const
    {
        if (const Block *last = sealed()) {
            const Block *block = last;
            do {
                block = block->next();
                use(*block);
            } while (block != last);
        }
        if (const Block *grows = open())
            use(*grows);
    }

private:
    [[nodiscard]] Block *open() const noexcept { return m_newest && m_newest->isOpen() ? m_newest : nullptr; }
    [[nodiscard]] Block *sealed() const noexcept
    {
        return m_newest && m_newest->isOpen() ? m_newest->next() : m_newest;
    }
    void replaceOpen(Ledger &ledger, MetricKind kind, Block *block) noexcept;
    void seal(Ledger &ledger, MetricKind kind);
    static void enter(Ledger &ledger, MetricKind kind, const Block *block) noexcept;
    static void release(Ledger &ledger, MetricKind kind, Block *block) noexcept;

    /// The open block, whose next one is the newest sealed one, or that if there is none. Sealed blocks are a
    /// ring: the next of the newest is the oldest.
    Block *m_newest = nullptr;
};

/// Takes the sketch of the next point off the front of those of a block.
[[nodiscard]] std::span<const std::uint8_t> takeSketch(std::span<const std::uint8_t> &sketches) noexcept;

} // namespace metriscope::net
