// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/exporter.h"
#include "netlayer/checks/sockettable.h"

#include <QTcpSocket>

#include <algorithm>
#include <array>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds ConnectLimit{2500};

/// Which ports take connections.
class ExporterPortsCheck final : public Check
{
public:
    explicit ExporterPortsCheck(ExporterPtr exporter)
        : Check(CheckId::ExporterPorts, ConnectLimit), m_exporter(std::move(exporter))
    {
    }

private:
    void run() override
    {
        if (!m_exporter->valid)
            return finish(fail(CheckReason::BadAddress, at(m_exporter->address)));
        for (const std::string &text : m_exporter->targets.urls) {
            const QUrl url(QString::fromStdString(text));
            QTcpSocket *socket = m_sockets.emplace_back(std::make_unique<QTcpSocket>()).get();
            connect(socket, &QTcpSocket::connected, this, [this, url] { settle(url, {}); });
            connect(socket, &QTcpSocket::errorOccurred, this,
                    [this, url, socket](QAbstractSocket::SocketError error) {
                        m_error = m_error == QAbstractSocket::UnknownSocketError ? error : m_error;
                        m_why = socket->errorString();
                        settle({}, url);
                    });
            socket->connectToHost(url.host(), static_cast<quint16>(url.port(80)));
        }
    }
    void release() override
    {
        for (auto &socket : m_sockets) {
            socket->disconnect(this);
            socket->abort();
            socket.release()->deleteLater(); // one of them may be calling us
        }
        m_sockets.clear();
    }
    [[nodiscard]] CheckResult lateResult() const override
    {
        CheckEvidence evidence = at(m_exporter->address);
        evidence.detail = m_why;
        return m_open.empty() ? fail(CheckReason::HttpUnreachable, evidence) : judge();
    }

    void settle(const QUrl &open, const QUrl &closed)
    {
        if (closed.isEmpty())
            m_open.push_back(open);
        if (++m_answers == m_exporter->targets.urls.size())
            finish(judge());
    }

    [[nodiscard]] CheckResult judge() const
    {
        CheckEvidence evidence = at(m_exporter->address);
        evidence.detail = m_why;
        for (const std::string &text : m_exporter->targets.urls) { // in their order
            const QUrl url(QString::fromStdString(text));
            if (std::ranges::find(m_open, url) == m_open.end())
                continue;
            m_exporter->open.push_back(url);
            evidence.items << shownUrl(url);
        }
        if (m_open.empty()) {
            if (m_error == QAbstractSocket::HostNotFoundError)
                return fail(CheckReason::HostUnknown, evidence);
            if (m_error != QAbstractSocket::ConnectionRefusedError)
                return fail(CheckReason::HttpUnreachable, evidence);
            return fail(m_exporter->targets.range ? CheckReason::NoPortAnswers : CheckReason::ExporterRefused,
                        evidence);
        }
        const QUrl last(QString::fromStdString(m_exporter->targets.urls.back()));
        static constexpr int EndOfRange = 8050; // of range(8001, 8050), which everybody copies
        if (m_exporter->targets.range && last.port() == EndOfRange &&
            std::ranges::find(m_open, last) == m_open.end()) {
            evidence.found = m_exporter->address;
            evidence.found.replace(u"8050"_s, u"8049"_s);
            return warn(CheckReason::RangeEndUnused, evidence);
        }
        return pass(CheckReason::PortsAnswer, evidence);
    }

    const ExporterPtr m_exporter;
    std::vector<std::unique_ptr<QTcpSocket>> m_sockets;
    std::vector<QUrl> m_open;
    QAbstractSocket::SocketError m_error = QAbstractSocket::UnknownSocketError;
    QString m_why;
    std::size_t m_answers = 0;
};

/// Asks the same address in rounds of several connections at once. What is said in a round was counted after
/// the round before it was answered, so one process can only have counted on. Each connection waits before it
/// asks: a worker that has taken one is kept from the next, so that every connection meets another worker.
class ExporterWorkersCheck final : public Check
{
public:
    explicit ExporterWorkersCheck(ExporterPtr exporter)
        : Check(CheckId::ExporterWorkers, std::chrono::seconds(5)), m_exporter(std::move(exporter))
    {
        for (HttpProbe &probe : m_probes)
            connect(&probe, &HttpProbe::answered, this, &ExporterWorkersCheck::answered);
    }

private:
    static constexpr int Rounds = 4;
    static constexpr std::chrono::seconds Limit{2};
    static constexpr std::chrono::milliseconds Hold{120}; ///< a busy machine needs some to wake its workers

