// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/contextworker.h"

#include <QDateTime>
#include <QHostAddress>
#include <QHttpServerRequest>

#include <utility>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

using Status = QHttpServerResponse::StatusCode;

QHttpServerResponse answerWith(Status status, const QByteArray &body = {})
{
    QHttpServerResponse response(QByteArrayLiteral("application/json"), body, status);
    response.setHeader(QByteArrayLiteral("Connection"), QByteArrayLiteral("close")); // the gate sees to it
    if (status == Status::MethodNotAllowed)
        response.setHeader(QByteArrayLiteral("Allow"), QByteArrayLiteral("POST"));
    return response;
}

} // namespace

ContextWorker::ContextWorker(const HttpLimits &limits, std::shared_ptr<ContextCounts> counts)
    : m_limits(limits), m_counts(std::move(counts))
{
}

ContextWorker::~ContextWorker() = default;

void ContextWorker::serve(std::vector<FileDescriptor> sockets)
{
    m_server = std::make_unique<QHttpServer>();
    m_server->route(u"/register"_s, QHttpServerRequest::Method::AnyKnown,
                    [this](const QHttpServerRequest &request) { return takeRegistration(request); });
    m_server->setMissingHandler([](const QHttpServerRequest &, QHttpServerResponder &&responder) {
        responder.write(QByteArray(), {{"Connection", "close"}}, QHttpServerResponder::StatusCode::NotFound);
    });
    for (FileDescriptor &socket : sockets) {
        auto *gate = new HttpGate(m_limits, m_counts->http, m_server.get());
        gate->setSocketDescriptor(socket.release());
        m_server->bind(gate);
    }
}

QHttpServerResponse ContextWorker::takeRegistration(const QHttpServerRequest &request)
{
    if (request.method() != QHttpServerRequest::Method::Post)
        return answerWith(Status::MethodNotAllowed);
    auto read = readRegistration(request.body());
    if (!read) {
        m_counts->damaged.fetch_add(1, std::memory_order_relaxed);
        const QByteArray reason = read.error().toJson();
        Q_EMIT refused(QString::fromUtf8(reason.trimmed()), request.remoteAddress().toString());
        return answerWith(Status::BadRequest, reason);
    }
    read->received = QDateTime::currentMSecsSinceEpoch();
    m_counts->registrations.fetch_add(1, std::memory_order_relaxed);
    const QByteArray body = "{\"controllers\":" + QByteArray::number(read->controllers.size()) +
                            ",\"urls\":" + QByteArray::number(read->urls.size()) +
                            ",\"leftOut\":" + QByteArray::number(read->leftOut) + "}\n";
    Q_EMIT registered(std::make_shared<const Registration>(*std::move(read)));
    return answerWith(Status::Ok, body);
}

} // namespace metriscope::net
