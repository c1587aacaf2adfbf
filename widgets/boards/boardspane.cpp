// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/boards/boardspane.h"

#include "widgets/boards/boardview.h"
#include "widgets/boards/chartcard.h"
#include "widgets/charts/livechart.h"
#include "widgets/charts/statisticsstrip.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/emptypage.h"
#include "widgets/models/metricmime.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

/// The book before and after: books are small, and so everything can be undone the same way.
class BoardsPane::ChangeCommand final : public QUndoCommand
{
public:
    ChangeCommand(BoardsPane &pane, BoardBook before, BoardBook after)
        : m_pane(pane), m_before(std::move(before)), m_after(std::move(after))
    {
    }
    void undo() override { m_pane.take(m_before); }
    void redo() override { m_pane.take(m_after); }

private:
    BoardsPane &m_pane;
    const BoardBook m_before, m_after;
};

BoardsPane::BoardsPane(const net::Registry &registry, const net::SeriesStore &store, TimeAxis &axis,
                       QWidget *parent)
    : QWidget(parent), m_registry(registry), m_store(store), m_axis(axis), m_finder(registry),
      m_tabs(new QTabBar(this)), m_addBoard(new QToolButton(this)), m_addChart(new QToolButton(this)),
      m_boardMenu(new QToolButton(this)), m_columns(new QComboBox(this)), m_pages(new QStackedWidget(this)),
      m_view(new BoardView(registry, store, axis, m_finder, this)), m_empty(new EmptyPage(this)),
      m_notice(new QWidget(this)), m_noticeText(new QLabel(m_notice)),
      m_noticeUndo(new QToolButton(m_notice)), m_strip(new StatisticsStrip(axis, this))
{
    constexpr int UndoSteps = 50;
    m_undo.setUndoLimit(UndoSteps);
    m_tabs->setMovable(true);
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setContextMenuPolicy(Qt::CustomContextMenu);
    m_addBoard->setText(u"+"_s);
    m_boardMenu->setText(u"\u22ef"_s);
    for (QToolButton *button : {m_addBoard, m_addChart, m_boardMenu}) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAutoRaise(button != m_addChart);
    }
    for (int columns = 1; columns <= Board::MostColumns; ++columns)
        m_columns->addItem(QString(), columns);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_noticeText->setTextFormat(Qt::PlainText);
    m_notice->hide();

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 4);
    bar->addWidget(m_tabs);
    bar->addWidget(m_addBoard);
    bar->addStretch(1);
    bar->addWidget(m_addChart);
    bar->addWidget(m_columns);
    bar->addWidget(m_boardMenu);
    auto *notice = new QHBoxLayout(m_notice);
    notice->setContentsMargins(12, 2, 8, 2);
    notice->addWidget(m_noticeText);
    notice->addWidget(m_noticeUndo);
    notice->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(8, 0, 8, 2);
    strip->addWidget(m_strip);
    layout->addLayout(strip);

    setAcceptDrops(true);
    addActions();
    connect(m_addBoard, &QToolButton::clicked, this, qOverload<>(&BoardsPane::addBoard));
    auto *ready = new QMenu(m_addBoard);
    connect(ready, &QMenu::aboutToShow, this, [this, ready] { fillReadyMenu(*ready); });
    m_addBoard->setMenu(ready);
    m_addBoard->setObjectName(u"addBoard"_s);
    m_addBoard->setPopupMode(QToolButton::MenuButtonPopup);
    connect(m_addChart, &QToolButton::clicked, this, [this] { pickMetrics(-1); });
    connect(m_boardMenu, &QToolButton::clicked, this, [this] {
        showBoardMenu(m_book.current, m_boardMenu->mapToGlobal(m_boardMenu->rect().bottomLeft()));
    });
    connect(m_noticeUndo, &QToolButton::clicked, &m_undo, &QUndoStack::undo);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (index < 0 || index == m_book.current)
            return;
        BoardBook book = m_book; // where one looks is no change to be undone
        book.current = index;
        take(book);
    });
    connect(m_tabs, &QTabBar::tabMoved, this, [this](int from, int to) {
        change([&](BoardBook &book) {
            std::swap(book.boards[std::size_t(from)], book.boards[std::size_t(to)]);
            book.current = m_tabs->currentIndex();
        });
    });
    connect(m_tabs, &QTabBar::tabBarDoubleClicked, this, &BoardsPane::renameBoard);
    connect(m_tabs, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        showBoardMenu(m_tabs->tabAt(at) < 0 ? m_book.current : m_tabs->tabAt(at), m_tabs->mapToGlobal(at));
    });
    connect(m_columns, &QComboBox::activated, this,
            [this](int index) { changeBoard(m_book.current, [&](Board &b) { b.columns = index + 1; }); });
    connect(m_view, &BoardView::menuRequested, this, &BoardsPane::showChartMenu);
    connect(m_view, &BoardView::metricsDropped, this, &BoardsPane::addToChart);
    connect(m_view, &BoardView::visibilityChanged, this, [this](int chart) {
        if (Board *board = currentBoard(m_book)) {
            board->charts[std::size_t(chart)] = m_view->cards()[std::size_t(chart)]->data();
            Q_EMIT bookChanged();
        }
    });
    connect(m_view, &BoardView::currentChanged, this, [this] {
        const int at = m_view->current();
        m_strip->setChart(at < 0 ? nullptr : &m_view->cards()[std::size_t(at)]->chart());
    });
    connect(m_empty, &EmptyPage::firstClicked, this, &BoardsPane::openMetricsRequested);
    connect(m_empty, &EmptyPage::thirdClicked, this, &BoardsPane::verifyRequested);
    connect(m_empty, &EmptyPage::secondClicked, this, &BoardsPane::demoRequested);
    retranslate();
    updateTabs();
    updatePages();
}

