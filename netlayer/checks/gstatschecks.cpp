// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/family.h"
#include "netlayer/checks/gstatstalk.h"
#include "netlayer/checks/httpprobe.h"
#include "netlayer/checks/sockettable.h"

#include "netlayer/gstats/statsreply.h"

#include <algorithm>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds TalkLimit{3000};

/// What the checks of one collector share.
struct Collector {
    QString address, events;
    QString prefix;
    bool named = false, absent = false; ///< absent: nobody listens, and nobody was promised
    std::chrono::milliseconds wait{0};
    std::optional<StatsReply> before, after;
};
using CollectorPtr = std::shared_ptr<Collector>;

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// What an answer means wherever a ZeroMQ socket was expected; nothing for one that talks to us.
std::optional<CheckResult> zmqFault(const QString &address, const ZmqAnswer &answer)
{
    using Outcome = ZmqAnswer::Outcome;
    CheckEvidence evidence = at(address);
    evidence.detail = answer.detail;
    switch (answer.outcome) {
    case Outcome::BadAddress:
        return fail(CheckReason::BadZmqAddress, evidence);
    case Outcome::HostNotFound:
        return fail(CheckReason::HostUnknown, evidence);
    case Outcome::Unreachable:
        return fail(CheckReason::HttpUnreachable, evidence);
    case Outcome::Mute:
        return fail(CheckReason::GstatsMute, evidence);
    case Outcome::NotZmq:
        return fail(CheckReason::NotZmq, evidence);
    default:
        return std::nullopt;
    }
}

class AddressCheck final : public Check
{
public:
    explicit AddressCheck(CollectorPtr collector)
        : Check(CheckId::GstatsAddress, TalkLimit * 2), m_collector(std::move(collector))
    {
        connect(&m_talk, &GstatsTalk::answered, this, &AddressCheck::answered);
    }

private:
    void run() override { m_talk.start(m_collector->address, ZmtpSocket::Req, "STATS", TalkLimit); }
    void release() override { m_talk.cancel(); }

    void answered(const ZmqAnswer &answer)
    {
        using Outcome = ZmqAnswer::Outcome;
        CheckEvidence evidence = at(m_collector->address);
        if (const auto fault = zmqFault(m_collector->address, answer))
            return finish(*fault);
        if (answer.outcome == Outcome::Refused) {
            m_collector->absent = !m_collector->named;
            return finish(m_collector->absent ? pass(CheckReason::GstatsServable, evidence)
                                              : fail(CheckReason::GstatsRefused, evidence));
        }
        if (answer.outcome == Outcome::WrongSocket) {
            evidence.detail = text(zmtpSocketName(answer.theirs));
            return finish(fail(answer.theirs == ZmtpSocket::Pull ? CheckReason::PushAddress
                                                                 : CheckReason::WrongZmqSocket,
                               evidence));
        }
        if (answer.outcome == Outcome::NoReply)
            return finish(fail(CheckReason::GstatsNoReply, evidence));
        const StatsReply reply = readStatsReply(answer.reply);
        if (!answer.oversized && reply.issue != ReplyIssue::None) {
            evidence.detail = firstBytes(QByteArray::fromStdString(answer.reply));
            return finish(fail(CheckReason::GstatsBadReply, evidence));
        }
        if (!answer.oversized)
            m_collector->before = reply;
        finish(pass(CheckReason::GstatsGood, evidence));
    }

    const CollectorPtr m_collector;
    GstatsTalk m_talk;
};

/// Where workers push their events.
class CollectorCheck final : public Check
{
public:
    explicit CollectorCheck(CollectorPtr collector)
        : Check(CheckId::GstatsCollector, TalkLimit * 2), m_collector(std::move(collector))
    {
        connect(&m_talk, &GstatsTalk::answered, this, &CollectorCheck::answered);
    }

private:
    void run() override
    {
        if (m_collector->events.isEmpty())
            return finish(skip(CheckReason::NothingGiven));
        m_talk.start(m_collector->events, ZmtpSocket::Push, {}, TalkLimit);
    }
    void release() override { m_talk.cancel(); }

    void answered(const ZmqAnswer &answer)
    {
        CheckEvidence evidence = at(m_collector->events);
        if (const auto fault = zmqFault(m_collector->events, answer))
            return finish(*fault);
        if (answer.outcome == ZmqAnswer::Outcome::Refused)
            return finish(m_collector->absent ? pass(CheckReason::GstatsServable, evidence)
                                              : fail(CheckReason::CollectorDown, evidence));
        if (answer.outcome == ZmqAnswer::Outcome::WrongSocket) {
            evidence.detail = text(zmtpSocketName(answer.theirs));
            return finish(fail(CheckReason::CollectorIsReply, evidence));
        }
        finish(pass(CheckReason::CollectorGood, evidence));
    }

    const CollectorPtr m_collector;
    GstatsTalk m_talk;
};

