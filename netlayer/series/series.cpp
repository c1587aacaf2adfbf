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

} // namespace

void Series::roll(Ledger &ledger, const Timeline &timeline, std::size_t level, std::uint32_t phase)
{
    const Chain &from = chains[level];
    Chain &to = chains[level + 1];
    const Timeline::Level &line = timeline.level(level);
    const BucketNumber complete = timeline.complete(level), first = line.first();
    // everything up to the newest point of the next level has been rolled
    const BucketNumber next = to.empty() ? 0 : to.newest()->last() + 1;
    const auto done = [&](BucketNumber number) { return number < first || line[number].parent < next; };
    if (from.empty() || done(from.newest()->last()))
        return;
    Roller roller(ledger, kind, phase, to);
    from.forEach([&](const Block &block) {
        if (done(block.last()) || block.base() >= complete)
            return;
        Points &points = ledger.rolling;
        block.unpack(kind, points);
        auto sketches = block.sketches(kind);
        std::uint64_t present = block.present();
        for (unsigned point = 0; present != 0; ++point, present &= present - 1) {
            const BucketNumber number = block.base() + static_cast<unsigned>(std::countr_zero(present));
            const auto sketch = takeSketch(sketches);
            if (number < complete && !done(number))
                roller.add(line[number].parent, points.cell(fieldsOf(kind), point), sketch);
        }
    });
    roller.flush();
}

void Series::tidy(Ledger &ledger, const Timeline &timeline, std::uint32_t phase)
{
    for (std::size_t level = 0; level + 1 < Timeline::Levels; ++level)
        roll(ledger, timeline, level, phase);
    for (std::size_t level = 0; level < Timeline::Levels; ++level)
        dropBefore(ledger, level, timeline.level(level).first());
}

std::uint64_t Series::dropBefore(Ledger &ledger, std::size_t level, BucketNumber number) noexcept
{
    const Chain::Dropped dropped = chains[level].dropBefore(ledger, kind, number);
    begins[level] = std::max(begins[level], dropped.end);
    return dropped.points;
}

} // namespace metriscope::net
