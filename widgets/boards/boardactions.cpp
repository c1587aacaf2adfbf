// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader does with boards and charts: the actions and menus of BoardsPane.
#include "widgets/boards/boardspane.h"

#include "widgets/boards/boardview.h"
#include "widgets/boards/chartcard.h"
#include "widgets/boards/readyboards.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/metrics/metricspane.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

QString menuText(const QString &plain)
{
    return QString(plain).replace(u'&', u"&&"_s);
}

} // namespace

QAction *BoardsPane::addAction(const QKeySequence &keys, std::function<void()> slot)
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(action);
    connect(action, &QAction::triggered, this, std::move(slot));
    return action;
}

void BoardsPane::addActions()
{
    m_pick = addAction(Qt::Key_Insert, [this] { pickMetrics(m_view->current()); });
    m_rename = addAction(Qt::Key_F2, [this] { renameChart(m_view->current()); });
    m_duplicate = addAction(Qt::CTRL | Qt::Key_D, [this] { duplicateChart(m_view->current()); });
    m_remove = addAction(Qt::Key_Delete, [this] { removeChart(m_view->current()); });
    m_moveBack = addAction(Qt::ALT | Qt::Key_Up, [this] { moveChart(m_view->current(), -1); });
    m_moveOn = addAction(Qt::ALT | Qt::Key_Down, [this] { moveChart(m_view->current(), 1); });
    for (const bool back : {true, false}) {
        QAction *action = back ? m_undo.createUndoAction(this) : m_undo.createRedoAction(this);
        action->setShortcuts(back ? QKeySequence::Undo : QKeySequence::Redo);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        QWidget::addAction(action);
    }
}

std::vector<BoardCurve> BoardsPane::curvesFor(const std::vector<net::MetricId> &metrics)
{
    std::vector<BoardCurve> curves;
    for (const net::MetricId id : metrics) {
        const net::MetricInfo &info = m_registry.info(id);
        m_finder.know(id);
        curves.push_back({.metric = keyOf(info), .measure = net::measuresOf(info.kind).front()});
    }
    return curves;
}

void BoardsPane::addChart(const std::vector<net::MetricId> &metrics)
{
    addToChart(-1, metrics);
}

void BoardsPane::showMetrics(const std::vector<net::MetricId> &metrics)
{
    const auto shows = [this](const BoardChart &chart, net::MetricId metric) {
        const MetricKey key = keyOf(m_registry.info(metric));
        return std::ranges::any_of(
            chart.curves, [&](const BoardCurve &curve) { return curve.metric == key && curve.visible; });
    };
    const auto charts = [&](const Board &board) {
        return std::ranges::any_of(board.charts, [&](const BoardChart &chart) {
            return std::ranges::all_of(metrics, [&](net::MetricId metric) { return shows(chart, metric); });
        });
    };
    const auto shown = [&](std::size_t board) {
        return board < m_book.boards.size() && charts(m_book.boards[board]);
    };
    if (shown(static_cast<std::size_t>(m_book.current)))
        return;
    for (std::size_t board = 0; board < m_book.boards.size(); ++board) {
        if (shown(board)) {
            BoardBook book = m_book; // where one looks is no change to be undone
            book.current = static_cast<int>(board);
            take(book);
            return;
        }
    }
    addChart(metrics);
}

void BoardsPane::addToChart(int chart, const std::vector<net::MetricId> &metrics)
{
    int left = 0;
    change([&](BoardBook &book) {
        if (book.boards.empty())
            book.boards.push_back({.name = tr("Board %1").arg(1), .charts = {}});
        Board &board = *currentBoard(book);
        if (chart < 0 || chart >= int(board.charts.size())) {
            if (board.charts.size() == Board::MostCharts)
                return;
            chart = int(board.charts.size());
            board.charts.emplace_back();
        }
        std::vector<BoardCurve> &curves = board.charts[std::size_t(chart)].curves;
        for (const BoardCurve &curve : curvesFor(metrics)) {
            const bool known = std::any_of(curves.begin(), curves.end(), [&](const BoardCurve &other) {
                return other.metric == curve.metric && other.measure == curve.measure;
            });
            if (!known && curves.size() < BoardChart::MostCurves)
                curves.push_back(curve);
            else
                left += known ? 0 : 1;
        }
    });
    m_view->setCurrent(chart);
    if (left > 0)
        tell(tr("A chart holds %1 curves: %Ln metric(s) stayed out.", nullptr, left)
                 .arg(int(BoardChart::MostCurves)));
}

