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
    /// What is handed out, rounded as it is kept.
    [[nodiscard]] std::size_t used() const noexcept { return m_used; }

private:
    static constexpr std::size_t Step = 8, Largest = 1024, SlabBytes = std::size_t{64} << 10;
    /// A free piece points to the next one of its size.
    struct Piece {
        Piece *next;
    };
    [[nodiscard]] static std::size_t rounded(std::size_t bytes) noexcept
    {
        return (bytes + Step - 1) / Step * Step;
    }

    std::array<Piece *, Largest / Step + 1> m_free{};
    std::vector<std::unique_ptr<std::byte[]>> m_slabs;
    std::byte *m_fresh = nullptr;
    std::size_t m_freshBytes = 0, m_used = 0;
};

} // namespace metriscope::net
