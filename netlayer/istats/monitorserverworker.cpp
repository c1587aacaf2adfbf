// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/istats/monitorserverworker.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>

#include <utility>

namespace metriscope::net
{

namespace
{

[[nodiscard]] HttpLimits limits()
{
    HttpLimits limits;
    limits.body = 64 * 1024; // a call without parameters is a hundred bytes
    limits.buffered = 1024 * 1024;
    limits.connections = 32;
    return limits;
}

} // namespace

MonitorServerWorker::MonitorServerWorker(std::shared_ptr<MonitorDesk> desk) : m_desk(std::move(desk)) {}

MonitorServerWorker::~MonitorServerWorker() = default;

void MonitorServerWorker::serve(FileDescriptor socket)
{
    m_server = std::make_unique<QHttpServer>();
    // No route is known: clients may ask at any path.
    m_server->setMissingHandler([desk = m_desk](const QHttpServerRequest &request,
                                                QHttpServerResponder &&responder) {
        using Status = QHttpServerResponder::StatusCode;
        if (request.method() != QHttpServerRequest::Method::Post) {
            responder.write(QByteArray(), {{"Allow", "POST"}, {"Connection", "close"}},
                            Status::MethodNotAllowed);
            return;
        }
        const QByteArray body = request.body();
        const std::string reply = desk->reply({body.constData(), static_cast<std::size_t>(body.size())});
        responder.write(QByteArray::fromStdString(reply),
                        {{"Content-Type", "text/xml; charset=utf-8"}, {"Connection", "close"}}, Status::Ok);
    });
    auto *gate = new HttpGate(limits(), m_desk->http, m_server.get());
    gate->setSocketDescriptor(socket.release());
    m_server->bind(gate);
}

} // namespace metriscope::net