BoardsPane::~BoardsPane() = default;

void BoardsPane::apply(const net::Tick &tick)
{
    if (m_finder.look(net::index(tick.endNew))) {
        if (const Board *board = currentBoard(m_book))
            m_view->setBoard(*board);
        Q_EMIT watchedChanged();
    }
    if (tick.firstNew == net::MetricId{0} && tick.endNew > tick.firstNew)
        updatePages(); // nobody needs a demo any more
    if (isVisible()) {
        m_view->refresh();
        m_strip->markDirty();
    }
}

void BoardsPane::setBook(const BoardBook &book)
{
    m_undo.clear();
    take(book);
}

void BoardsPane::change(const Change &change)
{
    BoardBook after = m_book;
    change(after);
    if (after == m_book)
        return;
    m_notice->hide();
    m_undo.push(new ChangeCommand(*this, m_book, std::move(after))); // the stack owns it and redoes it
}

void BoardsPane::take(const BoardBook &book)
{
    const bool changed = book != m_book;
    m_book = book;
    m_book.current = std::clamp(m_book.current, 0, std::max(0, int(m_book.boards.size()) - 1));
    m_notice->hide();
    // What another board names is awaited too: its history counts from the first point.
    for (const Board &board : m_book.boards)
        for (const BoardChart &chart : board.charts)
            for (const BoardCurve &curve : chart.curves)
                (void)m_finder.find(curve.metric);
    m_finder.look(std::uint32_t(m_registry.size()));
    const Board *board = currentBoard(m_book);
    m_view->setBoard(board ? *board : Board());
    updateTabs();
    updatePages();
    Q_EMIT boardChanged();
    if (changed) {
        Q_EMIT bookChanged();
        Q_EMIT watchedChanged();
    }
}

void BoardsPane::updateTabs()
{
    const QSignalBlocker blocker(m_tabs);
    while (m_tabs->count() > int(m_book.boards.size()))
        m_tabs->removeTab(m_tabs->count() - 1);
    while (m_tabs->count() < int(m_book.boards.size()))
        m_tabs->addTab(QString());
    for (int i = 0; i < m_tabs->count(); ++i) {
        const QString name = displayText(m_book.boards[std::size_t(i)].name, 60);
        m_tabs->setTabText(i, QString(name).replace(u'&', u"&&"_s));
        m_tabs->setTabToolTip(i, plainToolTip(name));
    }
    m_tabs->setCurrentIndex(m_book.current);
    m_tabs->setVisible(!m_book.boards.empty());
    m_addBoard->setEnabled(m_book.boards.size() < BoardBook::MostBoards);
}

