// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"
#include "netlayer/gstats/gstatscommand.h"
#include "netlayer/gstats/gstatsfindings.h"
#include "netlayer/gstats/reqsocket.h"
#include "netlayer/gstats/zmqtask.h"
#include "netlayer/sockets/endpoint.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace metriscope::net
{

class Tap;

/// The polls of one GstatsClient, on the ZeroMQ thread. A poll asks STATS, then RTIMES, over a connection
/// that is kept as long as answers come.
class GstatsTask final : public ZmqTask
{
public:
    struct Outcome {
        SourceError error = SourceError::None;
        std::string detail;
    };
    struct Reports { ///< called on the ZeroMQ thread
        std::function<void(const Outcome &)> polled;
        std::function<void(GstatsCommand, const Outcome &)> commanded;
    };

    GstatsTask(const Endpoint &peer, Millis interval, Millis timeout,
               std::shared_ptr<GstatsFindings> findings, Tap *tap, Reports reports);

    void close() noexcept override;
    void waitFor(std::vector<pollfd> &items) const override;
    Clock::time_point serve(Clock::time_point now) override;

    // On the ZeroMQ thread, too.
    void setInterval(Millis interval);
    void pollNow() { m_next = {}; }
    void command(GstatsCommand command) { m_wanted = command; }

private:
    enum class Step : std::uint8_t { Idle, Connect, Stats, Times, Command };
    void begin(Clock::time_point now);
    void advance(Clock::time_point now);
    void ended(Clock::time_point now);
    void ask(std::string_view request, Step step, Clock::time_point now);
    void askNext(Clock::time_point now);
    void takeStats(const std::string &reply, Clock::time_point now);
    void takeTimes(const std::string &reply, Clock::time_point now);
    void takeCommandReply(const std::string &reply, Clock::time_point now);
    void timeOut(Clock::time_point now);
    void finish(const Outcome &outcome, Clock::time_point now);

    const Endpoint m_peer;
    Millis m_interval;
    const Millis m_timeout;
    const std::shared_ptr<GstatsFindings> m_findings;
    Tap *const m_tap;
    const Reports m_reports;
    std::optional<ReqSocket> m_socket; ///< none before the first poll and after a failure
    Step m_step = Step::Idle;
    std::optional<GstatsCommand> m_wanted, m_current;
    Clock::time_point m_next{}, m_began{}, m_deadline{};
    std::optional<Clock::time_point> m_lastAnswer;
    StatsReply m_stats; ///< of the poll that goes on, and what became of it
    Outcome m_outcome;
    std::size_t m_bytes = 0; ///< of the poll's answers
};

} // namespace metriscope::net
