// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"
#include "netlayer/gstats/collectorconfig.h"
#include "netlayer/series/aggregator.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// Where the collector's thread writes down what is pushed and reads what is asked, where the fold thread
/// fetches banks and everybody may ask for counts. Whoever touches it holds the lock of a Shift; the
/// collector's thread takes one for all that a read brought.
///
/// Metrics of a prefix: counters `started` and `finished`, timer `time`, gauge `in_flight`.
class CollectorDesk final : public BankSource
{
public:
    explicit CollectorDesk(const RequestBook::Limits &limits);

    /// Takes effect at once. The limits stay as they were.
    void setCounting(RequestBook::Counting counting);
    void reset();
    [[nodiscard]] SourceCounts counts() const;
    [[nodiscard]] std::unique_ptr<Bank> flip(std::unique_ptr<Bank> empty) override;

    class Shift final
    {
    public:
        explicit Shift(CollectorDesk &desk) : m_desk(desk), m_lock(desk.m_mutex) {}
        ~Shift() { m_desk.m_aggregator.settle(); }
        Shift(const Shift &) = delete;
        Shift &operator=(const Shift &) = delete;

        void pushed(std::string_view prefix, std::string_view number) { m_desk.push(prefix, number); }
        void damaged() noexcept { ++m_desk.m_counts.received, ++m_desk.m_counts.rejected; }
        void read(std::size_t bytes) noexcept { m_desk.m_counts.bytes += bytes; }
        void refusedPeer() noexcept { ++m_desk.m_counts.rejected; }
        /// The answer to a request; see RequestBook. Empty for one that is not answered here.
        [[nodiscard]] std::string answer(std::string_view request);

    private:
        CollectorDesk &m_desk;
        const std::scoped_lock<std::mutex> m_lock;
    };

private:
    struct Tally {                                     ///< of one prefix since the last flip
        std::string started, finished, time, inFlight; ///< names of metrics
        std::uint32_t moreStarted = 0, moreFinished = 0;
        bool touched = false;
    };
    void push(std::string_view prefix, std::string_view number);
    [[nodiscard]] Tally &tallyOf(RequestBook::PrefixId prefix);
    void add(std::string_view name, MetricKind kind, double value);
    void hand();
    void forget();
    [[nodiscard]] std::int64_t now() const;

    mutable std::mutex m_mutex;
    RequestBook m_book;
    Aggregator m_aggregator;
    std::deque<Tally> m_tallies; ///< by PrefixId
    std::vector<RequestBook::PrefixId> m_touched;
    SourceCounts m_counts;
};

} // namespace metriscope::net
