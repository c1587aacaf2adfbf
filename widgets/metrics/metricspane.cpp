// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metrics/metricspane.h"

#include "widgets/common/emptypage.h"
#include "widgets/metrics/filterbar.h"
#include "widgets/metrics/metricclipboard.h"
#include "widgets/metrics/metricdelegate.h"
#include "widgets/metrics/rowanchor.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

void prepare(QAbstractItemView &view, const MetricCells &cells)
{
    view.setItemDelegate(new MetricDelegate(cells, &view));
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    view.setDragEnabled(true);
    view.setDragDropMode(QAbstractItemView::DragOnly);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    view.setFrameShape(QFrame::NoFrame);
}

/// In characters; what is left goes to the name first, then to tags and trend.
int usualWidth(MetricColumn column)
{
    switch (column) {
    case MetricColumn::Name:
        return 36;
    case MetricColumn::Kind: // the longest in Russian
        return 17;
    case MetricColumn::Value:
    case MetricColumn::Rate:
        return 14;
    case MetricColumn::Tags:
        return 20;
    case MetricColumn::Trend:
        return 16;
    case MetricColumn::Age:
    case MetricColumn::Source:
        break;
    }
    return 10;
}

void fit(QHeaderView &header, int width, int character)
{
    int left = width;
    for (int section = 0; section < header.count(); ++section) {
        if (header.isSectionHidden(section))
            continue;
        if (section < MetricColumnCount)
            header.resizeSection(section, std::max(usualWidth(MetricColumn(section)) * character,
                                                   header.sectionSizeHint(section)));
        left -= header.sectionSize(section);
    }
    // First a name that can be read, then tags and trend, then all to the name.
    const auto widen = [&](MetricColumn column, int characters) {
        const int by = std::min(left, characters * character);
        if (by <= 0 || header.isSectionHidden(int(column)))
            return;
        header.resizeSection(int(column), header.sectionSize(int(column)) + by);
        left -= by;
    };
    widen(MetricColumn::Name, 50);
    widen(MetricColumn::Tags, 30);
    widen(MetricColumn::Trend, 20);
    widen(MetricColumn::Name, left);
}

} // namespace

