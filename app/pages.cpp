// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages.h"

#include "app/packetlinks.h"
#include "app/settingsdata.h"

#include "widgets/boards/boardspane.h"
#include "widgets/charts/livechart.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/collectors/collectormodel.h"
#include "widgets/common/themeicon.h"
#include "widgets/contexts/contextspane.h"
#include "widgets/journal/journalpane.h"
#include "widgets/metrics/metricspane.h"
#include "widgets/overview/overviewpane.h"
#include "widgets/packets/packetspane.h"

#include <QAction>
#include <QMenu>
#include <QPointer>
#include <QVBoxLayout>

#include <array>
#include <limits>

namespace metriscope::app
{

namespace
{

constexpr std::array<const char *, Pages::Count> Ids{"overview",   "metrics",  "charts", "packets",
                                                     "collectors", "contexts", "journal"};

} // namespace

Pages::Pages(const net::Registry &registry, net::SeriesStore &store, ui::TimeAxis &axis,
             ui::JournalModel &journal, ui::IssueModel &issues, QWidget *parent)
    : QStackedWidget(parent), m_registry(registry), m_store(store), m_axis(axis), m_journalModel(journal),
      m_issueModel(issues), m_exporter(store, &registry, this), m_desk(new ui::PacketDesk(this)),
      m_collectorModel(new ui::CollectorModel(this))
{
    connect(&m_exporter, &ui::Exporter::choiceChanged, this, &Pages::keptChanged);
    connect(&m_exporter, &ui::Exporter::finished, this, &Pages::noteResult);
    for (int page = 0; page < Count; ++page) {
        auto *holder = new QWidget(this);
        auto *layout = new QVBoxLayout(holder);
        layout->setContentsMargins(0, 0, 0, 0);
        addWidget(holder);
    }
}

Pages::~Pages() = default;

QString Pages::idOf(int page)
{
    return QString::fromLatin1(Ids.at(static_cast<std::size_t>(page)));
}

int Pages::ofId(const QString &id)
{
    for (int page = 0; page < Count; ++page)
        if (idOf(page) == id)
            return page;
    return Overview;
}

void Pages::ensure(int page)
{
    QWidget *holder = widget(page);
    if (holder->layout()->count() > 0)
        return;
    switch (page) {
    case Overview:
        makeOverview(holder);
        break;
    case Metrics:
        makeMetrics(holder);
        break;
    case Charts:
        makeBoards(holder);
        break;
    case Packets:
        makePackets(holder);
        break;
    case Collectors:
        makeCollectors(holder);
        break;
    case Contexts:
        makeContexts(holder);
        break;
    case Journal:
        makeJournal(holder);
        break;
    default:
        break;
    }
}

void Pages::makeOverview(QWidget *holder)
{
    m_overview = new ui::OverviewPane(m_store, m_axis, holder);
    holder->layout()->addWidget(m_overview);
    m_overview->setStatsdAddress(m_host, m_port);
    connect(m_overview, &ui::OverviewPane::startDemoRequested, this, &Pages::demoWanted);
    connect(m_overview, &ui::OverviewPane::verifyRequested, this,
            [this] { Q_EMIT verifyWanted(std::nullopt); });
    connect(m_overview, &ui::OverviewPane::openMetricsRequested, this, [this] { showPage(Metrics); });
    connect(m_overview, &ui::OverviewPane::chartMonitorRequested, this, [this] {
        if (const net::Source *source = monitor())
            chartMonitor(*source);
    });
    connect(m_overview, &ui::OverviewPane::contextMenuRequested, this, &Pages::showChartMenu);
}

void Pages::makeMetrics(QWidget *holder)
{
    m_metrics = new ui::MetricsPane(m_registry, m_store, holder);
    holder->layout()->addWidget(m_metrics);
    m_metrics->setState(ui::metricsStateFromJson(m_metricsKept));
    if (m_port != 0)
        m_metrics->setReceiver(m_host, m_port);
    connect(m_metrics, &ui::MetricsPane::verifyRequested, this,
            [this] { Q_EMIT verifyWanted(std::nullopt); });
    connect(m_metrics, &ui::MetricsPane::demoRequested, this, &Pages::demoWanted);
    connect(m_metrics, &ui::MetricsPane::chartRequested, this,
            [this](const std::vector<net::MetricId> &metrics) {
                showPage(Charts);
                m_boards->addChart(metrics);
            });
    connect(m_metrics, &ui::MetricsPane::packetsRequested, this,
            [this](const std::vector<net::MetricId> &metrics) { showPackets(metrics, std::nullopt); });
    connect(m_metrics, &ui::MetricsPane::exportRequested, this,
            [this] { m_metrics->exportList(m_exporter); });
    m_metrics->setChartTitles(
        [this] { return m_boards != nullptr ? m_boards->chartTitles() : QStringList(); });
    connect(m_metrics, &ui::MetricsPane::addToChartRequested, this,
            [this](int chart, const std::vector<net::MetricId> &metrics) {
                m_boards->addToChart(chart, metrics);
                showPage(Charts);
            });
}

void Pages::makeBoards(QWidget *holder)
{
    m_boards = new ui::BoardsPane(m_registry, m_store, m_axis, holder);
    holder->layout()->addWidget(m_boards);
    if (!m_boardsKept.isEmpty()) {
        const ui::BoardsRead read = ui::boardsFromJson(m_boardsKept);
        m_boards->setBook(read.book);
        if (read.issue != ui::BoardsRead::Issue::None)
            Q_EMIT boardsDamaged();
    }
    connect(m_boards, &ui::BoardsPane::bookChanged, this, &Pages::keptChanged);
    connect(m_boards, &ui::BoardsPane::watchedChanged, this,
            [this] { m_store.setWatched(m_boards->watchedMetrics()); });
    connect(m_boards, &ui::BoardsPane::openMetricsRequested, this, [this] { showPage(Metrics); });
    connect(m_boards, &ui::BoardsPane::verifyRequested, this, [this] { Q_EMIT verifyWanted(std::nullopt); });
    connect(m_boards, &ui::BoardsPane::demoRequested, this, &Pages::demoWanted);
    connect(m_boards, &ui::BoardsPane::chartMenuAboutToShow, this, [this](ui::LiveChart *chart, QMenu *menu) {
        menu->addSeparator();
        addChartActions(*menu, chart);
    });
}

void Pages::makeContexts(QWidget *holder)
{
    if (m_book == nullptr)
        return;
    m_contexts = new ui::ContextsPane(m_registry, m_store, *m_book, m_axis, holder);
    holder->layout()->addWidget(m_contexts);
    m_contexts->setAddress(m_contextsAddress);
    connect(m_contexts, &ui::ContextsPane::chartRequested, this,
            [this](const std::vector<net::MetricId> &metrics) {
                showPage(Charts);
                m_boards->addChart(metrics);
            });
    connect(m_contexts, &ui::ContextsPane::verifyRequested, this,
            [this] { Q_EMIT verifyWanted(net::CheckKind::M3); });
    connect(m_contexts, &ui::ContextsPane::demoRequested, this, &Pages::demoWanted);
    connect(m_contexts, &ui::ContextsPane::settingsRequested, this, &Pages::contextsSettingsWanted);
    connect(m_contexts, &ui::ContextsPane::timerUnitChosen, this, &Pages::timerUnitChosen);
}

void Pages::setContextBook(net::ContextBook &book)
{
    m_book = &book;
}

void Pages::setContextsAddress(const QString &address)
{
    m_contextsAddress = address;
    if (m_contexts != nullptr)
        m_contexts->setAddress(address);
}

void Pages::makeJournal(QWidget *holder)
{
    m_journal = new ui::JournalPane(m_journalModel, m_issueModel, holder);
    holder->layout()->addWidget(m_journal);
    connect(m_journal, &ui::JournalPane::exported, this, &Pages::exported);
    connect(m_journal, &ui::JournalPane::exportFailed, this, &Pages::exportFailed);
}

void Pages::showPage(int page)
{
    ensure(page);
    setCurrentIndex(page);
    Q_EMIT shown(page);
}

void Pages::focusPage()
{
    QWidget *holder = currentWidget();
    for (QWidget *next = holder->nextInFocusChain(); next != holder; next = next->nextInFocusChain()) {
        if (holder->isAncestorOf(next) && next->isVisible() && next->isEnabled() &&
            (next->focusPolicy() & Qt::TabFocus) != 0) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void Pages::showRejected()
{
    showPage(Journal);
    m_journal->showRejected();
}

void Pages::openCapture(const QString &path)
{
    showPage(Packets);
    m_packets->openFile(path);
}

void Pages::ensureAll()
{
    for (int page = 0; page < Count; ++page)
        ensure(page);
}

void Pages::apply(const net::Tick &tick)
{
    ensureAll();
    m_tick = tick.elapsed;
    m_overview->setMonitored(monitor() != nullptr);
    m_overview->apply(tick);
    m_metrics->apply(tick);
    m_boards->apply(tick);
    if (m_contexts != nullptr)
        m_contexts->apply(tick);
}

void Pages::setApplicationFilter(int application)
{
    ensure(Overview);
    m_overview->setApplicationFilter(application);
}

void Pages::setReceiver(const QString &host, quint16 port)
{
    m_host = host;
    m_port = port;
    net::PortRoles roles;
    if (port != 0)
        roles.statsd.insert(roles.statsd.begin(), port);
    m_desk->setPortRoles(roles);
    if (m_overview != nullptr)
        m_overview->setStatsdAddress(host, port);
    if (m_metrics != nullptr && port != 0)
        m_metrics->setReceiver(host, port);
}

void Pages::fillExportMenu(QMenu &menu)
{
    menu.clear();
    switch (currentIndex()) {
    case Overview:
        m_exporter.addActions(menu, [this] { return m_overview->page(); });
        break;
    case Metrics:
        menu.addActions(m_metrics->exportActions());
        break;
    case Charts:
        m_exporter.addActions(menu, [this] { return m_boards->page(); });
        break;
    case Contexts:
        if (m_contexts != nullptr)
            menu.addActions(m_contexts->exportActions());
        break;
    case Packets:
        menu.addActions(m_packets->exportActions());
        break;
    default:
        menu.addActions(m_journal->exportActions());
        break;
    }
}

void Pages::setKept(const SettingsData &settings)
{
    m_boardsKept = settings.boards;
    m_metricsKept = settings.metrics;
    m_packetsKept = settings.packets;
    m_exporter.setChoice(ui::exportChoiceFromJson(settings.exports));
}

void Pages::keepIn(SettingsData &settings) const
{
    if (m_metrics != nullptr)
        settings.metrics = ui::metricsStateToJson(m_metrics->state());
    if (m_boards != nullptr)
        settings.boards = ui::boardsToJson(m_boards->book());
    if (m_packets != nullptr)
        settings.packets = ui::packetsStateToJson(m_packets->state());
    settings.exports = ui::toJson(m_exporter.choice());
}

void Pages::noteResult(const ui::ExportResult &result)
{
    if (result.ok)
        Q_EMIT exported(result.path);
    else if (!result.cancelled)
        Q_EMIT exportFailed(result.path, result.reason);
}

void Pages::showChartMenu(ui::LiveChart *chart, const QPoint &where)
{
    QMenu menu(this);
    addChartActions(menu, chart);
    menu.exec(where);
}

void Pages::addChartActions(QMenu &menu, ui::LiveChart *chart)
{
    // The chart may be gone when a slow reader chooses.
    const QPointer<ui::LiveChart> guarded(chart);
    if (const auto at = m_axis.crosshair()) {
        std::vector<net::MetricId> metrics;
        for (const ui::Curve &curve : chart->curves())
            if (curve.visible)
                metrics.push_back(curve.metric);
        QAction *packets =
            menu.addAction(ui::themeIcon(QStringLiteral("packets")), tr("Show the &packets of this time"));
        packets->setObjectName(QStringLiteral("showpackets"));
        connect(packets, &QAction::triggered, this, [this, metrics, at] { showPackets(metrics, at); });
        menu.addSeparator();
        addCursorActions(menu, *at);
        menu.addSeparator();
    }
    m_exporter.addActions(menu, [this, guarded] {
        ui::ChartPage page;
        page.axis = &m_axis;
        if (guarded != nullptr) {
            page.title = guarded->title();
            page.charts = {guarded};
        }
        return page;
    });
}

/// With the keys of the chart, which are not shortcuts of the window.
void Pages::addCursorActions(QMenu &menu, net::Time at)
{
    QAction *a = menu.addAction(tr("Put cursor &A here") + QStringLiteral("\tA"));
    a->setObjectName(QStringLiteral("cursora"));
    connect(a, &QAction::triggered, &m_axis, [this, at] { m_axis.setCursorA(at); });
    QAction *b = menu.addAction(tr("Put cursor &B here") + QStringLiteral("\tB"));
    b->setObjectName(QStringLiteral("cursorb"));
    connect(b, &QAction::triggered, &m_axis, [this, at] { m_axis.setCursorB(at); });
    QAction *none = menu.addAction(tr("&Remove the cursors") + QStringLiteral("\tEsc"));
    none->setObjectName(QStringLiteral("removecursors"));
    none->setEnabled(m_axis.cursorA().has_value() || m_axis.cursorB().has_value());
    connect(none, &QAction::triggered, &m_axis, [this] {
        m_axis.setCursorA(std::nullopt);
        m_axis.setCursorB(std::nullopt);
    });
}

} // namespace metriscope::app
