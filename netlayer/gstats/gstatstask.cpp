// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/gstatstask.h"

#include <algorithm>
#include <utility>

namespace metriscope::net
{
namespace
{

/// RTIMES of 600 s at 1,000 requests/s is 4 MB.
constexpr std::size_t MaxReply = std::size_t{16} << 20;
/// QUIT is not answered; whoever does so within this time refuses.
constexpr Millis QuitPatience{500};
/// What happened in a longer silence than this is not drawn as if it happened just now.
constexpr Millis LongestGap{60'000};
constexpr std::size_t ShownBytes = 60;

std::int64_t wallClock()
{
    return std::chrono::duration_cast<Millis>(std::chrono::system_clock::now().time_since_epoch()).count();
}

GstatsTask::Outcome outcomeOf(ReplyIssue issue, std::size_t at, const std::string &reply)
{
    switch (issue) {
    case ReplyIssue::None:
        return {};
    case ReplyIssue::Fault:
        return {SourceError::PeerFault, reply};
    case ReplyIssue::NotJson:
        return {SourceError::NotMetrics, reply.substr(0, ShownBytes)};
    case ReplyIssue::Damaged:
        return {SourceError::BadAnswer, reply.substr(at - std::min(at, ShownBytes / 2), ShownBytes)};
    }
    return {};
}

} // namespace

GstatsTask::GstatsTask(const Endpoint &peer, Millis interval, Millis timeout,
                       std::shared_ptr<GstatsFindings> findings, Tap *tap, Reports reports)
    : m_peer(peer), m_interval(interval), m_timeout(timeout), m_findings(std::move(findings)), m_tap(tap),
      m_reports(std::move(reports))
{
}

void GstatsTask::close() noexcept
{
    m_socket.reset();
    m_step = Step::Idle;
}

void GstatsTask::setInterval(Millis interval)
{
    m_next = std::min(m_next, Clock::now() + interval);
    m_interval = interval;
}

void GstatsTask::waitFor(std::vector<pollfd> &items) const
{
    if (m_step != Step::Idle) // what comes between two polls can wait
        items.push_back({m_socket->fd(), m_socket->wantsToWrite() ? short{POLLOUT} : short{POLLIN}, 0});
}

ZmqTask::Clock::time_point GstatsTask::serve(Clock::time_point now)
{
    if (m_socket)
        m_socket->advance();
    if (m_step == Step::Idle && m_socket && m_socket->hasEnded())
        m_socket.reset(); // between two polls that is nobody's trouble
    if (m_step == Step::Idle && (m_wanted || now >= m_next))
        begin(now);
    if (m_step != Step::Idle)
        advance(now);
    if (m_step != Step::Idle && m_socket->hasEnded())
        ended(now);
    if (m_step != Step::Idle && now >= m_deadline)
        timeOut(now);
    if (m_step == Step::Idle && m_wanted)
        return now;
    return m_step == Step::Idle ? m_next : m_deadline;
}

void GstatsTask::begin(Clock::time_point now)
{
    m_current = std::exchange(m_wanted, std::nullopt);
    m_began = now;
    m_bytes = 0;
    m_deadline = now + m_timeout;
    m_step = Step::Connect;
    if (!m_socket)
        m_socket.emplace(m_peer, MaxReply, m_tap);
}

void GstatsTask::advance(Clock::time_point now)
{
    if (m_step == Step::Connect && m_socket->isOpen())
        return askNext(now);
    const std::optional<std::string> reply = m_socket->takeReply();
    if (!reply)
        return;
    m_bytes += reply->size();
    if (m_step == Step::Stats)
        takeStats(*reply, now);
    else if (m_step == Step::Times)
        takeTimes(*reply, now);
    else
        takeCommandReply(*reply, now);
}

void GstatsTask::ended(Clock::time_point now)
{
    const bool obeyed = m_current == GstatsCommand::Quit && m_step == Step::Command &&
                        m_socket->error() == SourceError::NoReply;
    finish(obeyed ? Outcome{} : Outcome{m_socket->error(), m_socket->detail()}, now);
    m_socket.reset();
}

void GstatsTask::askNext(Clock::time_point now)
{
    if (!m_current) {
        ask("STATS", Step::Stats, now);
    } else if (*m_current == GstatsCommand::Reset) {
        ask("RESET", Step::Command, now);
    } else {
        ask("QUIT", Step::Command, now);
        m_deadline = now + QuitPatience;
    }
}

void GstatsTask::ask(std::string_view request, Step step, Clock::time_point now)
{
    m_deadline = now + m_timeout;
    m_step = step;
    m_socket->ask(request);
}

void GstatsTask::takeStats(const std::string &reply, Clock::time_point now)
{
    m_stats = readStatsReply(reply);
    m_outcome = outcomeOf(m_stats.issue, m_stats.at, reply);
    if (m_stats.issue == ReplyIssue::Fault || m_stats.issue == ReplyIssue::NotJson)
        finish(m_outcome, now);
    else
        ask("RTIMES", Step::Times, now);
}

void GstatsTask::takeTimes(const std::string &reply, Clock::time_point now)
{
    const TimesReply times = readTimesReply(reply);
    const bool readable = times.issue == ReplyIssue::None || times.issue == ReplyIssue::Damaged;
    const Millis gap = std::chrono::round<Millis>(now - m_lastAnswer.value_or(now));
    if (gap > LongestGap && gap > 2 * m_interval)
        m_findings->rebase();
    m_findings->take(m_stats, readable ? &times : nullptr, m_lastAnswer ? gap : m_interval);
    m_lastAnswer = now;
    finish(m_outcome.error != SourceError::None ? m_outcome : outcomeOf(times.issue, times.at, reply), now);
}

void GstatsTask::takeCommandReply(const std::string &reply, Clock::time_point now)
{
    const bool done = *m_current == GstatsCommand::Reset && isNullReply(reply);
    finish(done ? Outcome{} : Outcome{SourceError::PeerFault, reply.substr(0, ShownBytes)}, now);
    m_next = now;
}

void GstatsTask::timeOut(Clock::time_point now)
{
    if (m_current == GstatsCommand::Quit && m_step == Step::Command) {
        finish({}, now);
        m_socket.reset();
        return;
    }
    finish({SourceError::TimedOut, {}}, now);
}

void GstatsTask::finish(const Outcome &outcome, Clock::time_point now)
{
    m_step = Step::Idle;
    const bool spoke = outcome.error == SourceError::None || outcome.error == SourceError::PeerFault ||
                       outcome.error == SourceError::BadAnswer || outcome.error == SourceError::NotMetrics;
    if (!spoke)
        m_socket.reset(); // an answer that is still to come belongs to nobody
    if (const auto command = std::exchange(m_current, std::nullopt)) {
        m_reports.commanded(*command, outcome);
        return;
    }
    m_findings->countPoll(outcome.error == SourceError::None, m_bytes, wallClock(),
                          std::chrono::round<Millis>(now - m_began));
    m_next = m_next + m_interval > now ? m_next + m_interval : now + m_interval;
    m_reports.polled(outcome);
}

} // namespace metriscope::net
