// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bucket.h"
#include "netlayer/series/memberset.h"
#include "netlayer/series/sketch.h"
#include "netlayer/types/metric.h"
#include "netlayer/types/sample.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// A metric as its source numbers it: dense per source, in order of first sight. The fold maps it to a
/// MetricId.
using LocalId = std::uint32_t;

// Cells are aligned so that each lies in one cache line: with many metrics the misses are what costs.
struct alignas(32) CounterCell {
    LocalId metric = 0;
    std::uint32_t samples = 0;
    double up = 0;          ///< sum of the positive values, each divided by its sample rate
    double down = 0;        ///< sum of the negative ones, as a positive number
    double sinceRebase = 0; ///< up - down since the gauge of the same name was last set in this tick
};

struct GaugeCell {
    LocalId metric = 0;
    std::uint32_t samples = 0;
    double value = 0; ///< the last absolute value; deltas after it are added
    double delta = 0; ///< sum of the deltas before any absolute value in this tick
    bool set = false; ///< an absolute value was seen: `value` counts, otherwise previous + `delta`
};

/// Up to MaxExactSamples of a tick are kept one by one in a chain of chunks; beyond that in a sketch.
struct alignas(64) TimerCell {
    static constexpr std::uint32_t MaxExactSamples = 4096;
    static constexpr std::uint32_t None = 0xFFFFFFFFU;
    LocalId metric = 0;
    std::uint32_t samples = 0; ///< as received
    double weight = 0;         ///< scaled by the sample rates
    double sum = 0, sumSquares = 0, lower = 0, upper = 0;
    std::uint32_t firstChunk = None, lastChunk = None;
    std::uint32_t sketch =
        None; ///< index into Bank::sketches once there are too many samples; holds all of them
    std::uint32_t buckets = None; ///< index into Bank::buckets
};

struct SetCell {
    LocalId metric = 0;
    std::uint32_t samples = 0;
    std::uint32_t unique = 0;
    std::uint32_t refused = 0; ///< samples with a new member when the set had reached its cap
};

struct alignas(64) SampleChunk {
    static constexpr std::uint32_t Capacity = 7;
    std::array<double, Capacity> values;
    std::uint32_t size = 0;
    std::uint32_t next = TimerCell::None;
};

/// A name seen for the first time in this bank; its LocalId is the count of names before it. Views point into
/// the source's name arena, which Bank::names keeps alive.
struct NewName {
    std::string_view name;
    std::string_view tags; ///< canonical
    MetricKind kind = MetricKind::Counter;
    Unit unit = Unit::None;
    double total = 0; ///< what a counter had counted before it was first seen
};

/// A rejected or doubtful line, kept for the journal. Only the first ones of a tick are kept, all are
/// counted.
struct LineNote {
    LineReport report;
    std::string line; ///< at most 512 bytes of it
    std::string peer; ///< address of the sender, numeric
};

/// A DogStatsD event or service check; owned copies.
struct Annotation {
    enum class Kind : std::uint8_t { Event, ServiceCheck };
    Kind kind = Kind::Event;
    std::uint8_t level = 0; ///< Event::Level or ServiceCheck::Status
    std::string title, text, tags;
};

/// Cumulative since the source started.
struct IngestCounts {
    std::uint64_t packets = 0, bytes = 0, lines = 0, accepted = 0, warned = 0, rejected = 0;
    std::uint64_t kernelDrops = 0;    ///< datagrams lost in a full socket buffer
    std::uint64_t refusedSeries = 0;  ///< lines whose new name found the registry full
    std::uint64_t refusedMembers = 0; ///< set members beyond the cap of a set
    std::uint64_t oversized = 0;      ///< TCP lines over the cap, cut to the next newline
    std::uint64_t connections = 0, refusedConnections = 0;
    std::array<std::uint64_t, static_cast<std::size_t>(LineIssue::Count)> byIssue{};
};

/// All that one source gathered between two flips. Two banks exist per source: the ingest thread writes the
/// open one, the fold thread reads the other and hands it back empty. Capacity is kept, so a steady load
/// allocates nothing.
struct Bank {
    static constexpr std::size_t MaxNotes = 64, MaxAnnotations = 256;

    std::chrono::steady_clock::time_point opened, closed;
    std::vector<CounterCell> counters;
    std::vector<GaugeCell> gauges;
    std::vector<TimerCell> timers;
    std::vector<SetCell> sets;
    std::vector<SampleChunk> chunks;
    std::vector<Sketch> sketches, spareSketches; ///< spare: empty, with memory to be used again
    std::vector<std::vector<Bucket>> buckets;    ///< ascending by bound
    MemberSet members;                           ///< of all sets
    std::vector<NewName> newNames;
    std::vector<LineNote> notes;
    std::vector<Annotation> annotations;
    std::shared_ptr<const void> names; ///< keeps the arena behind the views of newNames alive
    IngestCounts counts;               ///< as of `closed`
    std::uint64_t kernelDrops = 0;     ///< in this bank alone
    bool wantsBuckets = false;         ///< set by whoever flips, and kept

    /// Empties all; memory that has not been needed for a while is given back.
    void clear();

    /// How much there is of what grows with the load.
    struct Extent {
        std::size_t counters = 0, gauges = 0, timers = 0, sets = 0, chunks = 0;
    };
    [[nodiscard]] Extent extent() const noexcept;
    /// Takes, and touches, the memory for as much and a little more, so that the ingest thread does not have
    /// to. The bank is empty.
    void prepare(const Extent &wanted);

private:
    [[nodiscard]] bool isMostlyUnused() const noexcept;
    int m_quietClears = 0;
};

/// Whoever gathers into banks. The fold thread calls flip() once a tick and owns the answer until it gives it
/// back with the next call.
class BankSource
{
public:
    virtual ~BankSource() = default;
    /// Swaps the open bank for `empty`, which has been cleared, and returns what was gathered. Blocks for as
    /// long as the ingest thread takes to notice, a few milliseconds; null once the source has stopped. Fold
    /// thread.
    [[nodiscard]] virtual std::unique_ptr<Bank> flip(std::unique_ptr<Bank> empty) = 0;
};

} // namespace metriscope::net
