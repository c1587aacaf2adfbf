// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/statsdnodes.h"

#include "netlayer/statsd/explain.h"
#include "netlayer/statsd/lineparser.h"

#include <algorithm>
#include <set>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

enum class Astray : std::uint8_t { OtherPort, OtherFamily, OtherInterface };

QString withoutDots(QString prefix)
{
    while (prefix.endsWith(u'.'))
        prefix.chop(1);
    return prefix;
}

qint64 seconds(const StatsdWatch &watch)
{
    return std::chrono::duration_cast<std::chrono::seconds>(watch.context().wait).count();
}

bool looksLikeStatsd(std::string_view payload)
{
    bool taken = false;
    forEachLine(payload.substr(0, 4096), [&](std::string_view line) {
        taken = taken || explainLine(line, defaultDialect()).acceptedBy.any();
    });
    return taken && payload.find('|') != std::string_view::npos;
}

/// How far a datagram is off. Most is told by the address it would have reached with one change.
Astray kindOf(const Endpoint &seen, const StatsdWatch &watch)
{
    bool samePort = false, sameFamily = false;
    for (const StatsdWatch::Target &target : watch.targets()) {
        if (target.endpoint.port != seen.port)
            continue;
        samePort = true;
        sameFamily = sameFamily || target.endpoint.kind == seen.kind;
    }
    return !samePort ? Astray::OtherPort : sameFamily ? Astray::OtherInterface : Astray::OtherFamily;
}

/// Somebody else may rightly send to another place. It is ours when it bears our prefix, or when nothing
/// arrives where it should.
bool isOurs(const SeenDatagram &seen, const StatsdWatch &watch)
{
    if (!looksLikeStatsd(seen.payload))
        return false;
    const std::string prefix = withoutDots(watch.context().prefix).toStdString();
    if (!prefix.empty())
        return seen.payload.starts_with(prefix);
    return watch.arrivedCount() == 0;
}

CheckResult judgeStrays(const StatsdWatch &watch, Astray kind, CheckReason reason)
{
    CheckEvidence evidence = at(watch.targetText());
    const SeenDatagram *first = nullptr;
    for (const SeenDatagram &seen : watch.strays()) {
        if (kindOf(seen.destination, watch) != kind || !isOurs(seen, watch) ||
            (first && seen.destination != first->destination))
            continue;
        first = first ? first : &seen;
        ++evidence.count;
    }
    if (!first) {
        for (const QString &item : watch.watched()) {
            const auto endpoint = Endpoint::fromText(item.toStdString());
            if (endpoint && kindOf(*endpoint, watch) == kind)
                evidence.items << item;
        }
        if (watch.watched().isEmpty() && !watch.hasWire())
            return skip(CheckReason::NotWaited, evidence);
        return pass(CheckReason::NoneElsewhere, evidence);
    }
    evidence.found = QString::fromStdString(first->destination.text());
    evidence.peer = QString::fromStdString(first->source);
    evidence.detail = shownBytes(first->payload);
    return fail(reason, evidence);
}

CheckResult judgeWire(const StatsdWatch &watch)
{
    CheckEvidence evidence = at(watch.targetText());
    evidence.count = static_cast<qint64>(watch.wireCount());
    evidence.total = static_cast<qint64>(watch.arrivedCount());
    if (!watch.hasWire())
        return skip(CheckReason::NoCapture, evidence);
    if (!watch.seesArrivals())
        return skip(CheckReason::NotOurSocket, watch.unseen()->claim.evidence);
    // what is under way at the end is in one of the two only
    static constexpr qint64 UnderWay = 2;
    return evidence.count > evidence.total + UnderWay ? fail(CheckReason::WireLost, evidence)
                                                      : pass(CheckReason::WireMatches, evidence);
}

CheckResult judgeTraffic(const StatsdWatch &watch)
{
    CheckEvidence evidence = at(watch.targetText());
    if (!watch.seesArrivals())
        return skip(CheckReason::NotOurSocket, watch.unseen()->claim.evidence);
    if (watch.arrivedCount() == 0 && watch.unseen())
        return skip(CheckReason::NotOurSocket, watch.unseen()->claim.evidence);
    if (watch.arrivedCount() == 0) {
        evidence.count = seconds(watch);
        const bool m3 = watch.context().kind == CheckKind::M3;
        return watch.context().wait.count() == 0
                   ? skip(CheckReason::NotWaited)
                   : fail(m3 ? CheckReason::NoTrafficM3 : CheckReason::NoTraffic, evidence);
    }
    const SeenDatagram &first = watch.arrived().front();
    evidence.count = static_cast<qint64>(watch.arrivedCount());
    evidence.peer = QString::fromStdString(first.source);
    evidence.detail = shownBytes(first.payload);
    return pass(CheckReason::TrafficSeen, evidence);
}

CheckReason reasonOf(const LineReport &report)
{
    if (report.hint == LineHint::EscapedNewline)
        return CheckReason::LineEscapedNewline;
    if (report.hint == LineHint::DecimalComma)
        return CheckReason::LineDecimalComma;
    if (report.issue == LineIssue::EmptyName)
        return CheckReason::LineEmptyName;
    if (report.issue == LineIssue::TrailingGarbage || report.hint == LineHint::TrailingText)
        return CheckReason::LineTrailingGarbage;
    if (report.issue == LineIssue::CarriageReturn)
        return CheckReason::LineCarriageReturn;
    return report.verdict == Verdict::Rejected ? CheckReason::LineRejected : CheckReason::LineDoubtful;
}

