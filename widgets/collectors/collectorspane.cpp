// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collectors/collectorspane.h"

#include "widgets/collectors/detailmodel.h"
#include "widgets/collectors/polldialog.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/emptypage.h"
#include "widgets/common/errortext.h"
#include "widgets/common/themeicon.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace metriscope::ui
{

namespace
{

using Origin = CollectorModel::Origin;
using Verb = CollectorRequest::Verb;
using namespace std::chrono_literals;

void prepare(QTableView &table)
{
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setCornerButtonEnabled(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 8);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setStretchLastSection(true);
}

void setWidths(QTableView &table, std::initializer_list<int> characters)
{
    int section = 0;
    for (const int width : characters)
        table.horizontalHeader()->resizeSection(section++, width * table.fontMetrics().averageCharWidth());
}

} // namespace

CollectorsPane::CollectorsPane(CollectorModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_sorted(new QSortFilterProxyModel(this)),
      m_details(new DetailModel(this)), m_bar(new QToolBar(this)), m_pages(new QStackedWidget(this)),
      m_empty(new EmptyPage(this)), m_table(new QTableView(this)), m_detailTable(new QTableView(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)), m_notice(new QWidget(this)),
      m_noticeText(new QLabel(m_notice)), m_hint(new QLabel(this)), m_noticeUndo(new QToolButton(m_notice)),
      m_timer(new QTimer(this))
{
    m_add = makeAction("add", QKeySequence::New, nullptr);
    connect(m_add, &QAction::triggered, this, [this] { add(); });
    m_edit = makeAction("edit", Qt::Key_F2, &CollectorsPane::edit);
    m_toggle = makeAction(nullptr, Qt::CTRL | Qt::Key_Return, &CollectorsPane::toggle);
    m_pollNow = makeAction("refresh", Qt::Key_F5, &CollectorsPane::pollNow);
    m_remove = makeAction("remove", Qt::Key_Delete, &CollectorsPane::remove);
    m_chart = makeAction("charts", {}, &CollectorsPane::chart);
    m_undo = makeAction("undo", QKeySequence::Undo, &CollectorsPane::undo);
    m_bar->addActions({m_add, m_edit, m_toggle, m_pollNow, m_remove, m_chart});
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar->setIconSize({16, 16});

    m_sorted->setSourceModel(&m_model);
    m_sorted->setSortRole(CollectorModel::SortRole);
    m_table->setModel(m_sorted);
    m_detailTable->setModel(m_details);
    prepare(*m_table);
    prepare(*m_detailTable);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(CollectorModel::KindColumn, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    setWidths(*m_table, {34, 38, 18, 12, 10, 16});
    setWidths(*m_detailTable, {28, 44});
    m_pages->addWidget(m_detailTable);
    m_pages->addWidget(m_empty);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_pages);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);

    for (QLabel *label : {m_noticeText, m_hint})
        label->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_hint->setContentsMargins(8, 0, 8, 4);
    auto *notice = new QHBoxLayout(m_notice);
    notice->setContentsMargins(8, 4, 8, 4);
    notice->addWidget(m_noticeText);
    notice->addWidget(m_noticeUndo);
    notice->addStretch(1);
    m_notice->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_hint);
    layout->addWidget(m_splitter, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CollectorsPane::showCurrent);
    connect(m_table, &QAbstractItemView::activated, this, &CollectorsPane::edit);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu(this);
        menu.addActions(m_bar->actions());
        menu.exec(m_table->viewport()->mapToGlobal(at));
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &CollectorsPane::showCurrent);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &CollectorsPane::updatePages);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &CollectorsPane::updatePages);
    connect(m_noticeUndo, &QToolButton::clicked, this, &CollectorsPane::undo);
    connect(m_empty, &EmptyPage::firstClicked, this, [this] { add(); });
    connect(m_empty, &EmptyPage::secondClicked, this, &CollectorsPane::verifyRequested);
    m_timer->setInterval(1s);
    connect(m_timer, &QTimer::timeout, &m_model, &CollectorModel::refresh);
    retranslate();
    updatePages();
}

CollectorsPane::~CollectorsPane() = default;

QAction *CollectorsPane::makeAction(const char *icon, const QKeySequence &key, void (CollectorsPane::*slot)())
{
    auto *action = new QAction(this);
    if (icon != nullptr)
        action->setIcon(themeIcon(QString::fromLatin1(icon)));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (slot != nullptr)
        connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void CollectorsPane::addSourceAction(QAction *action)
{
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_bar->insertAction(m_remove, action);
}

const CollectorModel::Row *CollectorsPane::current() const
{
    const QModelIndex index = m_table->selectionModel()->currentIndex();
    return index.isValid() ? &m_model.row(m_sorted->mapToSource(index).row()) : nullptr;
}

void CollectorsPane::select(const net::Source &source)
{
    const int row = m_model.rowOf(&source);
    if (row >= 0)
        m_table->setCurrentIndex(m_sorted->mapFromSource(m_model.index(row, 0)));
}

void CollectorsPane::add(net::SourceKind kind)
{
    net::PollConfig config;
    config.kind = kind;
    auto *dialog = new PollDialog(PollDialog::Purpose::Add, config, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Q_EMIT requested({Verb::Add, dialog->value(), dialog->secret()});
    });
    dialog->open();
}

