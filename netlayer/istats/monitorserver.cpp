// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/istats/monitorserver.h"

#include "netlayer/istats/monitordesk.h"
#include "netlayer/istats/monitorserverworker.h"
#include "netlayer/series/registry.h"
#include "netlayer/sockets/tcplistener.h"

#include <QDateTime>

#include <sys/socket.h>

#include <utility>

namespace metriscope::net
{

namespace
{

[[nodiscard]] double seconds(Millis time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace

MonitorServer::MonitorServer(NetThread &thread, QObject *parent)
    : Source(parent), m_thread(thread), m_desk(std::make_shared<MonitorDesk>())
{
    MonitorValues values; // as a pystatsd tells before its first flush
    for (const MonitorField known :
         {MonitorField::FlushErrors, MonitorField::PendingStats, MonitorField::PublishSocketErrors,
          MonitorField::PublishUnknownErrors, MonitorField::MetricsDiscarded, MonitorField::BatchCount,
          MonitorField::BatchDiscarded, MonitorField::PublishDuration})
        values[static_cast<std::size_t>(known)] = 0;
    values[static_cast<std::size_t>(MonitorField::StartTime)] =
        static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
    m_values = values;
    m_desk->set(values);
}

MonitorServer::~MonitorServer()
{
    stop();
}

void MonitorServer::start()
{
    if (m_state == State::Running)
        return;
    answer(State::Starting);
    m_endpoint = m_configured;
    auto socket = listenTcp(m_endpoint);
    if (!socket) {
        const ListenTrouble trouble = listenTrouble(socket.error(), Transport::Tcp, m_endpoint);
        answer(State::Failed, trouble.error, trouble.detail);
        return;
    }
    m_listening = socket->get();
    m_worker = new MonitorServerWorker(m_desk);
    m_thread.adopt(*m_worker);
    m_thread.run([worker = m_worker, kept = std::make_shared<FileDescriptor>(*std::move(socket))] {
        worker->serve(std::move(*kept));
    });
    answer(State::Running);
}

void MonitorServer::stop()
{
    if (m_worker) {
        // The port is free for the next start() at once, whenever the thread gets round to closing.
        ::shutdown(std::exchange(m_listening, -1), SHUT_RDWR);
        std::exchange(m_worker, nullptr)->deleteLater();
    }
    if (m_state != State::Stopped)
        answer(State::Stopped);
}

QString MonitorServer::address() const
{
    return m_endpoint == Endpoint{} ? QString() : QString::fromStdString(m_endpoint.text());
}

SourceCounts MonitorServer::counts() const
{
    SourceCounts counts;
    counts.received = m_desk->http->requests.load(std::memory_order_relaxed) +
                      m_desk->http->refused.load(std::memory_order_relaxed);
    counts.items = m_desk->answered.load(std::memory_order_relaxed);
    counts.rejected = m_desk->faults.load(std::memory_order_relaxed) +
                      m_desk->http->refused.load(std::memory_order_relaxed);
    counts.bytes = m_desk->http->bytes.load(std::memory_order_relaxed);
    return counts;
}

void MonitorServer::take(const Tick &tick, const Registry &registry)
{
    for (; m_seen < index(tick.endNew); ++m_seen) {
        const MetricInfo &info = registry.info(MetricId{m_seen});
        if (info.source == StatsdSource)
            ++m_byKind[static_cast<std::size_t>(info.kind)];
    }
    const auto set = [this](MonitorField field, double value) {
        m_values[static_cast<std::size_t>(field)] = value;
    };
    const auto count = [this](MetricKind kind) {
        return static_cast<double>(m_byKind[static_cast<std::size_t>(kind)]);
    };
    using enum MonitorField;
    set(MetricsDiscarded, static_cast<double>(tick.statsd.rejected));
    set(BatchCount, static_cast<double>(tick.statsd.packets - m_before.packets));
    set(BatchDiscarded, static_cast<double>(tick.kernelDrops));
    set(GaugeCount, count(MetricKind::Gauge));
    set(SetCount, count(MetricKind::Set));
    set(CounterCount, count(MetricKind::Counter));
    set(TimerCount,
        count(MetricKind::Timer) + count(MetricKind::Histogram) + count(MetricKind::Distribution));
    set(RenderTotal, count(MetricKind::Gauge) + count(MetricKind::Set) + count(MetricKind::Counter) +
                         count(MetricKind::Timer) + count(MetricKind::Histogram) +
                         count(MetricKind::Distribution));
    for (const MonitorField duration : {GaugeDuration, SetDuration, CounterDuration, TimerDuration})
        set(duration, 0); // under a millisecond each: only the whole is measured
    set(RenderTime, seconds(tick.self.foldTime));
    set(FlushDuration, seconds(tick.self.foldTime));
    set(PublishTime, seconds(tick.time.time_since_epoch() + tick.wallOffset));
    m_before = tick.statsd;
    m_desk->set(m_values);
}

void MonitorServer::answer(State state, SourceError error, const QString &detail)
{
    m_state = state;
    Q_EMIT stateChanged(state, error, detail);
}

} // namespace metriscope::net
