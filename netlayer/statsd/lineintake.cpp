// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/lineintake.h"

#include "netlayer/sockets/endpoint.h"
#include "netlayer/statsd/lineparser.h"

#include <utility>

namespace metriscope::net
{
namespace
{

constexpr std::size_t NotedBytes = 512;
/// A client whose every line is a little odd must not keep the rejected lines out of the notes.
constexpr std::uint8_t NotedWarningsPerIssue = 4;

} // namespace

LineIntake::LineIntake(const Dialect &dialect, Aggregator &aggregator, IngestCounts &counts)
    : m_dialect(dialect), m_aggregator(aggregator), m_counts(counts)
{
}

void LineIntake::takeDatagram(std::string_view bytes, LinePeer peer)
{
    ++m_counts.packets;
    m_counts.bytes += bytes.size();
    forEachLine(bytes, [&](std::string_view line) { takeLine(line, peer); });
}

void LineIntake::takeLine(std::string_view line, LinePeer peer)
{
    judge(parseLine(line, m_dialect, *this), line, peer);
}

void LineIntake::takeTail(std::string_view line, LinePeer peer)
{
    LineReport report = parseLine(line, m_dialect, *this);
    if (report.verdict != Verdict::Rejected) {
        report = {Verdict::Warning, LineIssue::Unterminated, LineHint::None,
                  static_cast<std::uint32_t>(line.size())};
    }
    judge(report, line, peer);
}

void LineIntake::refuseOversized(std::string_view beginning, LinePeer peer)
{
    ++m_counts.oversized;
    judge({Verdict::Rejected, LineIssue::LineTooLong, LineHint::None,
           static_cast<std::uint32_t>(beginning.size())},
          beginning, peer);
}

std::unique_ptr<Bank> LineIntake::swap(std::unique_ptr<Bank> empty, std::chrono::steady_clock::time_point now)
{
    std::unique_ptr<Bank> full = m_aggregator.swap(std::move(empty), now);
    m_notedWarnings.fill(0);
    m_counts.refusedSeries = m_aggregator.refusedSeries();
    m_counts.refusedMembers = m_aggregator.refusedMembers();
    full->counts = m_counts;
    return full;
}

void LineIntake::judge(const LineReport &report, std::string_view line, LinePeer peer)
{
    ++m_counts.lines;
    if (report.issue != LineIssue::None)
        ++m_counts.byIssue[static_cast<std::size_t>(report.issue)];
    if (report.verdict != Verdict::Rejected)
        ++m_counts.accepted;
    if (report.verdict == Verdict::Accepted)
        return;
    if (report.verdict == Verdict::Rejected) {
        ++m_counts.rejected;
    } else {
        ++m_counts.warned;
        std::uint8_t &noted = m_notedWarnings[static_cast<std::size_t>(report.issue)];
        if (noted == NotedWarningsPerIssue)
            return;
        ++noted;
    }
    note(report, line, peer);
}

void LineIntake::note(const LineReport &report, std::string_view line, LinePeer peer)
{
    auto &notes = m_aggregator.openBank().notes;
    if (notes.size() < Bank::MaxNotes)
        notes.push_back({report, std::string(line.substr(0, NotedBytes)), peerText(peer.address, peer.size)});
}

void LineIntake::event(const Event &event)
{
    annotate(Annotation::Kind::Event, static_cast<std::uint8_t>(event.level), event.title, event.text,
             event.tags);
}

void LineIntake::serviceCheck(const ServiceCheck &check)
{
    annotate(Annotation::Kind::ServiceCheck, static_cast<std::uint8_t>(check.status), check.name,
             check.message, check.tags);
}

void LineIntake::annotate(Annotation::Kind kind, std::uint8_t level, std::string_view title,
                          std::string_view text, std::string_view tags)
{
    auto &annotations = m_aggregator.openBank().annotations;
    if (annotations.size() == Bank::MaxAnnotations)
        return;
    Annotation &annotation = annotations.emplace_back();
    annotation.kind = kind;
    annotation.level = level;
    unescapeText(title, annotation.title);
    unescapeText(text, annotation.text);
    canonicalTags({}, TagSyntax::None, tags, annotation.tags);
}

} // namespace metriscope::net
