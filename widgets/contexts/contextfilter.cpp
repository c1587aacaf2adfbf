// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/contexts/contextfilter.h"

#include "widgets/contexts/contextmodel.h"

#include <algorithm>

namespace metriscope::ui
{

ContextFilter::ContextFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setSortRole(ContextModel::SortRole);
}

void ContextFilter::setWords(const QString &words)
{
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void ContextFilter::setActiveOnly(bool activeOnly)
{
    m_activeOnly = activeOnly;
    invalidateFilter();
}

bool ContextFilter::holds(const QModelIndex &index) const
{
    const auto text = [&](int column) {
        return index.siblingAtColumn(column).data(ContextModel::SortRole).toString();
    };
    const QString all = text(ContextModel::NameColumn) + QLatin1Char(' ') + text(ContextModel::MethodColumn) +
                        QLatin1Char(' ') + text(ContextModel::HashColumn);
    return std::ranges::all_of(m_words,
                               [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

bool ContextFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_activeOnly && !index.data(ContextModel::ActiveRole).toBool())
        return false;
    if (m_words.isEmpty())
        return true;
    for (QModelIndex at = index; at.isValid(); at = at.parent()) {
        if (holds(at))
            return true;
    }
    return false;
}

bool ContextFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(ContextModel::SortRole), b = right.data(ContextModel::SortRole);
    if (a.typeId() == QMetaType::QString)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return a.toDouble() < b.toDouble();
}

} // namespace metriscope::ui
