// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explain/verdictmodel.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/models/journaltext.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace metriscope::ui
{
namespace
{

Severity severityOf(net::Verdict verdict)
{
    return verdict == net::Verdict::Rejected  ? Severity::Error
           : verdict == net::Verdict::Warning ? Severity::Warning
                                              : Severity::Information;
}

} // namespace

QVariant VerdictModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isVerdict = index.column() == VerdictColumn;
    switch (role) {
    case Qt::DisplayRole: {
        if (!isVerdict)
            return text(index.row(), index.column());
        const net::Verdict of = verdict(index.row());
        return QString(severityGlyph(severityOf(of)) + u' ' + verdictText(of));
    }
    case Qt::ForegroundRole:
        if (const net::Verdict of = verdict(index.row()); isVerdict && of != net::Verdict::Accepted)
            return severityColour(severityOf(of), QGuiApplication::palette());
        return {};
    case Qt::TextAlignmentRole:
        return index.column() == NumberColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

void VerdictModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString VerdictModel::markedAt(std::string_view line, std::optional<qsizetype> byte)
{
    constexpr qsizetype Before = 60, After = 40;
    if (!byte)
        return displayText(line, int{Before + After});
    const qsizetype position = std::min(*byte, static_cast<qsizetype>(line.size()));
    const qsizetype first = std::max(qsizetype{0}, position - Before);
    const QString before =
        displayText(line.substr(std::size_t(first), std::size_t(position - first)), 4 * int{Before});
    const QString after = displayText(line.substr(std::size_t(position), std::size_t{After}), 4 * int{After});
    return before + after + u'\n' + QString(before.size(), u' ') + u'^';
}

} // namespace metriscope::ui
