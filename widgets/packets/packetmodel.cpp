// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetmodel.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/packettext.h"
#include "widgets/common/timeformat.h"
#include "widgets/packets/packetsummary.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QPalette>

#include <algorithm>

namespace metriscope::ui
{

namespace
{

constexpr qint64 TimeToScan = 2; ///< milliseconds of the window's thread at a time
constexpr int TimeBetween = 3;   ///< milliseconds for all else
constexpr int SummariesKept = 2000;

[[nodiscard]] QString withCopies(const net::PacketRecord &record, const QString &summary)
{
    return QCoreApplication::translate("packettext", "%1: %2").arg(copiesText(record), summary);
}

} // namespace

PacketModel::PacketModel(const PacketDesk &desk, QObject *parent)
    : QAbstractTableModel(parent), m_desk(desk), m_summaries(SummariesKept)
{
    m_more.setSingleShot(true);
    connect(&m_more, &QTimer::timeout, this, &PacketModel::search);
    connect(&desk, &PacketDesk::changed, this, &PacketModel::follow);
    m_first = m_begin = m_end = desk.ring().first();
    follow();
}

void PacketModel::setQuery(const PacketQuery &query)
{
    beginResetModel();
    m_query = query;
    m_all = query.acceptsAll();
    m_rows.clear();
    m_more.stop();
    m_first = m_desk.ring().first();
    m_begin = m_end = m_all ? m_first : m_desk.ring().end();
    endResetModel();
    if (m_all)
        follow();
    else
        search(); // what shows first is there at once
}

double PacketModel::progress() const noexcept
{
    const net::PacketRing &ring = m_desk.ring();
    return ring.size() == 0 ? 1.0
                            : static_cast<double>(m_end - std::max(m_begin, ring.first())) /
                                  static_cast<double>(ring.size());
}

/// Catches up with the ring.
void PacketModel::follow()
{
    dropEvicted();
    const std::uint64_t end = m_desk.ring().end();
    if (m_all) {
        if (m_end < end) {
            beginInsertRows({}, static_cast<int>(m_end - m_first), static_cast<int>(end - m_first) - 1);
            m_end = end;
            endInsertRows();
        }
    } else if (!isSearched() && !m_more.isActive()) {
        m_more.start(0); // this turn of the loop had its work
    }
    Q_EMIT progressChanged();
}

bool PacketModel::isSearched() const noexcept
{
    return m_end == m_desk.ring().end() && m_begin == m_first;
}

void PacketModel::search()
{
    dropEvicted();
    scan();
    if (!isSearched())
        m_more.start(TimeBetween);
    Q_EMIT progressChanged();
}

void PacketModel::dropEvicted()
{
    const std::uint64_t first = m_desk.ring().first();
    if (first == m_first)
        return;
    const auto known = m_all ? static_cast<std::ptrdiff_t>(std::min(first, m_end) - m_first)
                             : std::ranges::lower_bound(m_rows, first) - m_rows.begin();
    if (known > 0)
        beginRemoveRows({}, 0, static_cast<int>(known) - 1);
    if (!m_all)
        m_rows.erase(m_rows.begin(), m_rows.begin() + known);
    m_first = first;
    m_begin = std::max(m_begin, first);
    m_end = std::max(m_end, first);
    if (known > 0)
        endRemoveRows();
}

bool PacketModel::accepts(std::uint64_t number) const
{
    const net::PacketRecord record = m_desk.ring().at(number);
    return m_query.accepts(record, m_desk.interfaceName(record), m_desk.dialect());
}

void PacketModel::scan()
{
    QElapsedTimer timer; // asked for every packet: an expression may take long
    timer.start();
    const std::uint64_t end = m_desk.ring().end();
    std::vector<std::uint64_t> found;
    while (m_end < end && timer.elapsed() < TimeToScan) {
        if (accepts(m_end))
            found.push_back(m_end);
        ++m_end;
    }
    if (!found.empty()) {
        const int row = static_cast<int>(m_rows.size());
        beginInsertRows({}, row, row + static_cast<int>(found.size()) - 1);
        m_rows.insert(m_rows.end(), found.begin(), found.end());
        endInsertRows();
    }
    scanBack(timer);
}

void PacketModel::scanBack(const QElapsedTimer &timer)
{
    std::vector<std::uint64_t> found;
    while (m_begin > m_first && timer.elapsed() < TimeToScan) {
        if (accepts(--m_begin))
            found.push_back(m_begin);
    }
    if (found.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(found.size()) - 1);
    m_rows.insert(m_rows.begin(), found.rbegin(), found.rend());
    endInsertRows();
}

void PacketModel::setTimeStyle(TimeStyle style)
{
    if (style == m_style)
        return;
    m_style = style;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
}

std::uint64_t PacketModel::number(int row) const
{
    return m_all ? m_first + static_cast<std::uint64_t>(row) : m_rows[static_cast<std::size_t>(row)];
}

int PacketModel::rowOf(std::uint64_t number) const
{
    if (m_all)
        return number >= m_first && number < m_end ? static_cast<int>(number - m_first) : -1;
    const auto found = std::ranges::lower_bound(m_rows, number);
    return found != m_rows.end() && *found == number ? static_cast<int>(found - m_rows.begin()) : -1;
}

int PacketModel::rowAt(std::int64_t time) const
{
    // Times of several feeds are not quite in order; close enough to find the place.
    int low = 0, high = rowCount();
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (m_desk.ring().at(number(middle)).time < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rowCount() ? low : -1;
}

void PacketModel::retranslate()
{
    m_summaries.clear();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int PacketModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_all ? m_end - m_first : m_rows.size());
}

int PacketModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PacketModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::uint64_t wanted = number(index.row());
    if (role == NumberRole)
        return QVariant::fromValue(quint64{wanted});
    if (role == Qt::TextAlignmentRole)
        return index.column() == LengthColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    // Between the ring's dropping a packet and the views' hearing of it there is nothing to tell.
    if (!m_desk.ring().contains(wanted))
        return {};
    const net::PacketRecord record = m_desk.ring().at(wanted);
    switch (role) {
    case Qt::DisplayRole:
        return text(record, index.row(), index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == SummaryColumn && record.copy > 0)
            return withCopies(record, text(record, index.row(), SummaryColumn));
        return {};
    case Qt::ToolTipRole:
        if (index.column() == SummaryColumn && record.copy > 0)
            return plainToolTip(withCopies(record, text(record, index.row(), SummaryColumn)));
        if (index.column() == SummaryColumn || index.column() == VerdictColumn)
            return plainToolTip(text(record, index.row(), index.column()));
        return {};
    case Qt::ForegroundRole:
        if (const auto verdict = record.verdict();
            verdict && (index.column() == VerdictColumn || *verdict == net::Verdict::Rejected))
            return verdictColour(*verdict, QApplication::palette());
        return {};
    case RawRole:
        if (index.column() == TimeColumn)
            return QVariant::fromValue(qint64{record.time});
        if (index.column() == LengthColumn)
            return record.payloadLength;
        return text(record, index.row(), index.column());
    default:
        return {};
    }
}

