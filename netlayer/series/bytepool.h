// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace metriscope::net
{

/// Small pieces of memory in steps of eight bytes, without a header each: what a hundred thousand young
/// blocks are made of. A piece given back serves the next of its size. Not thread-safe.
class BytePool final
{
public:
    BytePool() = default;
    ~BytePool();
    BytePool(const BytePool &) = delete;
    BytePool &operator=(const BytePool &) = delete;

    /// Aligned to 8.
    [[nodiscard]] void *allocate(std::size_t bytes);
    void free(void *piece, std::size_t bytes) noexcept;
    /// Has twice as much new memory in readiness as was begun since the last call, or none when none was:
    /// the first touch of memory costs more than what is written to it, and a good time for it is between
    /// ticks.
    void prepare();
    /// What is handed out, rounded as it is kept.
    [[nodiscard]] std::size_t used() const noexcept { return m_used; }
    /// In readiness, bytes: 32 MiB at the most.
    [[nodiscard]] std::size_t ready() const noexcept { return m_ready.size() * SlabBytes; }

private:
    static constexpr std::size_t Step = 8, Largest = 1024, SlabBytes = std::size_t{64} << 10, MostReady = 512;
    /// A free piece points to the next one of its size.
    struct Piece {
        Piece *next;
    };
    [[nodiscard]] static std::size_t rounded(std::size_t bytes) noexcept
    {
        return (bytes + Step - 1) / Step * Step;
    }

    std::array<Piece *, Largest / Step + 1> m_free{};
    using Slab = std::unique_ptr<std::byte[]>;
    std::vector<Slab> m_slabs;
    std::vector<Slab> m_ready; ///< touched, nothing in them yet
    std::size_t m_begun = 0;   ///< slabs since prepare()
    std::byte *m_fresh = nullptr;
    std::size_t m_freshBytes = 0, m_used = 0;
};

} // namespace metriscope::net
