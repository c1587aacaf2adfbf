// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace metriscope::net
{

/// A total as a scrape has it.
struct Reading {
    std::uint32_t series = 0;
    bool mayFall = false; ///< a sum of values that may be negative
    double value = 0;
};

/// Processes that serve one application, each with totals of its own, and how far those went between two
/// rounds of scrapes. A worker is known by its process_start_time_seconds, not by the port it answers on;
/// where it has none, by its target and by totals that only grow.
class WorkerGroup final
{
public:
    static constexpr std::size_t MostWorkersOfTarget = 16;
    static constexpr double ForgottenAfter = 600; ///< seconds without an answer

    struct Outcome {
        /// Since the scrape before of the same worker; of a worker that was started after the first round,
        /// all it has.
        std::vector<Reading> increments;
        /// Totals from before anybody looked.
        std::vector<Reading> before;
    };

    /// Before the answers of a round. `now`: seconds since the epoch, as the workers' start times.
    void beginRound(double now);
    /// An answer: its totals ascending by series, none twice.
    [[nodiscard]] Outcome take(std::uint32_t target, std::optional<double> startTime,
                               std::vector<Reading> totals);
    void endRound();

    /// Answers that went back and forth between workers were seen at this target.
    [[nodiscard]] bool isShared(std::uint32_t target) const noexcept;
    /// That answered in the last round, or share a target that did.
    [[nodiscard]] std::size_t workers() const noexcept;
    /// The totals of these workers together: unlike a sum of increments it forgets those that have ended.
    [[nodiscard]] double standing(std::uint32_t series) const noexcept;

private:
    struct Worker {
        std::optional<double> startTime;
        std::uint32_t target = 0;
        std::uint64_t round = 0; ///< of its last answer
        double seen = 0;
        std::vector<Reading> totals;
        /// What it counts for if it is a restart of `doubted` and no other worker; not told yet.
        std::vector<Reading> pending;
        std::uint32_t doubted = None;
        std::uint32_t id = 0;
    };
    struct Target {
        std::uint32_t last = None; ///< id of the worker that answered last
        std::uint32_t returns = 0; ///< to a worker after another one
        bool shared = false;
    };
    static constexpr std::uint32_t None = 0xFFFFFFFFU;

    [[nodiscard]] Worker *find(std::uint32_t target, std::optional<double> startTime,
                               const std::vector<Reading> &totals);
    [[nodiscard]] Worker *byId(std::uint32_t id);
    Worker &add(std::uint32_t target, std::optional<double> startTime);
    void settleDoubt(Worker &worker, Target &where, Outcome &outcome);
    [[nodiscard]] bool isAlive(const Worker &worker) const noexcept;

    std::vector<Worker> m_workers;
    std::vector<Target> m_targets;
    std::uint32_t m_nextId = 0;
    std::uint64_t m_round = 0;
    double m_now = 0, m_first = 0; ///< times of this round and of the first one
};

} // namespace metriscope::net
