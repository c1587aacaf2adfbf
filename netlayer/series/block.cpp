// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/block.h"

#include "netlayer/series/packing.h"
#include "netlayer/series/varint.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace metriscope::net
{

namespace
{

using packing::Form;
using packing::Format;

struct SketchRoom {
    std::uint32_t used = 0, allocated = 0;
};
constexpr std::size_t RoomAt = 28; ///< of the SketchRoom, behind the codes of a sampled kind

constexpr std::size_t basesAt(MetricKind kind) noexcept
{
    return isSampled(kind) ? RoomAt + sizeof(SketchRoom) : sizeof(Block);
}

SketchRoom roomOf(const std::byte *body) noexcept
{
    SketchRoom room;
    std::memcpy(&room, body + RoomAt, sizeof room);
    return room;
}

void setRoom(std::byte *body, SketchRoom room) noexcept
{
    std::memcpy(body + RoomAt, &room, sizeof room);
}

/// What a field is when its column is left out: it follows from those before it.
double derived(MetricKind kind, std::size_t field, const Cell &cell) noexcept
{
    if (kind == MetricKind::Counter)
        return 0; // Down
    if (!isSampled(kind))
        return cell[level::Last];
    switch (field) {
    case timer::Weight:
        return cell[timer::Samples];
    case timer::Spread:
        return 0;
    default: // Lower, Upper: of one sample
        return cell[timer::Sum] / cell[timer::Samples];
    }
}

bool mayBeDerived(MetricKind kind, std::size_t field) noexcept
{
    return isSampled(kind) ? field != timer::Samples && field != timer::Sum : field != 0;
}

Format formatOf(MetricKind kind, std::size_t field, const Points &points) noexcept
{
    const std::span values(points.columns[field].data(), points.count);
    if (mayBeDerived(kind, field)) {
        bool same = true;
        for (unsigned point = 0; same && point < points.count; ++point)
            same = derived(kind, field, points.cell(field, point)) == values[point];
        if (same)
            return {};
    }
    return packing::choose(values);
}

/// Young blocks about double, and never beyond the buckets that are left. Series that were first seen in the
/// same tick begin their first block at different buckets, and by that grow at different ticks.
unsigned capacityFor(unsigned count, std::uint64_t present) noexcept
{
    const auto left = static_cast<unsigned>(std::countl_zero(present));
    const auto shift = static_cast<unsigned>(std::countr_zero(present)) % 8;
    const unsigned more = count < 4 ? 3 + shift % 4 : count * (8 + shift) / 8;
    return count + std::min(more, left);
}

/// Likewise for the bytes of sketches; young blocks of hundreds of thousands of series must not reserve for a
/// future they may not have.
std::size_t sketchRoomFor(std::size_t used, unsigned count, unsigned capacity) noexcept
{
    return used + (count > 1 ? used * (capacity - count) / count : 0);
}

std::size_t varintBytes(std::size_t value) noexcept
{
    std::size_t bytes = 1;
    for (; value >= 0x80; value >>= 7)
        ++bytes;
    return bytes;
}

} // namespace

Block::Layout Block::layout(MetricKind kind) const noexcept
{
    Layout layout{basesAt(kind), 0, 0};
    for (std::size_t field = 0; field < fieldsOf(kind); ++field) {
        const Form form = packing::formOf(code(field));
        layout.points += packing::baseBytesOf(form);
        layout.stride += packing::widthOf(form);
    }
    layout.sketches = layout.points + layout.stride * capacity();
    return layout;
}

std::size_t Block::sketchBytes(MetricKind kind) const noexcept
{
    return isSampled(kind) ? roomOf(body()).allocated : 0;
}

std::size_t Block::bytes(MetricKind kind) const noexcept
{
    return layout(kind).sketches + sketchBytes(kind);
}

Block *Block::pack(BytePool &pool, MetricKind kind, BucketNumber base, std::uint64_t present,
                   const Points &points, bool roomForMore)
{
    static_assert(offsetof(Block, m_codes) == CodesAt);
    const std::size_t fields = fieldsOf(kind);
    const unsigned capacity = roomForMore ? capacityFor(points.count, present) : points.count;
    std::array<Format, Cell::Fields> formats;
    std::size_t bytes = basesAt(kind);
    for (std::size_t field = 0; field < fields; ++field) {
        const Format format = formats[field] = formatOf(kind, field, points);
        bytes += packing::baseBytesOf(format.form) + packing::widthOf(format.form) * capacity;
    }
    SketchRoom room;
    if (isSampled(kind)) {
        const std::size_t used = points.sketches.size();
        room = {static_cast<std::uint32_t>(used),
                static_cast<std::uint32_t>(sketchRoomFor(used, points.count, capacity))};
        bytes += room.allocated;
    }
    auto *block = new (pool.allocate(bytes)) Block;
    block->m_present = present;
    block->m_base = base;
    block->m_room = static_cast<std::uint8_t>(capacity | (roomForMore ? unsigned{Open} : 0U));
    std::byte *body = block->body();
    for (std::size_t field = 0; field < fields; ++field)
        body[CodesAt + field] = std::byte{formats[field].code()};
    const Layout layout = block->layout(kind);
    std::byte *baseAt = body + basesAt(kind), *first = body + layout.points;
    for (std::size_t field = 0; field < fields; ++field) {
        const Format &format = formats[field];
        const std::size_t width = packing::widthOf(format.form);
        std::memcpy(baseAt, &format.base, packing::baseBytesOf(format.form));
        for (unsigned point = 0; width > 0 && point < points.count; ++point) {
            std::uint64_t bits = 0;
            static_cast<void>(packing::encode(format.code(), baseAt, points.columns[field][point], bits));
            std::memcpy(first + point * layout.stride, &bits, width);
        }
        baseAt += packing::baseBytesOf(format.form);
        first += width;
    }
    if (isSampled(kind)) {
        setRoom(body, room);
        std::ranges::copy(std::as_bytes(std::span(points.sketches)), body + layout.sketches);
    }
    return block;
}

Block *Block::copy(BytePool &pool, MetricKind kind, unsigned capacity, bool open,
                   std::size_t sketchBytes) const
{
    const Layout from = layout(kind);
    const std::size_t kept = from.points + from.stride * count();
    const std::size_t sketchesAt = from.points + from.stride * capacity;
    auto *block = new (pool.allocate(sketchesAt + sketchBytes)) Block;
    std::memcpy(block->body(), body(), kept);
    block->m_room = static_cast<std::uint8_t>(capacity | (open ? unsigned{Open} : 0U));
    if (isSampled(kind)) {
        const std::uint32_t used = roomOf(body()).used;
        std::memcpy(block->body() + sketchesAt, body() + from.sketches, used);
        setRoom(block->body(), {used, static_cast<std::uint32_t>(sketchBytes)});
    }
    return block;
}

Block *Block::roomier(BytePool &pool, MetricKind kind, unsigned bit, std::size_t sketch) const
{
    const unsigned count = this->count() + 1;
    const unsigned capacity =
        std::max(this->capacity(), capacityFor(count, present() | std::uint64_t{1} << bit));
    std::size_t sketches = 0;
    if (isSampled(kind)) {
        const SketchRoom room = roomOf(body());
        sketches = std::max<std::size_t>(
            room.allocated, sketchRoomFor(room.used + varintBytes(sketch) + sketch, count, capacity));
    }
    return copy(pool, kind, capacity, true, sketches);
}

Block *Block::tight(BytePool &pool, MetricKind kind) const
{
    return copy(pool, kind, count(), false, isSampled(kind) ? roomOf(body()).used : 0);
}

void Block::free(BytePool &pool, MetricKind kind, Block *block) noexcept
{
    pool.free(block, block->bytes(kind));
}

Block::Appended Block::append(MetricKind kind, unsigned bit, const Cell &cell,
                              std::span<const std::uint8_t> sketch) noexcept
{
    const std::size_t fields = fieldsOf(kind);
    const unsigned count = this->count();
    std::array<std::uint64_t, Cell::Fields> bits;
    const std::byte *base = body() + basesAt(kind);
    for (std::size_t field = 0; field < fields; ++field) {
        const Form form = packing::formOf(code(field));
        const bool fits = form == Form::Derived
                              ? derived(kind, field, cell) == cell[field]
                              : packing::encode(code(field), base, cell[field], bits[field]);
        if (!fits)
            return Appended::Unfit;
        base += packing::baseBytesOf(form);
    }
    if (count == capacity())
        return Appended::Full;
    const Layout layout = this->layout(kind);
    if (isSampled(kind)) {
        SketchRoom room = roomOf(body());
        const std::size_t needed = varintBytes(sketch.size()) + sketch.size();
        if (room.used + needed > room.allocated)
            return Appended::Full;
        std::byte *at = body() + layout.sketches + room.used;
        for (std::size_t length = sketch.size(), more = 1; more > 0; length >>= 7) {
            more = length >= 0x80 ? 1 : 0;
            *at++ = std::byte(static_cast<unsigned char>((length & 0x7F) | more << 7));
        }
        std::ranges::copy(std::as_bytes(sketch), at);
        room.used += static_cast<std::uint32_t>(needed);
        setRoom(body(), room);
    }
    std::byte *place = body() + layout.points + count * layout.stride;
    for (std::size_t field = 0; field < fields; ++field) {
        const std::size_t width = packing::widthOf(packing::formOf(code(field)));
        std::memcpy(place, &bits[field], width);
        place += width;
    }
    m_present |= std::uint64_t{1} << bit;
    return Appended::Done;
}

void Block::unpack(MetricKind kind, Points &points) const
{
    const unsigned count = this->count();
    points.count = count;
    const Layout layout = this->layout(kind);
    const std::byte *base = body() + basesAt(kind), *first = body() + layout.points;
    for (std::size_t field = 0; field < fieldsOf(kind); ++field) {
        const Form form = packing::formOf(code(field));
        auto &values = points.columns[field];
        if (form == Form::Derived)
            for (unsigned point = 0; point < count; ++point)
                values[point] = derived(kind, field, points.cell(field, point));
        else
            packing::read(code(field), base, first, layout.stride, {values.data(), count});
        base += packing::baseBytesOf(form);
        first += packing::widthOf(form);
    }
}

std::span<const std::uint8_t> Block::sketches(MetricKind kind) const noexcept
{
    if (!isSampled(kind))
        return {};
    return {reinterpret_cast<const std::uint8_t *>(body() + layout(kind).sketches), roomOf(body()).used};
}

void Block::prefetch(MetricKind kind) const noexcept
{
    const Layout layout = this->layout(kind);
    __builtin_prefetch(body() + layout.points + count() * layout.stride, 1);
    if (isSampled(kind))
        __builtin_prefetch(body() + layout.sketches + roomOf(body()).used, 1);
}

} // namespace metriscope::net
