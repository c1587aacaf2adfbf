// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/metrics/metricsstate.h"
#include "widgets/models/metricmodel.h"
#include "widgets/models/metrictreemodel.h"

#include "netlayer/engine/tick.h"

#include <QWidget>

#include <functional>

class QMenu;
class QStackedWidget;
class QTableView;
class QToolButton;
class QTreeView;

namespace metriscope::ui
{

class EmptyPage;
class Exporter;
class FilterBar;

/// Every metric there is, as a list or a tree, filtered as one types, sorted by any column. Charts what the
/// reader picks, by asking for it.
class MetricsPane final : public QWidget
{
    Q_OBJECT

public:
    /// More than this on one chart tells nobody anything.
    static constexpr int MostCharted = 12;

    MetricsPane(const net::Registry &registry, const net::SeriesStore &store, QWidget *parent = nullptr);

    void apply(const net::Tick &tick);
    [[nodiscard]] MetricsState state() const;
    void setState(const MetricsState &state);
    void setFilter(const MetricFilter &filter);
    void focusSearch();
    /// Filters for its name, and makes it the current one once it is listed.
    void choose(net::MetricId id);
    /// Where the copied `nc` command sends to.
    void setReceiver(const QString &host, int port);
    /// What is selected, in the order on screen; folders stand for what is in them.
    [[nodiscard]] std::vector<net::MetricId> selected() const;
    /// Charts that metrics can be added to, by title, asked for when a menu opens.
    void setChartTitles(std::function<QStringList()> titles) { m_chartTitles = std::move(titles); }
    /// For the window's menu of exports: they emit exportRequested().
    [[nodiscard]] QList<QAction *> exportActions() const { return {m_exportAction}; }
    /// Asks for a file and writes what passes the filter, in its order, as CSV.
    void exportList(Exporter &exporter);

Q_SIGNALS:
    void chartRequested(const std::vector<metriscope::net::MetricId> &metrics);
    void addToChartRequested(int chart, const std::vector<metriscope::net::MetricId> &metrics);
    void packetsRequested(const std::vector<metriscope::net::MetricId> &metrics);
    void exportRequested(); ///< of the list: call exportList()
    void verifyRequested(); ///< by the wizard
    void demoRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions();
    QAction *addAction(const QKeySequence &keys, void (MetricsPane::*slot)());
    void retranslate();
    void activate();
    void setTree(bool tree);
    void applyFilter();
    void updatePages();
    void chart();
    void copyNames();
    void copyRows();
    void copyCommands();
    void askForPackets();
    void showContextMenu(const QPoint &global);
    void fillChartMenu(QMenu &menu);
    void fillColumnMenu();
    void fitColumns();
    void setTagColumns(const QStringList &keys);
    [[nodiscard]] bool isTree() const;

    MetricModel *m_model;
    MetricTreeModel *m_treeModel;
    FilterBar *m_filterBar;
    QToolButton *m_treeButton;
    QToolButton *m_columnsButton;
    QMenu *m_columnsMenu;
    QStackedWidget *m_pages;
    QTableView *m_table;
    QTreeView *m_tree;
    EmptyPage *m_empty;
    QAction *m_chartAction, *m_copyNames, *m_copyRows, *m_copyCommands, *m_exportAction, *m_packetsAction;
    QString m_host = QStringLiteral("127.0.0.1");
    int m_port = 8125;
    net::Millis m_wallOffset{0};
    bool m_hadNews = false;
    std::function<QStringList()> m_chartTitles;
    bool m_fitted = true; ///< the columns share the width, until the reader sizes one
};

} // namespace metriscope::ui
