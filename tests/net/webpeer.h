// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>
#include <utility>

namespace metriscope::net::test
{

/// A web server that does exactly what a test says, whatever HTTP says.
class WebPeer final
{
public:
    using Answer = std::function<void(QTcpSocket &, const QByteArray &request)>;

    explicit WebPeer(Answer answer, const QHostAddress &address = QHostAddress::LocalHost, quint16 port = 0,
                     std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>())
        : m_answer(std::move(answer)), m_server(std::move(server))
    {
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] {
            QTcpSocket *const socket = m_server->nextPendingConnection();
            const auto said = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, m_server.get(), [this, socket, said] {
                *said += socket->readAll();
                if (!said->endsWith("\r\n\r\n"))
                    return;
                requests << std::exchange(*said, {});
                m_answer(*socket, requests.constLast());
            });
        });
        isReady = m_server->listen(address, port);
    }
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/metrics")) const
    {
        QUrl url(QStringLiteral("http://localhost") + path);
        url.setHost(m_server->serverAddress().toString());
        url.setPort(port());
        return url;
    }
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    void answerWith(Answer answer) { m_answer = std::move(answer); }

    QList<QByteArray> requests;
    bool isReady = false;

private:
    Answer m_answer;
    std::unique_ptr<QTcpServer> m_server;
};

inline WebPeer::Answer sends(const QByteArray &bytes, bool close = true)
{
    return [bytes, close](QTcpSocket &socket, const QByteArray &) {
        socket.write(bytes);
        if (close)
            socket.disconnectFromHost();
    };
}

inline QByteArray webPage(const QByteArray &body, const QByteArray &type = "text/plain; version=0.0.4",
                          const QByteArray &more = {})
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more + "\r\n" + body;
}

} // namespace metriscope::net::test
