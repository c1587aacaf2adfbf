// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bank.h"
#include "netlayer/series/namearena.h"
#include "netlayer/types/metric.h"
#include "netlayer/types/sample.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What a metric is found by: bytes as they stand in the line, see Sample.
struct NameKey {
    std::string_view name, nameTags, tags;
    MetricKind kind = MetricKind::Counter;
    TagSyntax nameTagSyntax = TagSyntax::None;

    [[nodiscard]] static NameKey of(const Sample &sample) noexcept
    {
        return {sample.name, sample.nameTags, sample.tags, sample.kind,
                sample.nameTags.empty() ? TagSyntax::None : sample.nameTagSyntax};
    }
};

/// From the raw bytes of a line to the LocalId of its metric. Spellings that differ in the order of their
/// tags share one id; the kind is part of the identity. Names are never forgotten, so there is a capacity for
/// metrics and one for further spellings. Ingest thread.
///
/// A look-up costs two cache misses when there are many names. Callers hide them by working on many keys at a
/// time: hash() all and prefetchSlot(), then candidate(), then find().
class NameTable final
{
public:
    /// One spelling of a metric. It stands in the arena, in front of the bytes of its name and tags.
    struct Entry {
        LocalId id;
        std::uint32_t cell; ///< free for the aggregator: where the metric's cell stands in the open bank
        NameArena::Ref canonical; ///< the entry of the canonical spelling; may be the entry itself
        NameArena::Ref twin;      ///< the gauge of a counter's name or the reverse, 0: none
        std::uint32_t nameSize, nameTagsSize, tagsSize;
        MetricKind kind;
        TagSyntax nameTagSyntax;

        [[nodiscard]] const char *bytes() const noexcept { return reinterpret_cast<const char *>(this + 1); }
        [[nodiscard]] std::string_view name() const noexcept { return {bytes(), nameSize}; }
        [[nodiscard]] std::string_view nameTags() const noexcept
        {
            return {bytes() + nameSize, nameTagsSize};
        }
        [[nodiscard]] std::string_view tags() const noexcept
        {
            return {bytes() + nameSize + nameTagsSize, tagsSize};
        }
    };

    /// `seed` must not be known to senders, or they could make all names collide.
    NameTable(std::size_t capacity, std::uint64_t seed);

    [[nodiscard]] std::uint32_t hash(const NameKey &key) const noexcept;
    void prefetchSlot(std::uint32_t hash) const noexcept { __builtin_prefetch(&m_slots[hash & m_mask]); }
    /// The place that probably holds the key, on its way into the cache; 0: the key is new.
    [[nodiscard]] NameArena::Ref candidate(std::uint32_t hash) const noexcept;
    /// The canonical entry of a known key, otherwise null.
    [[nodiscard]] Entry *find(const NameKey &key, std::uint32_t hash,
                              NameArena::Ref candidate) const noexcept;
    /// The canonical entry of a key that find() did not know: a new metric, noted in `newNames`, or a known
    /// one in another spelling. Null when the table is full.
    [[nodiscard]] Entry *add(const NameKey &key, std::uint32_t hash, std::vector<NewName> &newNames);
    [[nodiscard]] Entry *at(NameArena::Ref ref) const noexcept
    {
        return reinterpret_cast<Entry *>(m_arena->at(ref));
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] std::size_t capacity() const noexcept { return m_capacity; }
    [[nodiscard]] std::size_t aliases() const noexcept { return m_entries - m_size; }
    [[nodiscard]] std::size_t bytes() const noexcept; ///< of memory, all told
    [[nodiscard]] std::shared_ptr<const void> keepAlive() const noexcept { return m_arena; }

private:
    struct Slot {
        std::uint32_t hash;
        NameArena::Ref ref; ///< 0: free
    };
    [[nodiscard]] NameArena::Ref probe(const NameKey &key, std::uint32_t hash) const noexcept;
    [[nodiscard]] NameArena::Ref insert(const NameKey &key, std::uint32_t hash);
    void link(NameArena::Ref ref, const NameKey &key);
    void grow();

    const std::size_t m_capacity;
    const std::uint64_t m_seed;
    std::shared_ptr<NameArena> m_arena;
    std::vector<Slot> m_slots; ///< open addressing, a power of two of them
    std::uint32_t m_mask;
    std::size_t m_entries = 0, m_size = 0;
    std::string m_scratch; ///< canonical tags of the key being added
};

} // namespace metriscope::net
