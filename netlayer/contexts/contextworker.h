// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/registration.h"
#include "netlayer/packets/tap.h"
#include "netlayer/sockets/filedescriptor.h"
#include "netlayer/sockets/httpgate.h"

#include <QHttpServer>
#include <QHttpServerResponse>
#include <QObject>

#include <atomic>
#include <memory>
#include <vector>

namespace metriscope::net
{

/// Cumulative. Any thread reads.
struct ContextCounts {
    std::shared_ptr<HttpCounts> http = std::make_shared<HttpCounts>();
    std::atomic<std::uint64_t> registrations{0}, damaged{0};
};

/// The context server's part on the net thread: made elsewhere, moved there, used and destroyed there.
class ContextWorker final : public QObject
{
    Q_OBJECT

public:
    ContextWorker(const HttpLimits &limits, std::shared_ptr<ContextCounts> counts, Tap *tap);
    ~ContextWorker() override;

    /// Serves from sockets that listen already.
    void serve(std::vector<FileDescriptor> sockets);

Q_SIGNALS:
    void registered(const metriscope::net::RegistrationPtr &registration);
    void refused(const QString &reason, const QString &peer);

private:
    [[nodiscard]] QHttpServerResponse takeRegistration(const QHttpServerRequest &request);

    const HttpLimits m_limits;
    const std::shared_ptr<ContextCounts> m_counts;
    Tap *const m_tap;
    std::unique_ptr<QHttpServer> m_server;
};

} // namespace metriscope::net
