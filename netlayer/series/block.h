// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bytepool.h"
#include "netlayer/series/cell.h"
#include "netlayer/series/timeline.h"

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace metriscope::net
{

/// The points of a block, unpacked, a column a field. Only the first `count` of each are set.
struct Points {
    static constexpr unsigned Most = 64;
    unsigned count = 0;
    std::array<std::array<double, Most>, Cell::Fields> columns;
    std::vector<std::uint8_t> sketches; ///< for pack(), of sampled kinds: each as its length and its bytes

    [[nodiscard]] Cell cell(std::size_t fields, unsigned point) const noexcept
    {
        Cell cell;
        for (std::size_t field = 0; field < fields; ++field)
            cell[field] = columns[field][point];
        return cell;
    }
};

/// The points of one series in up to 64 consecutive buckets, packed: which buckets have one is a bitmap, and
/// each field is written in the narrowest form that holds all its values exactly: nothing where they follow
/// from the other fields, one number where all are the same, whole numbers (of tenths, hundredths ...
/// millionths) of 1, 2 or 4 bytes above a base, float or double. A value that does not fit has the block
/// packed anew. The fields of a point lie side by side, so that a tick touches little memory. Knows nothing
/// of time, locks or other blocks.
class Block final
{
public:
    static constexpr BucketNumber Buckets = Points::Most;

    /// Packs `points`, one per bit of `present`, with room for a few more.
    [[nodiscard]] static Block *pack(BytePool &pool, MetricKind kind, BucketNumber base,
                                     std::uint64_t present, const Points &points, bool roomForMore);
    /// A copy that is written in the same forms: with room for the point of `bit` and its sketch and for a
    /// few more, and open; or without any room to spare.
    [[nodiscard]] Block *roomier(BytePool &pool, MetricKind kind, unsigned bit, std::size_t sketch) const;
    [[nodiscard]] Block *tight(BytePool &pool, MetricKind kind) const;
    static void free(BytePool &pool, MetricKind kind, Block *block) noexcept;

    enum class Appended : std::uint8_t {
        Done,
        Full,  ///< it would fit into the roomier() block
        Unfit, ///< that takes a new packing
    };
    /// Adds a point after the others.
    [[nodiscard]] Appended append(MetricKind kind, unsigned bit, const Cell &cell,
                                  std::span<const std::uint8_t> sketch) noexcept;
    /// All but the sketches, which need no unpacking.
    void unpack(MetricKind kind, Points &points) const;
    [[nodiscard]] std::span<const std::uint8_t> sketches(MetricKind kind) const noexcept;

    [[nodiscard]] BucketNumber base() const noexcept { return m_base; }
    [[nodiscard]] BucketNumber end() const noexcept { return m_base + Buckets; }
    [[nodiscard]] std::uint64_t present() const noexcept { return m_present; }
    [[nodiscard]] unsigned count() const noexcept { return static_cast<unsigned>(std::popcount(m_present)); }
    [[nodiscard]] BucketNumber last() const noexcept { return m_base + lastBit(); }
    [[nodiscard]] unsigned lastBit() const noexcept
    {
        return static_cast<unsigned>(std::bit_width(m_present)) - 1;
    }
    [[nodiscard]] std::size_t bytes(MetricKind kind) const noexcept;
    [[nodiscard]] std::size_t sketchBytes(MetricKind kind) const noexcept;
    /// Has the memory that the next append() touches fetched.
    void prefetch(MetricKind kind) const noexcept;
    /// A byte copy of a block, made under a lock and unpacked after it; 8-byte aligned.
    [[nodiscard]] static const Block *at(const std::uint64_t *copy) noexcept
    {
        return reinterpret_cast<const Block *>(copy);
    }

    /// Whether it was packed with room for more.
    [[nodiscard]] bool isOpen() const noexcept { return (m_room & Open) != 0; }
    /// For whoever keeps blocks in order.
    [[nodiscard]] Block *next() const noexcept { return m_next; }
    void setNext(Block *next) noexcept { m_next = next; }

private:
    Block() = default;
    [[nodiscard]] std::byte *body() noexcept { return reinterpret_cast<std::byte *>(this); }
    [[nodiscard]] const std::byte *body() const noexcept { return reinterpret_cast<const std::byte *>(this); }
    [[nodiscard]] std::uint8_t code(std::size_t field) const noexcept
    {
        return static_cast<std::uint8_t>(body()[CodesAt + field]);
    }
    /// Where the points begin, how many bytes each has, where the sketches begin.
    struct Layout {
        std::size_t points = 0, stride = 0, sketches = 0;
    };
    [[nodiscard]] Layout layout(MetricKind kind) const noexcept;
    [[nodiscard]] unsigned capacity() const noexcept { return m_room & static_cast<std::uint8_t>(~Open); }
    [[nodiscard]] Block *copy(BytePool &pool, MetricKind kind, unsigned capacity, bool open,
                              std::size_t sketchBytes) const;

    static constexpr std::size_t CodesAt = 21; ///< offset of m_codes
    static constexpr std::uint8_t Open = 0x80; ///< in m_room
    Block *m_next = nullptr;
    std::uint64_t m_present = 0;
    BucketNumber m_base = 0;
    std::uint8_t m_room = 0; ///< points that it can hold, and Open
    // How the fields are written begins in the last three bytes and goes on behind the block for kinds with
    // more fields. Then, for sampled kinds, the bytes of sketches used and allocated; the bases; the points;
    // the sketches.
    [[maybe_unused]] std::array<std::uint8_t, 3> m_codes{};
};
static_assert(sizeof(Block) == 24);

} // namespace metriscope::net
