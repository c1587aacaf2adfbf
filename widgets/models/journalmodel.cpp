// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/journalmodel.h"

#include "widgets/common/displaytext.h"
#include "widgets/models/journaltext.h"

#include <QApplication>
#include <QDateTime>
#include <QLocale>
#include <QPalette>

namespace metriscope::ui
{

namespace
{

/// What makes two entries the same news.
[[nodiscard]] QString joinKey(const JournalEntry &entry)
{
    switch (entry.kind) {
    case JournalKind::Line:
    case JournalKind::KernelDrops:
    case JournalKind::SeriesRefused:
    case JournalKind::MembersRefused:
    case JournalKind::LinesCut:
    case JournalKind::ConnectionsRefused:
    case JournalKind::PointsEvicted:
    case JournalKind::TicksMerged:
    case JournalKind::ApplicationsRefused:
    case JournalKind::TicksLate:
        return QStringLiteral("%1/%2/%3").arg(static_cast<int>(entry.kind)).arg(entry.code).arg(entry.source);
    default:
        return {};
    }
}

[[nodiscard]] QString timeText(std::int64_t wall)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(wall);
    return QLocale().toString(when.date(), QLocale::ShortFormat) + QLatin1Char(' ') +
           when.time().toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

JournalModel::JournalModel(std::size_t capacity, QObject *parent)
    : QAbstractTableModel(parent), m_capacity(std::max<std::size_t>(1, capacity))
{
}

bool JournalModel::join(const JournalEntry &entry)
{
    const QString key = joinKey(entry);
    const auto known = key.isEmpty() ? m_rows.cend() : m_rows.constFind(key);
    if (known == m_rows.cend() || known.value() < m_firstNumber)
        return false;
    const auto row = static_cast<std::size_t>(known.value() - m_firstNumber);
    JournalEntry &old = m_entries[row];
    if (entry.last - old.last > JoinWithin || entry.last - old.first > JoinFor)
        return false;
    old.count += entry.count;
    old.last = std::max(old.last, entry.last);
    old.extra = entry.extra;
    if (!entry.raw.isEmpty()) {
        old.raw = entry.raw;
        old.detail = entry.detail;
    }
    Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), ColumnCount - 1));
    return true;
}

void JournalModel::add(JournalEntry entry)
{
    if (entry.last == 0)
        entry.last = entry.first;
    if (join(entry))
        return;
    if (m_entries.size() == m_capacity) {
        beginRemoveRows({}, 0, 0);
        m_entries.pop_front();
        ++m_firstNumber;
        ++m_evicted;
        endRemoveRows();
        Q_EMIT evictedChanged();
    }
    const int row = static_cast<int>(m_entries.size());
    beginInsertRows({}, row, row);
    const QString key = joinKey(entry);
    if (!key.isEmpty())
        m_rows.insert(key, m_firstNumber + m_entries.size());
    m_entries.push_back(std::move(entry));
    endInsertRows();
}

void JournalModel::clear()
{
    beginResetModel();
    m_firstNumber += m_entries.size();
    m_entries.clear();
    m_rows.clear();
    m_evicted = 0;
    endResetModel();
    Q_EMIT evictedChanged();
}

void JournalModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const JournalEntry &e = entry(index.row());
    switch (role) {
    case EntryRole:
        return QVariant::fromValue(e);
    case SeverityRole:
        return static_cast<int>(e.severity);
    case Qt::ForegroundRole:
        if (index.column() == SeverityColumn)
            return severityColour(e.severity, QApplication::palette());
        return {};
    case Qt::TextAlignmentRole:
        if (index.column() == CountColumn)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() == SeverityColumn)
            return severityText(e.severity);
        break;
    case Qt::ToolTipRole:
        if (index.column() == TextColumn)
            return plainToolTip(journalText(e));
        if (index.column() == TimeColumn && e.count > 1)
            //: tool tip of an entry that stands for many: %1 and %2 are times
            return tr("%1 to %2").arg(timeText(e.first), timeText(e.last));
        return {};
    case Qt::DisplayRole:
    case SortRole:
        break;
    default:
        return {};
    }
    const bool raw = role == SortRole;
    switch (index.column()) {
    case TimeColumn:
        return raw ? QVariant(qint64{e.last}) : QVariant(timeText(e.last));
    case SeverityColumn:
        return raw ? QVariant(static_cast<int>(e.severity))
                   : QVariant(severityGlyph(e.severity) + QLatin1Char(' ') + severityText(e.severity));
    case SourceColumn:
        return displayText(e.source);
    case CountColumn:
        return raw ? QVariant(quint64{e.count}) : QVariant(QLocale().toString(quint64{e.count}));
    case TextColumn:
        return journalText(e);
    default:
        return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case SeverityColumn:
        return tr("Severity");
    case SourceColumn:
        return tr("Source");
    case CountColumn:
        return tr("Count");
    case TextColumn:
        return tr("What happened");
    default:
        return {};
    }
}

} // namespace metriscope::ui
