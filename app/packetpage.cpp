// SPDX-License-Identifier: GPL-3.0-or-later
// The page of packets, and the ways between it and the others.
#include "app/packetlinks.h"
#include "app/pages.h"

#include "widgets/boards/boardspane.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/metrics/metricspane.h"
#include "widgets/packets/packetdesk.h"
#include "widgets/packets/packetspane.h"

#include <QVBoxLayout>

#include <cstdint>
#include <limits>

namespace metriscope::app
{

void Pages::makePackets(QWidget *holder)
{
    m_packets = new ui::PacketsPane(*m_desk, holder);
    holder->layout()->addWidget(m_packets);
    m_packets->setState(ui::packetsStateFromJson(m_packetsKept));
    connect(m_packets, &ui::PacketsPane::verifyRequested, this,
            [this] { Q_EMIT verifyWanted(std::nullopt); });
    connect(m_packets, &ui::PacketsPane::stateChanged, this, &Pages::keptChanged);
    connect(m_packets, &ui::PacketsPane::exported, this, &Pages::exported);
    connect(m_packets, &ui::PacketsPane::exportFailed, this, &Pages::exportFailed);
    connect(m_packets, &ui::PacketsPane::replayRequested, this, &Pages::replayWanted);
    connect(m_packets, &ui::PacketsPane::metricRequested, this, &Pages::showMetric);
    connect(
        m_packets, &ui::PacketsPane::chartRequested, this,
        [this](const net::PayloadItem &item, qint64 time) { showChart(item, net::Time{net::Millis{time}}); });
}

void Pages::showPackets(const std::vector<net::MetricId> &metrics, std::optional<net::Time> at)
{
    PacketSpan span{std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
    if (at)
        span = packetSpan(m_axis, *at, m_tick);
    showPage(Packets);
    m_packets->showPackets(packetNames(m_registry, metrics), span.from, span.to);
}

void Pages::showMetric(const net::PayloadItem &item)
{
    const net::MetricId id = metricOf(m_registry, item);
    if (id == net::NoMetric) {
        Q_EMIT said(tr("This metric did not arrive at the program's own sockets."));
        return;
    }
    showPage(Metrics);
    m_metrics->choose(id);
}

void Pages::showChart(const net::PayloadItem &item, net::Time wall)
{
    const net::MetricId id = metricOf(m_registry, item);
    if (id == net::NoMetric) {
        Q_EMIT said(tr("This metric did not arrive at the program's own sockets."));
        return;
    }
    showPage(Charts);
    m_boards->showMetrics({id});
    const net::Time at = wall - m_axis.wallOffset();
    constexpr net::Millis Around{30'000};
    m_axis.zoomTo({at - Around, at + Around});
    m_axis.setCrosshair(at);
}

} // namespace metriscope::app
