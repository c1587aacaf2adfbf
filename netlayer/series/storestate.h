// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/eviction.h"
#include "netlayer/series/series.h"
#include "netlayer/series/seriesstore.h"

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace metriscope::net
{

class SeriesCopy;

/// Everything behind the store. The fold thread alone changes it, but for scales and watched flags. A series
/// is changed and read under the lock of its stripe, the timeline through views.
struct SeriesStore::State {
    static constexpr std::size_t ChunkSize = 1024, Chunks = 4096, Stripes = 64;
    struct Chunk {
        std::array<Series, ChunkSize> series;
        std::array<SeriesRest, ChunkSize> rest;
    };

    explicit State(const StoreConfig &wanted) : config(wanted) {}
    ~State();

    [[nodiscard]] Series *find(MetricId id) const noexcept
    {
        if (index(id) >= count.load(std::memory_order_acquire))
            return nullptr;
        return &chunkOf(id).series[index(id) % ChunkSize];
    }
    /// Of a series that find() finds.
    [[nodiscard]] SeriesRest &restOf(MetricId id) const noexcept
    {
        return chunkOf(id).rest[index(id) % ChunkSize];
    }
    [[nodiscard]] Chunk &chunkOf(MetricId id) const noexcept
    {
        return *chunks[index(id) / ChunkSize].load(std::memory_order_relaxed);
    }
    [[nodiscard]] std::mutex &lockOf(MetricId id) const noexcept { return stripes[index(id) % Stripes]; }
    [[nodiscard]] IdlePolicy policyOf(MetricKind kind) const noexcept;

    void read(MetricId id, SeriesCopy &copy) const; ///< any thread
    // Writing
    void append(MetricId id, Series &series, const Cell &cell, std::span<const std::uint8_t> sketch);
    void sweep();
    void tidy();
    void publish();

    // Eviction: see eviction.cpp
    [[nodiscard]] bool overBudget() const noexcept { return ledger.used() > config.memoryBudget; }
    void makeRoom();
    void evictFrom(MetricId id);

    const StoreConfig config;
    Timeline timeline;
    Ledger ledger;
    bool ticking = false, untidy = false;
    std::array<std::atomic<Chunk *>, Chunks> chunks{};
    std::atomic<std::size_t> count{0};
    mutable std::array<std::mutex, Stripes> stripes;
    std::size_t sweepAt = 0;

    Eviction eviction;
    bool full = false; ///< nothing could be freed in this tick: its further points are refused
    std::uint64_t evictedPoints = 0;

    std::mutex watchedLock;
    std::vector<MetricId> watched;

    // For readers, as of the last tick
    std::atomic<Time::rep> now{0};
    std::atomic<std::size_t> usedBytes{0}, usedSketchBytes{0};
    std::atomic<std::uint64_t> storedPoints{0}, lostPoints{0};
};

} // namespace metriscope::net
