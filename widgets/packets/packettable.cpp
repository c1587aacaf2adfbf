// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packettable.h"

#include "widgets/common/themeicon.h"
#include "widgets/packets/packetmodel.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

PacketTable::PacketTable(PacketModel &model, QWidget *parent)
    : UniformTable(parent), m_model(model), m_newest(new QToolButton(this))
{
    setModel(&model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    const int character = fontMetrics().averageCharWidth();
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this] { m_fitted = m_fitted && QGuiApplication::mouseButtons() == Qt::NoButton; });
    horizontalHeader()->setMinimumSectionSize(character * 5);
    m_newest->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_newest->setIcon(themeIcon(u"follow"_s));
    m_newest->setAutoFillBackground(true);
    m_newest->hide();
    connect(m_newest, &QToolButton::clicked, this, [this] { setFollowing(true); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PacketTable::scrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_following) {
            const QScopedValueRollback moving(m_moving, true);
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        }
    });
    // Otherwise its neighbour would become the current one, and what the reader looks at would change.
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                if (currentIndex().isValid() && currentIndex().row() <= last)
                    selectionModel()->clearCurrentIndex();
                m_moving = true;
                m_top = std::max(0, verticalScrollBar()->value() - (last - first + 1));
            });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (!m_following)
            verticalScrollBar()->setValue(m_top);
        m_moving = false;
    });
    // What was looked at moves with what comes above it.
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                if (m_following || first > 0 || last + 1 == m_model.rowCount())
                    return;
                const QScopedValueRollback moving(m_moving, true);
                verticalScrollBar()->setValue(verticalScrollBar()->value() + last + 1);
            });
    retranslate();
}

void PacketTable::setFollowing(bool following)
{
    if (following) {
        const QScopedValueRollback moving(m_moving, true);
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
    if (following == m_following)
        return;
    m_following = following;
    m_newest->setVisible(!following);
    layOut();
    Q_EMIT followingChanged(following);
}

/// The reader scrolls: away from the newest packet, or back to it.
void PacketTable::scrolled(int value)
{
    if (!m_moving)
        setFollowing(value == verticalScrollBar()->maximum());
}

std::optional<std::uint64_t> PacketTable::currentNumber() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return std::nullopt;
    const std::uint64_t number = m_model.number(index.row());
    return m_model.contains(number) ? std::optional(number) : std::nullopt;
}

std::vector<std::uint64_t> PacketTable::selectedNumbers() const
{
    std::vector<std::uint64_t> numbers;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            numbers.push_back(m_model.number(row));
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
    std::erase_if(numbers, [this](std::uint64_t number) { return !m_model.contains(number); });
    return numbers;
}

void PacketTable::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    setFollowing(false);
    const QScopedValueRollback moving(m_moving, true);
    setCurrentIndex(m_model.index(row, PacketModel::SummaryColumn));
    selectRow(row);
    scrollTo(m_model.index(row, PacketModel::TimeColumn), PositionAtCenter);
}

void PacketTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    UniformTable::currentChanged(current, previous);
    if (current.isValid() && current.row() + 1 < m_model.rowCount())
        setFollowing(false); // whoever chooses a packet wants to read it
    Q_EMIT currentPacketChanged();
}

void PacketTable::resizeEvent(QResizeEvent *event)
{
    UniformTable::resizeEvent(event);
    fitColumns();
    layOut();
}

/// What a packet says gets what the others leave.
void PacketTable::fitColumns()
{
    if (!m_fitted)
        return;
    // Characters, but not less than the heading, and how many more where there is room.
    constexpr std::array<int, PacketModel::ColumnCount> least{17, 14, 18, 18, 9, 8, 30, 24};
    constexpr std::array<int, PacketModel::ColumnCount> more{2, 2, 6, 6, 1, 1, 30, 16};
    const int character = fontMetrics().averageCharWidth();
    std::array<int, PacketModel::ColumnCount> widths;
    int left = viewport()->width();
    for (int column = 0; column < PacketModel::ColumnCount; ++column) {
        const auto place = static_cast<std::size_t>(column);
        widths[place] = std::max(least[place] * character, horizontalHeader()->sectionSizeHint(column));
        left -= widths[place];
    }
    for (int column = 0; column < PacketModel::ColumnCount; ++column) {
        const auto place = static_cast<std::size_t>(column);
        const int extra = std::clamp(left, 0, more[place] * character);
        setColumnWidth(column, widths[place] + extra);
        left -= extra;
    }
    if (left > 0)
        setColumnWidth(PacketModel::SummaryColumn, columnWidth(PacketModel::SummaryColumn) + left);
}

void PacketTable::layOut()
{
    m_newest->adjustSize();
    const QRect area = viewport()->geometry();
    m_newest->move(area.right() - m_newest->width() - 12, area.bottom() - m_newest->height() - 8);
    m_newest->raise();
}

void PacketTable::changeEvent(QEvent *event)
{
    UniformTable::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PacketTable::retranslate()
{
    setAccessibleName(tr("Packets"));
    m_newest->setText(tr("To the newest"));
    m_newest->setToolTip(tr("Shows the newest packet and stays with it"));
    fitColumns();
    layOut();
}

} // namespace metriscope::ui
