// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <memory>

class QSslSocket;

namespace metriscope::net
{

/// What became of one HTTP request, told apart more finely than a library for fetching pages does.
struct HttpAnswer {
    enum class Outcome : std::uint8_t {
        Answered, ///< with any status
        HostNotFound,
        Refused,
        Unreachable, ///< detail: message of the system; also when the connection takes too long
        Mute,        ///< connected, but nothing came in time
        Closed,      ///< connected, and closed again without a byte
        NotHttp,     ///< detail: the first bytes
        TlsFailed,   ///< detail: message of the library
        PlainHttp,   ///< https was asked for, who listens speaks plain HTTP
        Cut          ///< began to answer and stopped, or said more than can be taken
    };
    Outcome outcome = Outcome::Answered;
    int status = 0;
    QString statusText; ///< "404 Not Found"
    QString contentType, location, server;
    QByteArray body;
    QString detail;
    qint64 took = 0; ///< milliseconds
};

/// One request at a time, as HTTP/1.0 so that the answer comes in one piece and unpacked. Follows no
/// redirects. The user and password of the URL are sent as basic authentication.
class HttpProbe final : public QObject
{
    Q_OBJECT

public:
    explicit HttpProbe(QObject *parent = nullptr);
    ~HttpProbe() override;

    /// Answered by one answered(), unless cancelled. `hold`: how long to keep the request back once
    /// connected; a server that takes one connection at a time in each process is held by it.
    void send(const QByteArray &method, const QUrl &url, std::chrono::milliseconds limit,
              const QByteArray &body = {}, const QByteArray &contentType = {},
              std::chrono::milliseconds hold = {});
    void cancel();

Q_SIGNALS:
    void answered(const metriscope::net::HttpAnswer &answer);

private:
    void connected();
    void failed();
    void ended();
    void late();
    [[nodiscard]] bool parse(HttpAnswer &answer) const;
    [[nodiscard]] bool isComplete() const;
    void finish(HttpAnswer answer);
    void finish(HttpAnswer::Outcome outcome, const QString &detail = {});

    std::unique_ptr<QSslSocket> m_socket;
    QByteArray m_request, m_received;
    QTimer m_timer, m_hold;
    QElapsedTimer m_clock;
    bool m_secure = false, m_connected = false, m_busy = false;
};

/// The URL without user and password, to be shown.
[[nodiscard]] QString shownUrl(const QUrl &url);
/// The first bytes of an answer, on one line.
[[nodiscard]] QString firstBytes(const QByteArray &bytes);

} // namespace metriscope::net
