// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace metriscope::ui
{

/// Sorts and filters the tree of contexts: a row stays when it or one above or below it holds all the words.
class ContextFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ContextFilter(QObject *parent = nullptr);

    void setWords(const QString &words);
    /// Leaves out what was registered and not asked for yet.
    void setActiveOnly(bool activeOnly);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] bool holds(const QModelIndex &index) const;

    QStringList m_words;
    bool m_activeOnly = false;
};

} // namespace metriscope::ui
