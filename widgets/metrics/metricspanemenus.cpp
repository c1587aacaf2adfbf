// SPDX-License-Identifier: GPL-3.0-or-later
// The menus and the memory of MetricsPane.
#include "widgets/metrics/metricspane.h"

#include "widgets/common/displaytext.h"
#include "widgets/export/exporter.h"
#include "widgets/metrics/filterbar.h"
#include "widgets/metrics/metricclipboard.h"
#include "widgets/metrics/metriclistexport.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace metriscope::ui
{

namespace
{

/// The keys of tags among the first metrics, sorted: enough to choose from, quick to gather.
QStringList tagKeysOf(const net::Registry &registry, const std::vector<std::uint32_t> &ids)
{
    constexpr std::size_t Looked = 5000;
    constexpr qsizetype Most = 40;
    QStringList keys;
    for (std::size_t i = 0; i < std::min(ids.size(), Looked) && keys.size() < Most; ++i) {
        std::string_view tags = registry.info(net::MetricId{ids[i]}).tags;
        while (!tags.empty() && keys.size() < Most) {
            const std::string_view tag = tags.substr(0, tags.find(','));
            tags.remove_prefix(std::min(tag.size() + 1, tags.size()));
            const std::size_t colon = tag.find(':');
            if (colon == std::string_view::npos)
                continue;
            const QString key = QString::fromUtf8(tag.data(), qsizetype(colon));
            if (!keys.contains(key))
                keys += key;
        }
    }
    keys.sort();
    return keys;
}

} // namespace

void MetricsPane::showContextMenu(const QPoint &global)
{
    const bool any = !selected().empty();
    for (QAction *action : {m_chartAction, m_packetsAction, m_copyNames, m_copyRows, m_copyCommands})
        action->setEnabled(any);
    QMenu menu(this);
    menu.addActions({m_chartAction, m_packetsAction});
    menu.setDefaultAction(m_chartAction);
    if (any && m_chartTitles)
        fillChartMenu(*menu.addMenu(tr("Add to chart")));
    menu.addSeparator();
    menu.addActions({m_copyNames, m_copyRows, m_copyCommands});
    menu.addSeparator();
    menu.addActions({m_exportAction});
    menu.exec(global);
    for (QAction *action : {m_chartAction, m_packetsAction, m_copyNames, m_copyRows, m_copyCommands})
        action->setEnabled(true);
}

void MetricsPane::askForPackets()
{
    const std::vector<net::MetricId> ids = selected();
    if (!ids.empty() && ids.size() <= MostCharted)
        Q_EMIT packetsRequested(ids);
}

void MetricsPane::choose(net::MetricId id)
{
    setTree(false);
    MetricFilter filter;
    const std::string_view name = m_model->cells().registry().info(id).name;
    filter.text = QString::fromUtf8(name.data(), qsizetype(name.size()));
    const auto show = [this, id] {
        const int row = m_model->rowOf(id);
        if (row < 0)
            return;
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
        m_table->setFocus(Qt::OtherFocusReason);
    };
    setFilter(filter);
    if (m_model->order().isSettled())
        show();
    else
        connect(&m_model->order(), &MetricOrder::settled, this, show, Qt::SingleShotConnection);
}

void MetricsPane::fillChartMenu(QMenu &menu)
{
    const QStringList titles = m_chartTitles();
    for (int chart = 0; chart < titles.size(); ++chart) {
        QAction *action = menu.addAction(QString(titles[chart]).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this,
                [this, chart] { Q_EMIT addToChartRequested(chart, selected()); });
    }
    menu.setEnabled(!titles.isEmpty());
}

void MetricsPane::exportList(Exporter &exporter)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the list of metrics"),
                                                      QDir::home().filePath(QStringLiteral("metrics.csv")),
                                                      QStringLiteral("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    exporter.start([registry = &m_model->cells().registry(), store = &m_model->cells().store(),
                    ids = isTree() ? m_treeModel->orderedIds() : m_model->orderedIds(), offset = m_wallOffset,
                    path](std::stop_token stop, ExportProgress &progress) {
        return writeMetricList(*registry, *store, ids, offset, path, std::move(stop), progress);
    });
}

