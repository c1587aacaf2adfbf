// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/httpprobe.h"

#include <QSslSocket>

#include <utility>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype MostBytes = qsizetype{16} << 20, ShownBytes = 80;

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

HttpProbe::HttpProbe(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HttpProbe::late);
    m_hold.setSingleShot(true);
    connect(&m_hold, &QTimer::timeout, this, [this] { m_socket->write(m_request); });
}

HttpProbe::~HttpProbe() = default;

void HttpProbe::send(const QByteArray &method, const QUrl &url, std::chrono::milliseconds limit,
                     const QByteArray &body, const QByteArray &contentType, std::chrono::milliseconds hold)
{
    cancel();
    m_hold.setInterval(hold);
    m_secure = url.scheme() == "https"_L1;
    const int port = url.port(m_secure ? 443 : 80);
    QByteArray path = url.path(QUrl::FullyEncoded).toUtf8();
    if (path.isEmpty())
        path = "/";
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toUtf8();
    QByteArray host = url.host(QUrl::FullyEncoded).toUtf8();
    if (host.contains(':'))
        host = '[' + host + ']';
    m_request = method + ' ' + path + " HTTP/1.0\r\nHost: " + host + ':' + QByteArray::number(port) +
                "\r\nUser-Agent: metriscope\r\nConnection: close\r\nAccept: */*\r\n";
    if (!url.userName().isEmpty())
        m_request +=
            "Authorization: Basic " + (url.userName() + u':' + url.password()).toUtf8().toBase64() + "\r\n";
    if (!contentType.isEmpty())
        m_request += "Content-Type: " + contentType + "\r\n";
    if (!body.isEmpty())
        m_request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    m_request += "\r\n" + body;

    m_received.clear();
    m_connected = false;
    m_busy = true;
    m_clock.start();
    m_timer.start(limit);
    m_socket = std::make_unique<QSslSocket>();
    connect(m_socket.get(), m_secure ? &QSslSocket::encrypted : &QSslSocket::connected, this,
            &HttpProbe::connected);
    connect(m_socket.get(), &QSslSocket::readyRead, this, [this] {
        m_received += m_socket->readAll();
        if (m_received.size() > MostBytes || isComplete())
            ended();
    });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &HttpProbe::failed);
    connect(m_socket.get(), &QSslSocket::disconnected, this, &HttpProbe::ended);
    if (m_secure)
        m_socket->connectToHostEncrypted(url.host(), static_cast<quint16>(port));
    else
        m_socket->connectToHost(url.host(), static_cast<quint16>(port));
}

void HttpProbe::cancel()
{
    m_busy = false;
    m_timer.stop();
    m_hold.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // may be the one that is calling us
}

void HttpProbe::connected()
{
    m_connected = true;
    if (m_hold.interval() > 0)
        m_hold.start();
    else
        m_socket->write(m_request);
}

void HttpProbe::failed()
{
    const QString why = m_socket->errorString();
    switch (m_socket->error()) {
    case QAbstractSocket::RemoteHostClosedError:
        return ended();
    case QAbstractSocket::ConnectionRefusedError:
        return finish(HttpAnswer::Outcome::Refused);
    case QAbstractSocket::HostNotFoundError:
        return finish(HttpAnswer::Outcome::HostNotFound);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        // OpenSSL's words for an answer that does not begin like TLS
        return finish(why.contains("wrong version number"_L1) || why.contains("http request"_L1) ||
                              why.contains("packet length"_L1)
                          ? HttpAnswer::Outcome::PlainHttp
                          : HttpAnswer::Outcome::TlsFailed,
                      why);
    default:
        if (m_connected)
            return ended();
        return finish(HttpAnswer::Outcome::Unreachable, why);
    }
}

void HttpProbe::ended()
{
    if (!m_busy)
        return;
    m_received += m_socket->readAll();
    if (m_received.isEmpty() && m_secure && !m_connected)
        return finish(HttpAnswer::Outcome::TlsFailed, m_socket->errorString());
    if (m_received.isEmpty())
        return finish(HttpAnswer::Outcome::Closed);
    HttpAnswer answer;
    if (!parse(answer))
        return finish(HttpAnswer::Outcome::NotHttp, firstBytes(m_received));
    if (m_received.size() > MostBytes)
        answer.outcome = HttpAnswer::Outcome::Cut;
    finish(std::move(answer));
}

void HttpProbe::late()
{
    if (!m_connected && m_socket->state() != QAbstractSocket::ConnectedState)
        return finish(HttpAnswer::Outcome::Unreachable, m_socket->errorString());
    if (m_received.isEmpty())
        return finish(HttpAnswer::Outcome::Mute);
    HttpAnswer answer;
    if (!parse(answer))
        return finish(HttpAnswer::Outcome::NotHttp, firstBytes(m_received));
    answer.outcome = HttpAnswer::Outcome::Cut;
    finish(std::move(answer));
}

bool HttpProbe::isComplete() const
{
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    bool known = false;
    const qsizetype length = headerOf(m_received.left(end), "content-length").toLongLong(&known);
    return known && m_received.size() >= end + 4 + length;
}

bool HttpProbe::parse(HttpAnswer &answer) const
{
    if (!m_received.startsWith("HTTP/"))
        return false;
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    const QByteArray head = m_received.left(end);
    const QByteArray status = head.split('\n').value(0).trimmed(); // there may be no headers at all
    const qsizetype blank = status.indexOf(' ');
    answer.statusText = QString::fromUtf8(status.mid(blank + 1).trimmed());
    answer.status = status.mid(blank + 1, 3).toInt();
    answer.contentType = QString::fromUtf8(headerOf(head, "content-type"));
    answer.location = QString::fromUtf8(headerOf(head, "location"));
    answer.server = QString::fromUtf8(headerOf(head, "server"));
    if (end >= 0)
        answer.body = m_received.mid(end + 4);
    return answer.status > 0;
}

void HttpProbe::finish(HttpAnswer answer)
{
    if (!m_busy)
        return;
    answer.took = m_clock.elapsed();
    cancel();
    Q_EMIT answered(answer);
}

void HttpProbe::finish(HttpAnswer::Outcome outcome, const QString &detail)
{
    HttpAnswer answer;
    answer.outcome = outcome;
    answer.detail = detail;
    finish(std::move(answer));
}

QString shownUrl(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo);
}

QString firstBytes(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes.left(ShownBytes)).simplified();
}

} // namespace metriscope::net