void BoardsPane::addBoard()
{
    change([](BoardBook &book) {
        if (book.boards.size() == BoardBook::MostBoards)
            return;
        // A name that is free: the number of boards may be taken after one was removed.
        QString name;
        const auto taken = [&](const Board &board) { return board.name == name; };
        for (int number = 1; name.isEmpty() || std::any_of(book.boards.begin(), book.boards.end(), taken);
             ++number)
            name = tr("Board %1").arg(number);
        book.boards.push_back({.name = name, .charts = {}});
        book.current = int(book.boards.size()) - 1;
    });
}

void BoardsPane::addBoard(Board board)
{
    change([&](BoardBook &book) {
        if (book.boards.size() == BoardBook::MostBoards)
            return;
        book.boards.push_back(std::move(board));
        book.current = int(book.boards.size()) - 1;
    });
}

/// What can be added beside an empty board: made of metrics that have been seen.
void BoardsPane::fillReadyMenu(QMenu &menu)
{
    menu.clear();
    connect(menu.addAction(tr("Empty board")), &QAction::triggered, this, qOverload<>(&BoardsPane::addBoard));
    menu.addSeparator();
    const std::vector<Board> ready = readyBoards(m_registry);
    for (const Board &board : ready)
        connect(menu.addAction(menuText(board.name)), &QAction::triggered, this,
                [this, board] { addBoard(board); });
    if (ready.empty())
        menu.addAction(tr("No ready board fits what was measured so far"))->setEnabled(false);
}

void BoardsPane::removeBoard(int board)
{
    if (board < 0 || board >= int(m_book.boards.size()))
        return;
    const QString name = displayText(m_book.boards[std::size_t(board)].name, 60);
    change([&](BoardBook &book) {
        book.boards.erase(book.boards.begin() + board);
        book.current -= board < book.current || book.current == int(book.boards.size()) ? 1 : 0;
        book.current = std::max(0, book.current);
    });
    tell(tr("The board \u201c%1\u201d was removed.").arg(name));
}

void BoardsPane::duplicateBoard(int board)
{
    change([&](BoardBook &book) {
        if (board < 0 || board >= int(book.boards.size()) || book.boards.size() == BoardBook::MostBoards)
            return;
        Board copy = book.boards[std::size_t(board)];
        copy.name = tr("%1 (copy)").arg(copy.name).left(BoardBook::LongestTitle);
        book.boards.insert(book.boards.begin() + board + 1, std::move(copy));
        book.current = board + 1;
    });
}

void BoardsPane::renameBoard(int board)
{
    if (board < 0 || board >= int(m_book.boards.size()))
        return;
    bool given = false;
    const QString name =
        QInputDialog::getText(this, tr("Rename the board"), tr("Name of the board"), QLineEdit::Normal,
                              m_book.boards[std::size_t(board)].name, &given)
            .trimmed();
    if (given && !name.isEmpty())
        changeBoard(board, [&](Board &b) { b.name = name.left(BoardBook::LongestTitle); });
}

void BoardsPane::removeChart(int chart)
{
    if (!chartAt(chart))
        return;
    const QString title = chartTitle(*chartAt(chart));
    changeBoard(m_book.current, [&](Board &board) { board.charts.erase(board.charts.begin() + chart); });
    tell(tr("The chart \u201c%1\u201d was removed.").arg(title));
}

void BoardsPane::duplicateChart(int chart)
{
    if (!chartAt(chart))
        return;
    changeBoard(m_book.current, [&](Board &board) {
        if (board.charts.size() < Board::MostCharts)
            board.charts.insert(board.charts.begin() + chart, BoardChart(board.charts[std::size_t(chart)]));
    });
    m_view->setCurrent(chart + 1);
}

void BoardsPane::renameChart(int chart)
{
    if (!chartAt(chart))
        return;
    bool given = false;
    const QString title = QInputDialog::getText(this, tr("Rename the chart"),
                                                tr("Title of the chart, empty to make it from the metrics"),
                                                QLineEdit::Normal, chartAt(chart)->title, &given)
                              .trimmed();
    if (given)
        changeChart(chart, [&](BoardChart &c) { c.title = title.left(BoardBook::LongestTitle); });
}

void BoardsPane::moveChart(int chart, int by)
{
    if (!chartAt(chart) || !chartAt(chart + by))
        return;
    const bool focused = m_view->cards()[std::size_t(chart)]->isAncestorOf(m_view->focusWidget());
    changeBoard(m_book.current, [&](Board &board) {
        std::swap(board.charts[std::size_t(chart)], board.charts[std::size_t(chart + by)]);
    });
    m_view->setCurrent(chart + by);
    if (focused)
        m_view->cards()[std::size_t(chart + by)]->focusPlot();
}

