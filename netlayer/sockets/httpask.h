// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"
#include "netlayer/types/time.h"

#include <QByteArray>
#include <QNetworkRequest>
#include <QObject>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;
class QTimer;

namespace metriscope::net
{

struct HttpReply {
    SourceError error = SourceError::None; ///< of the way there and back, and of a status other than 2xx
    QString detail;                        ///< see SourceError
    int status = 0;                        ///< 0: no answer
    QByteArray contentType;
    QByteArray body; ///< none when there was an error
};

/// Asks one question by HTTP at a time and bounds the answer in size and, however slowly it comes, in time.
/// Lives on the net thread.
class HttpAsk final : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        Millis time{5000};                      ///< from asking to the last byte
        qint64 bytes = qint64{8} * 1024 * 1024; ///< of the body, and of what is unpacked of it
    };
    using Done = std::function<void(const HttpReply &answer)>;

    HttpAsk(QNetworkAccessManager &manager, const Limits &limits, QObject *parent = nullptr);
    ~HttpAsk() override; ///< an answer that is awaited never comes

    [[nodiscard]] bool isBusy() const noexcept { return m_reply != nullptr; }
    /// `done` is called once, later, unless something else is asked before. Redirects are an error where the
    /// request does not allow them.
    void get(const QNetworkRequest &request, Done done);
    void post(const QNetworkRequest &request, const QByteArray &body, Done done);

private:
    void await(QNetworkReply *reply, Done done);
    void read();
    void finish();
    void giveUp(SourceError error, const QString &detail = {});
    void forget();

    QNetworkAccessManager &m_manager;
    const Limits m_limits;
    QTimer *m_deadline;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
    Done m_done;
};

} // namespace metriscope::net
