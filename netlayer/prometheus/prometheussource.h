// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/netthread.h"
#include "netlayer/engine/pollconfig.h"
#include "netlayer/engine/polledfeed.h"
#include "netlayer/prometheus/prometheuspoller.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <vector>

namespace metriscope::net
{

/// Prometheus and OpenMetrics targets that are one application: one URL, a range of ports, or several URLs.
/// Running as long as one of them answers. Failed is answered at once where the address is none, else after
/// the first round.
class PrometheusSource final : public Source
{
    Q_OBJECT

public:
    static constexpr Millis DefaultInterval{5000};

    /// `number`: of its kind. `net` outlives it.
    PrometheusSource(const PollConfig &config, std::uint16_t number, NetThread &net,
                     QObject *parent = nullptr);
    ~PrometheusSource() override;

    /// Password or token of PollConfig::login; before start(). Without one, start() fails and says
    /// `whyNone`.
    void setSecret(const QByteArray &secret, const QString &whyNone = {});

    void start() override;
    void stop() override;
    [[nodiscard]] State state() const noexcept override { return m_state; }
    [[nodiscard]] SourceId sourceId() const noexcept override { return m_id; }
    [[nodiscard]] QString address() const override { return m_config.address; }
    [[nodiscard]] SourceCounts counts() const override { return m_report.counts; }
    [[nodiscard]] QString application() const override;
    [[nodiscard]] SourceNotes notes() const override { return m_report.notes; }
    [[nodiscard]] BankSource *banks() noexcept override { return m_feed.get(); }
    void pollNow() override;

    /// How each target answered in the last round.
    [[nodiscard]] const std::vector<TargetStatus> &targets() const noexcept { return m_report.targets; }

private:
    void answer(State state, SourceError error = SourceError::None, const QString &detail = {});
    void take(const PollReport &report);

    const PollConfig m_config;
    const SourceId m_id;
    NetThread &m_net;
    QByteArray m_secret;
    QString m_whyNoSecret;
    State m_state = State::Stopped;
    PollReport m_report;
    std::shared_ptr<PolledFeed> m_feed;
    PrometheusPoller *m_poller = nullptr; ///< on the net thread; null when stopped
    std::uint64_t m_run = 0;              ///< what earlier runs still report is not listened to
};

} // namespace metriscope::net