void BoardsPane::updatePages()
{
    const Board *board = currentBoard(m_book);
    const bool charts = board && !board->charts.empty();
    m_pages->setCurrentWidget(charts ? static_cast<QWidget *>(m_view) : m_empty);
    m_strip->setVisible(charts);
    m_columns->setEnabled(board != nullptr);
    m_boardMenu->setEnabled(board != nullptr);
    m_addChart->setEnabled(!board || board->charts.size() < Board::MostCharts);
    if (board)
        m_columns->setCurrentIndex(board->columns - 1);
    m_empty->setTexts(
        board ? tr("This board has no charts yet") : tr("Make your own charts"),
        tr("Pick metrics in Metrics and press Enter, or drag them onto a chart. Boards are kept, "
           "and their charts start again by themselves when the metrics come back."),
        tr("Choose metrics"), m_registry.size() == 0 ? tr("Start the demo") : QString(),
        m_registry.size() == 0 ? tr("Verify the connection…") : QString());
}

Board *BoardsPane::currentBoard(BoardBook &book) const
{
    return book.current < int(book.boards.size()) ? &book.boards[std::size_t(book.current)] : nullptr;
}

const BoardChart *BoardsPane::chartAt(int chart) const
{
    if (m_book.current >= int(m_book.boards.size()))
        return nullptr;
    const Board &board = m_book.boards[std::size_t(m_book.current)];
    return chart >= 0 && chart < int(board.charts.size()) ? &board.charts[std::size_t(chart)] : nullptr;
}

void BoardsPane::changeBoard(int board, const std::function<void(Board &)> &change)
{
    if (board >= 0 && board < int(m_book.boards.size()))
        this->change([&](BoardBook &book) { change(book.boards[std::size_t(board)]); });
}

void BoardsPane::changeChart(int chart, const std::function<void(BoardChart &)> &change)
{
    if (chartAt(chart))
        changeBoard(m_book.current, [&](Board &board) { change(board.charts[std::size_t(chart)]); });
}

QStringList BoardsPane::chartTitles() const
{
    QStringList titles;
    for (const ChartCard *card : m_view->cards())
        titles += card->title();
    return titles;
}

ChartPage BoardsPane::page() const
{
    ChartPage page;
    page.axis = &m_axis;
    if (m_book.current < int(m_book.boards.size())) {
        const Board &board = m_book.boards[std::size_t(m_book.current)];
        page.title = displayText(board.name);
        page.columns = board.columns;
    }
    for (ChartCard *card : m_view->cards())
        page.charts.push_back(&card->chart());
    return page;
}

std::vector<net::MetricId> BoardsPane::watchedMetrics() const
{
    std::vector<net::MetricId> ids;
    for (const Board &board : m_book.boards)
        for (const BoardChart &chart : board.charts)
            for (const BoardCurve &curve : chart.curves)
                if (const net::MetricId id = m_finder.found(curve.metric); id != net::NoMetric)
                    ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

void BoardsPane::tell(const QString &words)
{
    m_noticeText->setText(words);
    m_notice->show();
}

void BoardsPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(metricMimeType()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void BoardsPane::dropEvent(QDropEvent *event)
{
    const std::vector<net::MetricId> metrics = metricsOf(*event->mimeData(), m_registry);
    if (metrics.empty())
        return;
    event->acceptProposedAction();
    addChart(metrics);
}

void BoardsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BoardsPane::retranslate()
{
    m_tabs->setAccessibleName(tr("Boards"));
    m_addBoard->setToolTip(tr("Add a board"));
    m_addBoard->setAccessibleName(tr("Add a board"));
    m_addChart->setText(tr("Add chart\u2026"));
    m_addChart->setToolTip(tr("Choose the metrics of a new chart"));
    m_boardMenu->setToolTip(tr("Board menu"));
    m_boardMenu->setAccessibleName(tr("Board menu"));
    for (int columns = 1; columns <= Board::MostColumns; ++columns)
        m_columns->setItemText(columns - 1, tr("%Ln column(s)", nullptr, columns));
    m_columns->setAccessibleDescription(tr("Columns of charts on the board"));
    m_columns->setToolTip(tr("Columns of charts on the board"));
    m_noticeUndo->setText(tr("Undo"));
    m_pick->setText(tr("Add metrics\u2026"));
    m_rename->setText(tr("Rename\u2026"));
    m_duplicate->setText(tr("Duplicate"));
    m_remove->setText(tr("Remove"));
    m_moveBack->setText(tr("Move back"));
    m_moveOn->setText(tr("Move on"));
    m_notice->hide();
    updatePages();
}

} // namespace metriscope::ui