void MetricsPane::fillColumnMenu()
{
    m_columnsMenu->clear();
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 1; column < MetricColumnCount; ++column) {
        QAction *action = m_columnsMenu->addAction(MetricCells::title(MetricColumn(column)));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_table->setColumnHidden(column, !shown);
            m_tree->setColumnHidden(column, !shown);
            fitColumns();
        });
    }
    QStringList keys = tagKeysOf(m_model->cells().registry(), m_model->orderedIds());
    for (const QString &key : m_model->tagColumns())
        if (!keys.contains(key))
            keys += key;
    if (keys.isEmpty())
        return;
    m_columnsMenu->addSection(tr("Tags as columns"));
    for (const QString &key : keys) {
        QAction *action = m_columnsMenu->addAction(displayText(key).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        const QStringList columns = m_model->tagColumns();
        action->setChecked(columns.contains(key));
        action->setEnabled(columns.contains(key) || columns.size() < MetricsState::MostTagColumns);
        connect(action, &QAction::toggled, this, [this, key](bool shown) {
            QStringList chosen = m_model->tagColumns();
            chosen.removeAll(key);
            setTagColumns(shown ? chosen << key : chosen);
        });
    }
}

void MetricsPane::setTagColumns(const QStringList &keys)
{
    m_model->setTagColumns(keys);
    // Rows that were selected are so in the new columns too.
    const QItemSelection selection = m_table->selectionModel()->selection();
    m_table->selectionModel()->select(selection, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    fitColumns();
}

MetricsState MetricsPane::state() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    MetricsState state;
    state.tree = isTree();
    state.syntax = m_filterBar->filter().syntax;
    state.sortColumn = header->sortIndicatorSection();
    state.descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    state.tagColumns = m_model->tagColumns();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        // A hidden section has no size of its own to tell; it comes back in the one that suits.
        state.columns.push_back(
            {column, m_fitted || header->isSectionHidden(column) ? 0 : header->sectionSize(column),
             !header->isSectionHidden(column)});
    }
    return state;
}

void MetricsPane::setState(const MetricsState &state)
{
    m_model->setTagColumns(state.tagColumns);
    m_fitted = std::all_of(state.columns.begin(), state.columns.end(),
                           [](const MetricsState::Column &column) { return column.width == 0; });
    QHeaderView *header = m_table->horizontalHeader();
    int visual = 0;
    for (const MetricsState::Column &column : state.columns) {
        if (column.column < 0 || column.column >= header->count())
            continue;
        header->moveSection(header->visualIndex(column.column), visual);
        if (column.column < MetricColumnCount) {
            m_tree->header()->moveSection(m_tree->header()->visualIndex(column.column),
                                          std::min(visual, MetricColumnCount - 1));
            m_tree->setColumnHidden(column.column, !column.shown);
        }
        if (column.width > 0)
            header->resizeSection(column.column, column.width);
        m_table->setColumnHidden(column.column, !column.shown);
        ++visual;
    }
    m_table->sortByColumn(state.sortColumn, state.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    MetricFilter filter = m_filterBar->filter();
    filter.syntax = state.syntax;
    m_filterBar->setFilter(filter);
    setTree(state.tree);
    fitColumns();
}

void MetricsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MetricsPane::retranslate()
{
    //: Button: show the metrics as a tree by the parts of their names
    m_treeButton->setText(tr("Tree"));
    m_treeButton->setToolTip(tr("Group the metrics by the dotted parts of their names"));
    m_columnsButton->setText(tr("Columns"));
    m_columnsButton->setToolTip(tr("Choose the columns; tags can be columns too"));
    m_table->setAccessibleName(tr("Metrics"));
    m_tree->setAccessibleName(tr("Metrics as a tree"));
    m_chartAction->setText(tr("Chart it"));
    m_packetsAction->setText(tr("Show its packets"));
    m_copyNames->setText(tr("Copy name"));
    m_copyRows->setText(tr("Copy row"));
    m_copyCommands->setText(tr("Copy as nc command"));
    m_exportAction->setText(tr("Export the list\u2026"));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    Q_EMIT m_treeModel->headerDataChanged(Qt::Horizontal, 0, m_treeModel->columnCount() - 1);
    m_table->viewport()->update();
    m_tree->viewport()->update();
    updatePages();
}

void MetricsPane::copyCommands()
{
    QStringList lines;
    for (const net::MetricId id : selected())
        lines += ncCommand(m_model->cells().registry().info(id), m_model->cells().store().latest(id), m_host,
                           m_port);
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace metriscope::ui
