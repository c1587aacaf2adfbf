// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/packets/packetdesk.h"
#include "widgets/packets/packetquery.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QTimer>

#include <cstdint>
#include <deque>

class QElapsedTimer;

namespace metriscope::ui
{

/// The packets of a desk that a query lets pass, oldest first. Holds their numbers; text is made when a cell
/// is painted. A query is answered piece by piece, so that the window never waits for it. GUI thread.
class PacketModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        InterfaceColumn,
        SourceColumn,
        DestinationColumn,
        ProtocolColumn,
        LengthColumn,
        SummaryColumn,
        VerdictColumn,
        ColumnCount
    };
    enum Role { NumberRole = Qt::UserRole, RawRole };
    enum class TimeStyle : std::uint8_t {
        Clock,
        SinceFirst, ///< seconds since the first packet shown
        SinceLast   ///< seconds since the packet above
    };

    explicit PacketModel(const PacketDesk &desk, QObject *parent = nullptr);

    void setQuery(const PacketQuery &query);
    [[nodiscard]] const PacketQuery &query() const noexcept { return m_query; }
    /// How much of the ring was looked at, 0 to 1.
    [[nodiscard]] double progress() const noexcept;

    void setTimeStyle(TimeStyle style);
    [[nodiscard]] TimeStyle timeStyle() const noexcept { return m_style; }

    [[nodiscard]] std::uint64_t number(int row) const;
    /// -1 when it is not shown.
    [[nodiscard]] int rowOf(std::uint64_t number) const;
    /// The first row of that time or later; -1 when all are earlier.
    [[nodiscard]] int rowAt(std::int64_t time) const;
    [[nodiscard]] bool contains(std::uint64_t number) const { return m_desk.ring().contains(number); }
    [[nodiscard]] net::PacketRecord record(std::uint64_t number) const { return m_desk.ring().at(number); }
    [[nodiscard]] const PacketDesk &desk() const noexcept { return m_desk; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void progressChanged();

private:
    void follow();
    void search();
    [[nodiscard]] bool isSearched() const noexcept;
    void dropEvicted();
    void scan();
    void scanBack(const QElapsedTimer &timer);
    [[nodiscard]] bool accepts(std::uint64_t number) const;
    [[nodiscard]] QString text(const net::PacketRecord &record, int row, int column) const;
    [[nodiscard]] QString timeText(const net::PacketRecord &record, int row) const;

    const PacketDesk &m_desk;
    PacketQuery m_query;
    bool m_all = true;         ///< the query accepts all: rows are the numbers from m_first on
    std::uint64_t m_first = 0; ///< number of the oldest packet, as the views know it
    /// What was looked at: [m_begin, m_end). The newest come first, older ones when there is time: at a high
    /// rate the oldest go faster than they can be looked at.
    std::uint64_t m_begin = 0, m_end = 0;
    std::deque<std::uint64_t> m_rows; ///< unless m_all
    TimeStyle m_style = TimeStyle::Clock;
    QTimer m_more; ///< goes on looking
    mutable QCache<std::uint64_t, QString> m_summaries;
};

} // namespace metriscope::ui
