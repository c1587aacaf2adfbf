// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/checkrun.h"

#include "netlayer/checks/family.h"
#include "netlayer/checks/sockettable.h"

#include <unistd.h>

#include <algorithm>
#include <string_view>

namespace metriscope::net
{

namespace
{

CheckNodes nodesOf(const CheckContext &context)
{
    switch (context.kind) {
    case CheckKind::M3:
        return m3Checks(context);
    case CheckKind::Statsd:
        return statsdChecks(context);
    case CheckKind::Gstats:
        return gstatsChecks(context);
    case CheckKind::Prometheus:
        return prometheusChecks(context);
    case CheckKind::Istats:
        return istatsChecks(context);
    case CheckKind::Graphite:
        return graphiteChecks(context);
    }
    return {};
}

CheckResult because(CheckReason reason, CheckId of)
{
    CheckResult result = skip(reason);
    const std::string_view name = checkIdName(of);
    result.evidence.detail = QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    return result;
}

/// Somebody listens, but not the one who was expected: then it matters who it is.
bool asksForOwner(CheckReason reason)
{
    switch (reason) {
    case CheckReason::HttpMute:
    case CheckReason::HttpNoReply:
    case CheckReason::HttpNotHttp:
    case CheckReason::HttpPlain:
    case CheckReason::HttpTls:
    case CheckReason::ContextsNotFound:
    case CheckReason::ContextsRedirect:
    case CheckReason::ContextsLogin:
    case CheckReason::ContextsBroken:
    case CheckReason::GstatsMute:
    case CheckReason::NotZmq:
    case CheckReason::WrongZmqSocket:
    case CheckReason::GstatsNoReply:
    case CheckReason::GstatsBadReply:
    case CheckReason::StatusHangs:
    case CheckReason::StatusNotStats:
    case CheckReason::ExporterNotFound:
    case CheckReason::ExporterHtml:
    case CheckReason::ExporterLogin:
    case CheckReason::ExporterBroken:
    case CheckReason::ExporterDamaged:
    case CheckReason::ExporterSlow:
    case CheckReason::MonitorMute:
    case CheckReason::MonitorFault:
    case CheckReason::MonitorNotXml:
    case CheckReason::GraphiteNotCarbon:
    case CheckReason::GraphiteCloses:
        return true;
    default:
        return false;
    }
}

void nameOwner(CheckEvidence &evidence)
{
    const auto [exists, holders] = ListenerTable().at(evidence.address);
    if (!exists || (!holders.empty() && holders.front().pid == ::getpid()))
        return;
    evidence.owner = holders.empty() ? QString() : QString::fromStdString(holders.front().text());
}

} // namespace

struct CheckRun::Family {
    CheckNodes nodes;
    std::vector<std::chrono::milliseconds> started; ///< since the run began
};

CheckRun::CheckRun(const CheckContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &CheckRun::cancel);
    begin();
    m_family.reset();
}

CheckRun::~CheckRun() = default;

void CheckRun::setContext(const CheckContext &context)
{
    if (m_running)
        return;
    m_context = context;
    begin();
    m_family.reset();
}

/// Checks keep sockets and answers, so every run gets new ones, and they go with its end.
void CheckRun::begin()
{
    m_family = std::make_unique<Family>(Family{nodesOf(m_context), {}});
    m_family->started.resize(m_family->nodes.size());
    m_entries.clear();
    for (std::size_t i = 0; i < m_family->nodes.size(); ++i) {
        Check *check = m_family->nodes[i].check.get();
        m_entries.push_back({check->id()});
        connect(check, &Check::finished, this, [this, i](const CheckResult &result) {
            settle(static_cast<int>(i), result);
            if (m_running) // queued: a check that answers at once must not nest ever deeper
                QMetaObject::invokeMethod(this, &CheckRun::startReady, Qt::QueuedConnection);
        });
    }
}

