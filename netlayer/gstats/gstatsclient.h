// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"
#include "netlayer/engine/source.h"
#include "netlayer/gstats/gstatscommand.h"

#include <QTimer>

#include <cstdint>
#include <memory>

class QHostInfo;

namespace metriscope::net
{

struct Endpoint;
class GstatsFindings;
class GstatsTask;
class SourceLink;
class Tap;
class ZmqThread;

/// Asks a gstats collector for STATS and RTIMES over ZeroMQ, one frame each, on an interval. A peer that
/// says nothing costs a time-out and a fresh socket, never more. Every failure is told once, with its reason;
/// polling goes on.
class GstatsClient final : public Source
{
    Q_OBJECT

public:
    /// `number`: see SourceId. `tap` may be null.
    GstatsClient(const PollConfig &config, std::uint16_t number, ZmqThread &thread, Tap *tap,
                 QObject *parent = nullptr);
    ~GstatsClient() override;

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

    /// From the next poll on; 0: the default.
    void setInterval(Millis interval);
    /// Sends a command instead of the next question. commandDone() answers, unless the source is stopped
    /// before. Quit: a gstats collector ends without an answer, so done means sent.
    void command(GstatsCommand command);

Q_SIGNALS:
    void commandDone(metriscope::net::GstatsCommand command, metriscope::net::SourceError error,
                     const QString &detail);

private:
    struct Peer {
        QString host; ///< name or numeric address, without brackets
        quint16 port = 0;
    };
    [[nodiscard]] static Peer peerOf(const QString &address); ///< without a port when it is none
    void resolve();
    void resolved(const QHostInfo &info);
    void poll(const Endpoint &endpoint);
    void release();
    void report(SourceError error, const QString &detail);
    void answer(State state, SourceError error = SourceError::None, const QString &detail = {});

    PollConfig m_config;
    SourceId m_id;
    ZmqThread &m_thread;
    Tap *m_tap;
    State m_state = State::Stopped;
    SourceError m_error = SourceError::None; ///< of the last answer
    QString m_detail;
    QTimer m_again; ///< looks the name up again
    int m_lookup = -1;
    std::shared_ptr<GstatsFindings> m_findings;
    std::shared_ptr<SourceLink> m_link; ///< one a start
    std::shared_ptr<GstatsTask> m_task;
};

} // namespace metriscope::net
