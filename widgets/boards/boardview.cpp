// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/boards/boardview.h"

#include "widgets/boards/chartcard.h"
#include "widgets/charts/livechart.h"

#include <QGridLayout>

#include <algorithm>

namespace metriscope::ui
{

BoardView::BoardView(const net::Registry &registry, const net::SeriesStore &store, TimeAxis &axis,
                     MetricFinder &finder, QWidget *parent)
    : QScrollArea(parent), m_registry(registry), m_store(store), m_axis(axis), m_finder(finder),
      m_content(new QWidget), m_grid(new QGridLayout(m_content))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_grid->setContentsMargins(8, 4, 8, 8);
    m_grid->setSpacing(8);
    setWidget(m_content);
}

ChartCard *BoardView::addCard()
{
    auto *card = new ChartCard(m_registry, m_store, m_axis, m_content);
    connect(card, &ChartCard::menuRequested, this,
            [this, card](const QPoint &at) { Q_EMIT menuRequested(indexOf(card), at); });
    connect(card, &ChartCard::metricsDropped, this, [this, card](const std::vector<net::MetricId> &ids) {
        Q_EMIT metricsDropped(indexOf(card), ids);
    });
    connect(card, &ChartCard::visibilityChanged, this,
            [this, card] { Q_EMIT visibilityChanged(indexOf(card)); });
    connect(&card->chart(), &LiveChart::activated, this, [this, card] {
        m_current = card;
        Q_EMIT currentChanged();
    });
    m_cards.push_back(card);
    return card;
}

void BoardView::setBoard(const Board &board)
{
    while (m_cards.size() > board.charts.size()) {
        // Deleted later: this may be an answer to one of its own signals.
        m_cards.back()->hide();
        m_cards.back()->deleteLater();
        if (m_current == m_cards.back())
            m_current = nullptr;
        m_cards.pop_back();
    }
    while (m_cards.size() < board.charts.size())
        addCard();
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setData(board.charts[i], m_finder);
    arrange(board.columns);
    Q_EMIT currentChanged();
}

void BoardView::arrange(int columns)
{
    if (columns == m_columns && m_arranged == m_cards.size())
        return;
    m_columns = columns;
    m_arranged = m_cards.size();
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    const int count = int(m_cards.size());
    for (int i = 0; i < count; ++i) {
        m_grid->addWidget(m_cards[std::size_t(i)], i / columns, i % columns);
        m_cards[std::size_t(i)]->show();
        // One column is a stack with one row of times; beside each other every chart needs its own.
        m_cards[std::size_t(i)]->setTimeLabelsVisible(columns > 1 || i == count - 1);
    }
    for (int column = 0; column < Board::MostColumns; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (int i = 1; i < count; ++i)
        setTabOrder(m_cards[std::size_t(i - 1)], m_cards[std::size_t(i)]);
}

int BoardView::indexOf(const ChartCard *card) const
{
    const auto at = std::find(m_cards.begin(), m_cards.end(), card);
    return at == m_cards.end() ? -1 : int(at - m_cards.begin());
}

int BoardView::current() const
{
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        if (m_cards[i]->isAncestorOf(focusWidget()))
            return int(i);
    const int last = indexOf(m_current);
    return last >= 0 || m_cards.empty() ? last : 0;
}

void BoardView::setCurrent(int card)
{
    if (card < 0 || card >= int(m_cards.size()))
        return;
    m_current = m_cards[std::size_t(card)];
    ensureWidgetVisible(m_cards[std::size_t(card)]);
    Q_EMIT currentChanged();
}

void BoardView::refresh()
{
    for (ChartCard *card : m_cards)
        card->refresh();
}

} // namespace metriscope::ui
