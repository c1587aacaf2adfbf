// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/httpprobe.h"
#include "netlayer/checks/m3prefix.h"
#include "netlayer/checks/statsdnodes.h"

#include "netlayer/contexts/contextserver.h"
#include "netlayer/contexts/requestname.h"
#include "netlayer/engine/netthread.h"
#include "netlayer/statsd/lineparser.h"

#include <cmath>
#include <iterator>
#include <map>
#include <set>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds ReplyLimit{3000};
const QString UsualContexts = u"http://127.0.0.1:1942/register"_s;

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QUrl contextsUrl(const CheckContext &context)
{
    if (context.contexts.isEmpty())
        return QUrl(UsualContexts);
    QUrl url(context.contexts.contains("://"_L1) ? context.contexts : "http://"_L1 + context.contexts,
             QUrl::StrictMode);
    if (url.path().isEmpty())
        url.setPath(u"/register"_s);
    return url;
}

std::string_view nameOf(std::string_view line)
{
    return line.substr(0, line.find(':'));
}

/// Takes registrations while we wait, where nobody else does.
struct ContextsDesk {
    std::unique_ptr<NetThread> thread;
    std::unique_ptr<ContextServer> server;
    QStringList names; ///< of the applications that registered

    [[nodiscard]] bool open(const Endpoint &endpoint)
    {
        ContextServer::Config config;
        config.endpoints = {endpoint};
        thread = std::make_unique<NetThread>();
        server = std::make_unique<ContextServer>(*thread, config);
        QObject::connect(server.get(), &ContextServer::registered, server.get(),
                         [this](const RegistrationPtr &registration) {
                             names << QString::fromStdString(registration->identity.name());
                         });
        server->start();
        return server->state() == Source::State::Running;
    }
};
using ContextsDeskPtr = std::shared_ptr<ContextsDesk>;

/// Asks what a registration would find, without making one: OPTIONS, then GET where that says nothing.
class ContextsUrlCheck final : public Check
{
public:
    ContextsUrlCheck(const CheckContext &context, ContextsDeskPtr desk)
        : Check(CheckId::ContextsUrl, ReplyLimit * 2 + std::chrono::seconds(1)), m_url(contextsUrl(context)),
          m_named(context.contextsNamed), m_desk(std::move(desk))
    {
        connect(&m_probe, &HttpProbe::answered, this, &ContextsUrlCheck::answered);
    }

private:
    void run() override
    {
        if (!m_url.isValid() || m_url.host().isEmpty() ||
            (m_url.scheme() != "http"_L1 && m_url.scheme() != "https"_L1))
            return finish(fail(CheckReason::BadAddress, at(shownUrl(m_url))));
        m_probe.send("OPTIONS", m_url, ReplyLimit);
    }
    void release() override { m_probe.cancel(); }

    /// Nobody listens and nobody was promised: then the console can serve, if it can listen there.
    [[nodiscard]] bool canServe()
    {
        if (m_named || m_url.scheme() != "http"_L1)
            return false;
        const QString host = m_url.host().contains(u':') ? u'[' + m_url.host() + u']' : m_url.host();
        const auto endpoint =
            Endpoint::fromText((host + u':' + QString::number(m_url.port(80))).toStdString());
        return endpoint && m_desk->open(*endpoint);
    }

    void answered(const HttpAnswer &answer)
    {
        using Outcome = HttpAnswer::Outcome;
        CheckEvidence evidence = at(shownUrl(m_url));
        evidence.detail = answer.outcome == Outcome::Answered ? answer.statusText : answer.detail;
        evidence.count = answer.took;
        switch (answer.outcome) {
        case Outcome::HostNotFound:
            return finish(fail(CheckReason::HostUnknown, at(m_url.host())));
        case Outcome::Refused:
            return finish(canServe() ? pass(CheckReason::ContextsServable, evidence)
                                     : fail(CheckReason::HttpRefused, evidence));
        case Outcome::Unreachable:
            return finish(fail(CheckReason::HttpUnreachable, evidence));
        case Outcome::Mute:
            return finish(fail(CheckReason::HttpMute, evidence));
        case Outcome::Closed:
            return finish(fail(CheckReason::HttpNoReply, evidence));
        case Outcome::NotHttp:
            return finish(fail(CheckReason::HttpNotHttp, evidence));
        case Outcome::TlsFailed:
            return finish(fail(CheckReason::HttpTls, evidence));
        case Outcome::PlainHttp:
            return finish(fail(CheckReason::HttpPlain, evidence));
        case Outcome::Answered:
        case Outcome::Cut:
            break;
        }
        judgeStatus(answer, evidence);
    }

