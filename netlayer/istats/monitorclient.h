// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/netthread.h"
#include "netlayer/engine/pollconfig.h"
#include "netlayer/engine/source.h"
#include "netlayer/istats/monitorfields.h"

#include <memory>

namespace metriscope::net
{

class MonitorFindings;
class MonitorWorker;

/// Asks a deviantART pystatsd how it does, by XML-RPC at its own port plus 10: `istats`. It tells of itself
/// only, not of the metrics it gathers, so there is no request rate and no latency to be had from it. Its
/// counts of errors are set to 0 every minute and must be asked for more often.
class MonitorClient final : public Source
{
    Q_OBJECT

public:
    /// `number`: see SourceId.
    MonitorClient(const PollConfig &config, std::uint16_t number, NetThread &thread,
                  QObject *parent = nullptr);
    ~MonitorClient() override;

    void start() override;
    void stop() override;
    [[nodiscard]] State state() const noexcept override { return m_state; }
    [[nodiscard]] SourceId sourceId() const noexcept override { return m_id; }
    [[nodiscard]] QString address() const override { return m_config.address; }
    [[nodiscard]] SourceCounts counts() const override;
    [[nodiscard]] BankSource *banks() noexcept override;
    void pollNow() override;

    /// What the last answer told.
    [[nodiscard]] MonitorValues latest() const;

private:
    void hear(SourceError error, const QString &detail);
    void answer(State state, SourceError error = SourceError::None, const QString &detail = {});

    const PollConfig m_config;
    const SourceId m_id;
    NetThread &m_thread;
    State m_state = State::Stopped;
    SourceError m_error = SourceError::None; ///< as last told
    QString m_detail;
    std::shared_ptr<MonitorFindings> m_findings;
    MonitorWorker *m_worker = nullptr; ///< lives on the net thread, while running
};

} // namespace metriscope::net
