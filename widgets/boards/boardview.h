// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/boards/boarddata.h"
#include "widgets/boards/metricfinder.h"

#include "netlayer/series/seriesstore.h"

#include <QScrollArea>

class QGridLayout;

namespace metriscope::ui
{

class ChartCard;
class TimeAxis;

/// The charts of one board in one to three columns, scrolled when they are many.
class BoardView final : public QScrollArea
{
    Q_OBJECT

public:
    BoardView(const net::Registry &registry, const net::SeriesStore &store, TimeAxis &axis,
              MetricFinder &finder, QWidget *parent = nullptr);

    /// Changes only what differs: a chart that stays keeps its view.
    void setBoard(const Board &board);
    [[nodiscard]] const std::vector<ChartCard *> &cards() const noexcept { return m_cards; }
    /// The chart that has the focus or was used last; -1 without any.
    [[nodiscard]] int current() const;
    void setCurrent(int card);
    void refresh();

Q_SIGNALS:
    void menuRequested(int chart, const QPoint &globalPosition);
    void metricsDropped(int chart, const std::vector<metriscope::net::MetricId> &metrics);
    void visibilityChanged(int chart);
    void currentChanged();

private:
    void arrange(int columns);
    ChartCard *addCard();
    [[nodiscard]] int indexOf(const ChartCard *card) const;

    const net::Registry &m_registry;
    const net::SeriesStore &m_store;
    TimeAxis &m_axis;
    MetricFinder &m_finder;
    QWidget *m_content;
    QGridLayout *m_grid;
    std::vector<ChartCard *> m_cards;
    const ChartCard *m_current = nullptr;
    int m_columns = 0;
    std::size_t m_arranged = 0;
};

} // namespace metriscope::ui
