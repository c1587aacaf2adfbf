// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/aggregator.h"
#include "netlayer/statsd/dialect.h"
#include "netlayer/types/sample.h"

#include <sys/socket.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string_view>

namespace metriscope::net
{

/// Who sent a line; made into text only when a line is noted.
struct LinePeer {
    const sockaddr *address = nullptr;
    socklen_t size = 0;
};

/// Takes whole datagrams and lines, has them parsed, counts the verdicts, notes the doubtful ones and adds
/// the samples up. Ingest thread.
class LineIntake final
{
public:
    LineIntake(const Dialect &dialect, Aggregator &aggregator, IngestCounts &counts);

    /// The bytes stay as they are until settle().
    void takeDatagram(std::string_view bytes, LinePeer peer);
    void takeLine(std::string_view line, LinePeer peer);
    /// The end of a stream that stopped in the middle of a line: counted, with a warning.
    void takeTail(std::string_view line, LinePeer peer);
    /// A line of which only the beginning is known.
    void refuseOversized(std::string_view beginning, LinePeer peer);
    void settle() { m_aggregator.settle(); }
    /// Closes the open bank; what the sockets lost is the caller's to fill in.
    [[nodiscard]] std::unique_ptr<Bank> swap(std::unique_ptr<Bank> empty,
                                             std::chrono::steady_clock::time_point now);

    // What parseLine() calls
    [[nodiscard]] Sample &draft() { return m_aggregator.draft(); }
    void accept() { m_aggregator.accept(); }
    void sample(const Sample &sample) { m_aggregator.add(sample); }
    void event(const Event &event);
    void serviceCheck(const ServiceCheck &check);

private:
    void judge(const LineReport &report, std::string_view line, LinePeer peer);
    void note(const LineReport &report, std::string_view line, LinePeer peer);
    void annotate(Annotation::Kind kind, std::uint8_t level, std::string_view title, std::string_view text,
                  std::string_view tags);

    const Dialect &m_dialect;
    Aggregator &m_aggregator;
    IngestCounts &m_counts;
    std::array<std::uint8_t, static_cast<std::size_t>(LineIssue::Count)> m_notedWarnings{}; ///< in this bank
};

} // namespace metriscope::net