void CheckRun::start()
{
    if (m_running)
        return;
    begin();
    m_running = true;
    m_clock.start();
    m_deadline.start(m_context.wait < m_context.longest ? m_context.longest
                                                        : m_context.wait + std::chrono::seconds(3));
    for (int i = 0; i < static_cast<int>(m_entries.size()); ++i)
        Q_EMIT changed(i);
    QMetaObject::invokeMethod(this, &CheckRun::startReady, Qt::QueuedConnection);
}

void CheckRun::cancel()
{
    if (!m_running || m_ending)
        return;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].state == CheckEntry::State::Running)
            m_family->nodes[i].check->cancel();
        else if (m_entries[i].state == CheckEntry::State::Waiting)
            settle(static_cast<int>(i), skip(CheckReason::Cancelled));
    }
    end();
}

CheckCounts CheckRun::counts() const
{
    CheckCounts counts;
    for (const CheckEntry &entry : m_entries) {
        if (entry.state != CheckEntry::State::Done)
            continue;
        switch (entry.result.verdict) {
        case CheckVerdict::Pass:
            ++counts.pass;
            break;
        case CheckVerdict::Warning:
            ++counts.warning;
            break;
        case CheckVerdict::Fail:
            ++counts.fail;
            break;
        case CheckVerdict::Skipped:
            ++counts.skipped;
            break;
        }
    }
    return counts;
}

void CheckRun::startReady()
{
    if (!m_running || m_ending)
        return;
    const auto entryOf = [this](CheckId id) { return std::ranges::find(m_entries, id, &CheckEntry::id); };
    bool allDone = true;
    for (std::size_t i = 0; i < m_entries.size() && !m_ending; ++i) {
        if (m_entries[i].state == CheckEntry::State::Done)
            continue;
        allDone = false;
        if (m_entries[i].state == CheckEntry::State::Running)
            continue;
        const CheckNode &node = m_family->nodes[i];
        std::optional<CheckResult> answer;
        bool ready = true;
        for (const CheckId need : node.needs) {
            const auto entry = entryOf(need);
            ready = ready && entry->state == CheckEntry::State::Done;
            if (entry->state == CheckEntry::State::Done && entry->result.verdict != CheckVerdict::Pass &&
                entry->result.verdict != CheckVerdict::Warning)
                answer = because(CheckReason::DependsOn, need);
        }
        for (const CheckId before : node.after) {
            const auto entry = entryOf(before);
            ready = ready && entry->state == CheckEntry::State::Done;
            if (entry->state == CheckEntry::State::Done && entry->result.verdict == CheckVerdict::Fail)
                answer = because(CheckReason::ExplainedBy, before);
        }
        if (!ready)
            continue;
        m_family->started[i] = std::chrono::milliseconds(m_clock.elapsed());
        if (answer) {
            settle(static_cast<int>(i), *answer);
            QMetaObject::invokeMethod(this, &CheckRun::startReady, Qt::QueuedConnection);
            continue;
        }
        m_entries[i].state = CheckEntry::State::Running;
        Q_EMIT changed(static_cast<int>(i));
        node.check->start();
    }
    if (allDone && !m_ending)
        end();
}

void CheckRun::settle(int index, const CheckResult &result)
{
    CheckEntry &entry = m_entries[static_cast<std::size_t>(index)];
    entry.result = result;
    if (asksForOwner(result.reason))
        nameOwner(entry.result.evidence);
    entry.took = entry.state == CheckEntry::State::Running
                     ? std::chrono::milliseconds(m_clock.elapsed()) -
                           m_family->started[static_cast<std::size_t>(index)]
                     : std::chrono::milliseconds(0);
    entry.state = CheckEntry::State::Done;
    Q_EMIT changed(index);
}

/// Queued, for this may be called by one of those that go.
void CheckRun::end()
{
    m_ending = true;
    m_deadline.stop();
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_family.reset();
            m_running = m_ending = false;
            Q_EMIT finished();
        },
        Qt::QueuedConnection);
}

} // namespace metriscope::net
