// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"
#include "netlayer/engine/source.h"
#include "netlayer/prometheus/exposition.h"
#include "netlayer/types/time.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <cstdint>
#include <memory>
#include <string_view>

class QNetworkAccessManager;
class QNetworkReply;

namespace metriscope::net
{

class Gunzip;

/// Who is asked, and as whom.
struct ScrapeRequest {
    QUrl url;
    PollConfig::Login login = PollConfig::Login::None;
    QString user = {};
    QByteArray secret = {}; ///< password or token; sent only to the host and port of `url`
    Millis timeout{10'000};
};

/// Takes the body of an answer as it comes.
class ScrapeBody
{
public:
    virtual ~ScrapeBody() = default;
    virtual void begin(ExpositionFormat format) = 0;
    /// False: enough, this is no exposition.
    [[nodiscard]] virtual bool bytes(std::string_view chunk) = 0;
};

struct ScrapeResult {
    SourceError error = SourceError::None;
    QString detail;             ///< as SourceError says
    int status = 0;             ///< HTTP; 0: none
    std::uint64_t bytes = 0;    ///< of the body, as sent
    bool wholeByLength = false; ///< the answer said how long it is, and it was
    Millis took{0};
};

/// Asks one URL for its metrics, follows redirects, unpacks gzip. Answers each start() with finished(),
/// within the time given, whatever the peer does; keeps no more than a block of the answer. One at a time.
/// Lives on the thread of the access manager.
class Scraper final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::uint64_t MostBytes = 64ULL * 1024 * 1024; ///< of a body, packed or not
    static constexpr int MostRedirects = 5;

    explicit Scraper(QNetworkAccessManager &network, QObject *parent = nullptr);
    ~Scraper() override;

    /// `body` outlives the run.
    void start(const ScrapeRequest &request, ScrapeBody &body);
    /// Without an answer.
    void abort();
    [[nodiscard]] bool isBusy() const noexcept { return m_body != nullptr; }

Q_SIGNALS:
    void finished(const metriscope::net::ScrapeResult &result);

private:
    void ask(const QUrl &url);
    void read();
    [[nodiscard]] bool readHead();
    void follow();
    void replyFinished();
    void fail(SourceError error, const QString &detail = {});
    void finish();
    [[nodiscard]] QString statusText() const;

    QNetworkAccessManager &m_network;
    QTimer m_deadline;
    QElapsedTimer m_clock;
    ScrapeRequest m_request;
    ScrapeBody *m_body = nullptr;
    QPointer<QNetworkReply> m_reply;
    std::unique_ptr<Gunzip> m_gunzip;
    ScrapeResult m_result;
    int m_redirects = 0;
    bool m_headRead = false;
};

} // namespace metriscope::net
