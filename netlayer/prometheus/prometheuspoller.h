// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"
#include "netlayer/prometheus/scraper.h"
#include "netlayer/prometheus/seriesbook.h"
#include "netlayer/prometheus/targetscrape.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <vector>

namespace metriscope::net
{

/// How one target answered last.
struct TargetStatus {
    QString url;
    SourceError error = SourceError::None;
    QString detail;
    std::uint64_t samples = 0, errors = 0; ///< errors: lines that could not be read
    bool shared = false;                   ///< several workers behind it
};

/// What a round of scrapes came to.
struct PollReport {
    Source::State state = Source::State::Starting;
    SourceError error = SourceError::None;
    QString detail;
    SourceNotes notes = 0;
    SourceCounts counts;
    std::vector<TargetStatus> targets;
};

/// Asks all targets of one application in rounds, and tells a feed what they say. Made anywhere, started and
/// destroyed on the net thread.
class PrometheusPoller final : public QObject
{
    Q_OBJECT

public:
    struct Setup {
        std::vector<ScrapeRequest> targets;
        bool range = false; ///< that a target does not answer is normal
        QString address;    ///< as given
        Millis interval{5000};
        std::optional<GaugeChoice> activeUsers;
    };
    /// `counts`: of the poller before this one.
    PrometheusPoller(Setup setup, std::shared_ptr<PolledFeed> feed, const SourceCounts &counts);
    ~PrometheusPoller() override;

    void start(QNetworkAccessManager &network); ///< the first round begins at once
    void pollNow();

Q_SIGNALS:
    void reported(const metriscope::net::PollReport &report);

private:
    static constexpr std::size_t MostAtOnce = 64;
    struct Target {
        std::unique_ptr<Scraper> scraper;
        std::unique_ptr<TargetScrape> scrape;
        TargetStatus status;
    };

    void beginRound();
    void askNext();
    void answered(std::size_t target, const ScrapeResult &result);
    void endRound();
    void judge();

    const Setup m_setup;
    const std::shared_ptr<PolledFeed> m_feed;
    SeriesBook m_book;
    std::vector<Target> m_targets;
    QTimer m_timer;
    QElapsedTimer m_round, m_sinceGood;
    PollReport m_report;
    std::size_t m_next = 0, m_open = 0, m_good = 0;
    bool m_running = false;
    const std::uint64_t m_refusedEarlier;
};

} // namespace metriscope::net
