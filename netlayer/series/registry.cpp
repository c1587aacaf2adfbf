// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/registry.h"

#include "netlayer/series/namearena.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <vector>

namespace metriscope::net
{

struct Registry::Storage {
    static constexpr std::size_t ChunkSize = 1024;
    /// A MetricInfo in little space.
    struct Entry {
        const char *text = nullptr; ///< the name and, right behind it, the tags
        std::uint32_t nameBytes = 0, tagBytes = 0;
        MetricKind kind = MetricKind::Counter;
        Unit unit = Unit::None;
        SourceId source = StatsdSource;
    };
    static_assert(sizeof(Entry) == EntryBytes);
    using Chunk = std::array<Entry, ChunkSize>;

    explicit Storage(std::size_t wanted)
        : capacity(std::min<std::size_t>(wanted, index(NoMetric))),
          chunks((capacity + ChunkSize - 1) / ChunkSize)
    {
    }

    const std::size_t capacity;
    std::vector<std::unique_ptr<Chunk>> chunks; ///< never resized; a chunk is made before `size` reaches it
    std::atomic<std::size_t> size{0};
    std::vector<std::shared_ptr<const void>> owners;
    NameArena arena;
};

Registry::Registry(std::size_t capacity) : m_storage(std::make_unique<Storage>(capacity)) {}
Registry::~Registry() = default;

std::size_t Registry::size() const noexcept
{
    return m_storage->size.load(std::memory_order_acquire);
}

std::size_t Registry::capacity() const noexcept
{
    return m_storage->capacity;
}

MetricInfo Registry::info(MetricId id) const noexcept
{
    const Storage::Entry &entry =
        (*m_storage->chunks[index(id) / Storage::ChunkSize])[index(id) % Storage::ChunkSize];
    return {{entry.text, entry.nameBytes},
            {entry.text + entry.nameBytes, entry.tagBytes},
            entry.kind,
            entry.unit,
            entry.source};
}

MetricId Registry::add(const MetricInfo &info, std::shared_ptr<const void> keepAlive)
{
    Storage &storage = *m_storage;
    const std::size_t at = storage.size.load(std::memory_order_relaxed);
    if (at >= storage.capacity)
        return NoMetric;
    const char *text = info.name.data();
    if (!info.tags.empty() && info.tags.data() != text + info.name.size())
        text = storage.arena.keep(info.name, info.tags).data();
    auto &owners = storage.owners;
    // a source has one arena; many metrics share it
    if (keepAlive && std::find(owners.rbegin(), owners.rend(), keepAlive) == owners.rend())
        owners.push_back(std::move(keepAlive));
    auto &chunk = storage.chunks[at / Storage::ChunkSize];
    if (!chunk)
        chunk = std::make_unique<Storage::Chunk>();
    (*chunk)[at % Storage::ChunkSize] = {text,
                                         static_cast<std::uint32_t>(info.name.size()),
                                         static_cast<std::uint32_t>(info.tags.size()),
                                         info.kind,
                                         info.unit,
                                         info.source};
    storage.size.store(at + 1, std::memory_order_release);
    return MetricId{static_cast<std::uint32_t>(at)};
}

MetricId Registry::addCopy(const MetricInfo &info)
{
    if (size() >= capacity())
        return NoMetric;
    MetricInfo copy = info;
    copy.name = m_storage->arena.keep(info.name, info.tags);
    copy.tags = {copy.name.data() + copy.name.size(), info.tags.size()};
    return add(copy, nullptr);
}

MetricId Registry::find(SourceId source, std::string_view name, std::string_view tags, MetricKind kind) const
{
    const std::size_t count = size();
    for (std::size_t i = 0; i < count; ++i) {
        const MetricId id{static_cast<std::uint32_t>(i)};
        const MetricInfo known = info(id);
        if (known.source == source && known.kind == kind && known.name == name && known.tags == tags)
            return id;
    }
    return NoMetric;
}

} // namespace metriscope::net
