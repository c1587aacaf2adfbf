// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/registration.h"
#include "netlayer/engine/netthread.h"
#include "netlayer/engine/source.h"
#include "netlayer/packets/tap.h"
#include "netlayer/sockets/endpoint.h"
#include "netlayer/sockets/httpgate.h"

#include <memory>
#include <vector>

namespace metriscope::net
{

class ContextWorker;
struct ContextCounts;

/// Takes the contexts that m3 applications register at their start: `POST /register` with JSON on
/// 127.0.0.1:1942. Their client waits without a time-out, and the start of the site with it, so every request
/// is answered before anything is done about it. start() answers before it returns; requests are served on
/// the net thread, registrations come on the thread of this object.
class ContextServer final : public Source
{
    Q_OBJECT

public:
    static constexpr std::uint16_t UsualPort = 1942;

    struct Config {
        std::vector<Endpoint> endpoints;
        HttpLimits limits;
        friend bool operator==(const Config &, const Config &) = default;
    };

    /// `tap`: who wants to look at the requests; outlives this and the thread.
    ContextServer(NetThread &thread, const Config &config, QObject *parent = nullptr, Tap *tap = nullptr);
    ~ContextServer() override;

    void start() override;
    void stop() override;
    [[nodiscard]] State state() const noexcept override { return m_state; }
    [[nodiscard]] SourceId sourceId() const noexcept override { return sourceIdOf(SourceKind::Contexts, 0); }
    [[nodiscard]] QString address() const override; ///< the first one
    [[nodiscard]] SourceCounts counts() const override;
    [[nodiscard]] BankSource *banks() noexcept override { return nullptr; }

    /// Takes effect with the next start().
    void configure(const Config &config) { m_config = config; }
    [[nodiscard]] const Config &config() const noexcept { return m_config; }
    [[nodiscard]] const std::vector<Endpoint> &endpoints() const noexcept { return m_endpoints; }

Q_SIGNALS:
    void registered(const metriscope::net::RegistrationPtr &registration);
    /// A body that could not be read; the sender got 400 with the reason.
    void refused(const QString &reason, const QString &peer);

private:
    void answer(State state, SourceError error = SourceError::None, const QString &detail = {});

    NetThread &m_thread;
    Tap *const m_tap;
    Config m_config;
    State m_state = State::Stopped;
    std::vector<Endpoint> m_endpoints;
    std::vector<int> m_listening; ///< descriptors, owned by the worker
    std::shared_ptr<ContextCounts> m_counts;
    ContextWorker *m_worker = nullptr; ///< lives on the net thread, while running
};

} // namespace metriscope::net
