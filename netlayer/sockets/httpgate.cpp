// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/sockets/httpgate.h"

#include "netlayer/sockets/httphead.h"

#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace metriscope::net
{

using Clock = std::chrono::steady_clock;

namespace
{

constexpr std::chrono::milliseconds LookEvery{250};
/// After a refusal the rest of the request is read and dropped for so long: a close with unread bytes would
/// take the answer away from a client that sends everything before it reads.
constexpr std::chrono::milliseconds Linger{2000};

QByteArray statusOf(HttpHead::Problem problem)
{
    switch (problem) {
    case HttpHead::Problem::Version:
        return QByteArrayLiteral("505 HTTP Version Not Supported");
    case HttpHead::Problem::NoLength:
        return QByteArrayLiteral("411 Length Required");
    case HttpHead::Problem::Method:
        return QByteArrayLiteral("405 Method Not Allowed");
    default:
        return QByteArrayLiteral("400 Bad Request");
    }
}

} // namespace

struct HttpGate::Visitor {
    enum class Stage : std::uint8_t { Head, Body, Refused };
    QTcpSocket *socket = nullptr;
    Stage stage = Stage::Head;
    qint64 whole = 0; ///< bytes of head and body, once known
    Clock::time_point until;
};

HttpGate::HttpGate(const HttpLimits &limits, std::shared_ptr<HttpCounts> counts, QObject *parent)
    : QTcpServer(parent), m_limits(limits), m_counts(std::move(counts)), m_timer(new QTimer(this))
{
    m_timer->setInterval(LookEvery);
    connect(m_timer, &QTimer::timeout, this, &HttpGate::closeLate);
}

HttpGate::~HttpGate() = default;

void HttpGate::setWitness(std::function<bool()> wanted, Witness witness)
{
    m_wanted = std::move(wanted);
    m_witness = std::move(witness);
}

void HttpGate::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    // What does not fit stays with the kernel, and then with the sender.
    socket->setReadBufferSize(m_limits.head);
    auto visitor = std::make_unique<Visitor>();
    visitor->socket = socket;
    visitor->until = Clock::now() + m_limits.whole;
    m_visitors.push_back(std::move(visitor));
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        forget(socket);
        socket->deleteLater();
    });
    if (!m_timer->isActive())
        m_timer->start();
    makeRoom(socket);
}

HttpGate::Visitor *HttpGate::find(const QTcpSocket *socket)
{
    const auto found = std::ranges::find_if(
        m_visitors, [socket](const std::unique_ptr<Visitor> &each) { return each->socket == socket; });
    return found == m_visitors.end() ? nullptr : found->get();
}

void HttpGate::forget(QTcpSocket *socket)
{
    std::erase_if(m_visitors,
                  [socket](const std::unique_ptr<Visitor> &each) { return each->socket == socket; });
    if (m_visitors.empty())
        m_timer->stop();
}

void HttpGate::read(QTcpSocket *socket)
{
    Visitor *visitor = find(socket);
    if (!visitor)
        return;
    if (visitor->stage == Visitor::Stage::Head)
        readHead(*visitor);
    if (visitor->stage == Visitor::Stage::Refused)
        drain(*visitor);
    else if (visitor->stage == Visitor::Stage::Body && socket->bytesAvailable() >= visitor->whole)
        pass(*visitor);
    else
        makeRoom(socket);
}

void HttpGate::readHead(Visitor &visitor)
{
    const QByteArray bytes = visitor.socket->peek(m_limits.head);
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const auto end = endOfHttpHead(text);
    if (!end) {
        if (!text.empty() && (text.front() < 'A' || text.front() > 'Z')) // another protocol
            refuse(visitor, statusOf(HttpHead::Problem::Damaged));
        else if (bytes.size() >= m_limits.head)
            refuse(visitor, QByteArrayLiteral("431 Request Header Fields Too Large"));
        return;
    }
    const HttpHead head = readHttpHead(text.substr(0, *end));
    if (head.problem != HttpHead::Problem::None) {
        refuse(visitor, statusOf(head.problem));
    } else if (head.length > static_cast<std::uint64_t>(m_limits.body)) {
        refuse(visitor, QByteArrayLiteral("413 Payload Too Large"));
    } else {
        visitor.stage = Visitor::Stage::Body;
        visitor.whole = static_cast<qint64>(*end + head.length);
        if (head.expectsContinue && visitor.socket->bytesAvailable() < visitor.whole)
            visitor.socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        visitor.socket->setReadBufferSize(visitor.whole);
    }
}

/// The server finds the whole request and answers it before this returns.
void HttpGate::pass(Visitor &visitor)
{
    QTcpSocket *socket = visitor.socket;
    m_counts->requests.fetch_add(1, std::memory_order_relaxed);
    m_counts->bytes.fetch_add(static_cast<std::uint64_t>(visitor.whole), std::memory_order_relaxed);
    if (m_wanted && m_wanted())
        m_witness(*socket, socket->peek(visitor.whole));
    socket->disconnect(this);
    forget(socket);
    addPendingConnection(socket);
    Q_EMIT socket->readyRead();
    socket->disconnectFromHost(); // once the answer is written
}

void HttpGate::refuse(Visitor &visitor, const QByteArray &status)
{
    m_counts->refused.fetch_add(1, std::memory_order_relaxed);
    visitor.stage = Visitor::Stage::Refused;
    visitor.until = Clock::now() + Linger;
    visitor.socket->write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n" +
                          (status.startsWith("405") ? "Allow: POST\r\n" : "") + "Connection: close\r\n\r\n");
    visitor.socket->flush();
    ::shutdown(static_cast<int>(visitor.socket->socketDescriptor()), SHUT_WR);
}

void HttpGate::drain(Visitor &visitor)
{
    visitor.socket->skip(visitor.socket->bytesAvailable());
}

void HttpGate::makeRoom(const QTcpSocket *keep)
{
    const auto oldest = [&] {
        return std::ranges::find_if(
            m_visitors, [keep](const std::unique_ptr<Visitor> &each) { return each->socket != keep; });
    };
    const auto buffered = [&] {
        qint64 sum = 0;
        for (const auto &each : m_visitors)
            sum += each->socket->bytesAvailable();
        return sum;
    };
    while (m_visitors.size() > m_limits.connections || buffered() > m_limits.buffered) {
        const auto victim = oldest();
        if (victim == m_visitors.end())
            return;
        m_counts->pushedOut.fetch_add(1, std::memory_order_relaxed);
        (*victim)->socket->abort(); // which forgets it
    }
}

void HttpGate::closeLate()
{
    const auto now = Clock::now();
    std::vector<QTcpSocket *> late;
    for (const auto &each : m_visitors) {
        if (each->until <= now)
            late.push_back(each->socket);
    }
    for (QTcpSocket *socket : late) {
        Visitor *visitor = find(socket);
        if (!visitor)
            continue;
        if (visitor->stage == Visitor::Stage::Refused) {
            socket->abort();
        } else {
            refuse(*visitor, QByteArrayLiteral("408 Request Timeout"));
        }
    }
}

} // namespace metriscope::net
