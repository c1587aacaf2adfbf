// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/prometheussource.h"

#include "netlayer/prometheus/portrange.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace metriscope::net
{

namespace
{

/// Long enough for a slow answer, short enough that the next round is not late for long.
Millis timeoutOf(const PollConfig &config, Millis interval)
{
    if (config.timeout > Millis(0))
        return config.timeout;
    return std::clamp(interval, Millis(2000), Millis(10'000));
}

} // namespace

PrometheusSource::PrometheusSource(const PollConfig &config, std::uint16_t number, NetThread &net,
                                   QObject *parent)
    : Source(parent), m_config(config), m_id(sourceIdOf(SourceKind::Prometheus, number)), m_net(net),
      m_feed(std::make_shared<PolledFeed>())
{
}

PrometheusSource::~PrometheusSource()
{
    stop();
}

void PrometheusSource::setSecret(const QByteArray &secret, const QString &whyNone)
{
    m_secret = secret;
    m_whyNoSecret = whyNone;
}

void PrometheusSource::start()
{
    if (m_state == State::Running || m_state == State::Starting)
        return;
    stop();
    answer(State::Starting);
    const auto targets = readTargets(m_config.address.toStdString());
    if (!targets)
        return answer(State::Failed, SourceError::AddressInvalid);
    if (m_config.login != PollConfig::Login::None && m_secret.isEmpty())
        return answer(State::Failed, SourceError::NoSecret, m_whyNoSecret);
    PrometheusPoller::Setup setup;
    setup.range = targets->range;
    setup.address = m_config.address;
    setup.interval = m_config.interval > Millis(0)
                         ? std::clamp(m_config.interval, MinPollInterval, MaxPollInterval)
                         : DefaultInterval;
    setup.activeUsers = readGaugeChoice(m_config.activeUsers.toStdString());
    for (const std::string &url : targets->urls)
        setup.targets.push_back({QUrl(QString::fromStdString(url)), m_config.login, m_config.user, m_secret,
                                 timeoutOf(m_config, setup.interval)});
    if (std::ranges::any_of(setup.targets, [](const ScrapeRequest &each) { return !each.url.isValid(); }))
        return answer(State::Failed, SourceError::AddressInvalid);

    m_poller = new PrometheusPoller(std::move(setup), m_feed, m_report.counts); // stop() has it deleted
    connect(m_poller, &PrometheusPoller::reported, this, [this, run = ++m_run](const PollReport &report) {
        if (run == m_run)
            take(report);
    });
    m_net.adopt(*m_poller);
    m_net.run([poller = m_poller, net = &m_net] { poller->start(net->network()); });
}

void PrometheusSource::stop()
{
    if (m_poller)
        std::exchange(m_poller, nullptr)->deleteLater();
    ++m_run;
    if (m_state != State::Stopped)
        answer(State::Stopped);
}

void PrometheusSource::pollNow()
{
    if (m_poller)
        QMetaObject::invokeMethod(m_poller, &PrometheusPoller::pollNow, Qt::QueuedConnection);
}

QString PrometheusSource::application() const
{
    if (!m_config.application.isEmpty())
        return m_config.application;
    const QString first = m_config.address.section(QLatin1Char(' '), 0, 0, QString::SectionSkipEmpty);
    const qsizetype scheme = first.indexOf(QLatin1String("://"));
    return first.mid(scheme < 0 ? 0 : scheme + 3)
        .section(QLatin1Char('/'), 0, 0)
        .section(QLatin1Char('@'), -1);
}

void PrometheusSource::answer(State state, SourceError error, const QString &detail)
{
    m_state = state;
    m_report.state = state;
    m_report.error = error;
    m_report.detail = detail;
    Q_EMIT stateChanged(state, error, detail);
}

void PrometheusSource::take(const PollReport &report)
{
    const bool news = report.state != m_state || report.error != m_report.error;
    m_report = report;
    if (news)
        answer(report.state, report.error, report.detail);
}

} // namespace metriscope::net