/// Asks for the counters a second time, after the time of waiting.
class EventsCheck final : public Check
{
public:
    explicit EventsCheck(CollectorPtr collector)
        : Check(CheckId::GstatsEvents, collector->wait + TalkLimit * 2), m_collector(std::move(collector))
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this,
                [this] { m_talk.start(m_collector->address, ZmtpSocket::Req, "STATS", TalkLimit); });
        connect(&m_talk, &GstatsTalk::answered, this, &EventsCheck::answered);
    }

private:
    void run() override
    {
        if (!m_collector->before)
            return finish(skip(CheckReason::TooFew));
        if (m_collector->wait.count() == 0)
            return finish(skip(CheckReason::NotWaited));
        m_timer.start(m_collector->wait);
    }
    void release() override
    {
        m_timer.stop();
        m_talk.cancel();
    }
    [[nodiscard]] static std::uint64_t events(const StatsReply &reply)
    {
        std::uint64_t sum = 0;
        for (const PrefixStats &stats : reply.prefixes)
            sum += stats.started.value_or(0) + stats.finished.value_or(0);
        return sum;
    }
    void answered(const ZmqAnswer &answer)
    {
        CheckEvidence evidence = at(m_collector->address);
        if (answer.outcome != ZmqAnswer::Outcome::Reply)
            return finish(fail(CheckReason::GstatsNoReply, evidence));
        m_collector->after = readStatsReply(answer.reply);
        const std::uint64_t before = events(*m_collector->before), now = events(*m_collector->after);
        // a collector that was reset meanwhile begins again at nothing
        const std::uint64_t fresh = now >= before ? now - before : now;
        if (fresh > 0) {
            evidence.count = static_cast<qint64>(fresh);
            return finish(pass(CheckReason::EventsSeen, evidence));
        }
        evidence.count = std::chrono::duration_cast<std::chrono::seconds>(m_collector->wait).count();
        finish(fail(CheckReason::NoEvents, evidence));
    }

    const CollectorPtr m_collector;
    QTimer m_timer;
    GstatsTalk m_talk;
};

/// Judges what the others have gathered.
class CollectorJudge final : public Check
{
public:
    using Judge = CheckResult (*)(const Collector &);
    CollectorJudge(CheckId id, CollectorPtr collector, Judge judge)
        : Check(id), m_collector(std::move(collector)), m_judge(judge)
    {
    }

private:
    void run() override { finish(m_judge(*m_collector)); }

    const CollectorPtr m_collector;
    const Judge m_judge;
};

CheckResult judgePrefix(const Collector &collector)
{
    const auto &reply = collector.after ? collector.after : collector.before;
    if (!reply)
        return skip(CheckReason::TooFew);
    CheckEvidence evidence = at(collector.address);
    evidence.detail = collector.prefix;
    for (const PrefixStats &stats : reply->prefixes)
        evidence.items << text(stats.prefix);
    if (evidence.items.isEmpty())
        return warn(CheckReason::GstatsEmpty, evidence);
    if (!collector.prefix.isEmpty() && !evidence.items.contains(collector.prefix))
        return fail(CheckReason::GstatsOtherPrefix, evidence);
    return pass(CheckReason::GstatsPrefixFound, evidence);
}

CheckResult judgeInFlight(const Collector &collector)
{
    if (!collector.before || !collector.after)
        return skip(collector.wait.count() == 0 ? CheckReason::NotWaited : CheckReason::TooFew);
    CheckEvidence evidence = at(collector.address);
    for (const PrefixStats &now : collector.after->prefixes) {
        const auto &before = collector.before->prefixes;
        const auto then = std::ranges::find(before, now.prefix, &PrefixStats::prefix);
        const auto started = static_cast<qint64>(now.started.value_or(0)),
                   finished = static_cast<qint64>(now.finished.value_or(0));
        const bool known = then != before.end();
        const qint64 began = started - (known ? static_cast<qint64>(then->started.value_or(0)) : 0);
        const qint64 ended = finished - (known ? static_cast<qint64>(then->finished.value_or(0)) : 0);
        // two by two, and none ends: each of them took no whole millisecond
        if (began >= 2 && began % 2 == 0 && ended == 0) {
            evidence.detail = text(now.prefix);
            evidence.count = began;
            evidence.total = ended;
            return warn(CheckReason::InFlightClimbs, evidence);
        }
        evidence.count += started - finished;
    }
    return pass(CheckReason::InFlightGood, evidence);
}

class StatusCheck final : public Check
{
public:
    explicit StatusCheck(const QString &url)
        : Check(CheckId::GstatsStatusUrl, TalkLimit * 3), m_given(url),
          m_url(url.contains("://"_L1) ? url : "http://"_L1 + url, QUrl::StrictMode)
    {
        connect(&m_probe, &HttpProbe::answered, this, &StatusCheck::answered);
    }

private:
    void run() override
    {
        if (m_given.isEmpty())
            return finish(skip(CheckReason::NothingGiven));
        if (!m_url.isValid() || m_url.host().isEmpty())
            return finish(fail(CheckReason::HostUnknown, at(m_given)));
        m_tried = m_url;
        m_probe.send("GET", m_tried, TalkLimit);
    }
    void release() override { m_probe.cancel(); }

