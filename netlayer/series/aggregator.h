// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bank.h"
#include "netlayer/series/nametable.h"
#include "netlayer/types/sample.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace metriscope::net
{

struct AggregatorLimits {
    std::size_t series = 500'000;
    std::uint32_t membersOfSet = 100'000; ///< unique members of one set in one tick
    friend bool operator==(const AggregatorLimits &, const AggregatorLimits &) = default;
};

/// Adds samples up in the open bank. Ingest thread; no lock, and no allocation for a name that is known.
class Aggregator final
{
public:
    Aggregator(const AggregatorLimits &limits, std::uint64_t seed);

    /// Takes a sample whose views stay valid until settle(). Samples are applied in this order.
    void add(const Sample &sample)
    {
        draft() = sample;
        accept();
    }
    /// Where the next sample may be written, instead of being copied there; accept() then adds it.
    [[nodiscard]] Sample &draft()
    {
        if (m_pendingCount == Batch)
            settle();
        return m_pending[m_pendingCount].sample;
    }
    void accept()
    {
        Pending &pending = m_pending[m_pendingCount++];
        pending.key = m_names.fingerprint(pending.sample);
        m_names.prefetch(pending.key);
    }
    /// Applies every sample added so far.
    void settle();
    /// Settles, closes the open bank and goes on with `empty`. The caller fills in the counts it keeps
    /// itself.
    [[nodiscard]] std::unique_ptr<Bank> swap(std::unique_ptr<Bank> empty,
                                             std::chrono::steady_clock::time_point now);
    [[nodiscard]] Bank &openBank() noexcept { return *m_bank; }
    [[nodiscard]] const NameTable &names() const noexcept { return m_names; }
    [[nodiscard]] std::uint64_t refusedSeries() const noexcept { return m_refusedSeries; }
    [[nodiscard]] std::uint64_t refusedMembers() const noexcept { return m_refusedMembers; }

private:
    static constexpr std::size_t Batch = 64;
    struct Pending {
        Sample sample;
        NameTable::Fingerprint key;
        LocalId metric;
    };
    template <typename Cell>
    [[nodiscard]] Cell &cellOf(std::vector<Cell> &cells, LocalId metric);
    void prefetchCell(const Pending &pending) const noexcept;
    void prefetchChunk(const Pending &pending) const noexcept;
    void apply(const Pending &pending);
    void addToCounter(LocalId metric, const Sample &sample);
    void addToGauge(LocalId metric, const Sample &sample);
    void addToTimer(LocalId metric, const Sample &sample);
    void addToSet(LocalId metric, const Sample &sample);
    void keepExact(TimerCell &cell, double value);
    void keepInSketch(TimerCell &cell, double value);

    const AggregatorLimits m_limits;
    const std::uint64_t m_seed;
    NameTable m_names;
    std::vector<std::uint32_t> m_cells; ///< by LocalId: where the metric's cell stands, see cellOf()
    std::unique_ptr<Bank> m_bank = std::make_unique<Bank>();
    std::uint64_t m_refusedSeries = 0, m_refusedMembers = 0;
    std::size_t m_pendingCount = 0;
    std::array<Pending, Batch> m_pending;
};

} // namespace metriscope::net
