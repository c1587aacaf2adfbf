// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/contextserver.h"

#include "netlayer/contexts/contextworker.h"
#include "netlayer/sockets/tcplistener.h"

#include <sys/socket.h>

#include <utility>

namespace metriscope::net
{

ContextServer::ContextServer(NetThread &thread, const Config &config, QObject *parent, Tap *tap)
    : Source(parent), m_thread(thread), m_tap(tap), m_config(config),
      m_counts(std::make_shared<ContextCounts>())
{
    qRegisterMetaType<RegistrationPtr>();
}

ContextServer::~ContextServer()
{
    stop();
}

void ContextServer::start()
{
    if (m_state == State::Running)
        return;
    m_endpoints.clear();
    answer(State::Starting);
    std::vector<FileDescriptor> sockets;
    std::vector<int> listening;
    for (Endpoint endpoint : m_config.endpoints) {
        auto socket = listenTcp(endpoint);
        m_endpoints.push_back(endpoint);
        if (!socket) {
            const ListenTrouble trouble = listenTrouble(socket.error(), Transport::Tcp, endpoint);
            m_endpoints = {endpoint};
            answer(State::Failed, trouble.error, trouble.detail);
            return;
        }
        listening.push_back(socket->get());
        sockets.push_back(*std::move(socket));
    }
    m_listening = std::move(listening);
    m_worker = new ContextWorker(m_config.limits, m_counts, m_tap);
    m_thread.adopt(*m_worker);
    connect(m_worker, &ContextWorker::registered, this, &ContextServer::registered, Qt::QueuedConnection);
    connect(m_worker, &ContextWorker::refused, this, &ContextServer::refused, Qt::QueuedConnection);
    m_thread.run([worker = m_worker, kept = std::make_shared<std::vector<FileDescriptor>>(
                                         std::move(sockets))] { worker->serve(std::move(*kept)); });
    answer(State::Running);
}

void ContextServer::stop()
{
    if (m_worker) {
        // The port is free for the next start() at once, whenever the thread gets round to closing.
        for (const int socket : std::exchange(m_listening, {}))
            ::shutdown(socket, SHUT_RDWR);
        std::exchange(m_worker, nullptr)->deleteLater();
    }
    if (m_state != State::Stopped)
        answer(State::Stopped);
}

QString ContextServer::address() const
{
    const auto &endpoints = m_endpoints.empty() ? m_config.endpoints : m_endpoints;
    return endpoints.empty() ? QString() : QString::fromStdString(endpoints.front().text());
}

SourceCounts ContextServer::counts() const
{
    const auto read = [](const std::atomic<std::uint64_t> &count) {
        return count.load(std::memory_order_relaxed);
    };
    const HttpCounts &http = *m_counts->http;
    SourceCounts counts;
    counts.received = read(http.requests) + read(http.refused) + read(http.pushedOut);
    counts.items = read(m_counts->registrations);
    counts.rejected = read(m_counts->damaged) + read(http.refused) + read(http.pushedOut);
    counts.bytes = read(http.bytes);
    return counts;
}

void ContextServer::answer(State state, SourceError error, const QString &detail)
{
    m_state = state;
    Q_EMIT stateChanged(state, error, detail);
}

} // namespace metriscope::net