    [[nodiscard]] static bool isStats(const HttpAnswer &answer)
    {
        return answer.outcome == HttpAnswer::Outcome::Answered && answer.status == 200 &&
               answer.body.trimmed().startsWith('{') &&
               readStatsReply({answer.body.constData(), static_cast<std::size_t>(answer.body.size())})
                       .issue == ReplyIssue::None;
    }

    /// It waits for a collector: where its README lets it look, or where its code does?
    [[nodiscard]] static CheckResult hangs(CheckEvidence evidence)
    {
        static constexpr std::string_view Read = "GSTATS_COMMS_ADDR", Published = "GSTATS_COMM_ADDR";
        for (const Process &server : ListenerTable().at(evidence.address).holders) {
            const auto published = startVariable(server.pid, Published);
            if (!published || startVariable(server.pid, Read))
                continue;
            evidence.peer = QString::fromStdString(server.text());
            evidence.detail = text(Published);
            evidence.found = text(Read) + u'=' + QString::fromStdString(*published);
            return fail(CheckReason::StatusVariable, evidence);
        }
        return fail(CheckReason::StatusHangs, evidence);
    }

    void answered(const HttpAnswer &answer)
    {
        if (m_tried != m_url) { // the usual path was tried
            m_fault.evidence.found = isStats(answer) ? shownUrl(m_tried) : QString();
            m_fault.reason = isStats(answer) ? CheckReason::StatusPath : CheckReason::StatusNotStats;
            return finish(m_fault);
        }
        finishOrGoOn(answer);
    }

    void finishOrGoOn(const HttpAnswer &answer)
    {
        using Outcome = HttpAnswer::Outcome;
        CheckEvidence evidence = at(shownUrl(m_url));
        evidence.detail = answer.detail;
        switch (answer.outcome) {
        case Outcome::HostNotFound:
            return finish(fail(CheckReason::HostUnknown, at(m_url.host())));
        case Outcome::Refused:
            return finish(fail(CheckReason::StatusRefused, evidence));
        case Outcome::Unreachable:
            return finish(fail(CheckReason::HttpUnreachable, evidence));
        case Outcome::Mute:
            return finish(hangs(evidence));
        case Outcome::TlsFailed:
            return finish(fail(CheckReason::HttpTls, evidence));
        case Outcome::PlainHttp:
            return finish(fail(CheckReason::HttpPlain, evidence));
        case Outcome::Closed:
            return finish(fail(CheckReason::HttpNoReply, evidence));
        case Outcome::NotHttp:
            return finish(fail(CheckReason::StatusNotStats, evidence));
        case Outcome::Answered:
        case Outcome::Cut:
            break;
        }
        if (isStats(answer))
            return finish(pass(CheckReason::StatusGood, evidence));
        evidence.detail = answer.status == 200 ? firstBytes(answer.body) : answer.statusText;
        if (answer.status == 403)
            return finish(fail(CheckReason::StatusForbidden, evidence));
        m_fault = fail(CheckReason::StatusNotStats, evidence);
        m_tried.setPath(u"/_status"_s);
        if (m_tried == m_url)
            return finish(m_fault);
        m_probe.send("GET", m_tried, TalkLimit);
    }

    const QString m_given;
    const QUrl m_url;
    QUrl m_tried;
    HttpProbe m_probe;
    CheckResult m_fault;
};

} // namespace

CheckNodes gstatsChecks(const CheckContext &context)
{
    const auto collector = std::make_shared<Collector>();
    const bool usual = context.gstats.isEmpty();
    collector->address = usual ? u"tcp://127.0.0.1:2345"_s : context.gstats;
    collector->events =
        !context.gstatsEvents.isEmpty() || !usual ? context.gstatsEvents : u"tcp://127.0.0.2:2345"_s;
    collector->named = context.gstatsNamed;
    collector->prefix = context.prefix;
    collector->wait = context.wait;
    const std::vector<CheckId> answer{CheckId::GstatsAddress};
    CheckNodes nodes;
    nodes.push_back({std::make_unique<AddressCheck>(collector)});
    nodes.push_back({std::make_unique<CollectorCheck>(collector), answer});
    nodes.push_back({std::make_unique<EventsCheck>(collector), answer, {CheckId::GstatsCollector}});
    nodes.push_back({std::make_unique<CollectorJudge>(CheckId::GstatsPrefix, collector, judgePrefix),
                     answer,
                     {CheckId::GstatsEvents, CheckId::GstatsCollector}});
    nodes.push_back({std::make_unique<CollectorJudge>(CheckId::GstatsInFlight, collector, judgeInFlight),
                     answer,
                     {CheckId::GstatsEvents, CheckId::GstatsCollector}});
    nodes.push_back({std::make_unique<StatusCheck>(context.gstatsStatus)});
    return nodes;
}

} // namespace metriscope::net