    void judgeStatus(const HttpAnswer &answer, CheckEvidence evidence)
    {
        const int status = answer.status;
        // a server that knows POST alone may answer anything of these; who knows no OPTIONS is asked again
        const bool unsure = status == 404 || status >= 500;
        if (unsure && !m_askedAgain) {
            m_askedAgain = true;
            return m_probe.send("GET", m_url, ReplyLimit);
        }
        if (status >= 300 && status < 400) {
            evidence.found = shownUrl(m_url.resolved(QUrl(answer.location)));
            return finish(fail(CheckReason::ContextsRedirect, evidence));
        }
        if (status == 401 || status == 403 || status == 407)
            return finish(fail(CheckReason::ContextsLogin, evidence));
        if (status == 404 || status == 410) {
            QUrl usual = m_url;
            usual.setPath(u"/register"_s);
            evidence.found = shownUrl(usual);
            return finish(fail(CheckReason::ContextsNotFound, evidence));
        }
        if (status >= 500 && status != 501)
            return finish(fail(CheckReason::ContextsBroken, evidence));
        finish(pass(CheckReason::ContextsGood, evidence));
    }

    const QUrl m_url;
    const bool m_named;
    const ContextsDeskPtr m_desk;
    HttpProbe m_probe;
    bool m_askedAgain = false;
};

CheckResult judgeIdentity(const StatsdWatch &watch)
{
    CheckEvidence evidence;
    evidence.detail = watch.context().prefix;
    if (evidence.detail.isEmpty()) {
        forEachArrived(watch, [&](std::string_view line, const SeenDatagram &) {
            if (evidence.detail.isEmpty())
                evidence.detail = text(m3PrefixOf(line));
        });
    }
    if (evidence.detail.isEmpty())
        return skip(CheckReason::NothingGiven);
    evidence.found = text(missingPart(evidence.detail.toStdString()));
    return evidence.found.isEmpty() ? pass(CheckReason::IdentityGood, evidence)
                                    : fail(CheckReason::IdentityMissing, evidence);
}

struct Timings {
    qint64 count = 0;
    bool whole = true;
    std::string line;
};

CheckResult judgeUnit(const StatsdWatch &watch)
{
    static constexpr qint64 Enough = 3;
    std::map<std::string, Timings> byPrefix;
    forEachArrived(watch, [&](std::string_view line, const SeenDatagram &) {
        const auto name = readRequestName(nameOf(line));
        if (!name || name->what != RequestName::What::Timing)
            return;
        struct {
            std::optional<double> value;
            void sample(const Sample &sample) { value = sample.value; }
        } sink;
        const LineReport report = parseLine(line, watch.dialect(), sink);
        if (report.verdict == Verdict::Rejected || !sink.value)
            return;
        Timings &timings = byPrefix[std::string(withoutLastDots(name->prefix))];
        ++timings.count;
        timings.whole = timings.whole && std::trunc(*sink.value) == *sink.value;
        timings.line = line;
    });
    CheckResult result =
        skip(watch.context().wait.count() > 0 ? CheckReason::TooFew : CheckReason::NotWaited);
    for (const auto &[prefix, timings] : byPrefix) {
        CheckEvidence evidence;
        evidence.detail = text(prefix);
        evidence.count = timings.count;
        evidence.found = shownBytes(timings.line);
        const auto &known = watch.context().console.takenAsMicroseconds;
        if (timings.count < Enough)
            result.evidence.count = timings.count;
        else if (timings.whole && known && known(evidence.detail))
            result = pass(CheckReason::UnitKnown, evidence);
        else if (timings.whole)
            return warn(CheckReason::UnitMicros, evidence);
        else
            result = pass(CheckReason::UnitMillis, evidence);
    }
    return result;
}

