// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/issuemodel.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/models/journaltext.h"

#include <QApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>

namespace metriscope::ui
{

IssueModel::IssueModel(QObject *parent) : QAbstractTableModel(parent) {}

void IssueModel::add(net::LineIssue issue, std::uint64_t count, net::LineHint hint, const QByteArray &example,
                     const QString &peer)
{
    auto row = std::ranges::find(m_rows, issue, &Row::issue);
    if (row == m_rows.end()) {
        const int at = rowCount();
        beginInsertRows({}, at, at);
        m_rows.push_back({issue, hint, count, example, peer});
        endInsertRows();
        return;
    }
    row->count += count;
    if (!example.isEmpty()) {
        row->hint = hint;
        row->example = example;
        row->peer = peer;
    }
    const int at = static_cast<int>(row - m_rows.begin());
    Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
}

void IssueModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int IssueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int IssueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto severity = row.issue < net::LineIssue::FirstWarning ? Severity::Error : Severity::Warning;
    switch (role) {
    case IssueRole:
        return static_cast<int>(row.issue);
    case Qt::ForegroundRole:
        return index.column() == ReasonColumn ? QVariant(severityColour(severity, QApplication::palette()))
                                              : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == CountColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(data(index, Qt::DisplayRole).toString());
    case Qt::DisplayRole:
    case SortRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case ReasonColumn:
        return role == SortRole ? issueText(row.issue)
                                : severityGlyph(severity) + QLatin1Char(' ') + issueText(row.issue);
    case RemedyColumn:
        return hintText(row.hint);
    case CountColumn:
        return role == SortRole ? QVariant(quint64{row.count})
                                : QVariant(QLocale().toString(quint64{row.count}));
    case ExampleColumn:
        return displayText(
            std::string_view(row.example.constData(), static_cast<std::size_t>(row.example.size())));
    case PeerColumn:
        return displayText(row.peer);
    default:
        return {};
    }
}

QVariant IssueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ReasonColumn:
        return tr("Reason");
    case RemedyColumn:
        return tr("What to change");
    case CountColumn:
        return tr("Lines");
    case ExampleColumn:
        return tr("Last example");
    case PeerColumn:
        //: column header: network address of the sender
        return tr("Sender");
    default:
        return {};
    }
}

} // namespace metriscope::ui
