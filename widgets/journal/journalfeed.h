// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/tick.h"

#include <QHash>

namespace metriscope::ui
{

class IssueModel;
class JournalModel;

/// Reads the news out of ticks: compares each with the one before and writes into the journal what changed.
/// Work per tick grows with the number of reasons, never with the number of lines. GUI thread.
class JournalFeed final
{
public:
    /// A change of the wall clock below this is drift, not a step.
    static constexpr net::Millis ClockStep{500};

    JournalFeed(JournalModel &journal, IssueModel &issues);
    void apply(const net::Tick &tick);

private:
    void applyIssues(const net::Tick &tick, std::int64_t now);
    void applyLimits(const net::Tick &tick, std::int64_t now);
    void applySignals(const net::Tick &tick, std::int64_t now);
    void applyAnnotations(const net::Tick &tick, std::int64_t now);

    JournalModel &m_journal;
    IssueModel &m_issues;
    net::IngestCounts m_counts;
    net::SelfCounts m_self;
    net::Millis m_wallOffset{0};
    bool m_any = false;
    QHash<QString, net::SignalNotes> m_notes; ///< by application
};

} // namespace metriscope::ui
