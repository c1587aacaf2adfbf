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
/// A key is known by 96 bits of a hash with a secret seed, not by its bytes: with 100,000 names, reading them
/// would cost more than all the rest of a line. That two of 500,000 names are taken for one happens once in
/// 10^17 runs.
class NameTable final
{
public:
    static constexpr LocalId None = 0xFFFFFFFFU;
    struct Fingerprint {
        std::uint32_t place; ///< where the search begins
        std::uint64_t check;
    };

    /// `seed` must not be known to senders, or they could make all names collide.
    NameTable(std::size_t capacity, std::uint64_t seed);

    [[nodiscard]] Fingerprint fingerprint(const NameKey &key) const noexcept;
    [[nodiscard]] Fingerprint fingerprint(const Sample &sample) const noexcept; ///< of NameKey::of(sample)
    /// Has the memory that find() will look at fetched into the cache.
    void prefetch(const Fingerprint &key) const noexcept { __builtin_prefetch(&m_slots[key.place & m_mask]); }
    [[nodiscard]] LocalId find(const Fingerprint &key) const noexcept
    {
        for (std::uint32_t i = key.place & m_mask; m_slots[i].metric != None; i = (i + 1) & m_mask) {
            if (m_slots[i].check == key.check && m_slots[i].place == key.place)
                return m_slots[i].metric;
        }
        return None;
    }
    /// For a key that find() does not know: a new metric, noted in `newNames`, or a known one in another
    /// spelling. None when the table is full.
    [[nodiscard]] LocalId add(const NameKey &key, const Fingerprint &print, std::vector<NewName> &newNames);
    /// The gauge of a counter's name and tags, or the reverse; None when there is none.
    [[nodiscard]] LocalId twin(LocalId metric) const noexcept { return m_twins[metric]; }

    [[nodiscard]] std::size_t size() const noexcept { return m_twins.size(); }
    [[nodiscard]] std::size_t capacity() const noexcept { return m_capacity; }
    /// Spellings of tags that are not the canonical one.
    [[nodiscard]] std::size_t aliases() const noexcept { return m_spellings - size(); }
    [[nodiscard]] std::size_t bytes() const noexcept; ///< of memory, all told
    [[nodiscard]] std::shared_ptr<const void> keepAlive() const noexcept { return m_arena; }

private:
    struct Slot {
        std::uint64_t check = 0;
        std::uint32_t place = 0;
        LocalId metric = None; ///< None: free
    };
    void insert(const Slot &spelling);
    [[nodiscard]] LocalId addMetric(const NameKey &canonical, const Fingerprint &print,
                                    std::vector<NewName> &newNames);

    const std::size_t m_capacity;
    const std::uint64_t m_seed;
    std::shared_ptr<NameArena> m_arena;
    std::vector<Slot> m_slots; ///< open addressing, a power of two of them
    std::uint32_t m_mask;
    std::size_t m_spellings = 0;
    std::vector<LocalId> m_twins; ///< by LocalId
    std::string m_scratch;        ///< canonical tags of the key being added
};

} // namespace metriscope::net
