// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/series.h"

#include <algorithm>
#include <bit>

namespace metriscope::net
{

namespace
{

/// Gathers points of one level into those of the next.
class Roller final
{
public:
    Roller(Ledger &ledger, MetricKind kind, std::uint32_t phase, Chain &to)
        : m_ledger(ledger), m_kind(kind), m_phase(phase), m_to(to)
    {
    }

    void add(BucketNumber parent, const Cell &cell, std::span<const std::uint8_t> sketch)
    {
        if (m_any && parent != m_parent)
            flush();
        if (!m_any) {
            m_parent = parent;
            m_cell = cell;
            m_any = true;
            m_ledger.sketch.clear();
        } else {
            mergeCell(m_kind, m_cell, cell);
        }
        if (isSampled(m_kind))
            addSamples(cell, sketch, m_ledger.sketch);
    }

    void flush()
    {
        if (!m_any)
            return;
        m_any = false;
        m_ledger.encoded.clear();
        if (isSampled(m_kind) && m_cell[timer::Lower] < m_cell[timer::Upper])
            m_ledger.sketch.encode(m_ledger.encoded);
        m_to.append(m_ledger, m_kind, m_phase, m_parent, m_cell, m_ledger.encoded);
    }

private:
    Ledger &m_ledger;
    const MetricKind m_kind;
    const std::uint32_t m_phase;
    Chain &m_to;
    Cell m_cell;
    BucketNumber m_parent = 0;
    bool m_any = false;
};

/// Which points of a level have been rolled into the next one, or can not be any more: everything up to the
/// newest point there.
class Rolled final
{
public:
    Rolled(const Timeline &timeline, std::size_t level, const Chain &to)
        : m_line(timeline.level(level)), m_next(to.empty() ? 0 : to.newest()->last() + 1)
    {
    }
    [[nodiscard]] bool has(BucketNumber number) const noexcept
    {
        return number < m_line.first() || m_line[number].parent < m_next;
    }

private:
    const Timeline::Level &m_line;
    const BucketNumber m_next;
};

} // namespace

void Series::roll(Ledger &ledger, const Timeline &timeline, std::size_t level, std::uint32_t phase)
{
    if (level > 0) // what is missing there now would be missing for good
        roll(ledger, timeline, level - 1, phase);
    const Chain &from = chains[level];
    Chain &to = chains[level + 1];
    const Timeline::Level &line = timeline.level(level);
    const BucketNumber complete = timeline.complete(level);
    const Rolled rolled(timeline, level, to);
    if (from.empty() || rolled.has(from.newest()->last()))
        return;
    Roller roller(ledger, kind, phase, to);
    from.forEach([&](const Block &block) {
        if (rolled.has(block.last()) || block.base() >= complete)
            return;
        Points &points = ledger.rolling;
        block.unpack(kind, points);
        auto sketches = block.sketches(kind);
        std::uint64_t present = block.present();
        for (unsigned point = 0; present != 0; ++point, present &= present - 1) {
            const BucketNumber number = block.base() + static_cast<unsigned>(std::countr_zero(present));
            const auto sketch = takeSketch(sketches);
            if (number < complete && !rolled.has(number))
                roller.add(line[number].parent, points.cell(fieldsOf(kind), point), sketch);
        }
    });
    roller.flush();
}

/// A sealed block waits for nothing; the points of an open one wait until they would be too old.
bool Series::isDue(const Timeline &timeline, std::size_t level) const noexcept
{
    const Chain &from = chains[level];
    if (from.empty())
        return false;
    const Rolled rolled(timeline, level, chains[level + 1]);
    if (const Block *sealed = from.newestSealed(); sealed && !rolled.has(sealed->last()))
        return true;
    const Block &newest = *from.newest();
    const BucketNumber soon = timeline.going(level);
    if (newest.base() >= soon)
        return false;
    const BucketNumber length = std::min<BucketNumber>(soon - newest.base(), Block::Buckets);
    const std::uint64_t old = newest.present() & ~std::uint64_t{0} >> (Block::Buckets - length);
    return old != 0 && !rolled.has(newest.base() + static_cast<unsigned>(std::bit_width(old)) - 1);
}

void Series::tidy(Ledger &ledger, const Timeline &timeline, std::uint32_t phase, SeriesRest &rest)
{
    for (std::size_t level = 0; level + 1 < Timeline::Levels; ++level)
        if (isDue(timeline, level))
            roll(ledger, timeline, level, phase);
    for (std::size_t level = 0; level < Timeline::Levels; ++level)
        dropBefore(ledger, level, timeline.level(level).first(), rest);
}

std::uint64_t Series::dropBefore(Ledger &ledger, std::size_t level, BucketNumber number,
                                 SeriesRest &rest) noexcept
{
    const Chain::Dropped dropped = chains[level].dropBefore(ledger, kind, number);
    rest.begins[level] = std::max(rest.begins[level], dropped.end);
    return dropped.points;
}

} // namespace metriscope::net
