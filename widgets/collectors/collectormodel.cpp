// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collectors/collectormodel.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/numberformat.h"
#include "widgets/models/sourcemodel.h"

#include <QApplication>
#include <QDateTime>
#include <QLocale>
#include <QPalette>

#include <algorithm>

namespace metriscope::ui
{

CollectorModel::CollectorModel(QObject *parent) : QAbstractTableModel(parent) {}

void CollectorModel::addSource(net::Source &source, Origin origin, const net::PollConfig &config)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows.push_back({&source,
                      origin,
                      config,
                      source.sourceId(),
                      source.address(),
                      source.state(),
                      net::SourceError::None,
                      {},
                      source.counts()});
    endInsertRows();
    net::Source *const key = &source;
    connect(key, &net::Source::stateChanged, this,
            [this, key](net::Source::State state, net::SourceError error, const QString &detail) {
                const int at = rowOf(key);
                Row &changed = m_rows[static_cast<std::size_t>(at)];
                changed.address = key->address();
                changed.state = state;
                changed.error = error;
                changed.detail = detail;
                changed.counts = key->counts();
                Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
            });
    connect(key, &QObject::destroyed, this, [this, key] {
        const int at = rowOf(key);
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    });
}

void CollectorModel::setConfig(const net::Source &source, const net::PollConfig &config)
{
    if (const int at = rowOf(&source); at >= 0) {
        m_rows[static_cast<std::size_t>(at)].config = config;
        Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
    }
}

void CollectorModel::refresh()
{
    for (Row &row : m_rows)
        row.counts = row.source->counts();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void CollectorModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int CollectorModel::rowOf(const net::Source *source) const
{
    const auto found = std::ranges::find(m_rows, source, &Row::source);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int CollectorModel::rowOfConfig(const QString &id) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&](const Row &row) { return row.origin != Origin::BuiltIn && row.config.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QString CollectorModel::errorText(int row) const
{
    const Row &r = m_rows[static_cast<std::size_t>(row)];
    return sourceErrorText(r.error, r.address, r.detail);
}

int CollectorModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CollectorModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CollectorModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.row(), column);
    case Qt::AccessibleTextRole:
        return column == StateColumn ? stateText(row.state) : text(row, index.row(), column);
    case Qt::ToolTipRole:
        return plainToolTip(text(row, index.row(), column));
    case Qt::ForegroundRole:
        if (column == StateColumn)
            return stateColour(row.state, QApplication::palette());
        return {};
    case Qt::TextAlignmentRole:
        if (column == LatencyColumn || column == ApplicationsColumn)
            return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case SortRole:
        return sortKey(row, index.row(), column);
    default:
        return {};
    }
}

QString CollectorModel::text(const Row &row, int rowNumber, int column) const
{
    switch (column) {
    case KindColumn:
        return sourceKindText(net::kindOf(row.id));
    case AddressColumn:
        return displayText(row.address);
    case StateColumn:
        return stateGlyph(row.state) + QLatin1Char(' ') + stateText(row.state);
    case LastPollColumn:
        if (row.counts.lastPoll == 0)
            return {};
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.counts.lastPoll).time(),
                                  QStringLiteral("HH:mm:ss"));
    case LatencyColumn:
        return row.counts.lastPoll == 0 ? QString() : formatDuration(row.counts.lastPollTook);
    case ApplicationsColumn:
        return row.counts.applications == 0 ? QString() : formatCount(row.counts.applications);
    case MessageColumn:
        if (row.origin != Origin::BuiltIn && !row.config.enabled && row.state == net::Source::State::Stopped)
            return tr("Disabled: not polled.");
        return errorText(rowNumber);
    default:
        return {};
    }
}

QVariant CollectorModel::sortKey(const Row &row, int rowNumber, int column) const
{
    switch (column) {
    case StateColumn:
        return static_cast<int>(row.state);
    case LastPollColumn:
        return static_cast<qlonglong>(row.counts.lastPoll);
    case LatencyColumn:
        return row.counts.lastPoll == 0 ? -1 : static_cast<qlonglong>(row.counts.lastPollTook.count());
    case ApplicationsColumn:
        return row.counts.applications;
    default:
        return text(row, rowNumber, column);
    }
}

QVariant CollectorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == LatencyColumn || section == ApplicationsColumn))
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn: //: of a source
        return tr("Kind");
    case AddressColumn:
        return tr("Address");
    case StateColumn:
        return tr("State");
    case LastPollColumn: //: a time of the day
        return tr("Last poll");
    case LatencyColumn: //: how long the last poll took
        return tr("Took");
    case ApplicationsColumn: //: how many a source knows of
        return tr("Applications");
    case MessageColumn: //: what is wrong with a source
        return tr("Message");
    default:
        return {};
    }
}

} // namespace metriscope::ui
