// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/istats/monitordesk.h"
#include "netlayer/sockets/filedescriptor.h"

#include <QHttpServer>
#include <QObject>

#include <memory>

namespace metriscope::net
{

/// A monitor server's part on the net thread: made elsewhere, moved there, used and destroyed there.
class MonitorServerWorker final : public QObject
{
    Q_OBJECT

public:
    explicit MonitorServerWorker(std::shared_ptr<MonitorDesk> desk);
    ~MonitorServerWorker() override;

    void serve(FileDescriptor socket); ///< that listens already

private:
    const std::shared_ptr<MonitorDesk> m_desk;
    std::unique_ptr<QHttpServer> m_server;
};

} // namespace metriscope::net
