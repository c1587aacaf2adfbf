// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/sockets/httpask.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <utility>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

[[nodiscard]] SourceError errorOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
        return SourceError::None;
    case QNetworkReply::ConnectionRefusedError:
        return SourceError::Refused;
    case QNetworkReply::HostNotFoundError:
        return SourceError::HostNotFound;
    case QNetworkReply::TimeoutError:
        return SourceError::TimedOut;
    case QNetworkReply::RemoteHostClosedError:
        return SourceError::NoReply;
    case QNetworkReply::SslHandshakeFailedError:
        return SourceError::TlsFailed;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return SourceError::RedirectLoop;
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return SourceError::Unreachable;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return SourceError::AddressInvalid;
    default:
        return SourceError::BadAnswer;
    }
}

[[nodiscard]] QString statusText(const QNetworkReply &reply, int status)
{
    const QString phrase = reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().left(80);
    return phrase.isEmpty() ? QString::number(status) : u"%1 %2"_s.arg(status).arg(phrase);
}

} // namespace

HttpAsk::HttpAsk(QNetworkAccessManager &manager, const Limits &limits, QObject *parent)
    : QObject(parent), m_manager(manager), m_limits(limits), m_deadline(new QTimer(this))
{
    m_deadline->setSingleShot(true);
    connect(m_deadline, &QTimer::timeout, this, [this] { giveUp(SourceError::TimedOut); });
}

HttpAsk::~HttpAsk()
{
    forget();
}

void HttpAsk::get(const QNetworkRequest &request, Done done)
{
    await(m_manager.get(request), std::move(done));
}

void HttpAsk::post(const QNetworkRequest &request, const QByteArray &body, Done done)
{
    await(m_manager.post(request, body), std::move(done));
}

void HttpAsk::await(QNetworkReply *reply, Done done)
{
    forget();
    m_reply = reply;
    m_done = std::move(done);
    m_body.clear();
    // Before the kernel's buffer is full nothing of an endless answer is lost, and nothing more is taken.
    m_reply->setReadBufferSize(256 * 1024);
    m_deadline->start(m_limits.time);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpAsk::read);
    connect(m_reply, &QNetworkReply::finished, this, &HttpAsk::finish);
}

void HttpAsk::read()
{
    m_body += m_reply->read(m_limits.bytes + 1 - m_body.size());
    if (m_body.size() > m_limits.bytes)
        giveUp(SourceError::TooLarge, QString::number(m_limits.bytes));
}

void HttpAsk::finish()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        const SourceError error = errorOf(m_reply->error());
        const bool tells = error == SourceError::TlsFailed || error == SourceError::BadAnswer;
        return giveUp(error, tells ? m_reply->errorString() : QString());
    }
    if (status == 401 || status == 403)
        return giveUp(SourceError::NeedsLogin, statusText(*m_reply, status));
    if (errorOf(m_reply->error()) == SourceError::RedirectLoop)
        return giveUp(SourceError::RedirectLoop);
    if (status < 200 || status > 299)
        return giveUp(SourceError::HttpStatus, statusText(*m_reply, status));
    if (m_reply->error() != QNetworkReply::NoError)
        return giveUp(SourceError::BadAnswer, m_reply->errorString());
    read();
    if (m_reply == nullptr)
        return; // too large after all
    HttpReply answer;
    answer.status = status;
    answer.contentType = m_reply->rawHeader("Content-Type");
    answer.body = std::exchange(m_body, {});
    const Done done = std::exchange(m_done, {});
    forget();
    done(answer);
}

void HttpAsk::giveUp(SourceError error, const QString &detail)
{
    HttpReply answer;
    answer.error = error;
    answer.detail = detail;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const Done done = std::exchange(m_done, {});
    forget();
    done(answer);
}

void HttpAsk::forget()
{
    m_deadline->stop();
    if (m_reply == nullptr)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
    m_body.clear();
}

} // namespace metriscope::net
