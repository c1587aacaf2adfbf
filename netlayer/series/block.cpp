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

constexpr std::size_t FormsAt = 21; ///< offset of Block::m_forms
struct SketchRoom {
    std::uint32_t used = 0, allocated = 0;
};
constexpr std::size_t RoomAt = 28; ///< of the SketchRoom, behind the forms of a sampled kind

constexpr std::size_t columnsAt(MetricKind kind) noexcept
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

std::size_t columnBytes(Form form, std::size_t capacity) noexcept
{
    return packing::baseBytesOf(form) + packing::widthOf(form) * capacity;
}

unsigned capacityFor(unsigned count, bool roomForMore) noexcept
{
    if (!roomForMore)
        return count;
    return count < 4 ? 4 : std::min(std::bit_ceil(count + 1), Points::Most);
}

std::size_t varintBytes(std::size_t value) noexcept
{
    std::size_t bytes = 1;
    for (; value >= 0x80; value >>= 7)
        ++bytes;
    return bytes;
}

} // namespace

std::uint8_t Block::form(std::size_t field) const noexcept
{
    return static_cast<std::uint8_t>(body()[FormsAt + field]);
}

std::size_t Block::columnsEnd(MetricKind kind) const noexcept
{
    std::size_t at = columnsAt(kind);
    for (std::size_t field = 0; field < fieldsOf(kind); ++field)
        at += columnBytes(packing::formOf(form(field)), m_capacity);
    return at;
}

std::size_t Block::sketchBytes(MetricKind kind) const noexcept
{
    return isSampled(kind) ? roomOf(body()).allocated : 0;
}

std::size_t Block::bytes(MetricKind kind) const noexcept
{
    return columnsEnd(kind) + sketchBytes(kind);
}

Block *Block::pack(BytePool &pool, MetricKind kind, BucketNumber base, std::uint64_t present,
                   const Points &points, bool roomForMore)
{
    static_assert(offsetof(Block, m_forms) == FormsAt);
    const std::size_t fields = fieldsOf(kind);
    const unsigned capacity = capacityFor(points.count, roomForMore);
    std::array<Format, Cell::Fields> formats;
    std::size_t bytes = columnsAt(kind);
    for (std::size_t field = 0; field < fields; ++field) {
        formats[field] = formatOf(kind, field, points);
        bytes += columnBytes(formats[field].form, capacity);
    }
    SketchRoom room;
    if (isSampled(kind)) {
        const std::size_t used = points.sketches.size();
        // young blocks of hundreds of thousands of series must not reserve for a future they may not have
        const std::size_t spare =
            roomForMore && points.count > 1 ? used * (capacity - points.count) / points.count : 0;
        room = {static_cast<std::uint32_t>(used), static_cast<std::uint32_t>(used + spare)};
        bytes += room.allocated;
    }
    auto *block = new (pool.allocate(bytes)) Block;
    block->m_present = present;
    block->m_base = base;
    block->m_capacity = static_cast<std::uint8_t>(capacity);
    std::byte *body = block->body();
    std::byte *at = body + columnsAt(kind);
    for (std::size_t field = 0; field < fields; ++field) {
        body[FormsAt + field] = std::byte{formats[field].code()};
        packing::write(formats[field], {points.columns[field].data(), points.count}, at);
        at += columnBytes(formats[field].form, capacity);
    }
    if (isSampled(kind)) {
        setRoom(body, room);
        std::memcpy(at, points.sketches.data(), points.sketches.size());
    }
    return block;
}

void Block::free(BytePool &pool, MetricKind kind, Block *block) noexcept
{
    pool.free(block, block->bytes(kind));
}

bool Block::append(MetricKind kind, unsigned bit, const Cell &cell,
                   std::span<const std::uint8_t> sketch) noexcept
{
    const std::size_t fields = fieldsOf(kind);
    const unsigned count = this->count();
    if (count == m_capacity)
        return false;
    std::array<std::byte *, Cell::Fields> columns{};
    std::byte *at = body() + columnsAt(kind);
    for (std::size_t field = 0; field < fields; ++field) {
        const Form form = packing::formOf(this->form(field));
        const bool fits = form == Form::Derived ? derived(kind, field, cell) == cell[field]
                                                : packing::holds(this->form(field), at, cell[field]);
        if (!fits)
            return false;
        columns[field] = at;
        at += columnBytes(form, m_capacity);
    }
    if (isSampled(kind)) {
        SketchRoom room = roomOf(body());
        const std::size_t needed = varintBytes(sketch.size()) + sketch.size();
        if (room.used + needed > room.allocated)
            return false;
        at += room.used;
        for (std::size_t length = sketch.size(), more = 1; more > 0; length >>= 7) {
            more = length >= 0x80 ? 1 : 0;
            *at++ = std::byte(static_cast<unsigned char>((length & 0x7F) | more << 7));
        }
        std::memcpy(at, sketch.data(), sketch.size());
        room.used += static_cast<std::uint32_t>(needed);
        setRoom(body(), room);
    }
    for (std::size_t field = 0; field < fields; ++field)
        static_cast<void>(packing::put(form(field), columns[field], count, cell[field]));
    m_present |= std::uint64_t{1} << bit;
    return true;
}

void Block::unpack(MetricKind kind, Points &points) const
{
    const unsigned count = this->count();
    points.count = count;
    const std::byte *at = body() + columnsAt(kind);
    for (std::size_t field = 0; field < fieldsOf(kind); ++field) {
        const Form form = packing::formOf(this->form(field));
        auto &values = points.columns[field];
        if (form == Form::Derived)
            for (unsigned point = 0; point < count; ++point)
                values[point] = derived(kind, field, points.cell(field, point));
        else
            packing::read(this->form(field), at, {values.data(), count});
        at += columnBytes(form, m_capacity);
    }
}

std::span<const std::uint8_t> Block::sketches(MetricKind kind) const noexcept
{
    if (!isSampled(kind))
        return {};
    return {reinterpret_cast<const std::uint8_t *>(body() + columnsEnd(kind)), roomOf(body()).used};
}

bool Block::isTight(MetricKind kind) const noexcept
{
    return count() == m_capacity && (!isSampled(kind) || roomOf(body()).used == roomOf(body()).allocated);
}

} // namespace metriscope::net
