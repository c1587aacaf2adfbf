// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bank.h"
#include "netlayer/series/sketch.h"
#include "netlayer/types/metric.h"
#include "netlayer/types/time.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace metriscope::net
{

/// What a poller found out goes through here into the ticks. A poll tells how far counters went and which
/// samples came since the poll before; when within that time, nobody knows. So they are played out evenly
/// over the ticks of an equally long time: rates are right, sums stay exact, and a chart of a target that is
/// asked every five seconds has no teeth. Gauges count at once.
///
/// One poller writes, on a thread of its choice; the fold thread reads.
class PolledFeed final : public BankSource
{
public:
    static constexpr LocalId NoMetric = 0xFFFFFFFFU;

    explicit PolledFeed(std::size_t maxSeries = 200'000);
    ~PolledFeed() override;

    /// The metric of this name, canonical tags and kind, added when it is new; NoMetric when the table is
    /// full. `total`: what a counter has counted before. Both texts are copied.
    [[nodiscard]] LocalId metric(std::string_view name, std::string_view tags, MetricKind kind,
                                 Unit unit = Unit::None, double total = 0);
    [[nodiscard]] std::size_t refused() const noexcept; ///< names that found the table full

    // Between beginPoll() and endPoll(): what a poll brought. Nothing of it shows before endPoll().
    void beginPoll();
    void addCount(LocalId counter, double up, double down = 0);
    void setGauge(LocalId gauge, double value);
    /// In the order in which they were measured.
    void addSample(LocalId timer, double value);
    /// Samples of which only the distribution is known. `sum` and `sumSquares` are those of all its samples.
    /// `buckets`: where they came in some; kept only while a bank wants them.
    void addDistribution(LocalId timer, const Sketch &samples, double sum, double sumSquares, double lower,
                         double upper, std::span<const Bucket> buckets = {});
    /// `covers`: the time since the poll before, over which to play out what came.
    void endPoll(Millis covers);

    [[nodiscard]] std::unique_ptr<Bank> flip(std::unique_ptr<Bank> empty) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace metriscope::net