void CollectorsPane::edit()
{
    const CollectorModel::Row *row = current();
    if (row == nullptr)
        return;
    if (row->origin == Origin::BuiltIn) {
        Q_EMIT settingsRequested(net::kindOf(row->id));
        return;
    }
    if (row->origin != Origin::Kept)
        return;
    auto *dialog = new PollDialog(PollDialog::Purpose::Edit, row->config, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Q_EMIT requested({Verb::Change, dialog->value(), dialog->secret()});
    });
    dialog->open();
}

void CollectorsPane::toggle()
{
    const CollectorModel::Row *row = current();
    if (row != nullptr && row->origin == Origin::Kept)
        Q_EMIT requested({row->config.enabled ? Verb::Disable : Verb::Enable, row->config, {}});
}

void CollectorsPane::pollNow()
{
    if (const CollectorModel::Row *row = current())
        row->source->pollNow();
}

void CollectorsPane::chart()
{
    if (const CollectorModel::Row *row = current())
        Q_EMIT chartsRequested(row->source);
}

void CollectorsPane::remove()
{
    const CollectorModel::Row *row = current();
    if (row == nullptr || row->origin != Origin::Kept)
        return;
    m_removed.push_back(row->config);
    Q_EMIT requested({Verb::Remove, m_removed.back(), {}});
    showRemoved();
}

void CollectorsPane::undo()
{
    if (m_removed.empty())
        return;
    const net::PollConfig config = m_removed.back();
    m_removed.pop_back();
    Q_EMIT requested({Verb::Restore, config, {}});
    showRemoved();
}

void CollectorsPane::showRemoved()
{
    m_notice->setVisible(!m_removed.empty());
    m_undo->setEnabled(!m_removed.empty());
    if (!m_removed.empty()) //: %1 is an address
        m_noticeText->setText(
            tr("%1 is not polled any more.").arg(displayText(m_removed.back().address, 60)));
}

void CollectorsPane::showCurrent()
{
    const CollectorModel::Row *row = current();
    const bool kept = row != nullptr && row->origin == Origin::Kept;
    const bool polled = row != nullptr && net::isPolled(net::kindOf(row->id));
    const bool running = polled && row->state != net::Source::State::Stopped;
    m_edit->setEnabled(kept || (row != nullptr && row->origin == Origin::BuiltIn));
    m_remove->setEnabled(kept);
    m_toggle->setEnabled(kept);
    m_toggle->setText(kept && row->config.enabled ? tr("Disable") : tr("Enable"));
    m_toggle->setIcon(
        themeIcon(kept && row->config.enabled ? QStringLiteral("pause") : QStringLiteral("record")));
    m_pollNow->setEnabled(running);
    m_chart->setEnabled(row != nullptr && net::kindOf(row->id) == net::SourceKind::Istats);
    QString hint = row != nullptr ? m_model.errorText(m_model.rowOf(row->source)) : QString();
    if (hint.isEmpty() && row != nullptr && row->origin == Origin::CommandLine)
        hint = tr("Named on the command line: polled until Metriscope ends, and not kept.");
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    showDetails();
    Q_EMIT currentChanged();
}

void CollectorsPane::showDetails()
{
    const CollectorModel::Row *row = current();
    m_details->setDetails(row != nullptr ? sourceDetails(*row) : std::vector<SourceDetail>());
}

void CollectorsPane::updatePages()
{
    bool polled = false;
    for (int row = 0; row < m_model.rowCount(); ++row)
        polled = polled || m_model.row(row).origin != Origin::BuiltIn;
    m_pages->setCurrentWidget(polled ? static_cast<QWidget *>(m_detailTable) : m_empty);
    if (!m_table->currentIndex().isValid() && m_sorted->rowCount() > 0)
        m_table->setCurrentIndex(m_sorted->index(0, 0));
    showCurrent();
}

void CollectorsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CollectorsPane::showEvent(QShowEvent *event)
{
    m_model.refresh();
    m_timer->start();
    QWidget::showEvent(event);
}

void CollectorsPane::hideEvent(QHideEvent *event)
{
    m_timer->stop();
    QWidget::hideEvent(event);
}

void CollectorsPane::retranslate()
{
    m_add->setText(tr("&Add…"));
    m_add->setToolTip(tr("Poll another target"));
    m_edit->setText(tr("&Edit…"));
    m_edit->setToolTip(tr("Change what is polled and how; for what listens, open its settings"));
    m_toggle->setToolTip(tr("Begin or stop polling it"));
    m_pollNow->setText(tr("&Poll now"));
    m_pollNow->setToolTip(tr("Ask at once, whatever the interval"));
    m_remove->setText(tr("&Remove"));
    m_remove->setToolTip(tr("Stop polling it and forget it; what it measured stays"));
    //: a verb: draw charts of what the source tells about itself
    m_chart->setText(tr("&Chart"));
    m_chart->setToolTip(tr("Draw flush duration, discarded lines and errors of publishing"));
    m_undo->setText(tr("Undo"));
    m_noticeUndo->setText(tr("Undo"));
    m_bar->setWindowTitle(tr("What can be done with a source"));
    m_table->setAccessibleName(tr("Sources"));
    m_detailTable->setAccessibleName(tr("What is known of the source"));
    m_empty->setTexts(tr("Nothing is polled yet"),
                      tr("Metriscope can ask gstats collectors, the metrics pages of applications with "
                         "django-prometheus or any other Prometheus client, and pystatsd servers."),
                      tr("Add a source…"), tr("Verify a connection…"));
    m_model.retranslate();
    m_details->retranslate();
    showRemoved();
    showCurrent();
}

} // namespace metriscope::ui
