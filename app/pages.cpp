// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages.h"

#include "widgets/charts/timeaxis.h"
#include "widgets/journal/journalpane.h"
#include "widgets/metrics/metricspane.h"
#include "widgets/overview/overviewpane.h"

#include <QAction>
#include <QMenu>
#include <QVBoxLayout>

#include <array>

namespace metriscope::app
{

namespace
{

constexpr std::array<const char *, Pages::Count> Ids{"overview", "metrics", "charts", "journal"};

} // namespace

Pages::Pages(const net::Registry &registry, net::SeriesStore &store, ui::TimeAxis &axis,
             ui::JournalModel &journal, ui::IssueModel &issues, QWidget *parent)
    : QStackedWidget(parent), m_registry(registry), m_store(store), m_axis(axis), m_journalModel(journal),
      m_issueModel(issues)
{
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
    connect(m_overview, &ui::OverviewPane::openMetricsRequested, this, [this] { showPage(Metrics); });
}

void Pages::makeMetrics(QWidget *holder)
{
    m_metrics = new ui::MetricsPane(m_registry, m_store, holder);
    holder->layout()->addWidget(m_metrics);
    connect(m_metrics, &ui::MetricsPane::demoRequested, this, &Pages::demoWanted);
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

void Pages::showRejected()
{
    showPage(Journal);
    m_journal->showRejected();
}

void Pages::ensureAll()
{
    for (int page = 0; page < Count; ++page)
        ensure(page);
}

void Pages::apply(const net::Tick &tick)
{
    ensureAll();
    m_overview->apply(tick);
    m_metrics->apply(tick);
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
    if (m_overview != nullptr)
        m_overview->setStatsdAddress(host, port);
    if (m_metrics != nullptr && port != 0)
        m_metrics->setReceiver(host, port);
}

void Pages::fillExportMenu(QMenu &menu)
{
    menu.clear();
    if (currentIndex() == Journal)
        menu.addActions(m_journal->exportActions());
}

} // namespace metriscope::app
