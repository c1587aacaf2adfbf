// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/nametable.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace metriscope::net
{
namespace
{

constexpr std::size_t FirstSlots = 1024;

bool isCalled(const NameTable::Entry &entry, const NameKey &key) noexcept
{
    if (entry.nameSize != key.name.size() || entry.kind != key.kind || entry.tagsSize != key.tags.size() ||
        entry.nameTagsSize != key.nameTags.size() || entry.nameTagSyntax != key.nameTagSyntax)
        return false;
    if (std::memcmp(entry.bytes(), key.name.data(), key.name.size()) != 0)
        return false;
    return (key.tags.empty() && key.nameTags.empty()) ||
           (entry.tags() == key.tags && entry.nameTags() == key.nameTags);
}

} // namespace

NameTable::NameTable(std::size_t capacity, std::uint64_t seed)
    : m_capacity(capacity), m_seed(seed), m_arena(std::make_shared<NameArena>()), m_slots(FirstSlots),
      m_mask(FirstSlots - 1)
{
}

std::uint32_t NameTable::hash(const NameKey &key) const noexcept
{
    std::uint64_t h =
        XXH3_64bits_withSeed(key.name.data(), key.name.size(), m_seed + static_cast<std::uint64_t>(key.kind));
    if (!key.tags.empty())
        h = XXH3_64bits_withSeed(key.tags.data(), key.tags.size(), h);
    if (!key.nameTags.empty())
        h = ~XXH3_64bits_withSeed(key.nameTags.data(), key.nameTags.size(), h);
    return static_cast<std::uint32_t>(h ^ (h >> 32));
}

NameArena::Ref NameTable::candidate(std::uint32_t hash) const noexcept
{
    for (std::uint32_t i = hash & m_mask; m_slots[i].ref != 0; i = (i + 1) & m_mask) {
        if (m_slots[i].hash != hash)
            continue;
        const std::byte *entry = m_arena->at(m_slots[i].ref);
        __builtin_prefetch(entry, 1);
        __builtin_prefetch(entry + 64);
        __builtin_prefetch(entry + 128);
        return m_slots[i].ref;
    }
    return 0;
}

NameTable::Entry *NameTable::find(const NameKey &key, std::uint32_t hash,
                                  NameArena::Ref candidate) const noexcept
{
    if (candidate == 0 || !isCalled(*at(candidate), key)) {
        candidate = probe(key, hash);
        if (candidate == 0)
            return nullptr;
    }
    Entry *entry = at(candidate);
    return entry->canonical == candidate ? entry : at(entry->canonical);
}

NameTable::Entry *NameTable::add(const NameKey &key, std::uint32_t hash, std::vector<NewName> &newNames)
{
    NameKey canonical = key;
    std::uint32_t canonicalHash = hash;
    NameArena::Ref ref = 0;
    bool respelt = false;
    if (!key.tags.empty() || !key.nameTags.empty()) {
        canonicalTags(key.nameTags, key.nameTagSyntax, key.tags, m_scratch);
        respelt = !key.nameTags.empty() || m_scratch != key.tags;
        if (respelt) {
            canonical = {key.name, {}, m_scratch, key.kind, TagSyntax::None};
            canonicalHash = this->hash(canonical);
            ref = probe(canonical, canonicalHash);
        }
    }
    if (ref == 0) {
        if (m_size == m_capacity)
            return nullptr;
        ref = insert(canonical, canonicalHash);
        if (ref == 0)
            return nullptr;
        link(ref, canonical);
        const Entry *entry = at(ref);
        newNames.push_back({entry->name(), entry->tags(), entry->kind});
    }
    // Without room for one more spelling this one is sorted anew whenever it is seen: slower, still right.
    if (respelt && aliases() < m_capacity) {
        if (const NameArena::Ref alias = insert(key, hash); alias != 0) {
            at(alias)->id = at(ref)->id;
            at(alias)->canonical = ref;
        }
    }
    return at(ref);
}

std::size_t NameTable::bytes() const noexcept
{
    return sizeof *this + m_arena->bytes() + m_slots.capacity() * sizeof(Slot);
}

NameArena::Ref NameTable::probe(const NameKey &key, std::uint32_t hash) const noexcept
{
    for (std::uint32_t i = hash & m_mask; m_slots[i].ref != 0; i = (i + 1) & m_mask) {
        if (m_slots[i].hash == hash && isCalled(*at(m_slots[i].ref), key))
            return m_slots[i].ref;
    }
    return 0;
}

NameArena::Ref NameTable::insert(const NameKey &key, std::uint32_t hash)
{
    const std::size_t bytes = sizeof(Entry) + key.name.size() + key.nameTags.size() + key.tags.size();
    if (bytes > NameArena::LargestBlock)
        return 0;
    const NameArena::Ref ref = m_arena->allocate(bytes);
    if (ref == 0)
        return 0;
    if ((m_entries + 1) * 4 > m_slots.size() * 3)
        grow();
    const auto sizeOf = [](std::string_view part) { return static_cast<std::uint32_t>(part.size()); };
    auto *entry = new (m_arena->at(ref)) Entry{
        0, 0, ref, 0, sizeOf(key.name), sizeOf(key.nameTags), sizeOf(key.tags), key.kind, key.nameTagSyntax};
    auto *place = reinterpret_cast<char *>(entry + 1);
    for (const std::string_view part : {key.name, key.nameTags, key.tags})
        place = std::ranges::copy(part, place).out;
    std::uint32_t i = hash & m_mask;
    while (m_slots[i].ref != 0)
        i = (i + 1) & m_mask;
    m_slots[i] = {hash, ref};
    ++m_entries;
    return ref;
}

void NameTable::link(NameArena::Ref ref, const NameKey &key)
{
    at(ref)->id = static_cast<LocalId>(m_size++);
    if (key.kind != MetricKind::Counter && key.kind != MetricKind::Gauge)
        return;
    NameKey other = key;
    other.kind = key.kind == MetricKind::Counter ? MetricKind::Gauge : MetricKind::Counter;
    if (const NameArena::Ref twin = probe(other, hash(other)); twin != 0) {
        at(ref)->twin = twin;
        at(twin)->twin = ref;
    }
}

void NameTable::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    std::swap(old, m_slots);
    m_mask = static_cast<std::uint32_t>(m_slots.size() - 1);
    for (const Slot &slot : old) {
        if (slot.ref == 0)
            continue;
        std::uint32_t i = slot.hash & m_mask;
        while (m_slots[i].ref != 0)
            i = (i + 1) & m_mask;
        m_slots[i] = slot;
    }
}

} // namespace metriscope::net
