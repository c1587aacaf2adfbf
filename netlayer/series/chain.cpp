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
    if (m_open && number >= m_open->end())
        seal(ledger, kind);
    Points &points = ledger.packing;
    std::uint64_t present = 0;
    static_assert(Timeline::Origin >= Block::Buckets);
    BucketNumber base = number - (number + phase) % Block::Buckets;
    Cell added = cell;
    if (!m_open) {
        points.count = 0;
        points.sketches.clear();
    } else {
        base = m_open->base();
        if (number < m_open->last())
            return;
        const bool again = number == m_open->last();
        if (!again && m_open->append(kind, number - base, cell, sketch)) {
            ++ledger.points;
            return;
        }
        m_open->unpack(kind, points);
        const auto sketches = m_open->sketches(kind);
        points.sketches.assign(sketches.begin(), sketches.end());
        present = m_open->present();
        if (again)
            mergeLast(ledger, kind, added, sketch);
        release(ledger, kind, m_open);
        m_open = nullptr;
    }
    push(points, kind, added, sketch);
    present |= std::uint64_t{1} << (number - base);
    m_open = Block::pack(ledger.pool, kind, base, present, points, true);
    ledger.points += points.count;
    ledger.sketchBytes += m_open->sketchBytes(kind);
}

void Chain::seal(Ledger &ledger, MetricKind kind)
{
    if (!m_open->isTight(kind)) {
        Points &points = ledger.packing;
        m_open->unpack(kind, points);
        const auto sketches = m_open->sketches(kind);
        points.sketches.assign(sketches.begin(), sketches.end());
        Block *tight = Block::pack(ledger.pool, kind, m_open->base(), m_open->present(), points, false);
        ledger.points += points.count;
        ledger.sketchBytes += tight->sketchBytes(kind);
        release(ledger, kind, m_open);
        m_open = tight;
    }
    m_open->setNext(m_sealed ? m_sealed->next() : m_open);
    if (m_sealed)
        m_sealed->setNext(m_open);
    m_sealed = m_open;
    m_open = nullptr;
}

void Chain::release(Ledger &ledger, MetricKind kind, Block *block) noexcept
{
    ledger.points -= block->count();
    ledger.sketchBytes -= block->sketchBytes(kind);
    Block::free(ledger.pool, kind, block);
}

Chain::Dropped Chain::dropBefore(Ledger &ledger, MetricKind kind, BucketNumber number) noexcept
{
    const std::uint64_t before = ledger.points;
    Dropped dropped;
    while (m_sealed && m_sealed->next()->last() < number) {
        Block *oldest = m_sealed->next();
        if (oldest == m_sealed)
            m_sealed = nullptr;
        else
            m_sealed->setNext(oldest->next());
        dropped.end = oldest->last() + 1;
        release(ledger, kind, oldest);
    }
    if (!m_sealed && m_open && m_open->last() < number) {
        dropped.end = m_open->last() + 1;
        release(ledger, kind, m_open);
        m_open = nullptr;
    }
    dropped.points = before - ledger.points;
    return dropped;
}

} // namespace metriscope::net