CheckResult judgeLines(const StatsdWatch &watch)
{
    CheckResult worst;
    qint64 lines = 0, rejected = 0;
    forEachArrived(watch, [&](std::string_view line, const SeenDatagram &datagram) {
        ++lines;
        const Explanation why = explainLine(line, watch.dialect());
        const bool bad = why.report.verdict == Verdict::Rejected;
        rejected += bad ? 1 : 0;
        const bool doubtful =
            why.report.verdict == Verdict::Warning || why.report.issue == LineIssue::CarriageReturn;
        if ((!bad && !doubtful) || worst.verdict == CheckVerdict::Fail ||
            (worst.verdict == CheckVerdict::Warning && !bad))
            return;
        CheckEvidence evidence;
        evidence.detail = shownBytes(line);
        evidence.peer = QString::fromStdString(datagram.source);
        evidence.issue = why.report.issue;
        evidence.hint = why.report.hint;
        for (std::size_t i = 0; bad && i < DialectCount; ++i) {
            const std::string_view name = dialects()[i].name;
            if (why.acceptedBy[i])
                evidence.items << QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        }
        worst = {bad ? CheckVerdict::Fail : CheckVerdict::Warning, reasonOf(why.report), evidence};
    });
    worst.evidence.count = worst.verdict == CheckVerdict::Fail ? rejected : lines;
    worst.evidence.total = lines;
    if (worst.reason != CheckReason::None)
        return worst;
    if (lines == 0) {
        worst.evidence.count = seconds(watch);
        return skip(watch.context().wait.count() > 0 ? CheckReason::NothingSeen : CheckReason::NotWaited,
                    worst.evidence);
    }
    return pass(CheckReason::LinesGood, worst.evidence);
}

CheckResult judgePrefix(const StatsdWatch &watch)
{
    const QString &prefix = watch.context().prefix;
    CheckEvidence evidence;
    evidence.detail = prefix;
    if (prefix.endsWith(u'.')) {
        evidence.found = withoutDots(prefix);
        return warn(CheckReason::PrefixTrailingDot, evidence);
    }
    QString twoDots, anyName;
    forEachArrived(watch, [&](std::string_view line, const SeenDatagram &) {
        const std::string_view name = line.substr(0, line.find(':'));
        if (anyName.isEmpty())
            anyName = shownBytes(name);
        if (twoDots.isEmpty() && name.find("..") != std::string_view::npos)
            twoDots = shownBytes(name);
    });
    if (!twoDots.isEmpty()) {
        evidence.detail = twoDots;
        evidence.found = twoDots.section(u".."_s, 0, 0);
        return warn(CheckReason::PrefixTrailingDot, evidence);
    }
    if (prefix.isEmpty() && anyName.isEmpty())
        return skip(CheckReason::NothingGiven);
    evidence.detail = prefix.isEmpty() ? anyName : prefix;
    return pass(CheckReason::PrefixGood, evidence);
}

} // namespace

WatchCheck::WatchCheck(CheckId id, std::shared_ptr<StatsdWatch> watch, Judge judge, When when)
    : Check(id, watch->context().wait + std::chrono::seconds(3)), m_watch(std::move(watch)),
      m_judge(std::move(judge)), m_when(when)
{
}

void WatchCheck::run()
{
    if (m_when == When::AtOnce)
        return finish(m_judge(*m_watch));
    m_connection = connect(m_watch.get(), &StatsdWatch::over, this, [this] { finish(m_judge(*m_watch)); });
    m_watch->observe();
    if (m_watch->isOver())
        finish(m_judge(*m_watch));
}

void WatchCheck::release()
{
    disconnect(m_connection);
}

void forEachArrived(const StatsdWatch &watch,
                    const std::function<void(std::string_view, const SeenDatagram &)> &each)
{
    for (const SeenDatagram &datagram : watch.arrived())
        forEachLine(datagram.payload, [&](std::string_view line) { each(line, datagram); });
}

QString shownBytes(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, 300);
    return QString::fromUtf8(head.data(), static_cast<qsizetype>(head.size()));
}

CheckNodes trafficNodes(const std::shared_ptr<StatsdWatch> &watch)
{
    const auto node = [&](CheckId id, WatchCheck::Judge judge, std::vector<CheckId> needs,
                          std::vector<CheckId> after = {}) {
        return CheckNode{std::make_unique<WatchCheck>(id, watch, std::move(judge)), std::move(needs),
                         std::move(after)};
    };
    const auto strays = [](Astray kind, CheckReason reason) {
        return [kind, reason](const StatsdWatch &over) { return judgeStrays(over, kind, reason); };
    };
    const std::vector<CheckId> port{CheckId::PortOwner};
    CheckNodes nodes;
    nodes.push_back(node(CheckId::OtherPort, strays(Astray::OtherPort, CheckReason::SeenElsewhere), port));
    nodes.push_back(
        node(CheckId::AddressFamily, strays(Astray::OtherFamily, CheckReason::SeenOtherFamily), port));
    nodes.push_back(
        node(CheckId::Interface, strays(Astray::OtherInterface, CheckReason::SeenOtherInterface), port));
    nodes.push_back(node(CheckId::WireLoss, judgeWire, port, {CheckId::SelfTest, CheckId::KernelDrops}));
    nodes.push_back(node(CheckId::Traffic, judgeTraffic, port,
                         {CheckId::SelfTest, CheckId::OtherPort, CheckId::AddressFamily, CheckId::Interface,
                          CheckId::WireLoss}));
    nodes.push_back(node(CheckId::Lines, judgeLines, port));
    if (watch->context().prefix.endsWith(u'.')) // which is enough to know
        nodes.push_back(
            {std::make_unique<WatchCheck>(CheckId::Prefix, watch, judgePrefix, WatchCheck::When::AtOnce)});
    else
        nodes.push_back(node(CheckId::Prefix, judgePrefix, {}, port));
    return nodes;
}

} // namespace metriscope::net