void BoardsPane::pickMetrics(int chart)
{
    QDialog dialog(this);
    dialog.setWindowTitle(chart < 0 ? tr("Metrics of a new chart") : tr("Add metrics to the chart"));
    auto *metrics = new MetricsPane(m_registry, m_store, &dialog);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Chart them"));
    auto *layout = new QVBoxLayout(&dialog);
    layout->addWidget(metrics, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    connect(metrics, &MetricsPane::chartRequested, &dialog, &QDialog::accept);
    dialog.resize(std::min(900, width()), std::min(560, height()));
    metrics->focusSearch();
    if (dialog.exec() != QDialog::Accepted)
        return;
    const std::vector<net::MetricId> picked = metrics->selected();
    if (!picked.empty())
        addToChart(chart, picked);
}

void BoardsPane::toggleMeasure(int chart, const MetricKey &metric, const net::Measure &measure, bool on)
{
    changeChart(chart, [&](BoardChart &c) {
        const auto same = [&](const BoardCurve &curve) {
            return curve.metric == metric && curve.measure == measure;
        };
        if (!on)
            std::erase_if(c.curves, same);
        else if (c.curves.size() < BoardChart::MostCurves &&
                 std::none_of(c.curves.begin(), c.curves.end(), same)) {
            // Beside the other measures of its metric.
            const auto last = std::find_if(c.curves.rbegin(), c.curves.rend(),
                                           [&](const BoardCurve &curve) { return curve.metric == metric; });
            c.curves.insert(last.base(), {.metric = metric, .measure = measure});
        }
    });
}

void BoardsPane::removeMetric(int chart, const MetricKey &metric)
{
    changeChart(chart, [&](BoardChart &c) {
        std::erase_if(c.curves, [&](const BoardCurve &curve) { return curve.metric == metric; });
    });
}

void BoardsPane::fillCurveMenu(QMenu &menu, int chart)
{
    const BoardChart shown = *chartAt(chart);
    std::vector<MetricKey> metrics;
    for (const BoardCurve &curve : shown.curves)
        if (std::find(metrics.begin(), metrics.end(), curve.metric) == metrics.end())
            metrics.push_back(curve.metric);
    for (const MetricKey &metric : metrics) {
        constexpr int Shown = 60;
        QMenu *sub = menu.addMenu(menuText(displayText(metric.name, Shown)));
        for (const net::Measure &measure : net::measuresOf(metric.kind)) {
            QAction *action = sub->addAction(measureText(measure));
            action->setCheckable(true);
            action->setChecked(
                std::any_of(shown.curves.begin(), shown.curves.end(),
                            [&](const BoardCurve &c) { return c.metric == metric && c.measure == measure; }));
            connect(action, &QAction::triggered, this,
                    [this, chart, metric, measure](bool on) { toggleMeasure(chart, metric, measure, on); });
        }
        sub->addSeparator();
        connect(sub->addAction(tr("Remove from the chart")), &QAction::triggered, this,
                [this, chart, metric] { removeMetric(chart, metric); });
    }
}

void BoardsPane::showChartMenu(int chart, const QPoint &global)
{
    if (!chartAt(chart))
        return;
    m_view->setCurrent(chart);
    QMenu menu(this);
    menu.addAction(m_pick);
    fillCurveMenu(*menu.addMenu(tr("Curves")), chart);
    QAction *stacked = menu.addAction(tr("Stacked"));
    stacked->setCheckable(true);
    stacked->setChecked(chartAt(chart)->stacked);
    connect(stacked, &QAction::triggered, this,
            [this, chart](bool on) { changeChart(chart, [on](BoardChart &c) { c.stacked = on; }); });
    menu.addSeparator();
    menu.addActions({m_rename, m_duplicate, m_moveBack, m_moveOn, m_remove});
    m_moveBack->setEnabled(chart > 0);
    m_moveOn->setEnabled(chartAt(chart + 1) != nullptr);
    Q_EMIT chartMenuAboutToShow(&m_view->cards()[std::size_t(chart)]->chart(), &menu);
    menu.exec(global);
    m_moveBack->setEnabled(true);
    m_moveOn->setEnabled(true);
}

void BoardsPane::showBoardMenu(int board, const QPoint &global)
{
    QMenu menu(this);
    connect(menu.addAction(tr("Rename\u2026")), &QAction::triggered, this, [&] { renameBoard(board); });
    connect(menu.addAction(tr("Duplicate")), &QAction::triggered, this, [&] { duplicateBoard(board); });
    connect(menu.addAction(tr("Remove")), &QAction::triggered, this, [&] { removeBoard(board); });
    menu.exec(global);
}

} // namespace metriscope::ui
