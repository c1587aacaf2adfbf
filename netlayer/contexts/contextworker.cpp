// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/contextworker.h"

#include <QDateTime>
#include <QHostAddress>
#include <QHttpServerRequest>
#include <QTcpSocket>
#include <QtEndian>

#include <algorithm>
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

PacketAddress addressOf(const QHostAddress &host, quint16 port)
{
    PacketAddress address;
    address.port = port;
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        address.family = PacketAddress::Family::Inet;
        qToBigEndian(host.toIPv4Address(), address.bytes.data());
    } else {
        address.family = PacketAddress::Family::Inet6;
        const Q_IPV6ADDR bytes = host.toIPv6Address();
        std::copy(std::begin(bytes.c), std::end(bytes.c), address.bytes.begin());
    }
    return address;
}

} // namespace

ContextWorker::ContextWorker(const HttpLimits &limits, std::shared_ptr<ContextCounts> counts, Tap *tap)
    : m_limits(limits), m_counts(std::move(counts)), m_tap(tap)
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
        if (m_tap) {
            gate->setWitness([tap = m_tap] { return tap->isOn(); },
                             [tap = m_tap](const QTcpSocket &from, const QByteArray &request) {
                                 tap->offer(PacketProtocol::Http,
                                            addressOf(from.peerAddress(), from.peerPort()),
                                            addressOf(from.localAddress(), from.localPort()),
                                            {request.constData(), static_cast<std::size_t>(request.size())});
                             });
        }
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
