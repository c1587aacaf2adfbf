// SPDX-License-Identifier: GPL-3.0-or-later
// The Collectors page of Pages.
#include "app/pages.h"

#include "widgets/boards/boardspane.h"
#include "widgets/collectors/collectorspane.h"
#include "widgets/collectors/gstatsactions.h"

#include "netlayer/istats/monitorfields.h"
#include "netlayer/series/registry.h"

#include <QVBoxLayout>

namespace metriscope::app
{

void Pages::makeCollectors(QWidget *holder)
{
    m_collectors = new ui::CollectorsPane(*m_collectorModel, holder);
    new ui::GstatsActions(*m_collectors); // owned by the pane
    holder->layout()->addWidget(m_collectors);
    connect(m_collectors, &ui::CollectorsPane::requested, this, &Pages::collectorRequested);
    connect(m_collectors, &ui::CollectorsPane::settingsRequested, this, &Pages::settingsWanted);
    connect(m_collectors, &ui::CollectorsPane::verifyRequested, this,
            [this] { Q_EMIT verifyWanted(std::nullopt); });
    connect(m_collectors, &ui::CollectorsPane::chartsRequested, this,
            [this](const net::Source *source) { chartMonitor(*source); });
}

void Pages::showSource(const net::Source &source)
{
    showPage(Collectors);
    m_collectors->select(source);
}

const net::Source *Pages::monitor() const
{
    for (int i = 0; i < m_collectorModel->rowCount(); ++i) {
        const auto &row = m_collectorModel->row(i);
        if (net::kindOf(row.id) == net::SourceKind::Istats && row.state == net::Source::State::Running)
            return row.source;
    }
    return nullptr;
}

/// A pystatsd has no requests to show: what it tells of itself gets three charts of its own.
void Pages::chartMonitor(const net::Source &source)
{
    using enum net::MonitorField;
    const auto find = [&](net::MonitorField field, net::MetricKind kind) {
        return m_registry.find(source.sourceId(), net::monitorField(field).metric, {}, kind);
    };
    const std::vector<std::vector<net::MetricId>> charts{
        {find(FlushDuration, net::MetricKind::Gauge), find(PublishDuration, net::MetricKind::Gauge)},
        {find(MetricsDiscarded, net::MetricKind::Counter)},
        {find(PublishSocketErrors, net::MetricKind::Counter),
         find(PublishUnknownErrors, net::MetricKind::Counter), find(FlushErrors, net::MetricKind::Counter)}};
    bool any = false;
    for (std::vector<net::MetricId> metrics : charts) {
        std::erase(metrics, net::NoMetric);
        if (metrics.empty())
            continue;
        ensure(Charts);
        m_boards->showMetrics(metrics);
        any = true;
    }
    if (any)
        showPage(Charts);
    else
        Q_EMIT said(tr("There is nothing to chart yet: no poll has been answered."));
}

} // namespace metriscope::app
