// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/gstatsclient.h"

#include "netlayer/gstats/gstatstask.h"
#include "netlayer/gstats/sourcelink.h"
#include "netlayer/gstats/zmqthread.h"

#include <QFile>
#include <QHostAddress>
#include <QHostInfo>

#include <algorithm>
#include <utility>

namespace metriscope::net
{
namespace
{

QString socketFileOf(const QString &address)
{
    const QLatin1String scheme("ipc://");
    return address.startsWith(scheme) ? address.mid(scheme.size()) : QString();
}

Endpoint endpointOf(const QHostAddress &address, quint16 port)
{
    const bool six = address.protocol() == QAbstractSocket::IPv6Protocol;
    return {six ? Endpoint::Kind::Inet6 : Endpoint::Kind::Inet, address.toString().toStdString(), port};
}

} // namespace

GstatsClient::GstatsClient(const PollConfig &config, std::uint16_t number, ZmqThread &thread, Tap *tap,
                           QObject *parent)
    : Source(parent), m_config(config), m_id(sourceIdOf(SourceKind::Gstats, number)), m_thread(thread),
      m_tap(tap), m_findings(std::make_shared<GstatsFindings>())
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &GstatsClient::resolve);
}

GstatsClient::~GstatsClient()
{
    release();
}

SourceCounts GstatsClient::counts() const
{
    return m_findings->counts();
}

BankSource *GstatsClient::banks() noexcept
{
    return &m_findings->feed();
}

GstatsClient::Peer GstatsClient::peerOf(const QString &address)
{
    QString text = address.trimmed();
    if (text.startsWith(QLatin1String("tcp://")))
        text.remove(0, 6);
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool ok = false;
    Peer peer{text.left(std::max<qsizetype>(colon, 0)), text.mid(colon + 1).toUShort(&ok)};
    if (peer.host.startsWith(QLatin1Char('[')) && peer.host.endsWith(QLatin1Char(']')))
        peer.host = peer.host.mid(1, peer.host.size() - 2);
    if (colon <= 0 || !ok || peer.host.isEmpty())
        peer.port = 0;
    return peer;
}

void GstatsClient::start()
{
    if (m_link)
        return;
    m_link = std::make_shared<SourceLink>(*this);
    answer(State::Starting);
    resolve();
}

void GstatsClient::stop()
{
    if (m_state == State::Stopped)
        return;
    release();
    answer(State::Stopped);
}

void GstatsClient::release()
{
    m_again.stop();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    if (m_link)
        m_link->cut();
    m_link.reset();
    if (m_task)
        m_thread.remove(std::exchange(m_task, nullptr));
}

void GstatsClient::resolve()
{
    if (const QString path = socketFileOf(m_config.address); !path.isEmpty())
        return poll({Endpoint::Kind::Unix, QFile::encodeName(path).toStdString(), 0});
    const Peer peer = peerOf(m_config.address);
    if (peer.port == 0) {
        report(SourceError::AddressInvalid, {});
        return;
    }
    const QHostAddress numeric(peer.host);
    if (!numeric.isNull())
        poll(endpointOf(numeric, peer.port));
    else // not left to libzmq, which would hold up every other socket meanwhile
        m_lookup = QHostInfo::lookupHost(peer.host, this, &GstatsClient::resolved);
}

void GstatsClient::resolved(const QHostInfo &info)
{
    m_lookup = -1;
    const QList<QHostAddress> found = info.addresses();
    if (found.isEmpty()) {
        report(SourceError::HostNotFound, {});
        m_again.start(pollIntervalOf(m_config));
        return;
    }
    const auto four = std::ranges::find(found, QAbstractSocket::IPv4Protocol, &QHostAddress::protocol);
    poll(endpointOf(four != found.end() ? *four : found.front(), peerOf(m_config.address).port));
}

void GstatsClient::poll(const Endpoint &endpoint)
{
    const auto post = [link = m_link](auto job) {
        link->post([link, job = std::move(job)] {
            if (!link->isCut())
                job();
        });
    };
    GstatsTask::Reports reports;
    reports.polled = [post, this](const GstatsTask::Outcome &outcome) {
        post([this, outcome] { report(outcome.error, QString::fromStdString(outcome.detail)); });
    };
    reports.commanded = [post, this](GstatsCommand command, const GstatsTask::Outcome &outcome) {
        post([this, command, outcome] {
            Q_EMIT commandDone(command, outcome.error, QString::fromStdString(outcome.detail));
        });
    };
    m_task = std::make_shared<GstatsTask>(endpoint, pollIntervalOf(m_config), pollTimeoutOf(m_config),
                                          m_findings, m_tap, std::move(reports));
    m_thread.run([findings = m_findings] { findings->rebase(); });
    m_thread.add(m_task);
}

void GstatsClient::pollNow()
{
    if (m_task)
        m_thread.run([task = m_task] { task->pollNow(); });
}

void GstatsClient::setInterval(Millis interval)
{
    m_config.interval = interval;
    if (m_task)
        m_thread.run([task = m_task, interval = pollIntervalOf(m_config)] { task->setInterval(interval); });
}

void GstatsClient::command(GstatsCommand command)
{
    if (m_task)
        m_thread.run([task = m_task, command] { task->command(command); });
    else
        Q_EMIT commandDone(command, SourceError::Refused, {});
}

/// Every start is answered, then only what changes.
void GstatsClient::report(SourceError error, const QString &detail)
{
    const State state = error == SourceError::None ? State::Running : State::Failed;
    if (state != m_state || error != m_error || detail != m_detail)
        answer(state, error, detail);
}

void GstatsClient::answer(State state, SourceError error, const QString &detail)
{
    m_state = state;
    m_error = error;
    m_detail = detail;
    Q_EMIT stateChanged(state, error, detail);
}

} // namespace metriscope::net
