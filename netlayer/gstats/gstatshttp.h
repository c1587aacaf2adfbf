// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"
#include "netlayer/engine/source.h"

#include <cstdint>
#include <memory>

namespace metriscope::net
{

class GstatsFindings;
class GstatsHttpWorker;
class NetThread;

/// Asks the gstats WSGI application for its `/_status` page: the bytes of a STATS answer, chunked and without
/// a content type.
class GstatsHttp final : public Source
{
    Q_OBJECT

public:
    /// `number`: see SourceId.
    GstatsHttp(const PollConfig &config, std::uint16_t number, NetThread &thread, QObject *parent = nullptr);
    ~GstatsHttp() override;

    void start() override;
    void stop() override;
    [[nodiscard]] State state() const noexcept override { return m_state; }
    [[nodiscard]] SourceId sourceId() const noexcept override { return m_id; }
    [[nodiscard]] QString address() const override { return m_config.address; }
    [[nodiscard]] QString application() const override
    {
        return m_config.application.isEmpty() ? m_config.address : m_config.application;
    }
    [[nodiscard]] SourceCounts counts() const override;
    [[nodiscard]] BankSource *banks() noexcept override;
    void pollNow() override;
    void setInterval(Millis interval); ///< from the next poll on; 0: the default

private:
    void hear(SourceError error, const QString &detail);
    void answer(State state, SourceError error = SourceError::None, const QString &detail = {});

    PollConfig m_config;
    SourceId m_id;
    NetThread &m_thread;
    State m_state = State::Stopped;
    SourceError m_error = SourceError::None; ///< of the last answer
    QString m_detail;
    std::shared_ptr<GstatsFindings> m_findings;
    GstatsHttpWorker *m_worker = nullptr; ///< lives on the net thread
};

} // namespace metriscope::net