    void run() override
    {
        m_last = m_exporter->scrapes.front().facts;
        beginRound();
    }
    void release() override
    {
        for (HttpProbe &probe : m_probes)
            probe.cancel();
    }
    [[nodiscard]] CheckResult lateResult() const override { return steady(); }
    [[nodiscard]] const QUrl &url() const { return m_exporter->scrapes.front().url; }
    [[nodiscard]] CheckResult steady() const
    {
        CheckEvidence evidence = at(shownUrl(url()));
        evidence.count = m_asked + 1;
        return pass(CheckReason::WorkersOne, evidence);
    }
    void beginRound()
    {
        m_waiting = static_cast<int>(m_probes.size());
        m_highest = m_last;
        for (HttpProbe &probe : m_probes)
            probe.send("GET", url(), Limit, {}, {}, Hold);
    }

    void answered(const HttpAnswer &answer)
    {
        ++m_asked;
        const ScrapeFacts facts = factsOf(answer);
        if (!facts.isExposition)
            return finish(steady());
        if (const auto fault = contradiction(facts))
            return finish(*fault);
        for (const auto &[name, value] : facts.counters) {
            double &highest = m_highest.counters[name];
            highest = facts.startTime > m_highest.startTime ? value : std::max(highest, value);
        }
        m_highest.startTime = std::max(m_highest.startTime, facts.startTime);
        if (--m_waiting > 0)
            return;
        m_last = m_highest;
        if (++m_rounds == Rounds)
            return finish(steady());
        beginRound();
    }

    /// Against the round before. A younger process may begin again at nothing, an older or the same one may
    /// not.
    [[nodiscard]] std::optional<CheckResult> contradiction(const ScrapeFacts &facts) const
    {
        CheckEvidence evidence = at(shownUrl(url()));
        if (facts.startTime < m_last.startTime) {
            evidence.detail = u"process_start_time_seconds"_s;
            evidence.items << QString::number(*m_last.startTime, 'f', 2)
                           << QString::number(facts.startTime.value_or(0), 'f', 2);
            return warn(CheckReason::WorkersSeveral, evidence);
        }
        if (facts.startTime > m_last.startTime)
            return std::nullopt;
        for (const auto &[name, value] : m_last.counters) {
            const auto now = facts.counters.find(name);
            if (now == facts.counters.end() || now->second >= value)
                continue;
            evidence.detail = QString::fromStdString(name);
            evidence.items << QString::number(value) << QString::number(now->second);
            return warn(CheckReason::WorkersSeveral, evidence);
        }
        return std::nullopt;
    }

    const ExporterPtr m_exporter;
    std::array<HttpProbe, 4> m_probes;
    ScrapeFacts m_last, m_highest; ///< of the round before; of this one
    int m_asked = 0, m_waiting = 0, m_rounds = 0;
};

/// A socket that the master and its workers hold together was opened before the workers were made. The other
/// way round, those that share the port of the application with a worker are workers too.
class PreloadCheck final : public Check
{
public:
    explicit PreloadCheck(ExporterPtr exporter)
        : Check(CheckId::ExporterPreload), m_exporter(std::move(exporter))
    {
    }

private:
    void run() override { finish(judge()); }

    /// gunicorn's own port is shared by design; the exporter's is served by Python's simple servers.
    [[nodiscard]] static bool isServedApart(const HttpAnswer &answer)
    {
        return answer.server.contains("WSGIServer"_L1) || answer.server.contains("BaseHTTP"_L1);
    }
    /// The process of runserver that starts the site again after each change, and serves nothing of it.
    [[nodiscard]] static bool isReloader(const Process &process)
    {
        return std::ranges::any_of(childrenOf(process.pid),
                                   [](int child) { return startVariable(child, "RUN_MAIN") == "true"; });
    }

