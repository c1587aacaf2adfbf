// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"
#include "netlayer/gstats/collectorconfig.h"
#include "netlayer/sockets/filedescriptor.h"

#include <memory>
#include <thread>

namespace metriscope::net
{

class CollectorDesk;
class CollectorLoop;
class SourceLink;
class Tap;

/// A gstats collector: applications push their requests to it, gstatsctl and the munin plug-ins ask it. Both
/// sockets speak ZMTP and are served by a thread of their own. start() answers before it returns. What was
/// counted survives a stop and a new start.
///
/// The sockets are ours, not libzmq's, because that keeps an unfinished message of any number of frames in
/// memory, as ReqSocket tells, and accepts any number of connections.
class Collector final : public Source
{
    Q_OBJECT

public:
    /// `tap` may be null.
    Collector(const CollectorConfig &config, Tap *tap, QObject *parent = nullptr);
    ~Collector() override;

    void start() override;
    void stop() override;
    [[nodiscard]] State state() const noexcept override { return m_state; }
    [[nodiscard]] SourceId sourceId() const noexcept override
    {
        return sourceIdOf(SourceKind::GstatsCollector, 0);
    }
    /// Where applications push to and where requests are answered, with a comma between, as
    /// `--gstats-collector` takes them; the one that could not be had when the start failed.
    [[nodiscard]] QString address() const override;
    [[nodiscard]] QString pushAddress() const;    ///< with the real port once running
    [[nodiscard]] QString controlAddress() const; ///< likewise
    [[nodiscard]] SourceCounts counts() const override;
    [[nodiscard]] BankSource *banks() noexcept override;

    /// For the next start(), except for the limits, which stay.
    void configure(const CollectorConfig &config) { m_config = config; }
    [[nodiscard]] const CollectorConfig &config() const noexcept { return m_config; }
    void reset(); ///< forgets all it counted, as RESET does
    /// Applications that pushed something within the last minute.
    [[nodiscard]] std::uint32_t activeApplications() const { return counts().applications; }

Q_SIGNALS:
    /// A peer sent QUIT and the settings allow it: the source has been stopped.
    void quitByPeer();

private:
    [[nodiscard]] bool listen(Endpoint &endpoint, FileDescriptor &socket);
    void endLoop();
    void answer(State state, SourceError error = SourceError::None, const QString &detail = {});

    CollectorConfig m_config;
    Tap *const m_tap;
    State m_state = State::Stopped;
    Endpoint m_push, m_control; ///< with the real ports once running
    Endpoint m_failed;          ///< what could not be had when the start failed
    std::unique_ptr<CollectorDesk> m_desk;
    std::shared_ptr<SourceLink> m_link; ///< one a start
    std::unique_ptr<CollectorLoop> m_loop;
    std::jthread m_thread;
};

} // namespace metriscope::net
