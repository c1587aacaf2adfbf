// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/chain.h"

#include "netlayer/series/varint.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

void pushSketch(std::vector<std::uint8_t> &out, std::span<const std::uint8_t> sketch)
{
    putVarint(out, sketch.size());
    out.insert(out.end(), sketch.begin(), sketch.end());
}

void push(Points &points, MetricKind kind, const Cell &cell, std::span<const std::uint8_t> sketch)
{
    for (std::size_t field = 0; field < fieldsOf(kind); ++field)
        points.columns[field][points.count] = cell[field];
    ++points.count;
    if (isSampled(kind))
        pushSketch(points.sketches, sketch);
}

/// Takes the last point off and leaves it merged with `cell` and `sketch` in their place.
void mergeLast(Ledger &ledger, MetricKind kind, Cell &cell, std::span<const std::uint8_t> &sketch)
{
    Points &points = ledger.packing;
    --points.count;
    Cell merged = points.cell(fieldsOf(kind), points.count);
    if (isSampled(kind)) {
        std::span<const std::uint8_t> rest = points.sketches, last;
        std::size_t before = 0;
        for (unsigned point = 0; point <= points.count; ++point) {
            before = points.sketches.size() - rest.size();
            last = takeSketch(rest);
        }
        ledger.sketch.clear();
        addSamples(merged, last, ledger.sketch);
        addSamples(cell, sketch, ledger.sketch);
        ledger.encoded.clear();
        ledger.sketch.encode(ledger.encoded);
        sketch = ledger.encoded;
        points.sketches.resize(before);
    }
    mergeCell(kind, merged, cell);
    cell = merged;
}

} // namespace

std::span<const std::uint8_t> takeSketch(std::span<const std::uint8_t> &sketches) noexcept
{
    const std::size_t length = std::min<std::uint64_t>(takeVarint(sketches), sketches.size());
    const auto sketch = sketches.first(length);
    sketches = sketches.subspan(length);
    return sketch;
}

void Chain::append(Ledger &ledger, MetricKind kind, std::uint32_t phase, BucketNumber number,
                   const Cell &cell, std::span<const std::uint8_t> sketch)
{
    Block *grows = open();
    if (grows && number >= grows->end()) {
        seal(ledger, kind);
        grows = nullptr;
    }
    Points &points = ledger.packing;
    std::uint64_t present = 0;
    static_assert(Timeline::Origin >= Block::Buckets);
    BucketNumber base = number - (number + phase) % Block::Buckets;
    Cell added = cell;
    if (!grows) {
        points.count = 0;
        points.sketches.clear();
    } else {
        base = grows->base();
        if (number < grows->last())
            return;
        const bool again = number == grows->last();
        auto appended = Block::Appended::Unfit;
        if (!again) {
            appended = grows->append(kind, number - base, cell, sketch);
            if (appended == Block::Appended::Full) {
                grows = grows->roomier(ledger.open, kind, number - base, sketch.size());
                replaceOpen(ledger, kind, grows);
                appended = grows->append(kind, number - base, cell, sketch);
            }
        }
        if (appended == Block::Appended::Done) {
            ++ledger.points;
            return;
        }
        grows->unpack(kind, points);
        const auto sketches = grows->sketches(kind);
        points.sketches.assign(sketches.begin(), sketches.end());
        present = grows->present();
        if (again)
            mergeLast(ledger, kind, added, sketch);
    }
    push(points, kind, added, sketch);
    present |= std::uint64_t{1} << (number - base);
    replaceOpen(ledger, kind, Block::pack(ledger.open, kind, base, present, points, true));
}

/// `block` takes the place of the open block, if there is one.
void Chain::replaceOpen(Ledger &ledger, MetricKind kind, Block *block) noexcept
{
    enter(ledger, kind, block);
    block->setNext(sealed());
    if (Block *old = open())
        release(ledger, kind, old);
    m_newest = block;
}

void Chain::seal(Ledger &ledger, MetricKind kind)
{
    Block *last = sealed(), *block = m_newest->tight(ledger.sealed, kind);
    enter(ledger, kind, block);
    release(ledger, kind, m_newest);
    block->setNext(last ? last->next() : block);
    if (last)
        last->setNext(block);
    m_newest = block;
}

void Chain::enter(Ledger &ledger, MetricKind kind, const Block *block) noexcept
{
    ledger.points += block->count();
    ledger.sketchBytes += block->sketchBytes(kind);
}

void Chain::release(Ledger &ledger, MetricKind kind, Block *block) noexcept
{
    ledger.points -= block->count();
    ledger.sketchBytes -= block->sketchBytes(kind);
    Block::free(block->isOpen() ? ledger.open : ledger.sealed, kind, block);
}

Chain::Dropped Chain::dropBefore(Ledger &ledger, MetricKind kind, BucketNumber number) noexcept
{
    const std::uint64_t before = ledger.points;
    Dropped dropped;
    Block *grows = open(), *last = sealed();
    while (last && last->next()->last() < number) {
        Block *oldest = last->next();
        if (oldest == last)
            last = nullptr;
        else
            last->setNext(oldest->next());
        dropped.end = oldest->last() + 1;
        release(ledger, kind, oldest);
    }
    if (grows && !last && grows->last() < number) {
        dropped.end = grows->last() + 1;
        release(ledger, kind, grows);
        grows = nullptr;
    }
    if (grows)
        grows->setNext(last);
    m_newest = grows ? grows : last;
    dropped.points = before - ledger.points;
    return dropped;
}

} // namespace metriscope::net
