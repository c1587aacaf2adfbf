// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/nametable.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <utility>

namespace metriscope::net
{
namespace
{

constexpr std::size_t FirstSlots = 1024;

/// Of a NameKey, or of a Sample without making a NameKey of it first.
template <typename Key>
NameTable::Fingerprint fingerprintOf(const Key &key, std::uint64_t seed) noexcept
{
    XXH128_hash_t hash =
        XXH3_128bits_withSeed(key.name.data(), key.name.size(), seed + static_cast<std::uint64_t>(key.kind));
    const auto mixIn = [&hash](std::string_view part, std::uint64_t which) {
        const XXH128_hash_t own = XXH3_128bits_withSeed(part.data(), part.size(), hash.low64 + which);
        hash = {own.low64, own.high64 ^ hash.high64};
    };
    if (!key.tags.empty())
        mixIn(key.tags, 0);
    if (!key.nameTags.empty())
        mixIn(key.nameTags, 1 + static_cast<std::uint64_t>(key.nameTagSyntax));
    return {static_cast<std::uint32_t>(hash.low64), hash.high64};
}

} // namespace

NameTable::NameTable(std::size_t capacity, std::uint64_t seed)
    : m_capacity(capacity), m_seed(seed), m_arena(std::make_shared<NameArena>()), m_slots(FirstSlots),
      m_mask(FirstSlots - 1)
{
}

NameTable::Fingerprint NameTable::fingerprint(const NameKey &key) const noexcept
{
    return fingerprintOf(key, m_seed);
}

NameTable::Fingerprint NameTable::fingerprint(const Sample &sample) const noexcept
{
    return fingerprintOf(sample, m_seed);
}

LocalId NameTable::add(const NameKey &key, const Fingerprint &print, std::vector<NewName> &newNames)
{
    if (key.tags.empty() && key.nameTags.empty())
        return addMetric(key, print, newNames);
    canonicalTags(key.nameTags, key.nameTagSyntax, key.tags, m_scratch);
    if (key.nameTags.empty() && m_scratch == key.tags)
        return addMetric(key, print, newNames);

    const NameKey canonical{key.name, {}, m_scratch, key.kind, TagSyntax::None};
    const Fingerprint canonicalPrint = fingerprint(canonical);
    LocalId metric = find(canonicalPrint);
    if (metric == None)
        metric = addMetric(canonical, canonicalPrint, newNames);
    // Without room for one more spelling this one is sorted anew whenever it is seen: slower, still right.
    if (metric != None && aliases() < m_capacity)
        insert({print.check, print.place, metric});
    return metric;
}

std::size_t NameTable::bytes() const noexcept
{
    return sizeof *this + m_arena->bytes() + m_slots.capacity() * sizeof(Slot) +
           m_twins.capacity() * sizeof(LocalId);
}

LocalId NameTable::addMetric(const NameKey &canonical, const Fingerprint &print,
                             std::vector<NewName> &newNames)
{
    if (size() == m_capacity)
        return None;
    const auto metric = static_cast<LocalId>(size());
    const std::string_view name = m_arena->keep(canonical.name, canonical.tags);
    newNames.push_back({name, {name.data() + name.size(), canonical.tags.size()}, canonical.kind});
    m_twins.push_back(None);
    insert({print.check, print.place, metric});
    if (canonical.kind == MetricKind::Counter || canonical.kind == MetricKind::Gauge) {
        NameKey other = canonical;
        other.kind = canonical.kind == MetricKind::Counter ? MetricKind::Gauge : MetricKind::Counter;
        if (const LocalId twin = find(fingerprint(other)); twin != None) {
            m_twins[metric] = twin;
            m_twins[twin] = metric;
        }
    }
    return metric;
}

void NameTable::insert(const Slot &spelling)
{
    const auto put = [this](const Slot &slot) {
        std::uint32_t i = slot.place & m_mask;
        while (m_slots[i].metric != None)
            i = (i + 1) & m_mask;
        m_slots[i] = slot;
    };
    if ((m_spellings + 1) * 5 > m_slots.size() * 4) {
        std::vector<Slot> old(m_slots.size() * 2);
        std::swap(old, m_slots);
        m_mask = static_cast<std::uint32_t>(m_slots.size() - 1);
        for (const Slot &slot : old) {
            if (slot.metric != None)
                put(slot);
        }
    }
    put(spelling);
    ++m_spellings;
}

} // namespace metriscope::net