CheckResult judgeUsers(const StatsdWatch &watch)
{
    struct Level {
        bool delta = false, gauge = false;
    };
    std::map<std::string, Level> levels;
    forEachArrived(watch, [&](std::string_view line, const SeenDatagram &) {
        const std::string_view name = nameOf(line);
        if (!readRequestName(name) || (!name.ends_with("users.active") && !name.ends_with("users.count")))
            return;
        Level &level = levels[std::string(name)];
        level.gauge = level.gauge || line.find("|g") != std::string_view::npos;
        level.delta = level.delta || line.find("|c") != std::string_view::npos;
    });
    CheckEvidence evidence;
    for (const auto &[name, level] : levels) {
        evidence.detail = text(name);
        if (level.delta && !level.gauge)
            return warn(CheckReason::UsersNoBaseline, evidence);
    }
    if (levels.empty())
        return skip(watch.context().wait.count() > 0 ? CheckReason::TooFew : CheckReason::NotWaited);
    return pass(CheckReason::UsersGood, evidence);
}

/// What registered before we came is known to a console that runs, and to nobody else.
CheckResult judgeContexts(const StatsdWatch &watch, const ContextsDesk &desk)
{
    CheckEvidence evidence;
    if (!desk.names.isEmpty()) {
        evidence.detail = desk.names.join(u", "_s);
        return pass(CheckReason::ContextsSeen, evidence);
    }
    const auto &registrations = watch.context().console.registrations;
    if (!registrations)
        return skip(watch.context().wait.count() > 0 ? CheckReason::NoRegistration : CheckReason::NotWaited);
    const QStringList known = registrations();
    std::set<std::string> seen;
    forEachArrived(watch, [&](std::string_view line, const SeenDatagram &) {
        const std::string_view prefix = m3PrefixOf(line);
        if (!prefix.empty() && missingPart(prefix).empty())
            seen.insert(readPrefix(prefix).name);
    });
    for (const std::string &identity : seen) {
        evidence.detail = text(identity);
        if (!known.contains(evidence.detail))
            return warn(CheckReason::ContextsNever, evidence);
    }
    if (seen.empty())
        return skip(watch.context().wait.count() > 0 ? CheckReason::NothingSeen : CheckReason::NotWaited);
    return pass(CheckReason::ContextsSeen, evidence);
}

} // namespace

CheckNodes m3Checks(const CheckContext &context)
{
    const auto watch = std::make_shared<StatsdWatch>(context);
    const auto desk = std::make_shared<ContextsDesk>();
    CheckNodes nodes = statsdNodes(watch);
    const std::vector<CheckId> port{CheckId::PortOwner};
    const auto add = [&](CheckId id, WatchCheck::Judge judge, std::vector<CheckId> needs) {
        nodes.push_back({std::make_unique<WatchCheck>(id, watch, std::move(judge)), std::move(needs)});
    };
    if (context.prefix.isEmpty())
        add(CheckId::Identity, judgeIdentity, port);
    else
        nodes.push_back({std::make_unique<WatchCheck>(CheckId::Identity, watch, judgeIdentity,
                                                      WatchCheck::When::AtOnce)});
    add(CheckId::TimingUnit, judgeUnit, port);
    add(CheckId::UserBaseline, judgeUsers, port);
    nodes.push_back({std::make_unique<ContextsUrlCheck>(context, desk)});
    add(CheckId::ContextsSent, [desk](const StatsdWatch &over) { return judgeContexts(over, *desk); },
        {CheckId::PortOwner, CheckId::ContextsUrl});
    return nodes;
}

} // namespace metriscope::net