QString PacketModel::text(const net::PacketRecord &record, int row, int column) const
{
    switch (column) {
    case TimeColumn:
        return timeText(record, row);
    case InterfaceColumn:
        return record.feed == net::PacketFeed::Tap ? feedText(record.feed)
                                                   : displayText(m_desk.interfaceName(record), 40);
    case SourceColumn:
        return QString::fromStdString(record.source.text());
    case DestinationColumn:
        return QString::fromStdString(record.destination.text());
    case ProtocolColumn:
        return protocolText(record.protocol);
    case LengthColumn:
        return QLocale().toString(record.payloadLength);
    case SummaryColumn: {
        const std::uint64_t wanted = number(row);
        if (const QString *kept = m_summaries.object(wanted))
            return *kept;
        auto *made = new QString(packetSummary(record, m_desk.dialect())); // the cache owns it
        const QString summary = *made;
        m_summaries.insert(wanted, made);
        return summary;
    }
    case VerdictColumn:
        return packetVerdictText(record);
    default:
        return {};
    }
}

QString PacketModel::timeText(const net::PacketRecord &record, int row) const
{
    if (m_style == TimeStyle::Clock) {
        const auto micros = static_cast<int>(record.time / 1000 % 1'000'000);
        const net::Time wall{std::chrono::milliseconds{record.time / 1'000'000}};
        return formatClock(wall) + QLocale().decimalPoint() +
               QString::number(micros).rightJustified(6, QLatin1Char('0'));
    }
    std::int64_t since = record.time;
    const int before = m_style == TimeStyle::SinceFirst ? 0 : std::max(row - 1, 0);
    if (const std::uint64_t reference = number(before); m_desk.ring().contains(reference))
        since = m_desk.ring().at(reference).time;
    return QLocale().toString(static_cast<double>(record.time - since) / 1e9, 'f', 6);
}

QVariant PacketModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case InterfaceColumn:
        return tr("Seen on");
    case SourceColumn:
        //: where a packet comes from
        return tr("From");
    case DestinationColumn:
        //: where a packet goes
        return tr("To");
    case ProtocolColumn:
        return tr("Protocol");
    case LengthColumn:
        //: of a packet's payload, in bytes
        return tr("Bytes");
    case SummaryColumn:
        return tr("What it says");
    case VerdictColumn:
        return tr("Verdict");
    default:
        return {};
    }
}

} // namespace metriscope::ui
