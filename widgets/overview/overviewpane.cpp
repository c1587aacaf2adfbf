// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/overviewpane.h"

#include "widgets/charts/livechart.h"
#include "widgets/charts/statisticsstrip.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/common/displaytext.h"
#include "widgets/overview/emptyoverview.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

bool sameSeries(const net::Application &a, const net::Application &b)
{
    return a.name == b.name && a.requestRate == b.requestRate && a.latency == b.latency &&
           a.activeUsers == b.activeUsers && a.totalUsers == b.totalUsers && a.userChanges == b.userChanges;
}

} // namespace

OverviewPane::OverviewPane(const net::SeriesStore &store, TimeAxis &axis, QWidget *parent)
    : QWidget(parent), m_store(store), m_axis(axis), m_rate(new LiveChart(store, axis, this)),
      m_latency(new LiveChart(store, axis, this)), m_users(new LiveChart(store, axis, this)),
      m_strip(new StatisticsStrip(axis, this)), m_notes(new QLabel(this)), m_empty(new EmptyOverview(this)),
      m_stack(new QStackedLayout(this))
{
    auto *const page = new QWidget(this);
    auto *const layout = new QVBoxLayout(page);
    layout->setContentsMargins(10, 6, 10, 4);
    layout->setSpacing(6);
    for (LiveChart *const chart : charts()) {
        chart->setTimeLabelsVisible(chart == m_users);
        layout->addWidget(chart, 1);
        connect(chart, &LiveChart::activated, this, [this, chart] { m_strip->setChart(chart); });
        connect(chart, &LiveChart::contextMenuRequested, this,
                [this, chart](const QPoint &position) { Q_EMIT contextMenuRequested(chart, position); });
    }
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_notes->hide();
    layout->addWidget(m_notes);
    layout->addWidget(m_strip);
    m_strip->setChart(m_rate);

    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    connect(m_empty, &EmptyOverview::startDemoRequested, this, &OverviewPane::startDemoRequested);
    connect(m_empty, &EmptyOverview::verifyRequested, this, &OverviewPane::verifyRequested);
    connect(m_empty, &EmptyOverview::openMetricsRequested, this, &OverviewPane::openMetricsRequested);
    connect(m_empty, &EmptyOverview::chartMonitorRequested, this, &OverviewPane::chartMonitorRequested);
    retranslate();
}

OverviewPane::~OverviewPane() = default;

std::vector<LiveChart *> OverviewPane::charts() const
{
    return {m_rate, m_latency, m_users};
}

ChartPage OverviewPane::page() const
{
    return {tr("Overview"), &m_axis, charts(), 1};
}

void OverviewPane::apply(const net::Tick &tick)
{
    const bool changed = !std::equal(m_applications.begin(), m_applications.end(), tick.applications.begin(),
                                     tick.applications.end(), sameSeries);
    const bool more = tick.applications.size() != m_applications.size();
    m_applications = tick.applications; // the notes may have changed too
    m_values = tick.signalValues;
    for (const net::Annotation &annotation : tick.annotations) {
        if (const auto marker = toMarker(annotation, tick.time))
            m_markers.push_back(*marker);
        if (m_markers.size() > MaxMarkers)
            m_markers.pop_front();
    }
    if (!tick.annotations.empty())
        for (LiveChart *const chart : charts())
            chart->setMarkers({m_markers.begin(), m_markers.end()});
    if (m_applications.empty()) {
        m_empty->setSeries(tick.self.series);
    } else if (m_stack->currentIndex() == 0) {
        m_stack->setCurrentIndex(1);
    }
    if (changed)
        rebuildCurves();
    if (more)
        Q_EMIT applicationsChanged();
    if (!isVisible())
        return;
    for (LiveChart *const chart : charts())
        chart->markDirty();
    m_strip->markDirty();
    updateReadouts();
}

void OverviewPane::refresh()
{
    for (LiveChart *const chart : charts())
        chart->drawNow();
    m_strip->refresh();
    updateReadouts();
}

QStringList OverviewPane::applicationNames() const
{
    QStringList names;
    for (const net::Application &application : m_applications)
        names << displayText(application.name, 120);
    return names;
}

void OverviewPane::setApplicationFilter(int application)
{
    if (m_filter == application)
        return;
    m_filter = application;
    rebuildCurves();
    updateReadouts();
}

void OverviewPane::setStacked(bool stacked)
{
    m_rate->setStacked(stacked);
}

void OverviewPane::setStatsdAddress(const QString &host, quint16 port)
{
    m_empty->setAddress(host, port);
}

void OverviewPane::setMonitored(bool monitored)
{
    m_empty->setMonitored(monitored);
}

std::vector<ShownApplication> OverviewPane::shown() const
{
    std::vector<ShownApplication> result;
    for (std::size_t i = 0; i < m_applications.size(); ++i)
        if (m_filter < 0 || std::size_t(m_filter) == i)
            result.push_back({&m_applications[i], int(i)});
    return result;
}

void OverviewPane::rebuildCurves()
{
    const auto applications = shown();
    const auto update = [&](LiveChart *chart, std::vector<Curve> curves) {
        keepVisibility(chart->curves(), curves);
        chart->setCurves(curves);
    };
    // Of several applications only one line each is shown: the title says which
    m_latency->setTitle(applications.size() > 1 ? tr("Latency p95") : tr("Latency"));
    const bool users = tellsUsers(applications) || !tellsInFlight(applications);
    m_users->setTitle(users ? tr("Active users") : tr("Requests in flight"));
    m_users->setEmptyText(users ? tr("No users reported in this range") : tr("No requests in this range"));
    update(m_rate, requestRateCurves(applications));
    update(m_latency, latencyCurves(applications));
    update(m_users, userCurves(applications));
    m_strip->markDirty();
}

void OverviewPane::retranslate()
{
    m_rate->setTitle(tr("Request rate"));
    m_rate->setEmptyText(tr("No requests in this range"));
    m_latency->setEmptyText(tr("No latencies in this range"));
    rebuildCurves();
    updateReadouts();
}

void OverviewPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateReadouts();
    m_strip->markDirty();
}

void OverviewPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
}

} // namespace metriscope::ui
