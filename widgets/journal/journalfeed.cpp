// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journal/journalfeed.h"

#include "widgets/common/errortext.h"
#include "widgets/models/issuemodel.h"
#include "widgets/models/journalmodel.h"

#include <array>

namespace metriscope::ui
{

namespace
{

/// Counts are cumulative since the source started: a smaller one means that it started again.
[[nodiscard]] std::uint64_t grown(std::uint64_t now, std::uint64_t before)
{
    return now >= before ? now - before : now;
}

[[nodiscard]] Severity severityOfLevel(const net::Annotation &annotation)
{
    const bool check = annotation.kind == net::Annotation::Kind::ServiceCheck;
    // Service checks: OK, warning, critical, unknown. Events: info, success, warning, error.
    static constexpr std::array ofCheck{Severity::Information, Severity::Warning, Severity::Error,
                                        Severity::Warning};
    static constexpr std::array ofEvent{Severity::Information, Severity::Information, Severity::Warning,
                                        Severity::Error};
    const auto level = std::min<std::size_t>(annotation.level, 3);
    return check ? ofCheck[level] : ofEvent[level];
}

} // namespace

JournalFeed::JournalFeed(JournalModel &journal, IssueModel &issues) : m_journal(journal), m_issues(issues) {}

void JournalFeed::apply(const net::Tick &tick)
{
    const std::int64_t now = (tick.time + tick.wallOffset).time_since_epoch().count();
    if (m_any && std::chrono::abs(tick.wallOffset - m_wallOffset) >= ClockStep) {
        JournalEntry entry{.kind = JournalKind::ClockStep, .severity = Severity::Warning, .first = now};
        entry.code = (tick.wallOffset - m_wallOffset).count();
        m_journal.add(entry);
    }
    applyIssues(tick, now);
    applyLimits(tick, now);
    applySignals(tick, now);
    applyAnnotations(tick, now);
    m_counts = tick.statsd;
    m_self = tick.self;
    m_wallOffset = tick.wallOffset;
    m_any = true;
}

void JournalFeed::applyIssues(const net::Tick &tick, std::int64_t now)
{
    for (std::size_t i = 1; i < tick.statsd.byIssue.size(); ++i) {
        const std::uint64_t more = grown(tick.statsd.byIssue[i], m_counts.byIssue[i]);
        if (more == 0)
            continue;
        const auto issue = static_cast<net::LineIssue>(i);
        const net::LineNote *note = nullptr;
        for (const net::LineNote &candidate : tick.notes)
            if (candidate.report.issue == issue)
                note = &candidate;
        JournalEntry entry{.kind = JournalKind::Line, .first = now, .count = more};
        entry.severity = issue < net::LineIssue::FirstWarning ? Severity::Error : Severity::Warning;
        entry.code = static_cast<std::int64_t>(i);
        entry.source = sourceText(net::StatsdSource);
        if (note != nullptr) {
            entry.extra = static_cast<int>(note->report.hint);
            entry.raw = QByteArray::fromStdString(note->line);
            entry.detail = QString::fromStdString(note->peer);
        }
        m_issues.add(issue, more, static_cast<net::LineHint>(entry.extra), entry.raw, entry.detail);
        m_journal.add(std::move(entry));
    }
}

void JournalFeed::applyLimits(const net::Tick &tick, std::int64_t now)
{
    const auto tell = [&](JournalKind kind, std::uint64_t more, Severity severity, net::SourceId source) {
        if (more == 0)
            return;
        JournalEntry entry{.kind = kind, .severity = severity, .first = now, .count = more};
        entry.source = sourceText(source);
        m_journal.add(std::move(entry));
    };
    const net::IngestCounts &c = tick.statsd;
    tell(JournalKind::KernelDrops, grown(c.kernelDrops, m_counts.kernelDrops), Severity::Error,
         net::StatsdSource);
    tell(JournalKind::SeriesRefused, grown(c.refusedSeries, m_counts.refusedSeries), Severity::Error,
         net::StatsdSource);
    tell(JournalKind::MembersRefused, grown(c.refusedMembers, m_counts.refusedMembers), Severity::Warning,
         net::StatsdSource);
    tell(JournalKind::LinesCut, grown(c.oversized, m_counts.oversized), Severity::Error, net::StatsdSource);
    tell(JournalKind::ConnectionsRefused, grown(c.refusedConnections, m_counts.refusedConnections),
         Severity::Warning, net::StatsdSource);

    const auto tellSelf = [&](JournalKind kind, std::uint64_t more, Severity severity) {
        if (more > 0)
            m_journal.add({.kind = kind, .severity = severity, .first = now, .count = more});
    };
    tellSelf(JournalKind::PointsEvicted, grown(tick.self.store.evictedPoints, m_self.store.evictedPoints),
             Severity::Warning);
    tellSelf(JournalKind::TicksMerged, tick.merged, Severity::Information);
    tellSelf(JournalKind::ApplicationsRefused,
             grown(tick.self.refusedSignalMetrics, m_self.refusedSignalMetrics), Severity::Warning);
    tellSelf(JournalKind::TicksLate, grown(tick.self.lateTicks, m_self.lateTicks), Severity::Warning);
}

void JournalFeed::applySignals(const net::Tick &tick, std::int64_t now)
{
    for (const net::Application &application : tick.applications) {
        const QString name = QString::fromStdString(application.name);
        net::SignalNotes &known = m_notes[name];
        const auto fresh = static_cast<net::SignalNotes>(application.notes & ~known);
        for (const auto note : {net::SignalNote::TimerUnitMicroseconds, net::SignalNote::UsersSinceStart,
                                net::SignalNote::TimerUnitDoubtful, net::SignalNote::MoreEndsThanStarts}) {
            if ((fresh & static_cast<net::SignalNotes>(note)) == 0)
                continue;
            JournalEntry entry{.kind = JournalKind::SignalNote, .first = now};
            entry.severity =
                note == net::SignalNote::TimerUnitDoubtful ? Severity::Warning : Severity::Information;
            entry.code = static_cast<std::int64_t>(note);
            entry.source = name;
            m_journal.add(std::move(entry));
        }
        known = application.notes;
    }
}

void JournalFeed::applyAnnotations(const net::Tick &tick, std::int64_t now)
{
    for (const net::Annotation &annotation : tick.annotations) {
        JournalEntry entry{.severity = severityOfLevel(annotation), .first = now};
        entry.kind =
            annotation.kind == net::Annotation::Kind::Event ? JournalKind::Event : JournalKind::ServiceCheck;
        entry.code = annotation.level;
        entry.source = sourceText(net::StatsdSource);
        entry.raw = QByteArray::fromStdString(annotation.title);
        entry.detail = QString::fromStdString(annotation.text);
        m_journal.add(std::move(entry));
    }
}

} // namespace metriscope::ui
