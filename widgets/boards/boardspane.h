// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/boards/boarddata.h"
#include "widgets/boards/metricfinder.h"
#include "widgets/charts/chartpage.h"

#include "netlayer/engine/tick.h"
#include "netlayer/series/seriesstore.h"

#include <QUndoStack>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QMenu;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace metriscope::ui
{

class BoardView;
class ChartCard;
class EmptyPage;
class LiveChart;
class StatisticsStrip;
class TimeAxis;

/// The reader's own boards of charts. Everything on them is data (BoardBook), every change of it can be
/// undone. Whoever owns the axis advances it before apply(), keeps what bookChanged() tells, and gives
/// watchedMetrics() to the store. GUI thread.
class BoardsPane final : public QWidget
{
    Q_OBJECT

public:
    BoardsPane(const net::Registry &registry, const net::SeriesStore &store, TimeAxis &axis,
               QWidget *parent = nullptr);
    ~BoardsPane() override;

    void apply(const net::Tick &tick);
    /// As it was saved; forgets what could be undone.
    void setBook(const BoardBook &book);
    [[nodiscard]] const BoardBook &book() const noexcept { return m_book; }
    /// A new chart of these on the board that is shown; makes a board when there is none.
    void addChart(const std::vector<net::MetricId> &metrics);
    /// Shows the board that has a chart of all these; makes a chart when there is none.
    void showMetrics(const std::vector<net::MetricId> &metrics);
    /// Adds to a chart of the board that is shown, each with the measure that is charted first.
    void addToChart(int chart, const std::vector<net::MetricId> &metrics);
    /// The charts of the board that is shown, by title: for a menu elsewhere.
    [[nodiscard]] QStringList chartTitles() const;
    /// The board that is shown, for the export.
    [[nodiscard]] ChartPage page() const;
    /// Metrics of all boards that are there, each once: the last ones whose history may go.
    [[nodiscard]] std::vector<net::MetricId> watchedMetrics() const;
    [[nodiscard]] QUndoStack &undoStack() noexcept { return m_undo; }

Q_SIGNALS:
    void bookChanged(); ///< save it
    void watchedChanged();
    void boardChanged();                                                      ///< other charts are shown
    void chartMenuAboutToShow(metriscope::ui::LiveChart *chart, QMenu *menu); ///< add actions: export
    void openMetricsRequested();
    void verifyRequested(); ///< by the wizard
    void demoRequested();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override; ///< beside the charts: a new one

private:
    using Change = std::function<void(BoardBook &)>;
    class ChangeCommand;

    void addActions();
    QAction *addAction(const QKeySequence &keys, std::function<void()> slot);
    void retranslate();
    void change(const Change &change);
    void take(const BoardBook &book);
    void updateTabs();
    void updatePages();
    void changeChart(int chart, const std::function<void(BoardChart &)> &change);
    void changeBoard(int board, const std::function<void(Board &)> &change);
    [[nodiscard]] Board *currentBoard(BoardBook &book) const;
    [[nodiscard]] const BoardChart *chartAt(int chart) const;
    [[nodiscard]] std::vector<BoardCurve> curvesFor(const std::vector<net::MetricId> &metrics);
    void tell(const QString &words);

    void addBoard();
    void addBoard(Board board);
    void fillReadyMenu(QMenu &menu);
    void removeBoard(int board);
    void duplicateBoard(int board);
    void renameBoard(int board);
    void removeChart(int chart);
    void duplicateChart(int chart);
    void renameChart(int chart);
    void moveChart(int chart, int by);
    void pickMetrics(int chart);
    void toggleMeasure(int chart, const MetricKey &metric, const net::Measure &measure, bool on);
    void removeMetric(int chart, const MetricKey &metric);
    void fillCurveMenu(QMenu &menu, int chart);
    void showChartMenu(int chart, const QPoint &global);
    void showBoardMenu(int board, const QPoint &global);

    const net::Registry &m_registry;
    const net::SeriesStore &m_store;
    TimeAxis &m_axis;
    MetricFinder m_finder;
    BoardBook m_book;
    QUndoStack m_undo;

    QTabBar *m_tabs;
    QToolButton *m_addBoard, *m_addChart, *m_boardMenu;
    QComboBox *m_columns;
    QStackedWidget *m_pages;
    BoardView *m_view;
    EmptyPage *m_empty;
    QWidget *m_notice;
    QLabel *m_noticeText;
    QToolButton *m_noticeUndo;
    StatisticsStrip *m_strip;
    QAction *m_rename, *m_duplicate, *m_remove, *m_moveBack, *m_moveOn, *m_pick;
};

} // namespace metriscope::ui