MetricsPane::MetricsPane(const net::Registry &registry, const net::SeriesStore &store, QWidget *parent)
    : QWidget(parent), m_model(new MetricModel(registry, store, this)),
      m_treeModel(new MetricTreeModel(registry, store, this)), m_filterBar(new FilterBar(this)),
      m_treeButton(new QToolButton(this)), m_columnsButton(new QToolButton(this)),
      m_columnsMenu(new QMenu(m_columnsButton)), m_pages(new QStackedWidget(this)),
      m_table(new QTableView(this)), m_tree(new QTreeView(this)), m_empty(new EmptyPage(this))
{
    prepare(*m_table, m_model->cells());
    prepare(*m_tree, m_treeModel->cells());
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(MetricDelegate::rowHeight(fontMetrics()));
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_tree->setModel(m_treeModel);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    for (QHeaderView *header : {m_table->horizontalHeader(), m_tree->header()}) {
        header->setSectionsMovable(true);
        header->setHighlightSections(false);
        header->setStretchLastSection(false);
        header->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(header, &QWidget::customContextMenuRequested, this,
                [this, header](const QPoint &at) { m_columnsMenu->popup(header->mapToGlobal(at)); });
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        header->setMinimumSectionSize(fontMetrics().averageCharWidth() * 5);
    }
    new RowAnchor(*m_model, *m_table); // owned by the table

    m_treeButton->setCheckable(true);
    m_columnsButton->setMenu(m_columnsMenu);
    m_columnsButton->setPopupMode(QToolButton::InstantPopup);
    for (QToolButton *button : {m_treeButton, m_columnsButton}) {
        button->setFocusPolicy(Qt::StrongFocus);
        m_filterBar->addControl(button);
    }
    for (QWidget *page :
         {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_empty)})
        m_pages->addWidget(page);
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(8, 8, 8, 6);
    bar->addWidget(m_filterBar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_pages, 1);

    addActions();
    connect(m_filterBar, &FilterBar::filterChanged, this, &MetricsPane::applyFilter);
    connect(m_filterBar, &FilterBar::left, this, [this] {
        m_pages->currentWidget()->setFocus();
        auto *view = qobject_cast<QAbstractItemView *>(m_pages->currentWidget());
        if (view && !view->selectionModel()->hasSelection())
            view->selectionModel()->setCurrentIndex(
                view->model()->index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    });
    connect(m_treeButton, &QToolButton::toggled, this, &MetricsPane::setTree);
    connect(m_columnsMenu, &QMenu::aboutToShow, this, &MetricsPane::fillColumnMenu);
    connect(m_table, &QTableView::doubleClicked, this, &MetricsPane::chart);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (m_treeModel->idAt(index) != net::NoMetric)
            chart();
    });
    for (QAbstractItemView *view :
         {static_cast<QAbstractItemView *>(m_table), static_cast<QAbstractItemView *>(m_tree)})
        connect(view, &QWidget::customContextMenuRequested, this,
                [this, view](const QPoint &at) { showContextMenu(view->viewport()->mapToGlobal(at)); });
    for (MetricOrder *order : {&m_model->order(), &m_treeModel->order()})
        connect(order, &MetricOrder::settled, this, &MetricsPane::updatePages);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this,
            [this] { m_fitted = m_fitted && QGuiApplication::mouseButtons() == Qt::NoButton; });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &folder) {
        // A folder that holds but one folder tells nothing.
        const QModelIndex only = m_treeModel->index(0, 0, folder);
        if (m_treeModel->rowCount(folder) == 1 && m_treeModel->hasChildren(only))
            m_tree->expand(only);
    });
    connect(m_empty, &EmptyPage::secondClicked, this, &MetricsPane::verifyRequested);
    connect(m_empty, &EmptyPage::firstClicked, this, [this] {
        if (m_model->order().total() > 0)
            m_filterBar->clear();
        else
            Q_EMIT demoRequested();
    });

    m_model->order().grow(std::uint32_t(registry.size()));
    m_treeModel->order().grow(std::uint32_t(registry.size()));
    m_model->order().setActive(false);
    m_treeModel->order().setActive(false);
    retranslate();
}

bool MetricsPane::isTree() const
{
    return m_treeButton->isChecked();
}

QAction *MetricsPane::addAction(const QKeySequence &keys, void (MetricsPane::*slot)())
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    m_tree->addAction(action);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void MetricsPane::addActions()
{
    m_chartAction = addAction(Qt::Key_Return, &MetricsPane::chart);
    m_chartAction->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    m_copyNames = addAction(QKeySequence::Copy, &MetricsPane::copyNames);
    m_copyRows = addAction(Qt::CTRL | Qt::SHIFT | Qt::Key_C, &MetricsPane::copyRows);
    m_copyCommands = addAction({}, &MetricsPane::copyCommands);
    m_exportAction = addAction({}, &MetricsPane::exportRequested);
    m_packetsAction = addAction(Qt::CTRL | Qt::Key_P, &MetricsPane::askForPackets);
}

void MetricsPane::apply(const net::Tick &tick)
{
    m_wallOffset = tick.wallOffset;
    const std::uint32_t count = net::index(tick.endNew);
    m_model->order().grow(count);
    m_treeModel->order().grow(count);
    if (!isVisible())
        return;
    if (m_pages->currentWidget() == m_tree) {
        m_tree->viewport()->update();
        return;
    }
    m_model->refresh(m_table->rowAt(0), m_table->rowAt(m_table->viewport()->height() - 1) < 0
                                            ? m_model->rowCount() - 1
                                            : m_table->rowAt(m_table->viewport()->height() - 1));
    // Nothing new in this tick nor in the one before, in which rates fell to nothing: the order stands. And
    // rows must not move from under the mouse while it presses or drags them.
    const bool news = tick.touched > 0;
    if ((news || m_hadNews) && QGuiApplication::mouseButtons() == Qt::NoButton)
        m_model->order().resort();
    m_hadNews = news;
}

void MetricsPane::activate()
{
    m_model->order().setActive(isVisible() && !isTree());
    m_treeModel->order().setActive(isVisible() && isTree());
    updatePages();
}

void MetricsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitColumns();
    activate();
}

void MetricsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    activate();
}

void MetricsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void MetricsPane::fitColumns()
{
    if (!m_fitted)
        return;
    const int available = width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    for (QHeaderView *header : {m_table->horizontalHeader(), m_tree->header()})
        fit(*header, available, fontMetrics().averageCharWidth());
}

void MetricsPane::setTree(bool tree)
{
    m_treeButton->setChecked(tree);
    activate();
}

void MetricsPane::setFilter(const MetricFilter &filter)
{
    m_filterBar->setFilter(filter);
}

void MetricsPane::focusSearch()
{
    m_filterBar->focusSearch();
}

void MetricsPane::setReceiver(const QString &host, int port)
{
    m_host = host;
    m_port = port;
    updatePages();
}

void MetricsPane::applyFilter()
{
    const MetricFilter filter = m_filterBar->filter();
    m_model->order().setFilter(filter);
    m_treeModel->order().setFilter(filter);
}

void MetricsPane::updatePages()
{
    MetricOrder &order = isTree() ? m_treeModel->order() : m_model->order();
    const auto &ids = isTree() ? m_treeModel->orderedIds() : m_model->orderedIds();
    if (!order.isSettled())
        return; // what is empty now may be full in a moment
    m_filterBar->setCounts(int(ids.size()), int(order.total()), int(order.undecided()));
    QWidget *page = ids.empty() ? static_cast<QWidget *>(m_empty) : nullptr;
    if (!page)
        page = isTree() ? static_cast<QWidget *>(m_tree) : m_table;
    else if (order.total() > 0)
        m_empty->setTexts(tr("No metric matches the filter"),
                          tr("Words are searched in names and tags. All of them must occur."),
                          tr("Clear the filter"));
    else
        m_empty->setTexts(tr("No metrics yet"),
                          //: %1 is an address with a port
                          tr("Point an application at %1 and its metrics appear here by themselves. "
                             "Or look around with the demo, which sends real traffic.")
                              .arg(m_host + u':' + QString::number(m_port)),
                          tr("Start the demo"), tr("Verify the connection…"));
    if (m_pages->currentWidget() == page)
        return;
    const bool focused = m_pages->currentWidget()->hasFocus();
    m_pages->setCurrentWidget(page);
    if (focused)
        page->setFocus();
}

std::vector<net::MetricId> MetricsPane::selected() const
{
    std::vector<net::MetricId> ids;
    if (!isTree()) {
        QList<int> rows;
        for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
            rows += index.row();
        std::sort(rows.begin(), rows.end());
        std::transform(rows.begin(), rows.end(), std::back_inserter(ids),
                       [this](int row) { return m_model->idAt(row); });
        return ids;
    }
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows()) {
        for (const net::MetricId id : m_treeModel->idsBelow(index))
            if (std::find(ids.begin(), ids.end(), id) == ids.end())
                ids.push_back(id);
    }
    return ids;
}

void MetricsPane::chart()
{
    if (isTree() && m_treeModel->hasChildren(m_tree->currentIndex())) {
        m_tree->setExpanded(m_tree->currentIndex(), !m_tree->isExpanded(m_tree->currentIndex()));
        return;
    }
    const std::vector<net::MetricId> ids = selected();
    if (!ids.empty())
        Q_EMIT chartRequested(ids);
}

void MetricsPane::copyNames()
{
    QStringList names;
    for (const net::MetricId id : selected()) {
        const std::string_view name = m_model->cells().registry().info(id).name;
        names += QString::fromUtf8(name.data(), qsizetype(name.size()));
    }
    QGuiApplication::clipboard()->setText(names.join(u'\n'));
}

void MetricsPane::copyRows()
{
    QStringList lines;
    for (const net::MetricId id : selected()) {
        QStringList cells;
        for (int column = 0; column < MetricColumnCount; ++column)
            if (column != int(MetricColumn::Trend))
                cells += m_model->cells().data(id, MetricColumn(column), Qt::DisplayRole).toString();
        lines += cells.join(u'\t').replace(u'−', u'-'); // spreadsheets read the hyphen only
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace metriscope::ui
