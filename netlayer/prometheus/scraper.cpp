// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/scraper.h"

#include "netlayer/prometheus/gunzip.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 BlockBytes = 256 * 1024;
constexpr auto Accept =
    "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;"
    "q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

SourceError errorOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
        return SourceError::None;
    case QNetworkReply::ConnectionRefusedError:
        return SourceError::Refused;
    case QNetworkReply::HostNotFoundError:
        return SourceError::HostNotFound;
    case QNetworkReply::RemoteHostClosedError:
        return SourceError::NoReply;
    case QNetworkReply::TimeoutError:
        return SourceError::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return SourceError::TlsFailed;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
        return SourceError::NotMetrics;
    case QNetworkReply::ProtocolUnknownError:
        return SourceError::AddressInvalid;
    default:
        return SourceError::Unreachable;
    }
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool looksLikeLogin(const QUrl &url)
{
    static const QStringList words{u"login"_s, u"signin"_s, u"sign-in"_s, u"sign_in"_s, u"auth"_s, u"sso"_s};
    const QStringList parts = url.path().toLower().split(u'/', Qt::SkipEmptyParts);
    return std::ranges::any_of(parts, [](const QString &part) { return words.contains(part); });
}

} // namespace

Scraper::Scraper(QNetworkAccessManager &network, QObject *parent) : QObject(parent), m_network(network)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(SourceError::TimedOut); });
}

Scraper::~Scraper()
{
    abort();
}

void Scraper::start(const ScrapeRequest &request, ScrapeBody &body)
{
    abort();
    m_request = request;
    m_request.url.setUserInfo({});
    m_body = &body;
    m_result = {};
    m_redirects = 0;
    m_clock.start();
    m_deadline.start(request.timeout);
    ask(m_request.url);
}

void Scraper::abort()
{
    m_deadline.stop();
    m_body = nullptr;
    m_gunzip.reset();
    if (QNetworkReply *const reply = m_reply.data()) {
        m_reply.clear();
        reply->disconnect(this);
        reply->deleteLater(); // closes the connection; abort() within a signal of its own is not meant to be
    }
}

void Scraper::ask(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", Accept);
    // said by ourselves: so Qt does not unpack, and we can do it within limits
    request.setRawHeader("Accept-Encoding", "gzip");
    request.setRawHeader("User-Agent", "Metriscope");
    request.setRawHeader("X-Prometheus-Scrape-Timeout-Seconds",
                         QByteArray::number(double(m_request.timeout.count()) / 1000));
    if (sameOrigin(url, m_request.url)) {
        if (m_request.login == PollConfig::Login::Basic)
            request.setRawHeader("Authorization",
                                 "Basic " + (m_request.user.toUtf8() + ':' + m_request.secret).toBase64());
        else if (m_request.login == PollConfig::Login::Bearer)
            request.setRawHeader("Authorization", "Bearer " + m_request.secret);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    m_headRead = false;
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(BlockBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &Scraper::read);
    connect(m_reply, &QNetworkReply::finished, this, &Scraper::replyFinished);
}

QString Scraper::statusText() const
{
    const QString reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
    return (QString::number(m_result.status) + u' ' + reason.left(80)).trimmed();
}

/// True: what follows is the body of metrics.
bool Scraper::readHead()
{
    if (m_headRead)
        return true;
    m_result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_result.status >= 300 && m_result.status < 400 && m_reply->hasRawHeader("Location")) {
        follow();
        return false;
    }
    if (m_result.status == 401 || m_result.status == 403) {
        fail(SourceError::NeedsLogin, statusText());
        return false;
    }
    if (m_result.status != 200) {
        fail(SourceError::HttpStatus, statusText());
        return false;
    }
    const QByteArray type = m_reply->rawHeader("Content-Type");
    const auto format = formatOfContentType({type.constData(), std::size_t(type.size())});
    if (!format) {
        fail(SourceError::NotMetrics, QString::fromLatin1(type.left(80)));
        return false;
    }
    const QByteArray coding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (coding == "gzip" || coding == "x-gzip" || coding == "deflate") {
        m_gunzip = std::make_unique<Gunzip>(MostBytes);
    } else if (!coding.isEmpty() && coding != "identity") {
        fail(SourceError::NotMetrics, QString::fromLatin1(coding.left(80)));
        return false;
    }
    m_result.wholeByLength =
        m_reply->hasRawHeader("Content-Length") || m_reply->hasRawHeader("Transfer-Encoding") || m_gunzip;
    m_headRead = true;
    m_body->begin(*format);
    return true;
}

void Scraper::read()
{
    if (!m_reply || !readHead())
        return;
    const QByteArray block = m_reply->readAll();
    m_result.bytes += std::uint64_t(block.size());
    const std::string_view bytes(block.constData(), std::size_t(block.size()));
    bool going = true;
    if (m_result.bytes > MostBytes)
        return fail(SourceError::TooLarge, QString::number(MostBytes));
    if (!m_gunzip) {
        going = m_body->bytes(bytes);
    } else {
        const auto state =
            m_gunzip->feed(bytes, [&](std::string_view text) { going = going && m_body->bytes(text); });
        if (state == Gunzip::State::TooLarge)
            return fail(SourceError::TooLarge, QString::number(MostBytes));
        if (state == Gunzip::State::Damaged)
            return fail(SourceError::BadAnswer, u"gzip"_s);
    }
    if (!going)
        fail(SourceError::NotMetrics, QString::fromLatin1(block.left(40).simplified()));
}

void Scraper::follow()
{
    const QUrl to = m_reply->url().resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
    if (looksLikeLogin(to) && !looksLikeLogin(m_request.url))
        return fail(SourceError::NeedsLogin, statusText());
    const bool web = to.scheme() == "http"_L1 || to.scheme() == "https"_L1;
    const bool lessSafe = m_reply->url().scheme() == "https"_L1 && to.scheme() == "http"_L1;
    if (!to.isValid() || !web || lessSafe || to.host().isEmpty())
        return fail(SourceError::HttpStatus, statusText());
    if (++m_redirects > MostRedirects)
        return fail(SourceError::RedirectLoop);
    QNetworkReply *const old = m_reply;
    old->disconnect(this);
    old->deleteLater();
    QUrl plain = to;
    plain.setUserInfo({});
    ask(plain);
}

void Scraper::replyFinished()
{
    const QNetworkReply *const reply = m_reply;
    const bool answered =
        reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() > 0; // if only the head of it
    if (answered) {
        read(); // the rest, or all of an answer without a body
        if (!m_body || m_reply != reply)
            return;
    }
    const SourceError error = errorOf(reply->error());
    if (error == SourceError::NoReply && answered)
        return fail(SourceError::BadAnswer, u"truncated"_s);
    if (error != SourceError::None)
        return fail(error, error == SourceError::TlsFailed || error == SourceError::NotMetrics
                               ? reply->errorString().left(200)
                               : QString());
    if (m_gunzip && m_gunzip->state() != Gunzip::State::Whole)
        return fail(SourceError::BadAnswer, u"truncated"_s);
    finish();
}

void Scraper::fail(SourceError error, const QString &detail)
{
    m_result.error = error;
    m_result.detail = detail;
    finish();
}

void Scraper::finish()
{
    m_result.took = Millis(m_clock.elapsed());
    const ScrapeResult result = m_result;
    abort();
    Q_EMIT finished(result);
}

} // namespace metriscope::net
