// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/netthread.h"
#include "netlayer/engine/source.h"
#include "netlayer/engine/tick.h"
#include "netlayer/istats/monitorfields.h"
#include "netlayer/sockets/endpoint.h"

#include <array>
#include <cstdint>
#include <memory>

namespace metriscope::net
{

class MonitorDesk;
class MonitorServerWorker;
class Registry;

/// Answers `istats` by XML-RPC as a deviantART pystatsd does, with the console's own counters, so that its
/// statsdmonitor.py works against it. Every fault comes with HTTP status 200; what is no POST gets 405.
/// start() answers before it returns.
class MonitorServer final : public Source
{
    Q_OBJECT

public:
    static constexpr std::uint16_t PortDistance = 10; ///< from the port of the statsd receiver

    explicit MonitorServer(NetThread &thread, QObject *parent = nullptr);
    ~MonitorServer() override;

    /// For the next start().
    void setEndpoint(const Endpoint &endpoint) { m_endpoint = m_configured = endpoint; }
    [[nodiscard]] const Endpoint &endpoint() const noexcept { return m_endpoint; } ///< with the real port
    void start() override;
    void stop() override;
    [[nodiscard]] State state() const noexcept override { return m_state; }
    [[nodiscard]] SourceId sourceId() const noexcept override
    {
        return sourceIdOf(SourceKind::IstatsServer, 0);
    }
    [[nodiscard]] QString address() const override;
    [[nodiscard]] SourceCounts counts() const override;
    [[nodiscard]] BankSource *banks() noexcept override { return nullptr; }

    /// What is answered from now on: what the tick did, as a flush of pystatsd is told.
    void take(const Tick &tick, const Registry &registry);

private:
    void answer(State state, SourceError error = SourceError::None, const QString &detail = {});

    NetThread &m_thread;
    Endpoint m_configured, m_endpoint;
    State m_state = State::Stopped;
    const std::shared_ptr<MonitorDesk> m_desk;
    MonitorServerWorker *m_worker = nullptr; ///< lives on the net thread, while running
    int m_listening = -1;                    ///< owned by the worker
    MonitorValues m_values;
    IngestCounts m_before;
    std::uint32_t m_seen = 0; ///< metrics of the registry that are counted by kind
    std::array<std::uint64_t, MetricKindCount> m_byKind{};
};

} // namespace metriscope::net