    [[nodiscard]] CheckResult judge() const
    {
        const ListenerTable listeners;
        std::vector<std::pair<QString, Process>> exporters;
        CheckEvidence evidence = at(m_exporter->address);
        bool unseen = false;
        for (const Exporter::Scrape &scrape : m_exporter->scrapes) {
            if (!isServedApart(scrape.answer))
                continue;
            const QString address = shownUrl(scrape.url);
            const auto [exists, holders] = listeners.at(address);
            unseen = unseen || (exists && holders.empty());
            for (const Process &holder : holders) {
                evidence = at(address);
                evidence.peer = QString::fromStdString(holder.text());
                evidence.count = std::ranges::count(holders, holder.pid, &Process::parent);
                if (evidence.count > 0)
                    return warn(CheckReason::PreloadOn, evidence);
                if (isReloader(holder))
                    return fail(CheckReason::ExporterReloader, evidence);
                exporters.emplace_back(address, holder);
            }
        }
        if (exporters.empty())
            return skip(unseen ? CheckReason::OwnerUnseen : CheckReason::TooFew, at(m_exporter->address));
        if (const auto fault = workersWithout(listeners, exporters))
            return *fault;
        evidence = {};
        for (const auto &[address, process] : exporters)
            evidence.items << QString::fromStdString(process.text());
        return pass(CheckReason::PreloadOff, evidence);
    }

    [[nodiscard]] static std::optional<CheckResult> workersWithout(
        const ListenerTable &listeners, const std::vector<std::pair<QString, Process>> &exporters)
    {
        const auto exports = [&](const Process &process) {
            return std::ranges::any_of(exporters, [&](const auto &each) { return each.second == process; });
        };
        for (const auto &[address, exporter] : exporters) {
            CheckEvidence evidence = at(address);
            evidence.count = evidence.total = 1;
            for (const Process &other : listeners.sharedWith(exporter)) {
                if (other.pid == exporter.parent) {
                    evidence.peer = QString::fromStdString(other.text());
                } else if (other.parent == exporter.parent) {
                    ++evidence.count;
                    evidence.total += exports(other) ? 1 : 0;
                }
            }
            if (!evidence.peer.isEmpty() && evidence.total < evidence.count)
                return warn(CheckReason::WorkersWithout, evidence);
        }
        return std::nullopt;
    }

    const ExporterPtr m_exporter;
};

class RequestMetricsCheck final : public Check
{
public:
    explicit RequestMetricsCheck(ExporterPtr exporter)
        : Check(CheckId::RequestMetrics), m_exporter(std::move(exporter))
    {
    }

private:
    void run() override
    {
        static constexpr qsizetype MostNamed = 8;
        CheckEvidence evidence = at(shownUrl(m_exporter->scrapes.front().url));
        double requests = 0, responses = 0;
        bool hasRequests = false;
        for (const Exporter::Scrape &scrape : m_exporter->scrapes) {
            requests += scrape.facts.requestsBefore;
            responses += scrape.facts.responses;
            hasRequests = hasRequests || scrape.facts.hasRequests;
            for (const std::string &family : scrape.facts.families) {
                const QString name = QString::fromStdString(family);
                if (evidence.items.size() < MostNamed && !evidence.items.contains(name))
                    evidence.items << name;
            }
        }
        evidence.count = static_cast<qint64>(std::max(requests, responses));
        if (!hasRequests)
            return finish(warn(CheckReason::RequestsMissing, evidence));
        if (requests == 0 && responses > 0)
            return finish(warn(CheckReason::RequestsHalf, evidence));
        finish(pass(CheckReason::RequestsFound, evidence));
    }

    const ExporterPtr m_exporter;
};

} // namespace

CheckNodes prometheusChecks(const CheckContext &context)
{
    const auto exporter = std::make_shared<Exporter>(context);
    const std::vector<CheckId> answer{CheckId::ExporterAnswer};
    CheckNodes nodes;
    nodes.push_back({std::make_unique<ExporterPortsCheck>(exporter)});
    nodes.push_back({std::make_unique<ExporterAnswerCheck>(exporter), {CheckId::ExporterPorts}});
    nodes.push_back({std::make_unique<ExporterWorkersCheck>(exporter), answer});
    nodes.push_back({std::make_unique<PreloadCheck>(exporter), answer});
    nodes.push_back({std::make_unique<RequestMetricsCheck>(exporter), answer, {CheckId::ExporterPreload}});
    return nodes;
}

} // namespace metriscope::net
