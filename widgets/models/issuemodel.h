// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/lineissue.h"

#include <QAbstractTableModel>
#include <QByteArray>

#include <array>
#include <vector>

namespace metriscope::ui
{

/// Rejected and doubtful lines by reason: what is wrong, what to change, how often, the last example and who
/// sent it. One row per reason that occurred. GUI thread.
class IssueModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ReasonColumn, RemedyColumn, CountColumn, ExampleColumn, PeerColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, IssueRole };

    explicit IssueModel(QObject *parent = nullptr);

    /// `count` more of it; an empty example keeps the last one.
    void add(net::LineIssue issue, std::uint64_t count, net::LineHint hint, const QByteArray &example,
             const QString &peer);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row {
        net::LineIssue issue = net::LineIssue::None;
        net::LineHint hint = net::LineHint::None;
        std::uint64_t count = 0;
        QByteArray example;
        QString peer;
    };
    std::vector<Row> m_rows;
};

} // namespace metriscope::ui
