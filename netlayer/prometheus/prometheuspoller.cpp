// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/prometheuspoller.h"

#include <QDateTime>

#include <algorithm>
#include <random>

namespace metriscope::net
{

namespace
{

std::uint64_t secretSeed()
{
    std::random_device device;
    return (std::uint64_t{device()} << 32) | device();
}

QString where(const ExpositionProblem &problem)
{
    const std::string_view issue = issueName(problem.issue), hint = hintName(problem.hint);
    QString text = QStringLiteral("%1:%2 ").arg(problem.line).arg(problem.at + 1) +
                   QString::fromLatin1(issue.data(), qsizetype(issue.size()));
    if (!hint.empty())
        text += QStringLiteral(" (%1)").arg(QString::fromLatin1(hint.data(), qsizetype(hint.size())));
    return text;
}

} // namespace

PrometheusPoller::PrometheusPoller(Setup setup, std::shared_ptr<PolledFeed> feed, const SourceCounts &counts)
    : m_setup(std::move(setup)), m_feed(std::move(feed)), m_book(*m_feed), m_timer(this),
      m_refusedEarlier(counts.refusedSeries)
{
    m_report.counts = counts;
    m_book.chooseActiveUsers(m_setup.activeUsers);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PrometheusPoller::pollNow);
}

PrometheusPoller::~PrometheusPoller() = default;

void PrometheusPoller::start(QNetworkAccessManager &network)
{
    const std::uint64_t seed = secretSeed();
    m_targets.resize(m_setup.targets.size());
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        Target &target = m_targets[i];
        target.status.url = m_setup.targets[i].url.toString(QUrl::RemoveUserInfo);
        target.scrape = std::make_unique<TargetScrape>(m_book, seed);
        target.scraper = std::make_unique<Scraper>(network);
        connect(target.scraper.get(), &Scraper::finished, this,
                [this, i](const ScrapeResult &result) { answered(i, result); });
    }
    m_timer.start(m_setup.interval);
    pollNow();
}

/// While a round goes on, the next one waits for its turn.
void PrometheusPoller::pollNow()
{
    if (!m_running)
        beginRound();
}

void PrometheusPoller::beginRound()
{
    m_running = true;
    m_round.start();
    m_next = m_open = m_good = 0;
    m_book.beginRound(double(QDateTime::currentMSecsSinceEpoch()) / 1000);
    askNext();
}

void PrometheusPoller::askNext()
{
    while (m_open < MostAtOnce && m_next < m_targets.size()) {
        Target &target = m_targets[m_next];
        ++m_open;
        target.scraper->start(m_setup.targets[m_next], *target.scrape);
        ++m_next;
    }
    if (m_open == 0)
        endRound();
}

void PrometheusPoller::answered(std::size_t number, const ScrapeResult &result)
{
    Target &target = m_targets[number];
    TargetStatus &status = target.status;
    SourceCounts &counts = m_report.counts;
    target.scrape->finish(result.wholeByLength);
    status.error = result.error;
    status.detail = result.detail;
    status.samples = target.scrape->samples();
    status.errors = target.scrape->errors();
    const auto &firstError = target.scrape->firstError();
    if (result.error == SourceError::None && status.samples == 0 &&
        (status.errors > 0 || result.bytes == 0)) {
        status.error = SourceError::NotMetrics;
        status.detail = firstError ? where(*firstError) : QString();
    } else if (status.error == SourceError::None && firstError) {
        status.detail = where(*firstError);
    }
    counts.received += result.status > 0 ? 1 : 0;
    counts.bytes += result.bytes;
    if (status.error == SourceError::None) {
        ++m_good;
        counts.items += status.samples;
        counts.rejected += status.errors;
        m_book.take(static_cast<std::uint32_t>(number), target.scrape->takeValues());
    } else if (result.status == 200) {
        ++counts.rejected;
    }
    status.shared = m_book.group().isShared(static_cast<std::uint32_t>(number));
    --m_open;
    // a queue, not a recursion as deep as there are targets
    QMetaObject::invokeMethod(this, &PrometheusPoller::askNext, Qt::QueuedConnection);
}

void PrometheusPoller::endRound()
{
    if (!std::exchange(m_running, false))
        return;
    m_book.endRound(m_good > 0 && m_sinceGood.isValid() ? Millis(m_sinceGood.elapsed()) : Millis(0));
    if (m_good > 0)
        m_sinceGood.start();
    judge();
    SourceCounts &counts = m_report.counts;
    ++counts.polls;
    counts.failedPolls += m_good > 0 ? 0 : 1;
    counts.lastPoll = QDateTime::currentMSecsSinceEpoch();
    counts.lastPollTook = Millis(m_round.elapsed());
    counts.applications = static_cast<std::uint32_t>(m_book.group().workers());
    counts.refusedSeries = m_refusedEarlier + m_book.refused();
    m_report.targets.clear();
    for (const Target &target : m_targets)
        m_report.targets.push_back(target.status);
    Q_EMIT reported(m_report);
}

void PrometheusPoller::judge()
{
    m_report.state = m_good > 0 ? Source::State::Running : Source::State::Failed;
    m_report.error = SourceError::None;
    m_report.detail.clear();
    m_report.notes = 0;
    const auto note = [this](SourceNote which, bool holds) {
        m_report.notes =
            static_cast<SourceNotes>(m_report.notes | (holds ? static_cast<SourceNotes>(which) : 0));
    };
    const auto any = [this](auto what) {
        return std::ranges::any_of(m_targets, [&](const Target &target) { return what(target.status); });
    };
    note(SourceNote::SeveralWorkers, any([](const TargetStatus &status) { return status.shared; }));
    note(SourceNote::DamagedLines, any([](const TargetStatus &status) {
             return status.error == SourceError::None && status.errors > 0;
         }));
    if (m_good > 0) {
        note(SourceNote::SomeTargetsFail, !m_setup.range && m_good < m_targets.size());
        return;
    }
    const TargetStatus &first = m_targets.front().status;
    const bool alike = !any([&](const TargetStatus &status) { return status.error != first.error; });
    const bool ofRange = m_setup.range && (!alike || first.error == SourceError::Refused);
    m_report.error = ofRange ? SourceError::NothingAnswers : first.error;
    m_report.detail = ofRange ? m_setup.address : first.detail;
}

} // namespace metriscope::net
