// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/registry.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <vector>

namespace metriscope::net
{

struct Registry::Storage {
    static constexpr std::size_t ChunkSize = 1024, ArenaBytes = std::size_t{64} << 10;
    using Chunk = std::array<MetricInfo, ChunkSize>;

    explicit Storage(std::size_t wanted)
        : capacity(std::min<std::size_t>(wanted, index(NoMetric))),
          chunks((capacity + ChunkSize - 1) / ChunkSize)
    {
    }

    std::string_view keep(std::string_view text);

    const std::size_t capacity;
    std::vector<std::unique_ptr<Chunk>> chunks; ///< never resized; a chunk is made before `size` reaches it
    std::atomic<std::size_t> size{0};
    std::vector<std::shared_ptr<const void>> owners;
    std::vector<std::unique_ptr<char[]>> arena;
    std::size_t arenaLeft = 0;
};

std::string_view Registry::Storage::keep(std::string_view text)
{
    if (text.empty())
        return {};
    if (text.size() > arenaLeft) {
        arenaLeft = std::max(ArenaBytes, text.size());
        arena.push_back(std::make_unique<char[]>(arenaLeft));
    }
    // filled from the end, so that what is left needs one number only
    char *place = arena.back().get() + arenaLeft - text.size();
    std::memcpy(place, text.data(), text.size());
    arenaLeft -= text.size();
    return {place, text.size()};
}

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

const MetricInfo &Registry::info(MetricId id) const noexcept
{
    return (*m_storage->chunks[index(id) / Storage::ChunkSize])[index(id) % Storage::ChunkSize];
}

MetricId Registry::add(const MetricInfo &info, std::shared_ptr<const void> keepAlive)
{
    Storage &storage = *m_storage;
    const std::size_t at = storage.size.load(std::memory_order_relaxed);
    if (at >= storage.capacity)
        return NoMetric;
    auto &owners = storage.owners;
    // a source has one arena; many metrics share it
    if (keepAlive && std::find(owners.rbegin(), owners.rend(), keepAlive) == owners.rend())
        owners.push_back(std::move(keepAlive));
    auto &chunk = storage.chunks[at / Storage::ChunkSize];
    if (!chunk)
        chunk = std::make_unique<Storage::Chunk>();
    (*chunk)[at % Storage::ChunkSize] = info;
    storage.size.store(at + 1, std::memory_order_release);
    return MetricId{static_cast<std::uint32_t>(at)};
}

MetricId Registry::addCopy(const MetricInfo &info)
{
    if (size() >= capacity())
        return NoMetric;
    MetricInfo copy = info;
    copy.name = m_storage->keep(info.name);
    copy.tags = m_storage->keep(info.tags);
    return add(copy, nullptr);
}

MetricId Registry::find(SourceId source, std::string_view name, std::string_view tags, MetricKind kind) const
{
    const std::size_t count = size();
    for (std::size_t i = 0; i < count; ++i) {
        const MetricId id{static_cast<std::uint32_t>(i)};
        const MetricInfo &known = info(id);
        if (known.source == source && known.kind == kind && known.name == name && known.tags == tags)
            return id;
    }
    return NoMetric;
}

} // namespace metriscope::net
